import type { Limits } from '../limits';
import { Unread } from './signals';
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

/** Arguments that change nothing here. */
const IGNORED = new Set(['order', 'copy', 'subok', 'like', 'casting', 'out']);

/** The arguments of a call by the names of its parameters. Throws Unread for others. */
export function bind<Name extends string>(
  args: Args,
  ...names: readonly Name[]
): { readonly [name in Name]?: Value } {
  const bound: { [name in Name]?: Value } = {};
  if (args.positional.length > names.length) throw new Unread();
  args.positional.forEach((value, i) => (bound[names[i]!] = value));
  for (const [name, value] of args.keywords) {
    if ((names as readonly string[]).includes(name)) bound[name as Name] = value;
    else if (!IGNORED.has(name)) throw new Unread();
  }
  return bound;
}
