import type { Runtime } from '../python/runtime';
import { bind } from '../python/runtime';
import { PyTuple, Unknown, type Value } from '../python/values';
import type { NumpyFunction } from './arguments';
import { castArray, toArray } from './convert';
import { makeArray, NdArray } from './ndarray';
import { onArrays } from './operands';
import { creation } from './creation';
import { library } from './library';
import { linalg } from './linalg';
import { gridFunctions } from './grids';
import { polynomials } from './polynomials';
import { products } from './products';
import { reducers } from './reductions';
import { searching } from './searching';
import { selecting } from './selecting';
import { statistics } from './statistics';
import { shapeFunctions } from './shape-functions';
import { triangles } from './triangles';
import { ufuncs } from './ufuncs';
import { writing } from './writing';

/** `np.float64(x)` and its like: an array of no axes. */
export function castScalar(
  value: Value | undefined,
  dtype: NdArray['dtype'],
  runtime: Runtime,
): Value {
  if (value === undefined) return makeArray([], new Float64Array(1), dtype, 'known');
  const array =
    value instanceof Unknown
      ? undefined
      : toArray(value, runtime.limits, value instanceof NdArray ? undefined : dtype);
  return array ? castArray(array, dtype) : new Unknown('the number is not known');
}

const ndim: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (own) => BigInt(own.ndim));
const shape: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (own) => new PyTuple(own.shape.map(BigInt)));
/** Whether something is a number or a text, and no array, not even one of no axes. */
const isscalar: NumpyFunction = (args) => {
  const { element } = bind(args, 'element');
  if (element instanceof Unknown) return element;
  if (element instanceof NdArray) return element.isScalar;
  return ['bigint', 'number', 'boolean', 'string'].includes(typeof element);
};
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
  ...selecting,
  ...statistics,
  ...polynomials,
  ...gridFunctions,
  ...writing,
  ndim,
  shape,
  size,
  isscalar,
};

for (const [name, call] of Object.entries({ ...creation, ...functions })) library.set(name, call);
for (const [name, call] of Object.entries(linalg)) library.set(`linalg.${name}`, call);
