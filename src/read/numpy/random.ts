import { say, sizeOf, type DType, type Shape, type ValueState } from '../../core';
import { bind, type Runtime } from '../python/runtime';
import { PyError } from '../python/signals';
import { PyModule, Unknown, type Args, type Value } from '../python/values';
import { arrayOf, integerOf, numberOf, shapeOf, taped, type NumpyFunction } from './arguments';
import { builtin, callOf } from './callable';
import { dtypeOf } from './dtypes';
import { makeArray, NdArray } from './ndarray';
import { choice, permutation, shuffle } from './random-order';
import { generatorSource, legacySource, type Source } from './streams/source';

/** The seed of what the program leaves unseeded: always the same, so that a look changes nothing. */
const SAMPLE_SEED = 20;

/** A source with what its numbers are: known if the program seeded it, else an example. */
export interface Stream {
  source: Source;
  state: ValueState;
}

/** `np.random`, with a legacy stream that starts unseeded. */
export function randomModule(): { readonly module: PyModule; readonly doubt: () => void } {
  const stream: Stream = { source: legacySource(SAMPLE_SEED), state: 'sampled' };
  const streams = [stream];
  const seed: NumpyFunction = (args) => {
    const { source, state } = seededBy(bind(args, 'seed').seed, legacyOf, SAMPLE_SEED);
    stream.source = source;
    stream.state = state;
    return null;
  };
  let unseeded = 0;
  const maker =
    (name: string, make: (seed: bigint) => Source, own: typeof legacyDrawers): NumpyFunction =>
    (args) => {
      const made = seededBy(bind(args, 'seed').seed, make, SAMPLE_SEED + ++unseeded);
      streams.push(made);
      return streamModule(name, own(made), made);
    };
  const functions = {
    ...legacyDrawers(stream),
    seed,
    default_rng: maker('Generator', generatorSource, generatorDrawers),
    RandomState: maker('RandomState', legacyOf, legacyDrawers),
  };
  return {
    module: streamModule('numpy.random', functions, stream),
    doubt: () => streams.forEach(loseTrack),
  };
}

function legacyOf(seed: bigint): Source {
  if (seed < 0n || seed >= 2n ** 32n) {
    throw new PyError('ValueError', say('Seed must be between 0 and 2**32 - 1'));
  }
  return legacySource(Number(seed));
}

function seededBy(
  seed: Value | undefined,
  make: (seed: bigint) => Source,
  fallback: number,
): Stream {
  const number = typeof seed === 'bigint' ? seed : integerOf(seed);
  if (number === undefined) return { source: make(BigInt(fallback)), state: 'sampled' };
  if (number < 0) throw new PyError('ValueError', say('a seed must not be negative'));
  return { source: make(BigInt(number)), state: 'known' };
}

/** Something unread may have been drawn: what comes next is not what NumPy would draw. */
function loseTrack(stream: Stream): void {
  stream.state = 'sampled';
}

/** The functions of a stream as a module's attributes. */
function streamModule(name: string, functions: Drawers, stream: Stream): PyModule {
  const following =
    (draw: NumpyFunction): NumpyFunction =>
    (args) => {
      const drawn = callOf('a random stream', draw, args);
      const isLost = drawn instanceof Unknown || (drawn instanceof NdArray && !drawn.buffer);
      if (isLost) loseTrack(stream);
      return drawn;
    };
  const attributes = Object.entries(functions).map(([key, draw]): [string, Value] => [
    key,
    builtin(key, following(draw)),
  ]);
  return new PyModule(name, new Map(attributes), undefined, () => loseTrack(stream));
}

type Drawers = Record<string, NumpyFunction>;

/** An array of numbers drawn one after the other. */
function drawn(
  { state }: Stream,
  shape: Shape | undefined,
  dtype: DType,
  args: Args,
  draw: () => number,
): Value {
  if (!shape) return new Unknown('a length of its shape is not known');
  const { limits } = args.runtime;
  if (!limits.hasRoomFor(shape)) return makeArray(shape, undefined, dtype, state);
  const data = new Float64Array(sizeOf(shape));
  limits.count(Math.ceil(data.length / 100));
  for (let i = 0; i < data.length; i++) data[i] = draw();
  return makeArray(shape, data, dtype, state, taped('random', [], args));
}

function generatorDrawers(stream: Stream): Drawers {
  return {
    ...sharedDrawers(stream),
    random: sized(stream, () => stream.source.uniform()),
    integers: integers(stream),
  };
}

function legacyDrawers(stream: Stream): Drawers {
  const uniform = () => stream.source.uniform();
  const normal = () => stream.source.normal();
  return {
    ...sharedDrawers(stream),
    random: sized(stream, uniform),
    random_sample: sized(stream, uniform),
    ranf: sized(stream, uniform),
    sample: sized(stream, uniform),
    rand: byLengths(stream, uniform),
    randn: byLengths(stream, normal),
    randint: integers(stream),
  };
}

/** What the legacy streams and the generators have both. */
function sharedDrawers(stream: Stream): Drawers {
  return {
    standard_normal: sized(stream, () => stream.source.normal()),
    uniform: between(stream, 'low', 'high', (low, high) => {
      const width = high - low;
      return () => low + width * stream.source.uniform();
    }),
    normal: between(stream, 'loc', 'scale', (loc, scale) => {
      return () => loc + scale * stream.source.normal();
    }),
    exponential: exponential(stream),
    permutation: permutation(stream),
    shuffle: shuffle(stream),
    choice: choice(stream),
  };
}

/** A `size` argument: none means one number, an array of no axes. */
export function sizeArgument(size: Value | undefined): Shape | undefined {
  return size === undefined || size === null ? [] : shapeOf(size);
}

const sized =
  (stream: Stream, draw: () => number): NumpyFunction =>
  (args) => {
    const { size, dtype } = bind(args, 'size', 'dtype');
    // Single precision is drawn from other bits.
    const isDouble = (dtypeOf(dtype) ?? 'float64') === 'float64';
    return isDouble
      ? drawn(stream, sizeArgument(size), 'float64', args, draw)
      : new Unknown('draws of this type are not read');
  };

const byLengths =
  (stream: Stream, draw: () => number): NumpyFunction =>
  (args) => {
    const lengths = args.positional.map((value) => shapeOf(value)?.[0]);
    const shape = lengths.every((length) => length !== undefined) ? lengths : undefined;
    return drawn(stream, shape, 'float64', args, draw);
  };

/** Draws with two parameters, by default 0 and 1, which may be arrays. */
const between =
  (
    stream: Stream,
    first: string,
    second: string,
    make: (a: number, b: number) => () => number,
  ): NumpyFunction =>
  (args, runtime) => {
    const own = bind(args, first, second, 'size');
    const [a, b] = [numberOf(own[first] ?? 0), numberOf(own[second] ?? 1)];
    if (a !== undefined && b !== undefined) {
      return drawn(stream, sizeArgument(own['size']), 'float64', args, make(a, b));
    }
    return drawnForEach(stream, [own[first] ?? 0, own[second] ?? 1], args, runtime, make);
  };

/** One draw for each pair of parameters. */
function drawnForEach(
  stream: Stream,
  parameters: readonly Value[],
  args: Args,
  runtime: Runtime,
  make: (a: number, b: number) => () => number,
): Value {
  const arrays = parameters.map((value) => arrayOf(value, runtime));
  const [a, b] = arrays.map((array) => (array instanceof Unknown ? undefined : array));
  const isPlain = args.positional.length <= 2 && !args.keywords.has('size');
  const [left, right] = [a?.entries(), b?.entries()];
  if (!a || !b || !left || !right || !isPlain) return new Unknown('its parameters are not known');
  const shape = a.size >= b.size ? a.shape : b.shape;
  if ((a.size !== 1 && b.size !== 1 && a.size !== b.size) || a.state !== 'known')
    return new Unknown('its parameters are not known');
  let cell = -1;
  return drawn(stream, shape, 'float64', args, () => {
    cell++;
    return make(left[cell % left.length]!, right[cell % right.length]!)();
  });
}

const integers =
  (stream: Stream): NumpyFunction =>
  (args) => {
    const { low, high, size, dtype, endpoint } = bind(
      args,
      'low',
      'high',
      'size',
      'dtype',
      'endpoint',
    );
    const isOne = high === undefined || high === null;
    const [from, to] = isOne ? [0, integerOf(low)] : [integerOf(low), integerOf(high)];
    if (from === undefined || to === undefined) return new Unknown('a bound is not known');
    const most = to - from - (endpoint === true ? 0 : 1);
    if (most < 0) throw new PyError('ValueError', say('low >= high'));
    const type = dtypeOf(dtype) ?? 'int64';
    if (!(most < 2 ** 32 - 1) || type !== 'int64')
      return new Unknown('draws this wide are not read');
    return drawn(stream, sizeArgument(size), type, args, () => from + stream.source.below(most));
  };

const exponential =
  (stream: Stream): NumpyFunction =>
  (args) => {
    const { scale, size } = bind(args, 'scale', 'size');
    const factor = numberOf(scale ?? 1);
    const { source } = stream;
    if (factor === undefined || !source.exponential) return new Unknown('these draws are not read');
    return drawn(stream, sizeArgument(size), 'float64', args, () => factor * source.exponential!());
  };
