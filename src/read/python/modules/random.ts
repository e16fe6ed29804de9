import { say } from '../../../core';
import { makeArray } from '../../numpy/ndarray';
import type { Interpreter } from '../interpreter';
import { PyError } from '../signals';
import {
  Builtin,
  PyClass,
  PyInstance,
  PyList,
  PyModule,
  PyRange,
  Unknown,
  type Args,
  type Value,
} from '../values';
import { Draws, drawsFrom, type Draw } from './random-draws';

const UNSEEDED = 0x5eed;

/** A stream of Python's own random numbers: an example only, as long as nobody has seeded it. */
class Stream {
  draws = drawsFrom(BigInt(UNSEEDED));
  isSeeded = false;
  /** Whether so much as where the stream stands is not known. */
  isDoubted = false;

  seed(seed: Value): void {
    this.isSeeded = typeof seed === 'bigint' || typeof seed === 'boolean';
    this.isDoubted = !this.isSeeded && seed !== null;
    this.draws = drawsFrom(this.isSeeded ? BigInt(seed as bigint) : BigInt(UNSEEDED));
  }

  /** What was drawn, with what can be said of it. */
  told(value: Value): Value {
    if (this.isDoubted) return new Unknown('it is drawn at random');
    if (this.isSeeded) return value;
    if (typeof value === 'number')
      return makeArray([], Float64Array.of(value), 'float64', 'sampled');
    return typeof value === 'bigint'
      ? makeArray([], Float64Array.of(Number(value)), 'int64', 'sampled')
      : new Unknown('it is drawn at random');
  }
}

const streams = new WeakMap<Interpreter, Stream>();

function streamOf(it: Interpreter): Stream {
  const stream = streams.get(it) ?? new Stream();
  streams.set(it, stream);
  return stream;
}

/** To be called where nobody can tell whether something was drawn. */
export function doubtDraws(it: Interpreter): void {
  const stream = streams.get(it);
  if (stream) stream.isDoubted = true;
}

const unfit = () => new PyError('TypeError', say('the arguments do not fit'));

const whole = (value: Value | undefined): bigint => {
  if (typeof value === 'bigint' || typeof value === 'boolean') return BigInt(value);
  throw unfit();
};

const float = (value: Value | undefined, fallback?: number): number => {
  if (value === undefined && fallback !== undefined) return fallback;
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  throw unfit();
};

/** What can be taken from by place; a range as it is, without listing it. */
function itemsOf(it: Interpreter, value: Value | undefined): readonly Value[] {
  if (value instanceof PyRange && value.length > 1_000_000) throw unfit();
  return [...(it.iterate(value ?? null) ?? [])];
}

type Function = (stream: Stream, args: Args, it: Interpreter) => Value;

/** A function of floats with its defaults. */
const ofFloats =
  (
    draw: (draws: Draws, ...numbers: number[]) => number,
    ...defaults: (number | undefined)[]
  ): Function =>
  (stream, { positional, keywords }) => {
    const named = [...keywords.values()];
    const own = defaults.map((fallback, i) =>
      float(positional[i] ?? named[i - positional.length], fallback),
    );
    return stream.told(draw(stream.draws, ...own));
  };

function randomRange(stream: Stream, { positional: [a, b, c = 1n] }: Args): Value {
  const [from, to] = b === undefined ? [0n, whole(a)] : [whole(a), whole(b)];
  const step = whole(c);
  const span = to - from;
  const count = step > 0n ? (span + step - 1n) / step : (span + step + 1n) / step;
  if (count <= 0n) throw new PyError('ValueError', say('empty range for randrange()'));
  return stream.told(from + step * stream.draws.below(count));
}

function choose(stream: Stream, { positional: [source] }: Args, it: Interpreter): Value {
  const items = itemsOf(it, source);
  if (items.length === 0) throw new PyError('IndexError', say('there is nothing to choose from'));
  return stream.told(items[Number(stream.draws.below(BigInt(items.length)))]!);
}

function shuffle(stream: Stream, { positional: [list] }: Args): Value {
  if (!(list instanceof PyList)) return null;
  stream.draws.shuffle(list.items);
  if (!stream.isSeeded || stream.isDoubted)
    list.items.fill(new Unknown('it is in an order drawn at random'));
  return null;
}

const many = (stream: Stream, items: Value[]) =>
  new PyList(items.map((item) => (stream.isSeeded ? item : stream.told(null))));

function sample(
  stream: Stream,
  { positional: [source, k], keywords }: Args,
  it: Interpreter,
): Value {
  const items = itemsOf(it, source);
  const count = Number(whole(k ?? keywords.get('k')));
  if (count > items.length || count < 0)
    throw new PyError('ValueError', say('more are sampled than there are'));
  return many(stream, stream.draws.sample(items, count));
}

function choices(stream: Stream, args: Args, it: Interpreter): Value {
  const [source, weights] = args.positional;
  const items = itemsOf(it, source);
  const count = Number(whole(args.keywords.get('k') ?? 1n));
  const given = args.keywords.get('weights') ?? weights ?? null;
  const numbers = given === null ? undefined : itemsOf(it, given).map((each) => float(each));
  it.limits.count(count);
  return many(stream, stream.draws.choices(items, count, numbers));
}

const FUNCTIONS: Readonly<Record<string, Function>> = {
  seed: (stream, { positional: [seed = null], keywords }) => {
    stream.seed(keywords.get('a') ?? seed);
    return null;
  },
  random: ofFloats((draws) => draws.next()),
  uniform: ofFloats((draws, a, b) => draws.uniform(a!, b!), undefined, undefined),
  triangular: ofFloats((draws, a, b, mode) => draws.triangular(a!, b!, mode!), 0, 1, NaN),
  gauss: ofFloats((draws, mean, deviation) => draws.gauss(mean!, deviation!), 0, 1),
  normalvariate: ofFloats((draws, mean, deviation) => draws.normal(mean!, deviation!), 0, 1),
  expovariate: ofFloats((draws, rate) => draws.exponential(rate!), 1),
  randint: (stream, { positional: [a, b] }) => {
    const [from, to] = [whole(a), whole(b)];
    if (to < from) throw new PyError('ValueError', say('empty range for randrange()'));
    return stream.told(from + stream.draws.below(to - from + 1n));
  },
  randrange: randomRange,
  getrandbits: (stream, { positional: [count] }) =>
    stream.told(stream.draws.bits(Math.min(4096, Number(whole(count))))),
  choice: choose,
  choices,
  sample,
  shuffle,
  getstate: (stream) => {
    const state = new PyInstance(STATE);
    const { isSeeded, isDoubted } = stream;
    states.set(state, { draw: stream.draws.copy(), isSeeded, isDoubted });
    return state;
  },
  setstate: (stream, { positional: [state = null] }) => {
    const known = state instanceof PyInstance ? states.get(state) : undefined;
    if (!known) stream.isDoubted = true;
    else {
      stream.draws = new Draws(known.draw.copy());
      stream.isSeeded = known.isSeeded;
      stream.isDoubted = known.isDoubted;
    }
    return null;
  },
};

const STATE = new PyClass('state', []);

interface State {
  readonly draw: Draw;
  readonly isSeeded: boolean;
  readonly isDoubted: boolean;
}

const states = new WeakMap<PyInstance, State>();

function functionsOn(stream: Stream, it: Interpreter): [string, Value][] {
  return Object.entries(FUNCTIONS).map(([name, call]) => [
    name,
    new Builtin(name, (args) => {
      if (args.positional.some((value) => value instanceof Unknown)) {
        stream.isDoubted = true;
        return new Unknown('an argument is not known');
      }
      return call(stream, args, it);
    }),
  ]);
}

/** The module `random` of one evaluation. */
export function randomOf(it: Interpreter): PyModule {
  const generator = new Builtin('Random', ({ positional: [seed = null] }) => {
    const own = new Stream();
    own.seed(seed);
    return new PyModule('random.Random', new Map(functionsOn(own, it)));
  });
  const stream = streamOf(it);
  // A function that is not read here draws, too.
  const onMissing = () => void (stream.isDoubted = true);
  return new PyModule(
    'random',
    new Map([...functionsOn(stream, it), ['Random', generator]]),
    undefined,
    onMissing,
  );
}
