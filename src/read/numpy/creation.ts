import { type DType, type Shape } from '../../core';
import { bind, type Runtime } from '../python/runtime';
import { Unknown, type Value } from '../python/values';
import { arrayOf, integerOf, shapeOf, type NumpyFunction } from './arguments';
import { castArray, copyArray, toArray } from './convert';
import { dtypeOf } from './dtypes';
import { makeArray, NdArray } from './ndarray';
import { ranges } from './ranges';
import { broadcastTo, built } from './shaping';

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

/** `empty`, `empty_like`: nobody knows what is in it before something is written there. */
const unset =
  (make: NumpyFunction): NumpyFunction =>
  (args, runtime) => {
    const made = make(args, runtime);
    if (made instanceof NdArray && made.size > 0) made.storage.unset();
    return made;
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

/** An array of at least one axis, its entries in a row. */
const contiguous: NumpyFunction = (args, runtime) => {
  const made = asarray(args, runtime);
  if (!(made instanceof NdArray)) return made;
  const own = made.isContiguous ? made : copyArray(made);
  return own.ndim === 0 ? raised(own, 1) : own;
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
  runtime: Runtime,
): Value {
  const filling = arrayOf(value, runtime);
  if (filling instanceof Unknown) return new Unknown('the fill value is not known');
  if (!runtime.limits.hasRoomFor(shape))
    return makeArray(shape, undefined, dtype ?? filling.dtype, 'shape-only');
  return castArray(broadcastTo(filling, shape), dtype ?? filling.dtype);
}

const eye: NumpyFunction = (args, { limits }) => {
  const { N, M, k, dtype } = bind(args, 'N', 'M', 'k', 'dtype');
  const [rows] = shapeOf(N) ?? [];
  if (rows === undefined) return new Unknown(UNKNOWN_SHAPE);
  const columns = M === undefined || M === null ? rows : shapeOf(M)?.[0];
  if (columns === undefined) return new Unknown(UNKNOWN_SHAPE);
  const shift = integerOf(k) ?? 0;
  return built([rows, columns], dtypeOf(dtype) ?? 'float64', limits, (i) =>
    (i % columns) - Math.floor(i / columns) === shift ? 1 : 0,
  );
};

const copy: NumpyFunction = (args, runtime) => {
  const source = arrayOf(bind(args, 'a').a, runtime);
  return source instanceof Unknown ? source : copyArray(source);
};

/** Functions that give an array of no axes where others give a number. */
const making = (functions: Record<string, NumpyFunction>): Record<string, NumpyFunction> =>
  Object.fromEntries(
    Object.entries(functions).map(([name, make]): [string, NumpyFunction] => [
      name,
      (args, runtime) => {
        const made = make(args, runtime);
        return made instanceof NdArray ? made.asArray() : made;
      },
    ]),
  );

/** The functions that make arrays, by name. */
export const creation: Readonly<Record<string, NumpyFunction>> = making({
  array,
  asarray,
  asanyarray: asarray,
  ascontiguousarray: contiguous,
  zeros: constant(0),
  ones: constant(1),
  empty: unset(constant(0)),
  zeros_like: constantLike(0),
  ones_like: constantLike(1),
  empty_like: unset(constantLike(0)),
  full,
  full_like: fullLike,
  eye,
  identity: eye,
  ...ranges,
  copy,
});
