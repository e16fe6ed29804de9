import { roundingOf, say, sumType, type DType } from '../../core';
import { PyError } from '../python/signals';
import { isFloat, roundTo } from './dtypes';
import { makeArray, type NdArray, type Tape } from './ndarray';
import { meanOf, sumOf, varianceOf } from './sums';
import { heldEntries, isWhole, wholeProduct } from './whole';

/** How entries along some axes become one. */
export interface Reduction {
  readonly name: string;
  /** The result's type for the entries'. Raises TypeError for entries it does not take. */
  readonly dtype: (dtype: DType) => DType;
  /**
   * Of a run of entries, in order; `isInner` says whether they are neighbours in memory, `dtype` is the
   * result's.
   */
  readonly reduce: (run: Float64Array, isInner: boolean, dtype: DType) => number;
  /** Whether an empty run has a result. */
  readonly allowsEmpty: boolean;
}

/** The type of a mean: a float. */
export const floating = (dtype: DType): DType => (isFloat(dtype) ? dtype : 'float64');
const same = (dtype: DType): DType => dtype;

/** A reduction; empty runs have a result unless said otherwise. */
export function reduction(
  name: string,
  dtype: Reduction['dtype'],
  reduce: Reduction['reduce'],
  allowsEmpty = true,
): Reduction {
  return { name, dtype, reduce, allowsEmpty };
}

/** Variance or deviation over n − `freedom` instead of n. */
export function spreadWith(name: string, freedom: number): Reduction {
  const root = name.endsWith('std') ? Math.sqrt : (x: number) => x;
  return reduction(name, floating, (run, isInner, dtype) =>
    root(varianceOf(run, isInner, dtype, freedom)),
  );
}

function productOf(run: Float64Array, _: boolean, dtype: DType): number {
  if (isWhole(dtype)) return wholeProduct(run, dtype);
  const round = roundingOf(dtype) ?? ((x: number) => x);
  return run.reduce((product, entry) => round(product * entry), 1);
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
const most: Reduction['reduce'] = (run) => run[best(run, greater)]!;
const least: Reduction['reduce'] = (run) => run[best(run, less)]!;
const wholeNumber = (): DType => 'int64';
const truth = (): DType => 'bool';

/** The reductions, by NumPy's names. */
export const reductions: ReadonlyMap<string, Reduction> = new Map(
  [
    reduction('sum', sumType, sumOf),
    reduction('prod', sumType, productOf),
    reduction('mean', floating, meanOf),
    spreadWith('var', 0),
    spreadWith('std', 0),
    reduction('max', same, most, false),
    reduction('amax', same, most, false),
    reduction('min', same, least, false),
    reduction('amin', same, least, false),
    reduction('argmax', wholeNumber, (run) => best(run, greater), false),
    reduction('argmin', wholeNumber, (run) => best(run, less), false),
    reduction('any', truth, (run) => Number(run.some((entry) => entry !== 0))),
    reduction('all', truth, (run) => Number(run.every((entry) => entry !== 0))),
    reduction('count_nonzero', wholeNumber, (run) => run.filter((entry) => entry !== 0).length),
  ].map((each) => [each.name, each]),
);

/** What else a reduction may be given. */
export interface Reducing {
  readonly keepdims?: boolean;
  /** Only entries where this is true count. Of the same shape as the array. */
  readonly where?: NdArray | undefined;
  /** What an empty run has, and what every run has besides. */
  readonly initial?: number | undefined;
}

/** Reduces along axes; all of them for undefined. Raises for an axis that is not there. */
export function reduce(
  how: Reduction,
  x: NdArray,
  axes: readonly number[] | undefined,
  tape: Tape,
  { keepdims = false, where, initial }: Reducing = {},
): NdArray {
  const reduced = axes ? distinctAxes(axes, x.ndim) : x.shape.map((_, axis) => axis);
  const kept = x.shape.map((_, axis) => axis).filter((axis) => !reduced.includes(axis));
  const shape = x.shape.flatMap((length, axis) =>
    reduced.includes(axis) ? (keepdims ? [1] : []) : [length],
  );
  const dtype = how.dtype(x.dtype);
  if (!x.buffer || (where && !where.buffer))
    return makeArray(shape, undefined, dtype, x.state, tape);
  const runLength = reduced.reduce((product, axis) => product * x.shape[axis]!, 1);
  if (runLength === 0 && !how.allowsEmpty && initial === undefined) throw noIdentity(how);
  const data = reduceRuns(how, x, reduced, kept, runLength, dtype, where, initial);
  const held = heldEntries(data, dtype);
  return makeArray(shape, held && roundTo(held, dtype), dtype, x.state, tape);
}

function noIdentity({ name }: Reduction): PyError {
  return new PyError(
    'ValueError',
    say('zero-size array to reduction operation {name} which has no identity', { name }),
  );
}

function reduceRuns(
  how: Reduction,
  x: NdArray,
  reduced: readonly number[],
  kept: readonly number[],
  runLength: number,
  dtype: DType,
  where: NdArray | undefined,
  initial: number | undefined,
): Float64Array {
  // In memory order, as NumPy walks: a transposed array is summed as it lies.
  const order = how.name.includes('arg')
    ? reduced
    : reduced.toSorted((a, b) => x.strides[b]! - x.strides[a]!);
  const isInner = isInnermost(x, order, kept);
  const starts = offsetsOver(x, kept, x.offset);
  const within = offsetsOver(x, order, 0);
  const flags = where && flagsOf(where, kept, order);
  const buffer = x.buffer!;
  const isOneStretch = within.every((offset, i) => offset === i);
  const run = new Float64Array(isOneStretch ? 0 : runLength);
  return starts.map((start, at) => {
    const own = isOneStretch ? buffer.subarray(start, start + runLength) : run;
    if (!isOneStretch) for (let i = 0; i < runLength; i++) run[i] = buffer[start + within[i]!]!;
    const counted = flags ? own.filter((_, i) => flags(at, i)) : own;
    return initial === undefined
      ? how.reduce(counted, isInner, dtype)
      : reduceFrom(initial, how, counted, isInner, dtype);
  });
}

/** A run that begins with a number of its own. */
function reduceFrom(
  initial: number,
  how: Reduction,
  run: Float64Array,
  isInner: boolean,
  dtype: DType,
): number {
  if (run.length === 0 && !how.allowsEmpty) return initial;
  return how.reduce(Float64Array.of(initial, how.reduce(run, isInner, dtype)), false, dtype);
}

/** Whether an entry of a run counts. */
function flagsOf(
  where: NdArray,
  kept: readonly number[],
  order: readonly number[],
): (run: number, i: number) => boolean {
  const starts = offsetsOver(where, kept, where.offset);
  const within = offsetsOver(where, order, 0);
  return (run, i) => where.buffer![starts[run]! + within[i]!]! !== 0;
}

/** Whether the reduced axes lie inside all others in memory, so that a run is of neighbours. */
function isInnermost(
  { shape, strides }: NdArray,
  reduced: readonly number[],
  kept: readonly number[],
): boolean {
  const others = kept.filter((axis) => shape[axis]! > 1).map((axis) => Math.abs(strides[axis]!));
  const own = reduced.filter((axis) => shape[axis]! > 1).map((axis) => Math.abs(strides[axis]!));
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

/** Axes counted from 0, none of them twice. A number has an axis 0 for reductions. */
function distinctAxes(axes: readonly number[], ndim: number): number[] {
  if (ndim === 0 && axes.length === 1 && (axes[0] === 0 || axes[0] === -1)) return [];
  const own = axes.map((axis) => normalizeAxis(axis, ndim));
  if (new Set(own).size === own.length) return own;
  throw new PyError('ValueError', say('an axis is given twice'));
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
