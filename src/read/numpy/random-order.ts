import { say, sizeOf, type Shape } from '../../core';
import { bind, type Runtime } from '../python/runtime';
import { PyError } from '../python/signals';
import { ELLIPSIS, PyList, Unknown, type Args, type Value } from '../python/values';
import { arrayOf, integerOf, taped, type NumpyFunction } from './arguments';
import { setItem } from './indexing';
import { makeArray, NdArray, weaker } from './ndarray';
import { sizeArgument, type Stream } from './random';
import { take } from './shaping';

/** The numbers from 0 on in a random order, as NumPy shuffles them: from the end, each with one before it. */
function shuffledOrder({ source }: Stream, length: number): Float64Array {
  const order = Float64Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = source.interval(i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** `permutation(n)` or `permutation(array)`: along the first axis. */
export const permutation =
  (stream: Stream): NumpyFunction =>
  (args, runtime) => {
    const { x } = bind(args, 'x');
    const count = integerOf(x);
    const array = count === undefined ? arrayOf(x, runtime) : undefined;
    if (array instanceof Unknown) return array;
    const length = count ?? array?.shape[0] ?? 0;
    if (!runtime.limits.hasRoomFor([length]))
      return makeArray([length], undefined, 'int64', stream.state);
    const order = shuffledOrder(stream, length);
    return array
      ? taken(array, order, [length], stream, args, runtime)
      : makeArray([length], order, 'int64', stream.state, taped('random', [], args));
  };

/** `shuffle(array)`: in place, along the first axis. */
export const shuffle =
  (stream: Stream): NumpyFunction =>
  (args, runtime) => {
    const { x } = bind(args, 'x');
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
      const length = x.shape[0]!;
      const order = shuffledOrder(stream, length);
      setItem(x, ELLIPSIS, taken(x, order, [length], stream, args, runtime), runtime.limits);
    }
    return null;
  };

/** `choice`: with replacement as NumPy draws; without, only the legacy streams are followed. */
export const choice =
  (stream: Stream): NumpyFunction =>
  (args, runtime) => {
    const { a, size, replace, p } = bind(args, 'a', 'size', 'replace', 'p');
    const count = integerOf(a);
    const array = count === undefined ? arrayOf(a, runtime) : undefined;
    const shape = sizeArgument(size);
    if (array instanceof Unknown || !shape) return new Unknown('what to choose from is not known');
    const length = count ?? array?.shape[0] ?? 0;
    if (length <= 0) throw new PyError('ValueError', say('a must be non-empty'));
    if (length >= 2 ** 32 || !runtime.limits.hasRoomFor(shape))
      return new Unknown('there is too much to choose from');
    const weights = p === undefined || p === null ? undefined : arrayOf(p, runtime);
    if (weights instanceof Unknown) return weights;
    const [order, isFollowed] = chosen(stream, length, sizeOf(shape), replace !== false, weights);
    const own: Stream = isFollowed ? stream : { ...stream, state: 'sampled' };
    return array
      ? taken(array, order, shape, own, args, runtime)
      : makeArray(shape, order, 'int64', own.state, taped('random', [], args));
  };

/** Which are chosen, and whether NumPy would choose the same. */
function chosen(
  stream: Stream,
  length: number,
  count: number,
  replaces: boolean,
  weights: NdArray | undefined,
): [Float64Array, boolean] {
  const { source } = stream;
  if (!replaces) {
    if (count > length) {
      throw new PyError(
        'ValueError',
        say('Cannot take a larger sample than population when replace is False'),
      );
    }
    return [shuffledOrder(stream, length).slice(0, count), !weights && !!source.exponential];
  }
  const cumulative = weights && cumulated(weights.entries());
  const draw = cumulative
    ? () => {
        const at = source.uniform();
        return cumulative.findIndex((edge) => edge > at);
      }
    : () => source.below(length - 1);
  return [Float64Array.from({ length: count }, draw), weights?.state !== 'sampled'];
}

function cumulated(entries: Float64Array | undefined): number[] {
  let sum = 0;
  const sums = Array.from(entries ?? [], (entry) => (sum += entry));
  return sums.map((each) => each / sum);
}

function taken(
  array: NdArray,
  order: Float64Array,
  shape: Shape,
  { state }: Stream,
  args: Args,
  { limits }: Runtime,
): Value {
  const result = take(array, order, 0, limits, taped('take', [array], args));
  const full = [...shape, ...array.shape.slice(1)];
  return makeArray(full, result.buffer, result.dtype, weaker(state, result.state), result.tape);
}
