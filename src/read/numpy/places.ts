import { say } from '../../core';
import { bind } from '../python/runtime';
import { PyError } from '../python/signals';
import { Unknown, type Value } from '../python/values';
import { flagOf, numberOf, taped, type NumpyFunction } from './arguments';
import { compareEntries } from './order';
import { makeArray, stateOf } from './ndarray';
import { onArrays } from './operands';

/** How many of the sorted entries come before a value, or before and with it. */
function placeOf(sorted: Float64Array, value: number, isRight: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compareEntries(sorted[middle]!, value);
    if (order < 0 || (isRight && order === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const searchsorted: NumpyFunction = (args, runtime) => {
  const { a, v, side, sorter } = bind(args, 'a', 'v', 'side', 'sorter');
  if (side !== undefined && side !== 'left' && side !== 'right') {
    throw new PyError('ValueError', say("search side must be one of 'left' or 'right'"));
  }
  return onArrays([a, v, sorter ?? 0n], runtime, (x, values, order) => {
    if (x.ndim !== 1)
      throw new PyError('ValueError', say('object too deep for desired array'), [x]);
    const entries = x.entries();
    const own =
      sorter === undefined || sorter === null
        ? entries
        : entries && order.entries()?.map((at) => entries[at]!);
    const tape = taped('searchsorted', [x, values], args);
    const data = own && values.entries()?.map((value) => placeOf(own, value, side === 'right'));
    return makeArray(values.shape, data, 'int64', stateOf([x, values]), tape);
  });
};

const isRising = (entries: Float64Array): boolean =>
  entries.every((entry, i) => i === 0 || entries[i - 1]! <= entry);

/** Between which of the edges each value lies. */
const digitize: NumpyFunction = (args, runtime) => {
  const { x, bins, right } = bind(args, 'x', 'bins', 'right');
  return onArrays([x, bins], runtime, (values, edges) => {
    const entries = edges.entries();
    if (!entries) return new Unknown('the edges are not known');
    if (edges.ndim !== 1)
      throw new PyError('ValueError', say('object too deep for desired array'), [edges]);
    const rises = isRising(entries);
    if (!rises && !isRising(entries.toReversed())) {
      throw new PyError('ValueError', say('bins must be monotonically increasing or decreasing'), [
        edges,
      ]);
    }
    const isRight = flagOf(right);
    const sorted = rises ? entries : entries.toReversed();
    const data = values.entries()?.map((value) => {
      const place = placeOf(sorted, value, rises ? !isRight : isRight);
      return rises ? place : entries.length - place;
    });
    return makeArray(
      values.shape,
      data,
      'int64',
      stateOf([values, edges]),
      taped('digitize', [values], args),
    );
  });
};

/** Values on a line through points. */
const interp: NumpyFunction = (args, runtime) => {
  const { x, xp, fp, left, right, period } = bind(args, 'x', 'xp', 'fp', 'left', 'right', 'period');
  if ((period ?? null) !== null) return new Unknown('periods are not read');
  return onArrays([x, xp, fp], runtime, (at, points, values) => {
    if (points.ndim !== 1 || values.ndim !== 1)
      throw new PyError('ValueError', say('interp needs points in rows'), [points, values]);
    if (points.size !== values.size)
      throw new PyError('ValueError', say('fp and xp are not of the same length.'), [
        points,
        values,
      ]);
    if (points.size === 0)
      throw new PyError('ValueError', say('array of sample points is empty'), [points]);
    const [xs, ys] = [points.entries(), values.entries()];
    const data =
      xs && ys && at.entries()?.map((own) => lineAt(own, xs, ys, outside(left), outside(right)));
    return makeArray(
      at.shape,
      data,
      'float64',
      stateOf([at, points, values]),
      taped('interp', [at], args),
    );
  });
};

const outside = (value: Value | undefined): number | undefined => numberOf(value ?? undefined);

function lineAt(
  x: number,
  xs: Float64Array,
  ys: Float64Array,
  left: number | undefined,
  right: number | undefined,
): number {
  const last = xs.length - 1;
  if (Number.isNaN(x)) return x;
  if (x > xs[last]!) return right ?? ys[last]!;
  if (x < xs[0]!) return left ?? ys[0]!;
  const j = placeOf(xs, x, true) - 1;
  if (j === last || xs[j] === x) return ys[j]!;
  const slope = (ys[j + 1]! - ys[j]!) / (xs[j + 1]! - xs[j]!);
  const value = slope * (x - xs[j]!) + ys[j]!;
  if (!Number.isNaN(value)) return value;
  const back = slope * (x - xs[j + 1]!) + ys[j + 1]!;
  return Number.isNaN(back) && ys[j] === ys[j + 1] ? ys[j]! : back;
}

/** Functions that find where among sorted numbers something stands, by NumPy's names. */
export const places: Readonly<Record<string, NumpyFunction>> = { searchsorted, digitize, interp };
