import { broadcastShapes, isClash, say, sameShape, shapeText, type Shape } from '../../core';
import type { Limits } from '../limits';
import { PyError } from '../python/signals';
import { PyList, PyTuple, Unknown, type Value } from '../python/values';
import { castArray, toArray } from './convert';
import { cast, isFloat, isSameKind } from './dtypes';
import { broadcastEntries } from './broadcasting';
import { indexOf, type Index } from './index-parts';
import { makeArray, NdArray, weaker, type Tape } from './ndarray';
import { select } from './selection';
import { isWhole } from './whole';

/** `x[index]`: a view for integers and slices, a copy for arrays. Undefined where the index is unknown. */
export function getItem(x: NdArray, index: Value, limits: Limits, tape: Tape): NdArray | undefined {
  const own = indexOf(x, index, limits);
  if (!own) return undefined;
  const { shape, view, each } = select(x, own.parts);
  const isView = view && shape.length > 0 && own.state === 'known';
  if (isView) return x.view({ shape, strides: view.strides, offset: view.offset, tape });
  const { buffer, dtype } = x;
  const state = weaker(x.state, own.state);
  if (!buffer || !limits.hasRoomFor(shape)) return makeArray(shape, undefined, dtype, state, tape);
  const data = new Float64Array(shape.reduce((size, length) => size * length, 1));
  let cell = 0;
  each((at) => (data[cell++] = buffer[at]!));
  return makeArray(shape, data, dtype, state, tape);
}

/**
 * `x[index] = value`, with broadcasting. What is not known leaves its doubt on x, and on all that
 * shares its entries.
 */
export function setItem(x: NdArray, index: Value, value: Value, limits: Limits): void {
  const own = indexOf(x, index, limits);
  const source = value instanceof Unknown ? undefined : sourceOf(x, value, limits);
  if (!own || !source) return x.doubt('shape-only');
  assertNoSequence(own, value);
  const { shape, each } = select(x, own.parts);
  const entries = entriesFor(x, source, shape);
  x.doubt(weaker(own.state, source.state));
  if (!entries) return;
  change(x, limits);
  const { buffer } = x;
  if (!buffer) return;
  let cell = 0;
  if (entries.length === 1) each((at) => (buffer[at] = entries[0]!));
  else each((at) => (buffer[at] = entries[cell++]!));
}

/**
 * Raises where an operation's result is not written into an array in place: floats into whole numbers,
 * numbers into booleans. `x[index] = value` does it, and loses what does not fit.
 */
export function assertHolds(array: NdArray, result: NdArray): void {
  if (isSameKind(result.dtype, array.dtype)) return;
  throw new PyError(
    'TypeError',
    say('a result of type {from} cannot be written into an array of type {to}', {
      from: result.dtype,
      to: array.dtype,
    }),
    [array],
  );
}

/** A value as an array; numbers of Python's are made into whole ones as Python would, which NaN cannot be. */
function sourceOf(x: NdArray, value: Value, limits: Limits): NdArray | undefined {
  const source = toArray(value, limits);
  if (value instanceof NdArray && value.isScalar && isWhole(x.dtype) && isFloat(value.dtype))
    return toArray(value.entries()?.[0] ?? value, limits, x.dtype) && source;
  const isPython = !(value instanceof NdArray) && isWhole(x.dtype);
  return isPython && source && isFloat(source.dtype) ? toArray(value, limits, x.dtype) : source;
}

/** One place takes a number, not a list of one. */
function assertNoSequence({ parts }: Index, value: Value): void {
  const isList = value instanceof PyList || value instanceof PyTuple;
  if (!isList || parts.length === 0 || parts.some(({ kind }) => kind !== 'integer')) return;
  throw new PyError('ValueError', say('setting an array element with a sequence.'));
}

/** The value's entries as the array holds them, one for each place they go to, or only one for all. */
function entriesFor(x: NdArray, source: NdArray, target: Shape): Float64Array | undefined {
  const own = trimmed(source.shape, target.length);
  const shape = broadcastShapes(target, own);
  if (isClash(shape) || !sameShape(shape, target)) throw cannotBroadcast(x, source, target);
  const value = castArray(source, x.dtype).entries();
  if (!value || value.length === 1) return value;
  return broadcastEntries(value, own, target);
}

function cannotBroadcast(x: NdArray, source: NdArray, target: Shape): PyError {
  return new PyError(
    'ValueError',
    say('could not broadcast input array from shape {from} into shape {to}', {
      from: shapeText(source.shape),
      to: shapeText(target),
    }),
    [x, source],
  );
}

/** Leading axes of length 1 that the target does not have are dropped. */
function trimmed(shape: Shape, rank: number): Shape {
  const extra = Math.max(0, shape.length - rank);
  return shape.slice(0, extra).every((length) => length === 1) ? shape.slice(extra) : shape;
}

/** `x.fill(value)`. */
export function fill(x: NdArray, value: number, limits: Limits): void {
  change(x, limits);
  const { buffer } = x;
  const own = cast(value, x.dtype);
  if (buffer) x.eachOffset((at) => (buffer[at] = own));
}

/** To be called before entries change: those that others have kept are copied. */
function change({ storage }: NdArray, limits: Limits): void {
  if (storage.own()) limits.count(Math.ceil(storage.data!.length / 1000));
}
