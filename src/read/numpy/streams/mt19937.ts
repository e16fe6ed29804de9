import { seedWords } from './seed-sequence';

/** A source of 32-bit numbers, which all that is drawn is made of. */
export interface Bits {
  /** A whole number below 2³². */
  next32(): number;
  /** A float in [0, 1) with 53 random bits. */
  nextDouble(): number;
  /** A stream that goes on from where this one is. */
  copy(): Bits;
}

const LENGTH = 624;
const SHIFT = 397;

/** The Mersenne twister of the legacy streams, seeded as `np.random.seed` does with a number. */
export function mt19937(seed: number): Bits {
  return twister(keyOf(seed));
}

/** The twister as `np.random.seed` seeds it with a list, and Python's `random.seed` with a number's words. */
export function mt19937OfWords(words: readonly number[]): Bits {
  return twister(keyOfList(words));
}

/** The twister as `np.random.MT19937(seed)` seeds it. */
export function mt19937OfSequence(seed: bigint): Bits {
  const key = seedWords([seed], LENGTH);
  key[0] = 0x80000000;
  // NumPy begins with the last word of the key, before the first twist.
  return twister(key, LENGTH - 1);
}

function keyOf(seed: number): Uint32Array {
  const key = new Uint32Array(LENGTH);
  key[0] = seed;
  for (let i = 1; i < LENGTH; i++) {
    const before = key[i - 1]!;
    key[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i;
  }
  return key;
}

/** The reference implementation's `init_by_array`. */
function keyOfList(seeds: readonly number[]): Uint32Array {
  const key = keyOf(19650218);
  let i = 1;
  const mixed = (factor: number): number =>
    key[i]! ^ Math.imul(key[i - 1]! ^ (key[i - 1]! >>> 30), factor);
  const advance = (): void => {
    if (++i < LENGTH) return;
    key[0] = key[LENGTH - 1]!;
    i = 1;
  };
  for (let k = 0; k < Math.max(LENGTH, seeds.length); k++, advance()) {
    const j = k % seeds.length;
    key[i] = mixed(1664525) + seeds[j]! + j;
  }
  for (let k = 1; k < LENGTH; k++, advance()) key[i] = mixed(1566083941) - i;
  key[0] = 0x80000000;
  return key;
}

function twister(state: Uint32Array, start = LENGTH): Bits {
  let at = start;
  const next32 = (): number => {
    if (at === LENGTH) {
      twist(state);
      at = 0;
    }
    return tempered(state[at++]!);
  };
  const nextDouble = (): number => {
    const [high, low] = [next32() >>> 5, next32() >>> 6];
    return (high * 2 ** 26 + low) / 2 ** 53;
  };
  return { next32, nextDouble, copy: () => twister(state.slice(), at) };
}

function twist(state: Uint32Array): void {
  for (let i = 0; i < LENGTH; i++) {
    const joined = (state[i]! & 0x80000000) | (state[(i + 1) % LENGTH]! & 0x7fffffff);
    const odd = joined & 1 ? 0x9908b0df : 0;
    state[i] = state[(i + SHIFT) % LENGTH]! ^ (joined >>> 1) ^ odd;
  }
}

function tempered(word: number): number {
  let y = word;
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  y ^= y >>> 18;
  return y >>> 0;
}
