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
  if (isInner) return pairwise(run, 0, run.length) + 0;
  let sum = 0;
  for (let i = 0; i < run.length; i++) sum += run[i]!;
  return sum;
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
  return sumOfBlock(run, from, count);
}

function sumOfBlock(run: Float64Array, from: number, count: number): number {
  let a = run[from]!;
  let b = run[from + 1]!;
  let c = run[from + 2]!;
  let d = run[from + 3]!;
  let e = run[from + 4]!;
  let f = run[from + 5]!;
  let g = run[from + 6]!;
  let h = run[from + 7]!;
  const whole = from + count - (count % 8);
  for (let i = from + 8; i < whole; i += 8) {
    a += run[i]!;
    b += run[i + 1]!;
    c += run[i + 2]!;
    d += run[i + 3]!;
    e += run[i + 4]!;
    f += run[i + 5]!;
    g += run[i + 6]!;
    h += run[i + 7]!;
  }
  let sum = a + b + (c + d) + (e + f + (g + h));
  for (let i = whole; i < from + count; i++) sum += run[i]!;
  return sum;
}

function meanOf(run: Float64Array, isInner: boolean): number {
  return sumOf(run, isInner) / run.length;
}

function varianceOf(run: Float64Array, isInner: boolean, freedom = 0): number {
  const mean = meanOf(run, isInner);
  const squares = run.map((entry) => (entry - mean) * (entry - mean));
  return sumOf(squares, isInner) / Math.max(0, run.length - freedom);
}

function reduction(
  name: string,
  dtype: Reduction['dtype'],
  reduce: Reduction['reduce'],
  allowsEmpty = true,
): Reduction {
  return { name, dtype, reduce, allowsEmpty };
}

/** Variance or deviation over n − `freedom` instead of n. */
export function spreadWith(name: string, freedom: number): Reduction {
  const root = name === 'std' ? Math.sqrt : (x: number) => x;
  return reduction(name, floating, (run, isInner) => root(varianceOf(run, isInner, freedom)));
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

/** The reductions, by NumPy's names. */
export const reductions: ReadonlyMap<string, Reduction> = new Map(
  [
    reduction('sum', summed, sumOf),
    reduction('prod', summed, (run) => run.reduce((product, entry) => product * entry, 1)),
    reduction('mean', floating, meanOf),
    spreadWith('var', 0),
    spreadWith('std', 0),
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
  const buffer = x.buffer!;
  const isOneStretch = within.every((offset, i) => offset === i);
  const run = new Float64Array(isOneStretch ? 0 : runLength);
  return starts.map((start) => {
    if (isOneStretch) return how.reduce(buffer.subarray(start, start + runLength), isInner);
    for (let i = 0; i < runLength; i++) run[i] = buffer[start + within[i]!]!;
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

/** The storage offsets that some axes of an array run over, the last axis fastest. */
export function offsetsOver(
  { shape, strides }: Pick<NdArray, 'shape' | 'strides'>,
  axes: readonly number[],
  from: number,
): Float64Array {
  return axes.reduce((offsets, axis) => {
    const [length, stride] = [shape[axis]!, strides[axis]!];
    const wider = new Float64Array(offsets.length * length);
    let at = 0;
    for (const offset of offsets)
      for (let i = 0; i < length; i++) wider[at++] = offset + i * stride;
    return wider;
  }, Float64Array.of(from));
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
