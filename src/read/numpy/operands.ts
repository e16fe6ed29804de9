import type { Runtime } from '../python/runtime';
import { Unknown, type Value } from '../python/values';
import { arrayOf } from './arguments';
import { NdArray } from './ndarray';

/** Applies a function to arguments as arrays; anything unknown among them makes the result unknown. */
export function onArrays(
  values: readonly (Value | undefined)[],
  runtime: Runtime,
  apply: (...arrays: NdArray[]) => Value,
): Value {
  const arrays = values.map((value) => arrayOf(value, runtime));
  const unknown = arrays.find((array) => array instanceof Unknown);
  return unknown ?? apply(...(arrays as NdArray[]));
}

/** The arrays of a sequence, for functions that join them; undefined where one is unknown. */
export function sequenceOf(value: Value | undefined, runtime: Runtime): NdArray[] | undefined {
  const items = value === undefined ? undefined : runtime.iterate(value);
  if (!items) return undefined;
  const arrays = [...items].map((item) => arrayOf(item, runtime));
  return arrays.every((array) => array instanceof NdArray) ? arrays : undefined;
}
