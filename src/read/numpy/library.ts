import type { Args, Value } from '../python/values';
import type { NumpyFunction } from './arguments';

/** Every function of NumPy's by its name, for those that are made of others. */
export const library = new Map<string, NumpyFunction>();

/** `left op right` as the program would compute it; what is unknown stays so. */
export const calculator =
  (args: Args) =>
  (op: string, left: Value, right: Value): Value =>
    args.runtime.binary(op, left, right, { ...args, positional: [], keywords: new Map() });

/** A NumPy function applied to other arguments than those of the call it happens in. */
export function invoke(
  name: string,
  args: Args,
  positional: readonly Value[],
  keywords: Readonly<Record<string, Value | undefined>> = {},
): Value {
  const given = Object.entries(keywords).filter(
    (entry): entry is [string, Value] => entry[1] !== undefined,
  );
  return library.get(name)!({ ...args, positional, keywords: new Map(given) }, args.runtime);
}
