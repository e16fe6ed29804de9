import { broadcastShapes, isClash, say, shapeText, sizeOf, type Shape } from '../../core';
import type { Limits } from '../limits';
import { PyError } from '../python/signals';
import { ELLIPSIS, PyList, PySlice, PyTuple, Unknown, type Value } from '../python/values';
import { toArray } from './convert';
import { cast } from './dtypes';
import { makeArray, NdArray, type Tape } from './ndarray';

/** One part of an index, once its kind is clear. */
type Part =
  | { readonly kind: 'integer'; readonly at: number }
  | { readonly kind: 'slice'; readonly slice: PySlice }
  | { readonly kind: 'newaxis' }
  | { readonly kind: 'array'; readonly index: NdArray };

/** What an index selects: buffer offsets in the order of the result, and the result's shape. */
interface Selection {
  readonly shape: Shape;
  /** A view, where basic indexing makes one. */
  readonly strides?: readonly number[];
  readonly offset?: number;
  readonly offsets: () => Iterable<number>;
}

/** `x[index]`: a view for integers and slices, a copy for arrays. Undefined where the index is unknown. */
export function getItem(x: NdArray, index: Value, limits: Limits, tape: Tape): NdArray | undefined {
  const selection = select(x, index, limits);
  if (!selection) return undefined;
  const { shape, strides, offset } = selection;
  if (strides && shape.length > 0) return x.view({ shape, strides, offset: offset!, tape });
  if (!x.buffer || !limits.hasRoomFor(shape))
    return makeArray(shape, undefined, x.dtype, x.state, tape);
  const data = Float64Array.from(selection.offsets(), (at) => x.buffer![at]!);
  return makeArray(shape, data, x.dtype, x.state, tape);
}

/** `x[index] = value`, with broadcasting. False where the index or the value is unknown. */
export function setItem(x: NdArray, index: Value, value: Value, limits: Limits): boolean {
  const selection = select(x, index, limits);
  const source = value instanceof Unknown ? undefined : toArray(value, limits);
  const entries = source?.entries();
  if (!selection || !source || !entries || !x.buffer) return false;
  const shape = broadcastShapes(selection.shape, trimmed(source.shape, selection.shape.length));
  if (isClash(shape) || sizeOf(shape) !== sizeOf(selection.shape)) {
    throw new PyError(
      'ValueError',
      say('could not broadcast input array from shape {from} into shape {to}', {
        from: shapeText(source.shape),
        to: shapeText(selection.shape),
      }),
      [x, source],
    );
  }
  const read = broadcastReader(source, entries, selection.shape);
  let cell = 0;
  for (const at of [...selection.offsets()]) x.buffer[at] = cast(read(cell++), x.dtype);
  return true;
}

/** Leading axes of length 1 that the target does not have. */
function trimmed(shape: Shape, rank: number): Shape {
  const extra = Math.max(0, shape.length - rank);
  return shape.slice(0, extra).every((length) => length === 1) ? shape.slice(extra) : shape;
}

function broadcastReader(
  source: NdArray,
  entries: Float64Array,
  shape: Shape,
): (cell: number) => number {
  if (entries.length === 1) return () => entries[0]!;
  if (source.size === sizeOf(shape)) return (cell) => entries[cell]!;
  const own = trimmed(source.shape, shape.length);
  return (cell) => {
    let [rest, at, stride] = [cell, 0, 1];
    for (let back = 1; back <= shape.length; back++) {
      const length = shape[shape.length - back]!;
      const ownLength = own[own.length - back] ?? 1;
      if (ownLength !== 1) at += (rest % length) * stride;
      stride *= ownLength;
      rest = Math.floor(rest / length);
    }
    return entries[at]!;
  };
}

function select(x: NdArray, index: Value, limits: Limits): Selection | undefined {
  const parts = partsOf(index, limits);
  if (!parts) return undefined;
  const full = fillEllipsis(parts, x);
  return full.some((part) => part.kind === 'array')
    ? selectByArrays(x, full)
    : selectView(x, full as Basic[]);
}

type Basic = Exclude<Part, { kind: 'array' }>;

function partsOf(index: Value, limits: Limits): (Part | 'ellipsis')[] | undefined {
  const items: readonly Value[] = index instanceof PyTuple ? index.items : [index];
  const parts: (Part | 'ellipsis')[] = [];
  for (const item of items) {
    const part = partOf(item, limits);
    if (!part) return undefined;
    parts.push(...part);
  }
  return parts;
}

function partOf(item: Value, limits: Limits): (Part | 'ellipsis')[] | undefined {
  if (item === ELLIPSIS) return ['ellipsis'];
  if (item === null) return [{ kind: 'newaxis' }];
  if (typeof item === 'bigint') return [{ kind: 'integer', at: Number(item) }];
  if (item instanceof PySlice) {
    return [item.start, item.stop, item.step].some((bound) => bound instanceof Unknown)
      ? undefined
      : [{ kind: 'slice', slice: item }];
  }
  if (item instanceof PyList || item instanceof NdArray) return arrayPart(item, limits);
  if (item instanceof Unknown) return undefined;
  throw new PyError(
    'IndexError',
    say('only integers, slices, ellipsis, None and integer or boolean arrays are valid indices'),
  );
}

function arrayPart(item: PyList | NdArray, limits: Limits): Part[] | undefined {
  const array = toArray(item, limits);
  if (!array?.buffer) return undefined;
  if (array.dtype === 'bool')
    return array.ndim === 0 ? undefined : nonzero(array).map((index) => ({ kind: 'array', index }));
  if (array.dtype === 'float64' && array.size > 0) {
    throw new PyError(
      'IndexError',
      say('arrays used as indices must be of integer (or boolean) type'),
      [array],
    );
  }
  return array.ndim === 0
    ? [{ kind: 'integer', at: array.entries()![0]! }]
    : [{ kind: 'array', index: array }];
}

/** For each axis, the indices of the entries that are not zero. */
export function nonzero(mask: NdArray): NdArray[] {
  const entries = mask.entries()!;
  const cells = Array.from(entries.keys()).filter((cell) => entries[cell] !== 0);
  return mask.shape.map((length, axis) => {
    const stride = sizeOf(mask.shape.slice(axis + 1));
    const index = Float64Array.from(cells, (cell) => Math.floor(cell / stride) % length);
    return makeArray([cells.length], index, 'int64', mask.state);
  });
}

/** An ellipsis, and axes that are not named at the end, are whole slices. */
function fillEllipsis(parts: readonly (Part | 'ellipsis')[], x: NdArray): Part[] {
  const used = parts.filter((part) => part !== 'ellipsis' && part.kind !== 'newaxis').length;
  if (used > x.ndim) {
    throw new PyError(
      'IndexError',
      say('too many indices for array: array is {ndim}-dimensional, but {count} were indexed', {
        ndim: x.ndim,
        count: used,
      }),
      [x],
    );
  }
  const whole: Part[] = Array.from({ length: x.ndim - used }, () => ({
    kind: 'slice',
    slice: new PySlice(null, null, null),
  }));
  const at = parts.indexOf('ellipsis');
  const named = parts.filter((part) => part !== 'ellipsis');
  return at < 0 ? [...named, ...whole] : [...named.slice(0, at), ...whole, ...named.slice(at)];
}

/** A Python slice over `length` items: where it begins, how it steps, how many it takes. */
export function sliceBounds(
  { start, stop, step }: PySlice,
  length: number,
): { from: number; step: number; count: number } {
  const by = step === null ? 1 : integerOf(step);
  if (by === 0) throw new PyError('ValueError', say('slice step cannot be zero'));
  const clamp = (bound: Value, fallback: number): number => {
    if (bound === null) return fallback;
    const at = integerOf(bound);
    const own = at < 0 ? at + length : at;
    return by > 0 ? Math.min(Math.max(own, 0), length) : Math.min(Math.max(own, -1), length - 1);
  };
  const from = clamp(start, by > 0 ? 0 : length - 1);
  const to = clamp(stop, by > 0 ? length : -1);
  return { from, step: by, count: Math.max(0, Math.ceil((to - from) / by)) };
}

function integerOf(value: Value): number {
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  if (value instanceof NdArray && value.size === 1 && value.buffer) return value.entries()![0]!;
  throw new PyError('TypeError', say('slice indices must be integers'));
}

function selectView(x: NdArray, parts: readonly Basic[]): Selection {
  const shape: number[] = [];
  const strides: number[] = [];
  let { offset } = x;
  let axis = 0;
  for (const part of parts) {
    if (part.kind === 'newaxis') {
      shape.push(1);
      strides.push(0);
      continue;
    }
    const stride = x.strides[axis]!;
    if (part.kind === 'integer') {
      offset += checkedIndex(part.at, x, axis) * stride;
    } else {
      const { from, step, count } = sliceBounds(part.slice, x.shape[axis]!);
      offset += count > 0 ? from * stride : 0;
      shape.push(count);
      strides.push(step * stride);
    }
    axis++;
  }
  const offsets = () => x.view({ shape, strides, offset, tape: x.tape! }).offsets();
  return { shape, strides, offset, offsets };
}

function checkedIndex(at: number, x: NdArray, axis: number): number {
  const length = x.shape[axis]!;
  if (at < -length || at >= length) {
    throw new PyError(
      'IndexError',
      say('index {index} is out of bounds for axis {axis} with size {size}', {
        index: at,
        axis,
        size: length,
      }),
      [x],
    );
  }
  return at < 0 ? at + length : at;
}

/**
 * Indexing by arrays: their broadcast shape stands where they stand if they stand together, else in
 * front (NumPy's rule for advanced indexing).
 */
function selectByArrays(x: NdArray, parts: readonly Part[]): Selection {
  const asArray = (part: Part): Part =>
    part.kind === 'integer'
      ? { kind: 'array', index: makeArray([], Float64Array.of(part.at), 'int64', 'known') }
      : part;
  const all = parts.map(asArray);
  const indices = all.filter((part) => part.kind === 'array').map((part) => part.index);
  const together = indices
    .map(({ shape }) => shape)
    .reduce<Shape>((shape, other) => {
      const both = broadcastShapes(shape, other);
      if (isClash(both))
        throw new PyError(
          'IndexError',
          say('index arrays of shapes {left} and {right} do not fit together', {
            left: shapeText(shape),
            right: shapeText(other),
          }),
        );
      return both;
    }, []);
  const places = all.flatMap((part, at) => (part.kind === 'array' ? [at] : []));
  const isOneRun = places.at(-1)! - places[0]! === places.length - 1;
  const rest = restAxes(x, all);
  const before = isOneRun ? rest.filter(({ place }) => place < places[0]!) : [];
  const after = rest.filter((axis) => !before.includes(axis));
  const shape = [
    ...before.map(({ count }) => count),
    ...together,
    ...after.map(({ count }) => count),
  ];
  const arrayOffsets = offsetsOfArrays(x, all, together);
  const offsets = () => {
    const outer = offsetsOfRest(before);
    const inner = offsetsOfRest(after);
    return outer.flatMap((a) =>
      arrayOffsets.flatMap((b) => inner.map((c) => x.offset + a + b + c)),
    );
  };
  return { shape, offsets };
}

interface RestAxis {
  readonly place: number;
  readonly count: number;
  readonly offsets: readonly number[];
}

/** The axes that slices and new axes leave. */
function restAxes(x: NdArray, parts: readonly Part[]): RestAxis[] {
  let axis = 0;
  return parts.flatMap((part, place): RestAxis[] => {
    if (part.kind === 'newaxis') return [{ place, count: 1, offsets: [0] }];
    const own = axis++;
    if (part.kind !== 'slice') return [];
    const { from, step, count } = sliceBounds(part.slice, x.shape[own]!);
    return [
      {
        place,
        count,
        offsets: Array.from({ length: count }, (_, i) => (from + i * step) * x.strides[own]!),
      },
    ];
  });
}

function offsetsOfRest(axes: readonly RestAxis[]): number[] {
  return axes.reduce<number[]>(
    (all, { offsets }) => all.flatMap((so) => offsets.map((offset) => so + offset)),
    [0],
  );
}

function offsetsOfArrays(x: NdArray, parts: readonly Part[], shape: Shape): number[] {
  const offsets = new Array<number>(sizeOf(shape)).fill(0);
  let axis = 0;
  for (const part of parts) {
    if (part.kind === 'newaxis') continue;
    const own = axis++;
    if (part.kind !== 'array') continue;
    const read = broadcastReader(part.index, part.index.entries()!, shape);
    for (let cell = 0; cell < offsets.length; cell++) {
      offsets[cell]! += checkedIndex(read(cell), x, own) * x.strides[own]!;
    }
  }
  return offsets;
}
