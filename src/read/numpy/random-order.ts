import { say, sizeOf, type Shape } from '../../core';
import { bind, type Runtime } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { ELLIPSIS, PyList, Unknown, type Args, type Value } from '../python/values';
import { arrayOf, axisOf, flagOf, integerOf, taped, type NumpyFunction } from './arguments';
import { setItem } from './indexing';
import { makeArray, NdArray, weaker } from './ndarray';
import { sizeArgument } from './random';
import type { Stream } from './random-seeds';
import { chosen } from './random-choice';
import { normalizeAxis, offsetsOver } from './reduce';
import { reshape, take } from './shaping';

/** The numbers from 0 on in a random order, as NumPy shuffles them: from the end, each with one before it. */
export function shuffledOrder({ source }: Stream, length: number): Float64Array {
  const order = Float64Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = source.interval(i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** `permutation(n)` or `permutation(array)`: along an axis. */
export const permutation =
  (stream: Stream): NumpyFunction =>
  (args, runtime) => {
    const { x, axis } = bind(args, 'x', 'axis');
    const count = integerOf(x);
    const array = count === undefined ? arrayOf(x, runtime) : undefined;
    if (array instanceof Unknown) return array;
    const along = array ? normalizeAxis(axisOf(axis, 0), array.ndim) : 0;
    const length = count ?? array?.shape[along] ?? 0;
    if (!runtime.limits.hasRoomFor([length])) throw new Unread();
    const order = shuffledOrder(stream, length);
    return array
      ? taken(array, order, [length], stream, args, runtime, along)
      : makeArray([length], order, 'int64', stream.state, taped('random', [], args));
  };

/** `permuted`: every run along an axis in an order of its own. */
export const permuted =
  (stream: Stream): NumpyFunction =>
  (args, runtime) => {
    const { x, axis } = bind(args, 'x', 'axis', 'out');
    const array = arrayOf(x, runtime);
    if (array instanceof Unknown) return array;
    const tape = taped('random', [array], args);
    if (axis === undefined || axis === null) {
      const flat = reshape(array, [array.size], tape);
      const order = shuffledOrder(stream, array.size);
      const mixed = taken(flat, order, [array.size], stream, args, runtime);
      return mixed instanceof NdArray ? reshape(mixed, array.shape, tape) : mixed;
    }
    const along = normalizeAxis(axisOf(axis, 0), array.ndim);
    const entries = array.entries();
    if (!entries) throw new Unread();
    const result = makeArray(
      array.shape,
      entries.slice(),
      array.dtype,
      weaker(stream.state, array.state),
      tape,
    );
    const others = [...array.shape.keys()].filter((each) => each !== along);
    const [length, stride] = [array.shape[along]!, result.strides[along]!];
    for (const start of offsetsOver(result, others, 0)) {
      shuffledOrder(stream, length).forEach((from, i) => {
        result.buffer![start + i * stride] = entries[start + from * stride]!;
      });
    }
    return result;
  };

/** `shuffle(array)`: in place, along an axis. */
export const shuffle =
  (stream: Stream): NumpyFunction =>
  (args, runtime) => {
    const { x, axis } = bind(args, 'x', 'axis');
    if (x instanceof PyList) {
      const order = shuffledOrder(stream, x.items.length);
      const items = Array.from(order, (i) => x.items[i]!);
      const isKnown = stream.state === 'known';
      x.items.splice(
        0,
        Infinity,
        ...items.map((item) => (isKnown ? item : new Unknown('shuffled'))),
      );
    } else if (x instanceof NdArray && x.ndim > 0) {
      const along = normalizeAxis(axisOf(axis, 0), x.ndim);
      const length = x.shape[along]!;
      const order = shuffledOrder(stream, length);
      const mixed = taken(x, order, [length], stream, args, runtime, along);
      setItem(x, ELLIPSIS, mixed, runtime.limits);
    } else if (x instanceof NdArray) {
      throw new PyError('TypeError', say('a number cannot be shuffled'), [x]);
    }
    return null;
  };

/** `choice`: with and without replacement. */
export const choice =
  (stream: Stream): NumpyFunction =>
  (args, runtime) => {
    const {
      a,
      size,
      replace,
      p,
      axis,
      shuffle: shuffles,
    } = stream.source.isLegacy
      ? { ...bind(args, 'a', 'size', 'replace', 'p'), axis: undefined, shuffle: undefined }
      : bind(args, 'a', 'size', 'replace', 'p', 'axis', 'shuffle');
    const count = integerOf(a);
    const array = count === undefined ? arrayOf(a, runtime) : undefined;
    const shape = sizeArgument(size);
    if (array instanceof Unknown || !shape) return new Unknown('what to choose from is not known');
    if (stream.source.isLegacy && array && array.ndim !== 1) {
      throw new PyError('ValueError', say('a must be 1-dimensional'), [array]);
    }
    const along = array ? normalizeAxis(axisOf(axis, 0), array.ndim) : 0;
    const length = count ?? array?.shape[along] ?? 0;
    if (length <= 0 && sizeOf(shape) > 0)
      throw new PyError('ValueError', say('a must be non-empty'));
    if (length >= 2 ** 32 || !runtime.limits.hasRoomFor(shape)) throw new Unread();
    const weights = p === undefined || p === null ? undefined : arrayOf(p, runtime);
    if (weights instanceof Unknown) return weights;
    if (weights && (!weights.buffer || weights.state !== 'known')) throw new Unread();
    const order = chosen(stream, length, sizeOf(shape), {
      replaces: replace === undefined || flagOf(replace),
      shuffles: shuffles === undefined || flagOf(shuffles),
      weights: weights?.entries(),
    });
    return array
      ? taken(array, order, shape, stream, args, runtime, along)
      : makeArray(shape, order, 'int64', stream.state, taped('random', [], args));
  };

function taken(
  array: NdArray,
  order: Float64Array,
  shape: Shape,
  { state }: Stream,
  args: Args,
  { limits }: Runtime,
  axis = 0,
): Value {
  const result = take(array, order, axis, limits, taped('take', [array], args));
  const full = [...array.shape.slice(0, axis), ...shape, ...array.shape.slice(axis + 1)];
  return makeArray(full, result.buffer, result.dtype, weaker(state, result.state), result.tape);
}
