import type { Bits } from './mt19937';
import { seedWords } from './seed-sequence';

/** A source of 64-bit numbers, in two halves. */
export interface WideBits extends Bits {
  next64(): { readonly high: number; readonly low: number };
  copy(): WideBits;
}

/** Numbers of 128 bits as four words, lowest first. */
type Words = Uint32Array;

const MULTIPLIER: Words = Uint32Array.of(0x9fccf645, 0x4385df64, 0x1fc65da4, 0x2360ed05);
const WORD = 2 ** 32;

/** PCG64, the bits behind `np.random.default_rng(seed)`. */
export function pcg64(seeds: readonly bigint[]): WideBits {
  const words = seedWords(seeds, 8);
  // NumPy reads the first two 64-bit numbers as the state, the last two as the stream, high half first.
  const start = Uint32Array.of(words[2]!, words[3]!, words[0]!, words[1]!);
  const increment = oddDouble(Uint32Array.of(words[6]!, words[7]!, words[4]!, words[5]!));
  const state: Words = new Uint32Array(4);
  step(state, increment);
  add(state, start);
  step(state, increment);
  return bitsFrom(state, increment, undefined);
}

/** The bits from a state on; `half` is what is left of the last 64. */
function bitsFrom(state: Words, increment: Words, half: number | undefined): WideBits {
  let kept = half;
  const next64 = () => {
    step(state, increment);
    return rotated(state[3]! ^ state[1]!, state[2]! ^ state[0]!, state[3]! >>> 26);
  };
  const next32 = (): number => {
    if (kept !== undefined) {
      const rest = kept;
      kept = undefined;
      return rest;
    }
    const { high, low } = next64();
    kept = high;
    return low;
  };
  const nextDouble = (): number => {
    const { high, low } = next64();
    return (high * 2 ** 21 + (low >>> 11)) / 2 ** 53;
  };
  const copy = () => bitsFrom(state.slice(), increment, kept);
  return { next32, nextDouble, next64, copy };
}

/** 2x + 1. */
function oddDouble(x: Words): Words {
  return x.map((word, i) => (word << 1) | (i === 0 ? 1 : x[i - 1]! >>> 31));
}

function add(x: Words, y: Words): void {
  let carry = 0;
  for (let i = 0; i < 4; i++) {
    const sum = x[i]! + y[i]! + carry;
    x[i] = sum;
    carry = sum >= WORD ? 1 : 0;
  }
}

/** x·MULTIPLIER + increment, in place; what is beyond 128 bits falls off. */
function step(x: Words, increment: Words): void {
  const columns = Array.from(increment);
  for (let i = 0; i < 4; i++) {
    for (let j = 0; i + j < 4; j++) {
      const [a, b] = [x[i]!, MULTIPLIER[j]!];
      columns[i + j]! += Math.imul(a, b) >>> 0;
      if (i + j < 3) columns[i + j + 1]! += highProduct(a, b);
    }
  }
  let carry = 0;
  for (let i = 0; i < 4; i++) {
    const sum = columns[i]! + carry;
    x[i] = sum % WORD;
    carry = Math.floor(sum / WORD);
  }
}

/** The upper half of the product of two words. */
function highProduct(a: number, b: number): number {
  const [aHigh, aLow, bHigh, bLow] = [a >>> 16, a & 0xffff, b >>> 16, b & 0xffff];
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const lower = aLow * bHigh + (middle & 0xffff);
  return aHigh * bHigh + Math.floor(middle / 65536) + Math.floor(lower / 65536);
}

/** A 64-bit number turned to the right. */
function rotated(high: number, low: number, by: number): { high: number; low: number } {
  const [a, b] = by < 32 ? [high, low] : [low, high];
  const turn = by % 32;
  if (turn === 0) return { high: a >>> 0, low: b >>> 0 };
  return {
    high: ((a >>> turn) | (b << (32 - turn))) >>> 0,
    low: ((b >>> turn) | (a << (32 - turn))) >>> 0,
  };
}
