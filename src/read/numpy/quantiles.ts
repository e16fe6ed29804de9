import { isFloat, roundingOf, say, sizeOf, type DType } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { Unknown, type Value } from '../python/values';
import { axesOf, flagOf, taped, type NumpyFunction } from './arguments';
import { makeArray, type NdArray, type Tape } from './ndarray';
import { onArrays } from './operands';
import { floating, reduce, reduction, type Reduction } from './reduce';

const isNaN = Number.isNaN;

function medianOf(run: Float64Array, _: boolean, dtype: DType): number {
  if (run.length === 0 || run.some(isNaN)) return NaN;
  const sorted = run.toSorted();
  const half = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[half]!;
  const round = roundingOf(dtype === 'float16' ? 'float32' : dtype) ?? ((x: number) => x);
  return round(sorted[half - 1]! + sorted[half]!) / 2;
}

const medians: readonly Reduction[] = [
  reduction('median', floating, medianOf),
  reduction('nanmedian', floating, (run, isInner, dtype) =>
    medianOf(
      run.filter((entry) => !isNaN(entry)),
      isInner,
      dtype,
    ),
  ),
];

/** Ways to take a value from between two. */
const PLACES: Readonly<Record<string, (at: number) => number>> = {
  linear: (at) => at,
  lower: Math.floor,
  higher: Math.ceil,
  nearest: (at) => (at % 1 === 0.5 ? 2 * Math.round(at / 2) : Math.round(at)),
  midpoint: (at) => 0.5 * (Math.floor(at) + Math.ceil(at)),
};

/** The value a fraction of the way through the sorted entries, between two where it falls between. */
function quantileOf(
  run: Float64Array,
  fraction: number,
  place: (at: number) => number,
  round: (x: number) => number,
): number {
  if (run.some(isNaN)) return NaN;
  const sorted = run.toSorted();
  const at = place(fraction * (sorted.length - 1));
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  if (at === Math.floor(at)) return place === PLACES['linear'] ? low + (high - low) * 0 : low;
  const part = at - Math.floor(at);
  const apart = round(high - low);
  return part < 0.5 ? low + apart * part : high - apart * (1 - part);
}

interface Quantile {
  readonly name: string;
  readonly passesNaN: boolean;
  readonly method: string;
  readonly fraction: number;
}

function quantileReduction({ name, passesNaN, method, fraction }: Quantile, x: NdArray): Reduction {
  const round = (isFloat(x.dtype) && roundingOf(x.dtype)) || ((difference: number) => difference);
  const place = PLACES[method];
  if (!place) throw new Unread();
  if (!(fraction >= 0 && fraction <= 1)) {
    throw new PyError('ValueError', say('a part of the entries must lie between none and all'));
  }
  const isBetween = method === 'linear' || method === 'midpoint';
  return reduction(
    name,
    (dtype) => {
      if (!isBetween) return dtype;
      if (dtype !== 'bool') return 'float64';
      throw new PyError('TypeError', say('NumPy does not subtract booleans; use ^ or logical_xor'));
    },
    (run) => {
      const own = passesNaN ? run.filter((entry) => !isNaN(entry)) : run;
      return own.length === 0 && passesNaN ? NaN : quantileOf(own, fraction, place, round);
    },
    passesNaN,
  );
}

const quantile =
  (name: string, scale: number): NumpyFunction =>
  (args, runtime) => {
    const { a, q, axis, keepdims, method, interpolation } = bind(
      args,
      'a',
      'q',
      'axis',
      'out',
      'overwrite_input',
      'method',
      'keepdims',
      'interpolation',
    );
    const way = String(interpolation ?? method ?? 'linear');
    return onArrays([a, q], runtime, (x, parts) => {
      const fractions = parts.entries();
      if (!fractions || parts.state !== 'known') return new Unknown('which part is not known');
      const tape = taped(name, [x], args);
      const each = Array.from(fractions, (part) => {
        const passesNaN = name.startsWith('nan');
        const how = quantileReduction({ name, passesNaN, method: way, fraction: part / scale }, x);
        return reduce(how, x, axesOf(axis), tape, { keepdims: flagOf(keepdims) });
      });
      return parts.ndim === 0 ? each[0]! : stacked(each, parts, x, tape);
    });
  };

/** The results for several parts, one after the other along new first axes. */
function stacked(each: readonly NdArray[], parts: NdArray, x: NdArray, tape: Tape): Value {
  const [first] = each;
  if (!first) throw new Unread();
  const shape = [...parts.shape, ...first.shape];
  if (each.some(({ buffer }) => !buffer))
    return makeArray(shape, undefined, first.dtype, x.state, tape);
  const data = new Float64Array(sizeOf(shape));
  each.forEach((part, i) => data.set(part.entries()!, i * first.size));
  return makeArray(shape, data, first.dtype, x.state, tape);
}

/** Medians, and what lies any other part of the way through the entries, by NumPy's names. */
export const orderStatistics = {
  medians,
  functions: {
    percentile: quantile('percentile', 100),
    quantile: quantile('quantile', 1),
    nanpercentile: quantile('nanpercentile', 100),
    nanquantile: quantile('nanquantile', 1),
  } as Readonly<Record<string, NumpyFunction>>,
};
