import { say, sizeOf, type ValueState } from '../../core';
import type { Limits } from '../limits';
import { PyError } from '../python/signals';
import { ELLIPSIS, PyList, PyRange, PySlice, PyTuple, Unknown, type Value } from '../python/values';
import { toArray } from './convert';
import { makeArray, NdArray, weaker } from './ndarray';

/** One part of an index, once its kind is clear. */
export type IndexPart =
  | { readonly kind: 'integer'; readonly at: number }
  | { readonly kind: 'slice'; readonly slice: PySlice }
  /** A mask of no axes makes an axis of length 1 or 0. */
  | { readonly kind: 'newaxis'; readonly length: 0 | 1 }
  /** Of a mask, `length` is how long it is along the axis. */
  | { readonly kind: 'array'; readonly index: NdArray; readonly length?: number };

/** The parts of an index, one for each axis it names, and how far they can be trusted. */
export interface Index {
  readonly parts: readonly IndexPart[];
  readonly state: ValueState;
}

type RawPart = IndexPart | 'ellipsis';

/** What an index says of an array; undefined where something in it is not known. Raises IndexError. */
export function indexOf(x: NdArray, index: Value, limits: Limits): Index | undefined {
  const items: readonly Value[] = index instanceof PyTuple ? index.items : [index];
  const parts: RawPart[] = [];
  let state: ValueState = 'known';
  for (const item of items) {
    const part = partOf(item, limits);
    if (!part) return undefined;
    parts.push(...part);
    if (item instanceof NdArray) state = weaker(state, item.state);
  }
  return { parts: fillEllipsis(parts, x), state };
}

function partOf(item: Value, limits: Limits): RawPart[] | undefined {
  if (item === ELLIPSIS) return ['ellipsis'];
  if (item === null) return [{ kind: 'newaxis', length: 1 }];
  if (typeof item === 'bigint') return [{ kind: 'integer', at: Number(item) }];
  if (item instanceof PySlice) {
    return [item.start, item.stop, item.step].some((bound) => bound instanceof Unknown)
      ? undefined
      : [{ kind: 'slice', slice: item }];
  }
  const isSequence = item instanceof PyList || item instanceof PyTuple || item instanceof PyRange;
  if (isSequence || item instanceof NdArray) return arrayPart(item, limits);
  if (typeof item === 'boolean') return maskPart(item);
  if (item instanceof Unknown) return undefined;
  throw new PyError(
    'IndexError',
    say('only integers, slices, ellipsis, None and integer or boolean arrays are valid indices'),
  );
}

/** `x[True]` is x with a new axis in front, `x[False]` is nothing of it. */
function maskPart(flag: boolean): RawPart[] {
  return [{ kind: 'newaxis', length: flag ? 1 : 0 }];
}

function arrayPart(
  item: PyList | PyTuple | PyRange | NdArray,
  limits: Limits,
): RawPart[] | undefined {
  const array = toArray(item, limits);
  if (!array?.buffer) return undefined;
  if (array.dtype === 'bool') {
    return array.ndim === 0
      ? maskPart(array.entries()![0] !== 0)
      : nonzero(array).map((index, axis) => ({ kind: 'array', index, length: array.shape[axis]! }));
  }
  if (/^float/.test(array.dtype) && (array.size > 0 || item instanceof NdArray)) {
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
  if (mask.ndim === 0) return nonzero(makeArray([1], mask.entries(), mask.dtype, mask.state));
  const entries = mask.entries()!;
  const cells: number[] = [];
  for (let cell = 0; cell < entries.length; cell++) if (entries[cell] !== 0) cells.push(cell);
  return mask.shape.map((length, axis) => {
    const stride = sizeOf(mask.shape.slice(axis + 1));
    const index = new Float64Array(cells.length);
    for (let i = 0; i < index.length; i++) index[i] = Math.floor(cells[i]! / stride) % length;
    return makeArray([cells.length], index, 'int64', mask.state);
  });
}

/** An ellipsis, and axes that are not named at the end, are whole slices. */
function fillEllipsis(parts: readonly RawPart[], x: NdArray): IndexPart[] {
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
  const whole: IndexPart[] = Array.from({ length: x.ndim - used }, () => ({
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
  const by = step === null ? 1 : boundOf(step);
  if (by === 0) throw new PyError('ValueError', say('slice step cannot be zero'));
  const clamp = (bound: Value, fallback: number): number => {
    if (bound === null) return fallback;
    const at = boundOf(bound);
    const own = at < 0 ? at + length : at;
    return by > 0 ? Math.min(Math.max(own, 0), length) : Math.min(Math.max(own, -1), length - 1);
  };
  const from = clamp(start, by > 0 ? 0 : length - 1);
  const to = clamp(stop, by > 0 ? length : -1);
  return { from, step: by, count: Math.max(0, Math.ceil((to - from) / by)) };
}

function boundOf(value: Value): number {
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  const isInteger = value instanceof NdArray && !/^float/.test(value.dtype);
  if (isInteger && value.size === 1 && value.buffer) return value.entries()![0]!;
  throw new PyError('TypeError', say('slice indices must be integers'));
}

/** An index along an axis, counted from 0. Raises IndexError for one that is not there. */
export function checkedIndex(at: number, x: NdArray, axis: number): number {
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
