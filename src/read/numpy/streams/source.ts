import { mt19937, mt19937OfWords, type Bits } from './mt19937';
import { pcg64, type WideBits } from './pcg64';
import { zigguratNormal, zigguratNormalSingle, zigguratExponential } from './ziggurat';

/** What is drawn from a stream, one number at a time, as NumPy draws it. */
export interface Source {
  /** Which of NumPy's two families the stream is of: they draw differently. */
  readonly isLegacy: boolean;
  /** A float in [0, 1). */
  uniform(): number;
  /** A standard normal number. */
  normal(): number;
  /** A standard exponential number. */
  exponential(): number;
  /** The same numbers in single precision, which are made of fewer bits. */
  uniformSingle(): number;
  normalSingle(): number;
  /** A whole number from 0 to `most`. */
  below(most: number): number;
  /** The same for shuffling, where generators draw as the legacy streams do. */
  interval(most: number): number;
  /** A whole number from 0 to `most`, which may be beyond 2⁵³. */
  belowWide(most: bigint): bigint;
  /** Whole numbers of fewer than 32 bits are made of parts of a drawn one. */
  narrow(bits: 1 | 8 | 16): (most: number) => number;
  /** A stream that goes on from where this one is. */
  copy(): Source;
}

/** The legacy stream of `np.random.seed(seed)` and `RandomState(seed)`. */
function legacySource(bits: Bits, spare?: number): Source {
  const masked = (most: number): number => underMask(() => bits.next32(), most, 32);
  const pair = polarNormal(bits, spare);
  return {
    isLegacy: true,
    uniform: bits.nextDouble,
    normal: pair.next,
    copy: () => legacySource(bits.copy(), pair.spare()),
    exponential: () => -Math.log(1 - bits.nextDouble()),
    uniformSingle: () => (bits.next32() >>> 8) / 2 ** 24,
    normalSingle: () => NaN,
    below: masked,
    interval: masked,
    belowWide: (most) => underWideMask(() => pairOf(bits), most),
    narrow: (width) => {
      const next = parts(bits, width);
      return (most) => underMask(next, most, width);
    },
  };
}

/** The stream of `default_rng(seed)`, or of a generator over other bits. */
export function generatorSource(bits: WideBits): Source {
  return {
    isLegacy: false,
    copy: () => generatorSource(bits.copy()),
    uniform: bits.nextDouble,
    normal: () => zigguratNormal(bits),
    exponential: () => zigguratExponential(bits),
    uniformSingle: () => (bits.next32() >>> 8) / 2 ** 24,
    normalSingle: () => zigguratNormalSingle(bits),
    below: (most) => byProduct(() => bits.next32(), most, 32),
    interval: (most) => underMask(() => bits.next32(), most, 32),
    belowWide: (most) => byWideProduct(() => wideOf(bits.next64()), most),
    narrow: (width) => {
      const next = parts(bits, width);
      return (most) => byProduct(next, most, width);
    },
  };
}

/** The twister's bits as a source of 64-bit numbers, for a generator over it. */
export function widened(bits: Bits): WideBits {
  return {
    ...bits,
    copy: () => widened(bits.copy()),
    next64: () => {
      const high = bits.next32();
      return { high, low: bits.next32() };
    },
  };
}

/** The legacy stream of a seed, or of a list of numbers. */
export function seededLegacy(seeds: readonly number[], isList = false): Source {
  return legacySource(isList ? mt19937OfWords(seeds) : mt19937(seeds[0]!));
}

/** The stream of a generator of a seed, or of a list of numbers. */
export function seededGenerator(seeds: readonly bigint[]): Source {
  return generatorSource(pcg64(seeds));
}

const wideOf = ({ high, low }: { high: number; low: number }): bigint =>
  (BigInt(high) << 32n) | BigInt(low);

function pairOf(bits: Bits): bigint {
  const high = bits.next32();
  return wideOf({ high, low: bits.next32() });
}

/** Parts of so many bits of drawn 32-bit numbers, lowest first. */
function parts(bits: Bits, width: 1 | 8 | 16): () => number {
  let [kept, left] = [0, 0];
  return () => {
    [kept, left] = left === 0 ? [bits.next32(), 32 / width - 1] : [kept >>> width, left - 1];
    return kept & (2 ** width - 1);
  };
}

/** Draws until the bits under the mask are small enough. */
function underMask(next: () => number, most: number, width: number): number {
  if (!(most > 0)) return 0;
  if (most === 2 ** width - 1) return next();
  const mask = 2 ** (32 - Math.clz32(most)) - 1;
  for (;;) {
    const drawn = (next() & mask) >>> 0;
    if (drawn <= most) return drawn;
  }
}

function underWideMask(next: () => bigint, most: bigint): bigint {
  const mask = (1n << BigInt(most.toString(2).length)) - 1n;
  for (;;) {
    const drawn = next() & mask;
    if (drawn <= most) return drawn;
  }
}

/** Lemire's method: the upper half of a product, rejecting what would be uneven. */
function byProduct(next: () => number, most: number, width: number): number {
  if (!(most > 0)) return 0;
  const range = 2 ** width;
  if (most === range - 1) return next();
  const count = most + 1;
  const threshold = (range - 1 - most) % count;
  for (;;) {
    const product = BigInt(next()) * BigInt(count);
    const rest = Number(product & BigInt(range - 1));
    if (rest >= count || rest >= threshold) return Number(product >> BigInt(width));
  }
}

function byWideProduct(next: () => bigint, most: bigint): bigint {
  if (most === 2n ** 64n - 1n) return next();
  const count = most + 1n;
  const threshold = (2n ** 64n - 1n - most) % count;
  for (;;) {
    const product = next() * count;
    const rest = product & (2n ** 64n - 1n);
    if (rest >= count || rest >= threshold) return product >> 64n;
  }
}

/** Marsaglia's polar method, which makes two at a time. */
function polarNormal(
  bits: Bits,
  spare: number | undefined,
): { readonly next: () => number; readonly spare: () => number | undefined } {
  let kept = spare;
  const next = (): number => {
    if (kept !== undefined) {
      const normal = kept;
      kept = undefined;
      return normal;
    }
    for (;;) {
      const x = 2 * bits.nextDouble() - 1;
      const y = 2 * bits.nextDouble() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      kept = factor * x;
      return factor * y;
    }
  };
  return { next, spare: () => kept };
}
