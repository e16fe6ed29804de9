import { say } from '../../core';
import type { Limits } from '../limits';
import { PyError } from './signals';
import type { Args, Value } from './values';

/** What built-in functions may ask of the interpreter. */
export interface Runtime {
  readonly limits: Limits;
  /** Calls any callable value. */
  call(callee: Value, args: Args): Value;
  /** The items of an iterable; undefined where it is unknown. */
  iterate(value: Value): Iterable<Value> | undefined;
  /** Whether a value counts as true; undefined where that is unknown. */
  truth(value: Value): boolean | undefined;
  /** `str(value)` or `repr(value)`. */
  text(value: Value, isRepr: boolean): string;
  print(text: string): void;
  binary(op: string, left: Value, right: Value, args: Args): Value;
  compare(op: string, left: Value, right: Value): Value;
  attribute(object: Value, name: string, args: Args): Value;
}

/** The arguments of a call by the names of its parameters. Raises TypeError for too many or unknown ones. */
export function bind<Name extends string>(
  args: Args,
  ...names: readonly Name[]
): { readonly [name in Name]?: Value } {
  const bound: { [name in Name]?: Value } = {};
  if (args.positional.length > names.length) {
    throw new PyError(
      'TypeError',
      say('takes at most {most} arguments ({count} given)', {
        most: names.length,
        count: args.positional.length,
      }),
    );
  }
  args.positional.forEach((value, i) => (bound[names[i]!] = value));
  for (const [name, value] of args.keywords) {
    if ((names as readonly string[]).includes(name)) bound[name as Name] = value;
  }
  return bound;
}

/** A whole number of the program as a JavaScript number; undefined for anything else. */
export function integer(value: Value | undefined): number | undefined {
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  return undefined;
}
