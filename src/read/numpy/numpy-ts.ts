import { random } from 'numpy-ts';

/**
 * The one place that knows the library behind NumPy's random streams: MT19937 and PCG64 bit for bit,
 * normals within one unit in the last place.
 */

/** An array as the library gives it, or a number where no size was asked for. */
type Drawn = number | bigint | { readonly data: ArrayLike<number | bigint> };

/** Numbers drawn, as float64. */
function numbersOf(drawn: Drawn): Float64Array {
  if (typeof drawn === 'number' || typeof drawn === 'bigint') return Float64Array.of(Number(drawn));
  return Float64Array.from(drawn.data as ArrayLike<number>, Number);
}

/** A source of random numbers: the legacy global one, a `RandomState`, or a `Generator`. */
export interface Source {
  random(count: number): Float64Array;
  normal(count: number): Float64Array;
  integers(low: number, high: number, count: number): Float64Array;
  permutation(count: number): Float64Array;
}

const legacy: Source = {
  random: (count) => numbersOf(random.random_sample([count]) as Drawn),
  normal: (count) => numbersOf(random.standard_normal([count]) as Drawn),
  integers: (low, high, count) => numbersOf(random.randint(low, high, [count]) as Drawn),
  permutation: (count) => numbersOf(random.permutation(count) as Drawn),
};

/** Seeds the legacy global stream, as `np.random.seed`. */
export function seedLegacy(seed: number): Source {
  random.seed(seed);
  return legacy;
}

/** A legacy stream of its own, as `np.random.RandomState(seed)`: its state is put in place for each draw. */
export function randomState(seed: number): Source {
  let own = seeded(seed);
  const drawing =
    <Arguments extends number[]>(draw: (...args: Arguments) => Float64Array) =>
    (...args: Arguments): Float64Array => {
      const outer = random.get_state();
      random.set_state(own);
      const drawn = draw(...args);
      own = random.get_state();
      random.set_state(outer);
      return drawn;
    };
  return {
    random: drawing(legacy.random),
    normal: drawing(legacy.normal),
    integers: drawing(legacy.integers),
    permutation: drawing(legacy.permutation),
  };
}

function seeded(seed: number): ReturnType<typeof random.get_state> {
  const outer = random.get_state();
  random.seed(seed);
  const state = random.get_state();
  random.set_state(outer);
  return state;
}

/** The largest seed for which the library's generator agrees with NumPy's. */
export const MOST_GENERATOR_SEED = 2 ** 32 - 1;

/** A generator, as `np.random.default_rng(seed)`. */
export function generator(seed: number): Source {
  const own = random.default_rng(seed);
  return {
    random: (count) => numbersOf(own.random([count]) as Drawn),
    normal: (count) => numbersOf(own.standard_normal([count]) as Drawn),
    integers: (low, high, count) => numbersOf(own.integers(low, high, [count]) as Drawn),
    permutation: (count) => numbersOf(own.permutation(count) as Drawn),
  };
}
