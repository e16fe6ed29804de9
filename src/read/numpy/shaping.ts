import {
  broadcastShapes,
  broadcastStrides,
  isClash,
  promote,
  sameShape,
  say,
  shapeText,
  sizeOf,
  type Shape,
} from '../../core';
import type { Limits } from '../limits';
import { PyError } from '../python/signals';
import { cast } from './dtypes';
import { makeArray, stateOf, type NdArray, type Tape } from './ndarray';
import { normalizeAxis } from './reduce';
import { broadcastError } from './elementwise';
import { regrouped, rowMajorStrides } from './regrouping';

/** A view with its axes in another order; reversed for undefined. */
export function transpose(x: NdArray, axes: readonly number[] | undefined, tape: Tape): NdArray {
  const order =
    axes?.map((axis) => normalizeAxis(axis, x.ndim)) ?? x.shape.map((_, axis) => x.ndim - 1 - axis);
  if (order.length !== x.ndim) throw new PyError('ValueError', say('axes don’t match array'), [x]);
  return x.view({
    shape: order.map((axis) => x.shape[axis]!),
    strides: order.map((axis) => x.strides[axis]!),
    offset: x.offset,
    tape,
  });
}

/** The same entries in another shape: a view where they lie in a row, else a copy. One length may be −1. */
export function reshape(x: NdArray, wanted: readonly number[], tape: Tape): NdArray {
  const free = wanted.filter((length) => length < 0).length;
  if (free > 1) {
    throw new PyError('ValueError', say('can only specify one unknown dimension'), [x]);
  }
  const rest = wanted
    .filter((length) => length >= 0)
    .reduce((product, length) => product * length, 1);
  const shape = wanted.map((length) =>
    length >= 0 ? length : rest === 0 ? 0 : Math.floor(x.size / rest),
  );
  if (sizeOf(shape) !== x.size || (free > 0 && rest === 0)) {
    throw new PyError(
      'ValueError',
      say('cannot reshape array of size {size} into shape {shape}', {
        size: x.size,
        shape: shapeText(wanted),
      }),
      [x],
    );
  }
  const strides = x.isContiguous || x.size === 0 ? rowMajorStrides(shape) : regrouped(x, shape);
  if (strides) return x.view({ shape, strides, offset: x.offset, tape });
  return makeArray(shape, x.entries(), x.dtype, x.state, tape);
}

/** The shape that arrays take together. Raises ValueError. */
export function sharedShape(arrays: readonly NdArray[]): Shape {
  return arrays.reduce<Shape>((shape, array) => {
    const both = broadcastShapes(shape, array.shape);
    if (isClash(both)) throw broadcastError(arrays[0]!, array);
    return both;
  }, []);
}

/** A view that repeats entries, without moving one, to fill a larger shape. Raises ValueError. */
export function broadcastTo(x: NdArray, shape: Shape, tape?: Tape): NdArray {
  const both = broadcastShapes(x.shape, shape);
  if (isClash(both) || !sameShape(both, shape)) {
    throw new PyError(
      'ValueError',
      say('could not broadcast input array from shape {from} into shape {to}', {
        from: shapeText(x.shape),
        to: shapeText(shape),
      }),
      [x],
    );
  }
  const lead = shape.length - x.ndim;
  const stretched = broadcastStrides(x.shape, shape);
  const strides = stretched.map((step, axis) => (step === 0 ? 0 : x.strides[axis - lead]!));
  return x.view({ shape, strides, offset: x.offset, tape });
}

/** Arrays joined along an axis they have. Raises ValueError where other axes differ. */
export function concatenate(
  arrays: readonly NdArray[],
  axisGiven: number,
  limits: Limits,
  tape: Tape,
): NdArray {
  const [first] = arrays;
  if (!first) throw new PyError('ValueError', say('need at least one array to concatenate'));
  const axis = normalizeAxis(axisGiven, first.ndim);
  for (const array of arrays) assertJoinable(first, array, axis);
  const shape = first.shape.with(
    axis,
    arrays.reduce((sum, array) => sum + array.shape[axis]!, 0),
  );
  const dtype = arrays.map((array) => array.dtype).reduce(promote);
  const state = stateOf(arrays);
  if (arrays.some(({ buffer }) => !buffer) || !limits.hasRoomFor(shape))
    return makeArray(shape, undefined, dtype, state, tape);
  const data = new Float64Array(sizeOf(shape));
  const inner = sizeOf(shape.slice(axis + 1));
  const outer = sizeOf(shape.slice(0, axis));
  let before = 0;
  for (const array of arrays) {
    const run = array.shape[axis]! * inner;
    const entries = array.entries()!;
    for (let i = 0; i < outer; i++) {
      data.set(entries.subarray(i * run, (i + 1) * run), i * shape[axis]! * inner + before);
    }
    before += run;
  }
  return makeArray(shape, data, dtype, state, tape);
}

function assertJoinable(first: NdArray, array: NdArray, axis: number): void {
  const fits =
    array.ndim === first.ndim &&
    array.shape.every((length, at) => at === axis || length === first.shape[at]);
  if (fits) return;
  throw new PyError(
    'ValueError',
    say('arrays of shapes {left} and {right} cannot be joined along axis {axis}', {
      left: shapeText(first.shape),
      right: shapeText(array.shape),
      axis,
    }),
    [first, array],
  );
}

/** The array with new axes of length 1 at the given places of the result. */
export function expandDims(x: NdArray, axes: readonly number[], tape: Tape): NdArray {
  const rank = x.ndim + axes.length;
  const places = axes.map((axis) => normalizeAxis(axis, rank));
  if (new Set(places).size < places.length) {
    throw new PyError('ValueError', say('an axis is given twice'));
  }
  const lengths = [...x.shape];
  const shape = Array.from({ length: rank }, (_, axis) =>
    places.includes(axis) ? 1 : lengths.shift()!,
  );
  return reshape(x, shape, tape);
}

/** The array without its axes of length 1, or without those named. Raises ValueError for a longer one. */
export function squeeze(x: NdArray, axes: readonly number[] | undefined, tape: Tape): NdArray {
  const isNumber = x.ndim === 0 && axes?.every((axis) => axis === 0 || axis === -1);
  const dropped = isNumber ? [] : axes?.map((axis) => normalizeAxis(axis, x.ndim));
  if (dropped?.some((axis) => x.shape[axis] !== 1)) {
    throw new PyError('ValueError', say('only an axis of length 1 can be squeezed out'), [x]);
  }
  const kept = [...x.shape.keys()].filter((axis) =>
    dropped ? !dropped.includes(axis) : x.shape[axis] !== 1,
  );
  return x.view({
    shape: kept.map((axis) => x.shape[axis]!),
    strides: kept.map((axis) => x.strides[axis]!),
    offset: x.offset,
    tape,
  });
}

/** The array repeated as a whole. */
export function tile(x: NdArray, counts: readonly number[], limits: Limits, tape: Tape): NdArray {
  const ndim = Math.max(x.ndim, counts.length);
  let result = reshape(x, [...new Array<number>(ndim - x.ndim).fill(1), ...x.shape], tape);
  [...new Array<number>(ndim - counts.length).fill(1), ...counts].forEach((count, axis) => {
    const length = result.shape[axis]!;
    const shape = result.shape.with(axis, length * count);
    if (!limits.hasRoomFor(shape)) {
      result = makeArray(shape, undefined, x.dtype, x.state, tape);
      return;
    }
    const index = Array.from({ length: length * count }, (_, i) => i % length);
    result = take(result, index, axis, limits, tape);
  });
  return result;
}

/** Entries at indices along an axis. */
export function take(
  x: NdArray,
  index: ArrayLike<number>,
  axisGiven: number,
  limits: Limits,
  tape: Tape,
): NdArray {
  const axis = normalizeAxis(axisGiven, x.ndim);
  const shape = x.shape.with(axis, index.length);
  const entries = x.entries();
  if (!entries || !limits.hasRoomFor(shape))
    return makeArray(shape, undefined, x.dtype, x.state, tape);
  const inner = sizeOf(x.shape.slice(axis + 1));
  const outer = sizeOf(x.shape.slice(0, axis));
  const length = x.shape[axis]!;
  const data = new Float64Array(sizeOf(shape));
  let at = 0;
  for (let i = 0; i < outer; i++) {
    for (let k = 0; k < index.length; k++) {
      const j = index[k]!;
      const from = (i * length + j) * inner;
      data.set(entries.subarray(from, from + inner), at);
      at += inner;
    }
  }
  return makeArray(shape, data, x.dtype, x.state, tape);
}

/** Entries cast and laid out as given, for functions that build arrays cell by cell. */
export function built(
  shape: Shape,
  dtype: NdArray['dtype'],
  limits: Limits,
  at: (i: number) => number,
): NdArray {
  if (!limits.hasRoomFor(shape)) return makeArray(shape, undefined, dtype, 'shape-only');
  const data = new Float64Array(sizeOf(shape));
  for (let i = 0; i < data.length; i++) data[i] = cast(at(i), dtype);
  return makeArray(shape, data, dtype, 'known');
}
