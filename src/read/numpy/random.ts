import { say, sizeOf, type DType, type Shape } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { PyModule, Unknown, type Args, type Value } from '../python/values';
import { shapeOf, taped, type NumpyFunction } from './arguments';
import { builtin, callOf } from './callable';
import { distributions } from './random-distributions';
import { integers } from './random-integers';
import { choice, permutation, permuted, shuffle } from './random-order';
import { dtypeOf } from './dtypes';
import { makeArray } from './ndarray';
import { mt19937OfSequence } from './streams/mt19937';
import { pcg64 } from './streams/pcg64';
import { generatorSource, seededGenerator, seededLegacy, widened } from './streams/source';
import {
  type MakeSource,
  sequenceOf,
  legacyOf,
  seedsOf,
  streamOf,
  type Stream,
} from './random-seeds';

/** The seed of what the program leaves unseeded: always the same, so that a look changes nothing. */
const SAMPLE_SEED = 20;

/** `np.random`, and what makes its streams doubtful: all of them, or the one that all code shares. */
interface RandomModule {
  readonly module: PyModule;
  readonly doubt: () => void;
  readonly doubtShared: () => void;
}

/** `np.random`, with a legacy stream that starts unseeded. */
export function randomModule(): RandomModule {
  const stream: Stream = { source: seededLegacy([SAMPLE_SEED]), state: 'sampled' };
  const streams = [stream];
  const bits = new Map<PyModule, Stream>();
  const seed: NumpyFunction = (args) => {
    Object.assign(stream, streamOf(seedsOf(bind(args, 'seed').seed), legacyOf, SAMPLE_SEED));
    return null;
  };
  let unseeded = 0;
  const track = (made: Stream, name: string, own: (stream: Stream) => Drawers): Value => {
    streams.push(made);
    const module = streamModule(name, own(made), made);
    bits.set(module, made);
    return module;
  };
  const maker =
    (name: string, make: MakeSource, own: typeof legacyDrawers): NumpyFunction =>
    (args) => {
      const { seed: given } = bind(args, 'seed');
      const known = given instanceof PyModule ? bits.get(given) : undefined;
      if (known && given instanceof PyModule && given.name === name) return given;
      const made = known ?? streamOf(seedsOf(given), make, SAMPLE_SEED + ++unseeded);
      return track(made, name, own);
    };
  const functions = {
    ...legacyDrawers(stream),
    ...states(stream),
    seed,
    default_rng: maker('Generator', seededGenerator, generatorDrawers),
    Generator: maker('Generator', seededGenerator, generatorDrawers),
    RandomState: maker('RandomState', legacyOf, legacyDrawers),
    PCG64: maker(
      'PCG64',
      (seeds) => generatorSource(pcg64(seeds)),
      () => ({}),
    ),
    MT19937: maker(
      'MT19937',
      (seeds) => generatorSource(widened(mt19937OfSequence(seeds[0]!))),
      () => ({}),
    ),
    SeedSequence: (args: Args) => sequenceOf(bind(args, 'entropy').entropy),
  };
  return {
    module: streamModule('numpy.random', functions, stream),
    doubt: () => streams.forEach(loseTrack),
    doubtShared: () => loseTrack(stream),
  };
}

/** Remembering where the legacy stream is, and going back. */
function states(stream: Stream): Drawers {
  const kept = new WeakMap<PyModule, Stream>();
  return {
    get_state: () => {
      const module = new PyModule('state', new Map());
      kept.set(module, { source: stream.source.copy(), state: stream.state });
      return module;
    },
    set_state: (args) => {
      const { state } = bind(args, 'state');
      const then = state instanceof PyModule ? kept.get(state) : undefined;
      if (!then) throw new Unread();
      Object.assign(stream, { source: then.source.copy(), state: then.state });
      return null;
    },
  };
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
      const isLost = drawn instanceof Unknown;
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
export function drawn(
  stream: Stream,
  shape: Shape | undefined,
  dtype: DType,
  args: Args,
  draw: () => number,
): Value {
  if (!shape) return new Unknown('a length of its shape is not known');
  const { limits } = args.runtime;
  if (!limits.hasRoomFor(shape)) {
    loseTrack(stream);
    return makeArray(shape, undefined, dtype, stream.state);
  }
  const data = new Float64Array(sizeOf(shape));
  limits.count(Math.ceil(data.length / 100));
  for (let i = 0; i < data.length; i++) data[i] = draw();
  // What is drawn by a method that is not followed is no number, and the rest of the stream is lost.
  if (data.some(Number.isNaN)) {
    loseTrack(stream);
    return makeArray(shape, undefined, dtype, stream.state, taped('random', [], args));
  }
  return makeArray(shape, data, dtype, stream.state, taped('random', [], args));
}

function generatorDrawers(stream: Stream): Drawers {
  return {
    ...distributions(stream),
    random: sized(stream, 'uniform', 'uniformSingle'),
    standard_normal: sized(stream, 'normal', 'normalSingle'),
    integers: integers(stream),
    permutation: permutation(stream),
    permuted: permuted(stream),
    shuffle: shuffle(stream),
    choice: choice(stream),
    ...Object.fromEntries(LEGACY_ONLY.map((name) => [name, () => notOfGenerators(name)])),
  };
}

/** What only the legacy streams have, and what programs ask generators for by mistake. */
const LEGACY_ONLY = ['rand', 'randn', 'randint', 'random_sample', 'seed', 'ranf', 'sample'];

function notOfGenerators(name: string): never {
  throw new PyError('AttributeError', say('a random generator has no method {name}', { name }));
}

function legacyDrawers(stream: Stream): Drawers {
  const uniform = sized(stream, 'uniform', 'uniform');
  return {
    ...distributions(stream),
    random: uniform,
    random_sample: uniform,
    ranf: uniform,
    sample: uniform,
    rand: byLengths(stream, 'uniform'),
    randn: byLengths(stream, 'normal'),
    standard_normal: sized(stream, 'normal', 'normal'),
    randint: integers(stream),
    random_integers: integers(stream, true),
    permutation: permutation(stream),
    shuffle: shuffle(stream),
    choice: choice(stream),
  };
}

/** A `size` argument: none means one number, an array of no axes. */
export function sizeArgument(size: Value | undefined): Shape | undefined {
  if (size === undefined || size === null) return [];
  const shape = shapeOf(size);
  if (shape?.some((length) => length < 0)) {
    throw new PyError('ValueError', say('negative dimensions are not allowed'));
  }
  return shape;
}

type Plain = 'uniform' | 'normal' | 'uniformSingle' | 'normalSingle';

const sized =
  (stream: Stream, draw: Plain, single: Plain): NumpyFunction =>
  (args) => {
    const { size, dtype } = bind(args, 'size', 'dtype');
    const type = dtypeOf(dtype) ?? 'float64';
    if (type !== 'float64' && (type !== 'float32' || single === draw)) {
      throw new PyError('TypeError', say('numbers of type {type} are not drawn', { type }));
    }
    const own = type === 'float64' ? draw : single;
    const shape = sizeArgument(size);
    // A single number is one of Python's, which has no narrow floats.
    const made = shape?.length === 0 && draw === 'uniform' ? 'float64' : type;
    return drawn(stream, shape, made, args, () => stream.source[own]());
  };

const byLengths =
  (stream: Stream, draw: Plain): NumpyFunction =>
  (args) => {
    const lengths = args.positional.map((value) => shapeOf(value)?.[0]);
    const shape = lengths.every((length) => length !== undefined) ? lengths : undefined;
    return drawn(stream, shape, 'float64', args, () => stream.source[draw]());
  };
