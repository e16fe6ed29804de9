import { promote, say, type DType, type Shape } from '../../core';
import { bind, type Runtime } from '../python/runtime';
import { PyError } from '../python/signals';
import { Unknown, type Value } from '../python/values';
import { arrayOf, integerOf, numberOf, shapeOf, type NumpyFunction } from './arguments';
import { castArray, copyArray, toArray } from './convert';
import { dtypeOf, scalarDType } from './dtypes';
import { makeArray, NdArray } from './ndarray';
import { built } from './shaping';

const UNKNOWN_SHAPE = 'a length of its shape is not known';

/** `zeros`, `ones`, `empty`: an array of one number. */
const constant =
  (value: number): NumpyFunction =>
  (args, { limits }) => {
    const { shape, dtype } = bind(args, 'shape', 'dtype', 'order');
    const lengths = shapeOf(shape);
    return lengths
      ? built(lengths, dtypeOf(dtype) ?? 'float64', limits, () => value)
      : new Unknown(UNKNOWN_SHAPE);
  };

/** `zeros_like`, `ones_like`: the same shape and, unless said otherwise, the same element type. */
const constantLike =
  (value: number): NumpyFunction =>
  (args, runtime) => {
    const { a, dtype, shape } = bind(args, 'a', 'dtype', 'order', 'subok', 'shape');
    const like = arrayOf(a, runtime);
    if (like instanceof Unknown) return like;
    return built(
      shapeOf(shape) ?? like.shape,
      dtypeOf(dtype) ?? like.dtype,
      runtime.limits,
      () => value,
    );
  };

/** `np.array`: always an array of its own. */
const array: NumpyFunction = (args, runtime) => {
  const { object, dtype, ndmin } = bind(args, 'object', 'dtype', 'copy', 'order', 'ndmin');
  if (object === undefined || object instanceof Unknown) return object ?? new Unknown('');
  const made = toArray(object, runtime.limits, dtypeOf(dtype));
  if (!made) return new Unknown('an item of the list is not known');
  const rank = integerOf(ndmin) ?? 0;
  const own = object instanceof NdArray ? copyArray(made) : made;
  return rank > own.ndim ? raised(own, rank) : own;
};

function raised(array: NdArray, rank: number): NdArray {
  const shape: Shape = [...new Array<number>(rank - array.ndim).fill(1), ...array.shape];
  return makeArray(shape, array.entries(), array.dtype, array.state);
}

const asarray: NumpyFunction = (args, runtime) => {
  const { a, dtype } = bind(args, 'a', 'dtype', 'order');
  const made = arrayOf(a, runtime);
  if (made instanceof Unknown) return made;
  const wanted = dtypeOf(dtype);
  return wanted && wanted !== made.dtype ? castArray(made, wanted) : made;
};

const full: NumpyFunction = (args, runtime) => {
  const { shape, fill_value, dtype } = bind(args, 'shape', 'fill_value', 'dtype', 'order');
  const lengths = shapeOf(shape);
  return lengths
    ? filledWith(lengths, fill_value, dtypeOf(dtype), runtime)
    : new Unknown(UNKNOWN_SHAPE);
};

const fullLike: NumpyFunction = (args, runtime) => {
  const { a, fill_value, dtype } = bind(args, 'a', 'fill_value', 'dtype');
  const like = arrayOf(a, runtime);
  return like instanceof Unknown
    ? like
    : filledWith(like.shape, fill_value, dtypeOf(dtype) ?? like.dtype, runtime);
};

function filledWith(
  shape: Shape,
  value: Value | undefined,
  dtype: DType | undefined,
  { limits }: Runtime,
): Value {
  const number = numberOf(value);
  if (number === undefined || value === undefined)
    return new Unknown('the fill value is not known');
  return built(shape, dtype ?? scalarDType(value) ?? 'float64', limits, () => number);
}

const eye: NumpyFunction = (args, { limits }) => {
  const { N, M, k, dtype } = bind(args, 'N', 'M', 'k', 'dtype');
  const rows = integerOf(N);
  if (rows === undefined) return new Unknown(UNKNOWN_SHAPE);
  const columns = integerOf(M) ?? rows;
  const shift = integerOf(k) ?? 0;
  return built([rows, columns], dtypeOf(dtype) ?? 'float64', limits, (i) =>
    (i % columns) - Math.floor(i / columns) === shift ? 1 : 0,
  );
};

const arange: NumpyFunction = (args, { limits }) => {
  const { start, stop, step, dtype } = bind(args, 'start', 'stop', 'step', 'dtype');
  const numbers = [start, stop, step].map(numberOf);
  if (
    [start, stop, step].some(
      (value, i) => value !== undefined && value !== null && numbers[i] === undefined,
    )
  ) {
    return new Unknown('a bound of the range is not known');
  }
  const from = stop === undefined || stop === null ? 0 : numbers[0]!;
  const to = (stop === undefined || stop === null ? numbers[0] : numbers[1])!;
  const by = numbers[2] ?? 1;
  if (by === 0) throw new PyError('ValueError', say('arange needs a step that is not 0'));
  const own = [start, stop, step].flatMap((value) =>
    value === undefined || value === null ? [] : [scalarDType(value) ?? 'float64'],
  );
  const type = dtypeOf(dtype) ?? own.reduce<DType>(promote, 'int64');
  const count = Math.max(0, Math.ceil((to - from) / by));
  // As NumPy: the second entry is computed, and its distance from the first is the step of the rest.
  const delta = from + by - from;
  return built([count], type, limits, (i) => (i === 1 ? from + by : from + i * delta));
};

const linspace: NumpyFunction = (args, { limits }) => {
  const { start, stop, num, endpoint } = bind(args, 'start', 'stop', 'num', 'endpoint', 'dtype');
  const [from, to] = [numberOf(start), numberOf(stop)];
  if (from === undefined || to === undefined) return new Unknown('a bound is not known');
  const count = integerOf(num) ?? 50;
  const hasEnd = endpoint !== false;
  const parts = hasEnd ? count - 1 : count;
  const step = (to - from) / parts;
  return built([count], 'float64', limits, (i) =>
    hasEnd && i === count - 1 && i > 0 ? to : i * step + from,
  );
};

const copy: NumpyFunction = (args, runtime) => {
  const source = arrayOf(bind(args, 'a').a, runtime);
  return source instanceof Unknown ? source : copyArray(source);
};

/** The functions that make arrays, by name. */
export const creation: Readonly<Record<string, NumpyFunction>> = {
  array,
  asarray,
  asanyarray: asarray,
  ascontiguousarray: asarray,
  zeros: constant(0),
  ones: constant(1),
  empty: constant(0),
  zeros_like: constantLike(0),
  ones_like: constantLike(1),
  empty_like: constantLike(0),
  full,
  full_like: fullLike,
  eye,
  identity: eye,
  arange,
  linspace,
  copy,
};
