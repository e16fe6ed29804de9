import { say } from '../../core';
import { bind, type Runtime } from '../python/runtime';
import { PyError } from '../python/signals';
import { PyList, PyTuple, Unknown, type Value } from '../python/values';
import { arrayOf, taped, type NumpyFunction } from './arguments';
import { toArray } from './convert';
import { type NdArray } from './ndarray';
import { concatenate, reshape } from './shaping';

/** `np.block`: nested lists of arrays, the innermost joined along the last axis. */
export const block: NumpyFunction = (args, runtime) => {
  const { arrays } = bind(args, 'arrays');
  const depth = depthOf(arrays);
  const blocks = leavesOf(arrays, runtime);
  if (!blocks) return new Unknown('an array of the sequence is not known');
  const rank = Math.max(depth, ...blocks.map(({ ndim }) => ndim));
  const join = (value: Value | undefined, level: number): NdArray => {
    if (!(value instanceof PyList)) {
      const own = toArray(value!, runtime.limits)!;
      return reshape(
        own,
        [...new Array<number>(rank - own.ndim).fill(1), ...own.shape],
        taped('reshape', [own], args),
      );
    }
    if (value.items.length === 0)
      throw new PyError('ValueError', say('need at least one array to concatenate'));
    const parts = value.items.map((item) => join(item, level + 1));
    return concatenate(
      parts,
      rank - depth + level,
      runtime.limits,
      taped('concatenate', parts, args),
    );
  };
  return join(arrays, 0);
};

function depthOf(value: Value | undefined): number {
  return value instanceof PyList ? 1 + Math.max(0, ...value.items.map(depthOf)) : 0;
}

function leavesOf(value: Value | undefined, runtime: Runtime): NdArray[] | undefined {
  if (value instanceof PyTuple)
    throw new PyError('TypeError', say('block needs lists, not tuples'));
  if (!(value instanceof PyList)) {
    const array = arrayOf(value, runtime);
    return array instanceof Unknown ? undefined : [array];
  }
  const parts = value.items.map((item) => leavesOf(item, runtime));
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}
