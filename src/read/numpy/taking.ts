import { say, sizeOf } from '../../core';
import { bind } from '../python/runtime';
import { PyError } from '../python/signals';
import { Unknown, type Value } from '../python/values';
import { axisOf, taped, type NumpyFunction } from './arguments';
import { makeArray, type NdArray, type Tape } from './ndarray';
import { onArrays } from './operands';
import { normalizeAxis } from './reduce';
import { reshape, take } from './shaping';
import { cellAt } from './writing';

/** Each item along an axis so many times in a row. */
export const repeats: NumpyFunction = (args, runtime) => {
  const { a, repeats, axis } = bind(args, 'a', 'repeats', 'axis');
  return onArrays([a, repeats], runtime, (given, counts) => {
    const entries = counts.entries();
    if (!entries || counts.state !== 'known')
      return new Unknown('the number of repeats is not known');
    const tape = taped('repeat', [given], args);
    const { x, along, length } = alongAxis(given, axis, tape);
    if (counts.dtype.startsWith('float') && counts.size > 0)
      throw new PyError('TypeError', say('the number of repeats must be whole'));
    if (entries.some((count) => count < 0))
      throw new PyError('ValueError', say('the number of repeats must not be negative'));
    if (counts.size !== 1 && counts.size !== length) {
      throw new PyError(
        'ValueError',
        say('repeat needs one count or one for each of {length} items', { length }),
      );
    }
    const total =
      counts.size === 1 ? length * entries[0]! : entries.reduce((sum, count) => sum + count, 0);
    if (!runtime.limits.hasRoomFor(x.shape.with(along, total)))
      return makeArray(x.shape.with(along, total), undefined, x.dtype, x.state, tape);
    const index = Array.from({ length }, (_, i) =>
      new Array<number>(entries[counts.size === 1 ? 0 : i]!).fill(i),
    );
    return take(x, index.flat(), along, runtime.limits, tape);
  });
};

/** Items at indices along an axis; of all entries in a row, if no axis is given. */
export const takes: NumpyFunction = (args, runtime) => {
  const { a, indices, axis, mode } = bind(args, 'a', 'indices', 'axis', 'out', 'mode');
  return onArrays([a, indices], runtime, (given, index) => {
    const places = index.entries();
    if (!places) return new Unknown('the indices are not known');
    if (index.dtype.startsWith('float') && index.size > 0) {
      throw new PyError(
        'TypeError',
        say('arrays used as indices must be of integer (or boolean) type'),
      );
    }
    const tape = taped('take', [given], args);
    const { x, along, length } = alongAxis(given, axis, tape);
    if (length === 0 && places.length > 0 && sizeOf(x.shape.with(along, 1)) > 0)
      throw new PyError('IndexError', say('cannot take from an axis of no entries'), [x]);
    const own = Array.from(places, (at) => (length === 0 ? 0 : cellAt(at, length, mode)));
    const taken = take(x, own, along, runtime.limits, tape);
    const shape = [...x.shape.slice(0, along), ...index.shape, ...x.shape.slice(along + 1)];
    return reshape(taken, shape, tape);
  });
};

/** An array with the axis along which items are taken; without an axis, all its entries in a row. */
function alongAxis(given: NdArray, axis: Value | undefined, tape: Tape) {
  const isFlat = axis === undefined || axis === null;
  const x = isFlat || given.ndim === 0 ? reshape(given, [given.size], tape) : given;
  const along = normalizeAxis(isFlat ? 0 : axisOf(axis, 0), x.ndim);
  return { x, along, length: x.shape[along]! };
}
