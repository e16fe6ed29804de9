/** A source of 32-bit numbers, which all that is drawn is made of. */
export interface Bits {
  /** A whole number below 2³². */
  next32(): number;
  /** A float in [0, 1) with 53 random bits. */
  nextDouble(): number;
}

const LENGTH = 624;
const SHIFT = 397;

/** The Mersenne twister of the legacy streams, seeded as `np.random.seed` does. */
export function mt19937(seed: number): Bits {
  const state = new Uint32Array(LENGTH);
  state[0] = seed;
  for (let i = 1; i < LENGTH; i++) {
    const before = state[i - 1]!;
    state[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i;
  }
  let at = LENGTH;
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
  return { next32, nextDouble };
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
