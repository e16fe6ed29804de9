import { say } from '../../../core';
import { equal } from '../comparison';
import type { Interpreter } from '../interpreter';
import { PyError } from '../signals';
import {
  Builtin,
  Descriptor,
  PyClass,
  PyFunction,
  PyInstance,
  PyModule,
  type Args,
  type Value,
} from '../values';

const base = new PyClass('Enum', []);

/** Enumerations whose members are numbers, too. */
const numbers = ['IntEnum', 'IntFlag'].map((name) => new PyClass(name, [base]));

const flags = new PyClass('Flag', [base]);

/** What stands for `auto()` until the class is made. */
const AUTO = new PyInstance(new PyClass('auto', []));

/** Makes members of what an enumeration's body names; leaves other classes as they are. */
export function finishEnum(it: Interpreter, cls: PyClass): void {
  if (!cls.isSubclassOf(base)) return;
  const isNumber = numbers.some((each) => cls.isSubclassOf(each)) || cls.native?.name === 'int';
  const isPower = cls.isSubclassOf(flags) || cls.isSubclassOf(numbers[1]!);
  const members = new Map<string, PyInstance>();
  let last = 0n;
  for (const [name, given] of [...cls.attributes]) {
    if (!isMember(name, given)) continue;
    const auto = isPower ? (last === 0n ? 1n : last * 2n) : last + 1n;
    const value = given === AUTO ? auto : given;
    if (typeof value === 'bigint') last = value;
    const same = [...members.values()].find((each) =>
      equal(it, each.attributes.get('value') ?? null, value),
    );
    const member = same ?? new PyInstance(cls);
    if (!same) {
      for (const key of ['name', '_name_']) member.attributes.set(key, name);
      for (const key of ['value', '_value_']) member.attributes.set(key, value);
      if (isNumber || cls.native) member.inner = value;
    }
    members.set(name, member);
    cls.attributes.set(name, member);
  }
  if (members.size > 0) cls.members = members;
}

function isMember(name: string, value: Value): boolean {
  const isCode =
    value instanceof PyFunction || value instanceof Descriptor || value instanceof PyClass;
  return !isCode && !(value instanceof Builtin) && !name.startsWith('_');
}

/** `Color(2)`: the member of that value. Raises ValueError where there is none. */
export function callMemberOf(cls: PyClass, { positional: [value = null], runtime }: Args): Value {
  const it = runtime as Interpreter;
  for (const member of cls.members!.values())
    if (member === value || equal(it, member.attributes.get('value') ?? null, value)) return member;
  const text = it.text(value, true);
  throw new PyError(
    'ValueError',
    say('{value} is not a member of {name}', { value: text, name: cls.name }),
    [],
    undefined,
    `${text} is not a valid ${cls.name}`,
  );
}

/** The module `enum`. */
export const enumeration = new PyModule(
  'enum',
  new Map<string, Value>([
    ['Enum', base],
    ['Flag', flags],
    ...numbers.map((cls): [string, Value] => [cls.name, cls]),
    ['auto', new Builtin('auto', () => AUTO)],
    ['unique', new Builtin('unique', ({ positional: [cls = null] }) => cls)],
  ]),
);
