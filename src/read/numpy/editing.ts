import { say, sizeOf } from '../../core';
import { bind, type Runtime } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { PySlice, PyTuple, Unknown, type Args, type Value } from '../python/values';
import { arrayOf, axisOf, integerOf, shapeOf, taped, type NumpyFunction } from './arguments';
import { castArray } from './convert';
import { sliceBounds } from './index-parts';
import { flattened } from './joining';
import { makeArray, type NdArray, type Tape } from './ndarray';
import { onArrays } from './operands';
import { normalizeAxis } from './reduce';
import { broadcastTo, concatenate, reshape, take, transpose } from './shaping';
import { block } from './blocks';

/** Along which axis a function works; a row of all entries where none is given. */
function alongAxis(
  x: NdArray,
  axis: Value | undefined,
  args: Args,
  raises = false,
): [NdArray, number] {
  const isFlat = axis === undefined || axis === null;
  const own = isFlat || (x.ndim === 0 && raises) ? flattened(x, args) : x;
  return [own, normalizeAxis(isFlat ? 0 : axisOf(axis, 0), own.ndim)];
}

/** The places that an index names along an axis; one for a single number. */
function placesOf(
  index: Value | undefined,
  length: number,
  isInserting: boolean,
  runtime: Runtime,
): { places: number[]; isNumber: boolean } | Unknown {
  if (index instanceof PySlice) {
    const { from, step, count } = sliceBounds(index, length);
    return { places: Array.from({ length: count }, (_, i) => from + i * step), isNumber: false };
  }
  const array = arrayOf(index, runtime);
  if (array instanceof Unknown) return array;
  const entries = array.entries();
  if (!entries || array.state !== 'known') return new Unknown('the places are not known');
  if (array.dtype === 'bool' && array.ndim > 0) {
    const flags = [...entries.keys()].filter((i) => entries[i] !== 0);
    if (!isInserting && entries.length !== length) {
      throw new PyError('ValueError', say('the mask and the array must have the same size'));
    }
    return { places: flags, isNumber: false };
  }
  if (array.dtype.startsWith('float') && array.size > 0) {
    throw new PyError(
      'IndexError',
      say('arrays used as indices must be of integer (or boolean) type'),
    );
  }
  const places = Array.from(entries, (at) => placeIn(at, length, isInserting));
  return { places, isNumber: array.ndim === 0 };
}

function placeIn(at: number, length: number, isInserting: boolean): number {
  const most = isInserting ? length : length - 1;
  if (at < -length || at > most) {
    throw new PyError(
      'IndexError',
      say('index {index} is out of bounds for {size} entries', { index: at, size: length }),
    );
  }
  return at < 0 ? at + length : at;
}

const remove: NumpyFunction = (args, runtime) => {
  const { arr, obj, axis } = bind(args, 'arr', 'obj', 'axis');
  return onArrays([arr], runtime, (given) => {
    const [x, along] = alongAxis(given, axis, args);
    const found = placesOf(obj, x.shape[along]!, false, runtime);
    if (found instanceof Unknown) return found;
    const dropped = new Set(found.places);
    const kept = Array.from({ length: x.shape[along]! }, (_, i) => i).filter(
      (i) => !dropped.has(i),
    );
    return take(x, kept, along, runtime.limits, taped('delete', [x], args));
  });
};

const insert: NumpyFunction = (args, runtime) => {
  const { arr, obj, values, axis } = bind(args, 'arr', 'obj', 'values', 'axis');
  return onArrays([arr, values], runtime, (given, source) => {
    const [x, along] = alongAxis(given, axis, args);
    const found = placesOf(obj, x.shape[along]!, true, runtime);
    if (found instanceof Unknown) return found;
    const { places, isNumber } = found;
    const tape = taped('insert', [x, source], args);
    const isOne = places.length === 1;
    const placed = isOne ? atOnePlace(source, x, along, isNumber, tape) : source;
    const shape = x.shape.with(along, isOne ? placed.shape[along]! : places.length);
    const added = castArray(broadcastTo(placed, shape), x.dtype);
    const before = isOne ? new Array<number>(shape[along]!).fill(places[0]!) : places;
    const all = concatenate([x, added], along, runtime.limits, tape);
    return take(all, orderOf(x.shape[along]!, before), along, runtime.limits, tape);
  });
};

/** Values that all go to one place: at a number, their first axis runs along the axis. */
function atOnePlace(
  source: NdArray,
  x: NdArray,
  axis: number,
  isNumber: boolean,
  tape: Tape,
): NdArray {
  const ones = new Array<number>(Math.max(0, x.ndim - source.ndim)).fill(1);
  const raised = reshape(source, [...ones, ...source.shape], tape);
  if (!isNumber) return raised;
  const [first, ...others] = raised.shape.keys();
  return transpose(raised, others.toSpliced(axis, 0, first!), tape);
}

/** The order in which old entries and new ones behind them stand. */
function orderOf(length: number, before: readonly number[]): number[] {
  const order: number[] = [];
  const sorted = before
    .map((place, i) => ({ place, i }))
    .sort((a, b) => a.place - b.place || a.i - b.i);
  let next = 0;
  for (let at = 0; at <= length; at++) {
    while (next < sorted.length && sorted[next]!.place === at)
      order.push(length + sorted[next++]!.i);
    if (at < length) order.push(at);
  }
  return order;
}

/** `np.resize`: the entries over and over, until the new shape is full. */
const resize: NumpyFunction = (args, runtime) => {
  const { a, new_shape } = bind(args, 'a', 'new_shape');
  const shape = shapeOf(new_shape);
  if (!shape) return new Unknown('the new shape is not known');
  return onArrays([a], runtime, (x) => {
    const tape = taped('resize', [x], args);
    const entries = x.entries();
    if (!entries || !runtime.limits.hasRoomFor(shape))
      return makeArray(shape, undefined, x.dtype, x.state, tape);
    const data = Float64Array.from(
      { length: sizeOf(shape) },
      (_, i) => entries[i % entries.length] ?? 0,
    );
    return makeArray(shape, data, x.dtype, x.state, tape);
  });
};

/** Entries of the items along an axis where a condition holds. */
const compress: NumpyFunction = (args, runtime) => {
  const { condition, a, axis } = bind(args, 'condition', 'a', 'axis', 'out');
  return onArrays([condition, a], runtime, (mask, given) => {
    if (mask.ndim !== 1)
      throw new PyError('ValueError', say('the condition must have one axis'), [mask]);
    const [x, along] = alongAxis(given, axis, args, true);
    const flags = mask.entries();
    if (!flags) return new Unknown('the condition is not known');
    const places = [...flags.keys()].filter((i) => flags[i] !== 0);
    places.forEach((place) => placeIn(place, x.shape[along]!, false));
    return take(x, places, along, runtime.limits, taped('compress', [x], args));
  });
};

/** A quarter turn of two axes, `k` times. */
const rot90: NumpyFunction = (args, runtime) => {
  const { m, k, axes } = bind(args, 'm', 'k', 'axes');
  const turns = (((integerOf(k) ?? 1) % 4) + 4) % 4;
  return onArrays([m], runtime, (x) => {
    const plane = shapeOf(axes ?? new PyTuple([0n, 1n]));
    if (!plane) throw new Unread();
    if (x.ndim < 2)
      throw new PyError('ValueError', say('the array needs two axes to be turned'), [x]);
    const [first, second] = plane.map((axis) => normalizeAxis(axis, x.ndim)) as [number, number];
    const flip = (own: NdArray, axis: number): NdArray =>
      own.view({
        shape: own.shape,
        strides: own.strides.with(axis, -own.strides[axis]!),
        offset: own.offset + Math.max(0, own.shape[axis]! - 1) * own.strides[axis]!,
        tape: taped('flip', [x], args),
      });
    const swap = (own: NdArray): NdArray => {
      const order = own.shape.map((_, axis) =>
        axis === first ? second : axis === second ? first : axis,
      );
      return own.view({
        shape: order.map((axis) => own.shape[axis]!),
        strides: order.map((axis) => own.strides[axis]!),
        offset: own.offset,
        tape: taped('transpose', [x], args),
      });
    };
    if (turns === 0) return x;
    if (turns === 2) return flip(flip(x, first), second);
    return turns === 1 ? swap(flip(x, second)) : flip(swap(x), second);
  });
};

/** Functions that put arrays together anew, by NumPy's names. */
export const editing: Readonly<Record<string, NumpyFunction>> = {
  delete: remove,
  insert,
  block,
  resize,
  compress,
  rot90,
};
