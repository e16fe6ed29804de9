import { say, type DType, type Shape } from '../../core';
import { PyError } from '../python/signals';
import { isFloat } from './dtypes';
import { makeArray, type NdArray, type Tape } from './ndarray';

/** How entries along some axes become one. */
export interface Reduction {
  readonly name: string;
  readonly dtype: (dtype: DType) => DType;
  /** Of a run of entries, in order; `isInner` says whether they are neighbours in memory. */
  readonly reduce: (run: Float64Array, isInner: boolean) => number;
  /** Whether an empty run has a result. */
  readonly allowsEmpty: boolean;
}

const summed = (dtype: DType): DType => (dtype === 'bool' || dtype === 'int32' ? 'int64' : dtype);
const floating = (dtype: DType): DType => (isFloat(dtype) ? dtype : 'float64');
const same = (dtype: DType): DType => dtype;

/**
 * The sum as NumPy makes it: pairwise in blocks of 128 with eight running sums along neighbours in
 * memory, one after the other across rows. Both begin at +0.
 */
export function sumOf(run: Float64Array, isInner: boolean): number {
  return isInner ? pairwise(run, 0, run.length) + 0 : run.reduce((sum, entry) => sum + entry, 0);
}

function pairwise(run: Float64Array, from: number, count: number): number {
  if (count < 8) {
    let sum = 0;
    for (let i = from; i < from + count; i++) sum += run[i]!;
    return sum;
  }
  if (count > 128) {
    const half = Math.floor(count / 2) - (Math.floor(count / 2) % 8);
    return pairwise(run, from, half) + pairwise(run, from + half, count - half);
  }
  const sums = Array.from(run.subarray(from, from + 8)) as number[];
  const whole = count - (count % 8);
  for (let i = 8; i < whole; i++) sums[i % 8]! += run[from + i]!;
  const [a, b, c, d, e, f, g, h] = sums as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  let sum = a + b + (c + d) + (e + f + (g + h));
  for (let i = whole; i < count; i++) sum += run[from + i]!;
  return sum;
}

function meanOf(run: Float64Array, isInner: boolean): number {
  return sumOf(run, isInner) / run.length;
}

function varianceOf(run: Float64Array, isInner: boolean): number {
  const mean = meanOf(run, isInner);
  return meanOf(
    run.map((entry) => (entry - mean) * (entry - mean)),
    isInner,
  );
}

function best(run: Float64Array, isBetter: (a: number, b: number) => boolean): number {
  let at = 0;
  for (let i = 1; i < run.length && !Number.isNaN(run[at]!); i++) {
    if (Number.isNaN(run[i]!) || isBetter(run[i]!, run[at]!)) at = i;
  }
  return at;
}

const greater = (a: number, b: number): boolean => a > b;
const less = (a: number, b: number): boolean => a < b;

const reduction = (
  name: string,
  dtype: Reduction['dtype'],
  reduce: Reduction['reduce'],
  allowsEmpty = true,
): Reduction => ({ name, dtype, reduce, allowsEmpty });

/** The reductions, by NumPy's names. */
export const reductions: ReadonlyMap<string, Reduction> = new Map(
  [
    reduction('sum', summed, sumOf),
    reduction('prod', summed, (run) => run.reduce((product, entry) => product * entry, 1)),
    reduction('mean', floating, meanOf),
    reduction('var', floating, varianceOf),
    reduction('std', floating, (run, isInner) => Math.sqrt(varianceOf(run, isInner))),
    reduction('max', same, (run) => run[best(run, greater)]!, false),
    reduction('amax', same, (run) => run[best(run, greater)]!, false),
    reduction('min', same, (run) => run[best(run, less)]!, false),
    reduction('amin', same, (run) => run[best(run, less)]!, false),
    reduction(
      'argmax',
      () => 'int64',
      (run) => best(run, greater),
      false,
    ),
    reduction(
      'argmin',
      () => 'int64',
      (run) => best(run, less),
      false,
    ),
    reduction(
      'any',
      () => 'bool',
      (run) => Number(run.some((entry) => entry !== 0)),
    ),
    reduction(
      'all',
      () => 'bool',
      (run) => Number(run.every((entry) => entry !== 0)),
    ),
    reduction(
      'count_nonzero',
      () => 'int64',
      (run) => run.filter((entry) => entry !== 0).length,
    ),
  ].map((each) => [each.name, each]),
);

/** Reduces along axes; all of them for undefined. Raises for an axis that is not there. */
export function reduce(
  how: Reduction,
  x: NdArray,
  axes: readonly number[] | undefined,
  keepdims: boolean,
  tape: Tape,
): NdArray {
  const reduced = axes
    ? axes.map((axis) => normalizeAxis(axis, x.ndim))
    : x.shape.map((_, axis) => axis);
  const kept = x.shape.map((_, axis) => axis).filter((axis) => !reduced.includes(axis));
  const shape = x.shape.flatMap((length, axis) =>
    reduced.includes(axis) ? (keepdims ? [1] : []) : [length],
  );
  const dtype = how.dtype(x.dtype);
  if (!x.buffer) return makeArray(shape, undefined, dtype, x.state, tape);
  const runLength = reduced.reduce((product, axis) => product * x.shape[axis]!, 1);
  if (runLength === 0 && !how.allowsEmpty) {
    throw new PyError(
      'ValueError',
      say('zero-size array to reduction operation {name} which has no identity', {
        name: how.name,
      }),
    );
  }
  return makeArray(shape, reduceRuns(how, x, reduced, kept, runLength), dtype, x.state, tape);
}

function reduceRuns(
  how: Reduction,
  x: NdArray,
  reduced: readonly number[],
  kept: readonly number[],
  runLength: number,
): Float64Array {
  // In memory order, as NumPy walks: a transposed array is summed as it lies.
  const order = how.name.startsWith('arg')
    ? reduced
    : reduced.toSorted((a, b) => x.strides[b]! - x.strides[a]!);
  const isInner = isInnermost(x, order, kept);
  const starts = offsetsOver(x, kept, x.offset);
  const within = offsetsOver(x, order, 0);
  const run = new Float64Array(runLength);
  return Float64Array.from(starts, (start) => {
    for (let i = 0; i < runLength; i++) run[i] = x.buffer![start + within[i]!]!;
    return how.reduce(run, isInner);
  });
}

/** Whether the reduced axes lie inside all others in memory, so that a run is of neighbours. */
function isInnermost(
  { shape, strides }: NdArray,
  reduced: readonly number[],
  kept: readonly number[],
): boolean {
  const others = kept.filter((axis) => shape[axis]! > 1).map((axis) => strides[axis]!);
  const own = reduced.filter((axis) => shape[axis]! > 1).map((axis) => strides[axis]!);
  return Math.max(0, ...own) < Math.min(Infinity, ...others);
}

/** The buffer offsets that some axes of an array run over, the last axis fastest. */
export function offsetsOver(
  { shape, strides }: Pick<NdArray, 'shape' | 'strides'>,
  axes: readonly number[],
  from: number,
): number[] {
  return axes.reduce<number[]>(
    (offsets, axis) =>
      offsets.flatMap((offset) =>
        Array.from({ length: shape[axis]! }, (_, i) => offset + i * strides[axis]!),
      ),
    [from],
  );
}

/** An axis counted from 0. Raises AxisError for one that is not there. */
export function normalizeAxis(axis: number, ndim: number): number {
  const own = axis < 0 ? axis + ndim : axis;
  if (own < 0 || own >= ndim) {
    throw new PyError(
      'AxisError',
      say('axis {axis} is out of bounds for array of dimension {ndim}', { axis, ndim }),
    );
  }
  return own;
}

/** The shape without the given axes. */
export function without(shape: Shape, axes: readonly number[]): number[] {
  return shape.filter((_, axis) => !axes.includes(axis));
}
