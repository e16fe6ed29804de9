import { Unread } from '../python/signals';
import { Builtin, ELLIPSIS, Unknown, type Args, type Value } from '../python/values';
import type { NumpyFunction } from './arguments';
import { assertHolds, setItem } from './indexing';
import { NdArray } from './ndarray';

/** A NumPy function as a value of the program. */
export function builtin(
  name: string,
  call: NumpyFunction,
  attributes?: ReadonlyMap<string, Value>,
): Builtin {
  return new Builtin(name, (args) => toOut(args, callOf(name, call, args)), attributes);
}

/** A call's result; unknown, without an error, where it has a form that is not read. */
export function callOf(name: string, call: NumpyFunction, args: Args): Value {
  try {
    return call(args, args.runtime);
  } catch (error) {
    if (error instanceof Unread) return new Unknown(`this form of ${name} is not read`);
    throw error;
  }
}

/** `out=array` has the result written into an array that there is. */
function toOut({ keywords, runtime }: Args, result: Value): Value {
  const out = keywords.get('out');
  if (!(out instanceof NdArray)) return result;
  if (result instanceof NdArray) assertHolds(out, result);
  setItem(out, ELLIPSIS, result, runtime.limits);
  return out;
}
