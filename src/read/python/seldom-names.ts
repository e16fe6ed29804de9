import { say } from '../../core';
import type { Interpreter } from './interpreter';
import { PyError } from './signals';
import { Builtin, PyDict, PySlice, Unknown, type Args, type Value } from './values';

type Call = (args: Args, it: Interpreter) => Value;

/** `bin`, `oct`, `hex`: a whole number in another base. */
const inBase =
  (base: number, prefix: string): Call =>
  ({ positional: [value] }) => {
    if (typeof value !== 'bigint' && typeof value !== 'boolean') return unknownNumber();
    const number = BigInt(value);
    const digits = (number < 0n ? -number : number).toString(base);
    return `${number < 0n ? '-' : ''}${prefix}${digits}`;
  };

const unknownNumber = () => new Unknown('the number is not known');

const SMALL: Readonly<Record<string, Call>> = {
  bin: inBase(2, '0b'),
  oct: inBase(8, '0o'),
  hex: inBase(16, '0x'),
  chr: ({ positional: [code] }) =>
    typeof code === 'bigint' && code >= 0n && code < 0x110000n
      ? String.fromCodePoint(Number(code))
      : unknownNumber(),
  ord: ({ positional: [letter] }) => {
    if (typeof letter !== 'string') return new Unknown('the letter is not known');
    const [first, ...more] = letter;
    if (first !== undefined && more.length === 0) return BigInt(first.codePointAt(0)!);
    throw new PyError('TypeError', say('ord() takes one letter'));
  },
  slice: ({ positional: [first = null, stop, step = null] }) =>
    stop === undefined ? new PySlice(null, first, null) : new PySlice(first, stop, step),
  globals: (_, it) => {
    const names = new PyDict();
    for (const [name, value] of it.module.own()) names.set(name, value);
    return names;
  },
};

/** What else Python has, of which nothing is read. */
const UNREAD =
  '__import__ aiter anext ascii breakpoint bytearray bytes compile complex copyright credits delattr dir eval exec exit format hash help license locals memoryview quit vars'.split(
    ' ',
  );

/** The names of every program that are seldom used on numbers; those that are not read are no error. */
export function seldomNames(): Map<string, Value> {
  return new Map<string, Value>([
    ...UNREAD.map((name) => [name, new Unknown(`${name} is not read`)] as const),
    ...Object.entries(SMALL).map(
      ([name, call]) =>
        [name, new Builtin(name, (args) => call(args, args.runtime as Interpreter))] as const,
    ),
    ['__debug__', true],
  ]);
}
