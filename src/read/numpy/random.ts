import { say, sizeOf, type DType, type Shape, type ValueState } from '../../core';
import { bind, type Runtime } from '../python/runtime';
import { PyError } from '../python/signals';
import { Builtin, PyModule, Unknown, type Args, type Value } from '../python/values';
import { arrayOf, integerOf, numberOf, shapeOf, taped, type NumpyFunction } from './arguments';
import { makeArray, NdArray } from './ndarray';
import { generator, MOST_GENERATOR_SEED, randomState, seedLegacy, type Source } from './numpy-ts';
import { take } from './shaping';

/** The seed of what the program leaves unseeded: always the same, so that a look changes nothing. */
const SAMPLE_SEED = 20;

/** A source with what its numbers are: known if the program seeded it. */
interface Stream {
  source: Source;
  state: ValueState;
}

/** `np.random`, with a legacy stream that starts unseeded. */
export function randomModule(): PyModule {
  const stream: Stream = { source: seedLegacy(SAMPLE_SEED), state: 'sampled' };
  const own = drawers(stream, 'randint');
  const seed: NumpyFunction = (args) => {
    const value = integerOf(bind(args, 'seed').seed);
    if (value !== undefined && (value < 0 || value >= 2 ** 32)) {
      throw new PyError('ValueError', say('Seed must be between 0 and 2**32 - 1'));
    }
    stream.source = seedLegacy(value ?? SAMPLE_SEED);
    stream.state = value === undefined ? 'sampled' : 'known';
    return null;
  };
  let unseeded = 0;
  const makeStream = (args: Args, make: (seed: number) => Source, most: number): Stream => {
    const value = integerOf(bind(args, 'seed').seed);
    const isKnown = value !== undefined && value >= 0 && value <= most;
    return {
      source: make(isKnown ? value : SAMPLE_SEED + ++unseeded),
      state: isKnown ? 'known' : 'sampled',
    };
  };
  const defaultRng: NumpyFunction = (args) =>
    streamModule(
      'Generator',
      drawers(makeStream(args, generator, MOST_GENERATOR_SEED), 'integers'),
    );
  const legacyState: NumpyFunction = (args) =>
    streamModule('RandomState', drawers(makeStream(args, randomState, 2 ** 32 - 1), 'randint'));
  return streamModule('numpy.random', {
    ...own,
    seed,
    default_rng: defaultRng,
    RandomState: legacyState,
  });
}

/** The functions of a stream as a module's attributes; the interpreter gives them its runtime. */
function streamModule(name: string, functions: Readonly<Record<string, NumpyFunction>>): PyModule {
  return new PyModule(
    name,
    new Map(Object.entries(functions).map(([key, call]) => [key, builtin(key, call)])),
  );
}

/** A NumPy function as a value of the program. */
export function builtin(name: string, call: NumpyFunction): Builtin {
  return new Builtin(name, (args) => call(args, args.runtime));
}

function drawers(
  stream: Stream,
  integersName: 'randint' | 'integers',
): Record<string, NumpyFunction> {
  const drawn = (
    shape: Shape | undefined,
    dtype: DType,
    args: Args,
    runtime: Runtime,
    draw: (count: number) => Float64Array,
  ): Value => {
    if (!shape) return new Unknown('a length of its shape is not known');
    if (!runtime.limits.hasRoomFor(shape)) return makeArray(shape, undefined, dtype, stream.state);
    return makeArray(shape, draw(sizeOf(shape)), dtype, stream.state, taped('random', [], args));
  };
  const uniform01 = (shape: Shape | undefined, args: Args, runtime: Runtime) =>
    drawn(shape, 'float64', args, runtime, (count) => stream.source.random(count));
  const normal01 = (shape: Shape | undefined, args: Args, runtime: Runtime) =>
    drawn(shape, 'float64', args, runtime, (count) => stream.source.normal(count));
  const sized: (make: typeof uniform01) => NumpyFunction = (make) => (args, runtime) =>
    make(sizeArgument(bind(args, 'size', 'dtype').size), args, runtime);
  const byLengths: (make: typeof uniform01) => NumpyFunction = (make) => (args, runtime) =>
    make(lengthsOf(args.positional), args, runtime);
  const integers: NumpyFunction = (args, runtime) => {
    const { low, high, size } = bind(args, 'low', 'high', 'size', 'dtype', 'endpoint');
    const [from, to] =
      high === undefined || high === null ? [0, integerOf(low)] : [integerOf(low), integerOf(high)];
    if (from === undefined || to === undefined) return new Unknown('a bound is not known');
    if (from >= to) throw new PyError('ValueError', say('low >= high'));
    return drawn(sizeArgument(size), 'int64', args, runtime, (count) =>
      stream.source.integers(from, to, count),
    );
  };
  return {
    random: sized(uniform01),
    random_sample: sized(uniform01),
    rand: byLengths(uniform01),
    randn: byLengths(normal01),
    standard_normal: sized(normal01),
    [integersName]: integers,
    uniform: (args, runtime) => {
      const { low, high, size } = bind(args, 'low', 'high', 'size');
      const [from, to] = [numberOf(low ?? 0), numberOf(high ?? 1)];
      if (from === undefined || to === undefined) return new Unknown('a bound is not known');
      return drawn(sizeArgument(size), 'float64', args, runtime, (count) =>
        stream.source.random(count).map((x) => from + (to - from) * x),
      );
    },
    normal: (args, runtime) => {
      const { loc, scale, size } = bind(args, 'loc', 'scale', 'size');
      const [centre, deviation] = [numberOf(loc ?? 0), numberOf(scale ?? 1)];
      if (centre === undefined || deviation === undefined)
        return new Unknown('loc or scale is not known');
      return drawn(sizeArgument(size), 'float64', args, runtime, (count) =>
        stream.source.normal(count).map((x) => centre + deviation * x),
      );
    },
    permutation: (args, runtime) => permuted(bind(args, 'x').x, stream, args, runtime),
    choice: (args, runtime) => chosen(args, stream, runtime),
    shuffle: () => new Unknown('shuffled in place'),
  };
}

/** A `size` argument: none means one number, an array of no axes. */
function sizeArgument(size: Value | undefined): Shape | undefined {
  return size === undefined || size === null ? [] : shapeOf(size);
}

function lengthsOf(values: readonly Value[]): Shape | undefined {
  const lengths = values.map((value) => shapeOf(value)?.[0]);
  return lengths.every((length) => length !== undefined) ? lengths : undefined;
}

function permuted(x: Value | undefined, stream: Stream, args: Args, runtime: Runtime): Value {
  const count = integerOf(x);
  const array = count === undefined ? arrayOf(x, runtime) : undefined;
  if (array instanceof Unknown) return array;
  const length = count ?? array?.shape[0] ?? 0;
  if (!runtime.limits.hasRoomFor([length]))
    return makeArray([length], undefined, 'int64', stream.state);
  const order = stream.source.permutation(length);
  if (!array) return makeArray([length], order, 'int64', stream.state);
  const taken = take(array, Array.from(order), 0, runtime.limits, taped('take', [array], args));
  return makeArray(taken.shape, taken.buffer, taken.dtype, stream.state, taken.tape);
}

/** `choice` with replacement draws integers; without, or with weights, its numbers are an example only. */
function chosen(args: Args, stream: Stream, runtime: Runtime): Value {
  const { a, size, replace, p } = bind(args, 'a', 'size', 'replace', 'p');
  const count = integerOf(a);
  const array = count === undefined ? arrayOf(a, runtime) : undefined;
  const shape = sizeArgument(size);
  if (array instanceof Unknown || !shape) return new Unknown('what to choose from is not known');
  const length = count ?? array?.shape[0] ?? 0;
  if (length === 0) throw new PyError('ValueError', say('a must be non-empty'));
  const drawn = sizeOf(shape);
  const isPlain = replace !== false && (p === undefined || p === null);
  const order = isPlain
    ? stream.source.integers(0, length, drawn)
    : stream.source.permutation(length).slice(0, drawn);
  const state = isPlain ? stream.state : 'sampled';
  if (!array) return makeArray(shape, order, 'int64', state);
  const taken = take(array, Array.from(order), 0, runtime.limits, taped('take', [array], args));
  return new NdArray({
    buffer: taken.buffer,
    shape: [...shape, ...array.shape.slice(1)],
    dtype: array.dtype,
    state,
    tape: taken.tape,
  });
}
