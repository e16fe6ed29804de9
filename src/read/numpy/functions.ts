import type { Runtime } from '../python/runtime';
import { bind } from '../python/runtime';
import { PyTuple, Unknown, type Value } from '../python/values';
import type { NumpyFunction } from './arguments';
import { castArray, toArray } from './convert';
import { makeArray, type NdArray } from './ndarray';
import { onArrays } from './operands';
import { products } from './products';
import { reducers } from './reductions';
import { searching } from './searching';
import { shapeFunctions } from './shape-functions';
import { triangles } from './triangles';
import { ufuncs } from './ufuncs';

/** `np.float64(x)` and its like: an array of no axes. */
export function castScalar(
  value: Value | undefined,
  dtype: NdArray['dtype'],
  runtime: Runtime,
): Value {
  if (value === undefined) return makeArray([], new Float64Array(1), dtype, 'known');
  const array = value instanceof Unknown ? undefined : toArray(value, runtime.limits);
  return array ? castArray(array, dtype) : new Unknown('the number is not known');
}

const ndim: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (own) => BigInt(own.ndim));
const shape: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (own) => new PyTuple(own.shape.map(BigInt)));
const size: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (own) => BigInt(own.size));

/** Every function on arrays, by NumPy's names. */
export const functions: Readonly<Record<string, NumpyFunction>> = {
  ...ufuncs,
  ...reducers,
  ...shapeFunctions,
  ...products,
  ...searching,
  ...triangles,
  ndim,
  shape,
  size,
};
