import { sizeOf } from '../../core';
import { bind } from '../python/runtime';
import { Unknown, type Args } from '../python/values';
import { axesOf, integerOf, numberOf, taped, type NumpyFunction } from './arguments';
import { castArray } from './convert';
import { dtypeOf, isFloat } from './dtypes';
import { makeArray, NdArray, type Tape } from './ndarray';
import { onArrays } from './operands';
import {
  normalizeAxis,
  offsetsOver,
  reduce,
  reductions,
  spreadWith,
  type Reduction,
} from './reduce';
import { reshape } from './shaping';

/** Extremes, `any` and `all` have no `dtype`; sums and means do. */
function reduceArguments(name: string, args: Args) {
  const isSum = name === 'sum' || name === 'prod' || name === 'mean';
  return isSum
    ? bind(args, 'a', 'axis', 'dtype', 'out', 'keepdims')
    : { ...bind(args, 'a', 'axis', 'out', 'keepdims'), dtype: undefined };
}

const reducer =
  (how: Reduction): NumpyFunction =>
  (args, runtime) => {
    const isSpread = how.name === 'var' || how.name === 'std';
    const { a, axis, keepdims, dtype, ddof } = isSpread
      ? bind(args, 'a', 'axis', 'dtype', 'out', 'ddof', 'keepdims')
      : { ...reduceArguments(how.name, args), ddof: undefined };
    if (axis instanceof Unknown || keepdims instanceof Unknown) return new Unknown('the axis');
    return onArrays([a], runtime, (given) => {
      const wanted = dtypeOf(dtype);
      const own = wanted ? castArray(given, wanted) : given;
      const tape = taped(how.name, [given], args);
      const freedom = isSpread ? spreadWith(how.name, integerOf(ddof) ?? 0) : how;
      return reduce(freedom, own, axesOf(axis), keepdims === true, tape);
    });
  };

/** Running totals along an axis, or over all entries in a row. */
const running =
  (name: string, apply: (total: number, entry: number) => number): NumpyFunction =>
  (args, runtime) => {
    const { a, axis } = bind(args, 'a', 'axis');
    return onArrays([a], runtime, (given) => {
      const tape = taped(name, [given], args);
      const along = integerOf(axis);
      const x = along === undefined ? reshape(given, [given.size], tape) : given;
      return runAlong(x, normalizeAxis(along ?? 0, x.ndim), apply, tape);
    });
  };

function runAlong(
  x: NdArray,
  axis: number,
  apply: (total: number, entry: number) => number,
  tape: Tape,
): NdArray {
  const dtype = x.dtype === 'bool' || x.dtype === 'int32' ? 'int64' : x.dtype;
  const data = x.entries()?.slice();
  const stride = sizeOf(x.shape.slice(axis + 1));
  const length = x.shape[axis]!;
  for (let cell = 0; data && cell < data.length; cell++) {
    const isFirst = Math.floor(cell / stride) % length === 0;
    if (!isFirst) data[cell] = apply(data[cell - stride]!, data[cell]!);
  }
  return makeArray(x.shape, data, dtype, x.state, tape);
}

/** The value a fraction of the way through the sorted entries, between two where it falls between. */
function quantileOf(run: Float64Array, fraction: number): number {
  if (run.some(Number.isNaN)) return NaN;
  const sorted = run.toSorted();
  const at = fraction * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  const part = at - Math.floor(at);
  return part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part);
}

const floating = (dtype: NdArray['dtype']): NdArray['dtype'] =>
  isFloat(dtype) ? dtype : 'float64';

function medianOf(run: Float64Array): number {
  if (run.some(Number.isNaN)) return NaN;
  const sorted = run.toSorted();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

const quantile =
  (name: string, scale: number): NumpyFunction =>
  (args, runtime) => {
    const { a, q, axis, keepdims } = bind(args, 'a', 'q', 'axis', 'out', 'keepdims');
    const fraction = numberOf(q);
    if (fraction === undefined) return new Unknown('which part is not known');
    const how: Reduction = {
      name,
      dtype: floating,
      reduce: (run) => quantileOf(run, fraction / scale),
      allowsEmpty: false,
    };
    return onArrays([a], runtime, (own) =>
      reduce(how, own, axesOf(axis), keepdims === true, taped(name, [own], args)),
    );
  };

const median: Reduction = { name: 'median', dtype: floating, reduce: medianOf, allowsEmpty: false };

/** Reductions that pass over what is not a number. */
const withoutNaN = [...reductions.values()].flatMap((how) =>
  ['sum', 'mean', 'max', 'min', 'std', 'var', 'prod'].includes(how.name)
    ? [
        {
          ...how,
          name: `nan${how.name}`,
          reduce: (run: Float64Array, isInner: boolean) =>
            how.reduce(
              run.filter((entry) => !Number.isNaN(entry)),
              isInner,
            ),
        },
      ]
    : [],
);

const spread: Reduction = {
  name: 'ptp',
  dtype: (dtype) => dtype,
  reduce: (run) => run.reduce((a, b) => Math.max(a, b)) - run.reduce((a, b) => Math.min(a, b)),
  allowsEmpty: false,
};

/** The weighted mean. */
const average: NumpyFunction = (args, runtime) => {
  const { a, axis, weights } = bind(args, 'a', 'axis', 'weights');
  const mean = reducer(reductions.get('mean')!);
  if (weights === undefined || weights === null) {
    return mean({ ...args, positional: [a ?? null, axis ?? null], keywords: new Map() }, runtime);
  }
  return new Unknown('weighted means are not read');
};

/** Differences of neighbours along an axis. */
const diff: NumpyFunction = (args, runtime) => {
  const { a, n, axis } = bind(args, 'a', 'n', 'axis');
  if (n !== undefined && n !== 1n) return new Unknown('higher differences are not read');
  return onArrays([a], runtime, (x) => {
    const along = normalizeAxis(integerOf(axis) ?? -1, x.ndim);
    const shape = x.shape.with(along, Math.max(0, x.shape[along]! - 1));
    const { buffer } = x;
    const step = x.strides[along]!;
    const starts =
      buffer && offsetsOver({ shape, strides: x.strides }, [...shape.keys()], x.offset);
    const data = starts?.map((at) => buffer![at + step]! - buffer![at]!);
    return makeArray(shape, data, x.dtype, x.state, taped('diff', [x], args));
  });
};

/** Functions along axes, by NumPy's names. */
export const reducers: Readonly<Record<string, NumpyFunction>> = {
  ...Object.fromEntries(
    [...reductions.values(), ...withoutNaN, median, spread].map((how) => [how.name, reducer(how)]),
  ),
  cumsum: running('cumsum', (total, entry) => total + entry),
  cumprod: running('cumprod', (total, entry) => total * entry),
  percentile: quantile('percentile', 100),
  quantile: quantile('quantile', 1),
  average,
  diff,
};
