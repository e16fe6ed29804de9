import { mt19937, type Bits } from './mt19937';
import { pcg64, type WideBits } from './pcg64';
import { DENSITY, INSIDE, INVERSE_TAIL, TAIL, WIDTH } from './ziggurat-tables';

/** What is drawn from a stream, one number at a time, as NumPy draws it. */
export interface Source {
  /** A float in [0, 1). */
  uniform(): number;
  /** A standard normal number. */
  normal(): number;
  /** A standard exponential number; undefined where it is not drawn as NumPy does. */
  exponential?(): number;
  /** A whole number from 0 to `most`. */
  below(most: number): number;
  /** The same for shuffling, where the legacy streams draw differently. */
  interval(most: number): number;
}

/** The legacy stream of `np.random.seed(seed)` and `RandomState(seed)`. */
export function legacySource(seed: number): Source {
  const bits = mt19937(seed);
  const masked = (most: number): number => underMask(bits, most);
  return {
    uniform: bits.nextDouble,
    normal: polarNormal(bits),
    exponential: () => -Math.log(1 - bits.nextDouble()),
    below: masked,
    interval: masked,
  };
}

/** The stream of `default_rng(seed)`. */
export function generatorSource(seed: bigint): Source {
  const bits = pcg64(seed);
  return {
    uniform: bits.nextDouble,
    normal: () => zigguratNormal(bits),
    below: (most) => byProduct(bits, most),
    interval: (most) => underMask(bits, most),
  };
}

/** Draws until the bits under the mask are small enough. */
function underMask(bits: Bits, most: number): number {
  if (!(most > 0)) return 0;
  const mask = 2 ** (32 - Math.clz32(most)) - 1;
  for (;;) {
    const drawn = (bits.next32() & mask) >>> 0;
    if (drawn <= most) return drawn;
  }
}

/** Lemire's method: the upper half of a product, rejecting what would be uneven. */
function byProduct(bits: Bits, most: number): number {
  if (!(most > 0)) return 0;
  const count = most + 1;
  const threshold = (2 ** 32 - 1 - most) % count;
  for (;;) {
    const product = BigInt(bits.next32()) * BigInt(count);
    const rest = Number(product & 0xffffffffn);
    if (rest >= count || rest >= threshold) return Number(product >> 32n);
  }
}

/** Marsaglia's polar method, which makes two at a time. */
function polarNormal(bits: Bits): () => number {
  let kept: number | undefined;
  return () => {
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
}

function zigguratNormal(bits: WideBits): number {
  for (;;) {
    const { high, low } = bits.next64();
    const layer = low & 0xff;
    const size = (low >>> 9) + (high & 0x1fffffff) * 2 ** 23;
    const x = size * WIDTH[layer]! * (low & 0x100 ? -1 : 1);
    if (size < INSIDE[layer]!) return x;
    if (layer === 0) return tailNormal(bits, size);
    const [edge, next] = [DENSITY[layer]!, DENSITY[layer - 1]!];
    if ((next - edge) * bits.nextDouble() + edge < Math.exp(-0.5 * x * x)) return x;
  }
}

function tailNormal(bits: Bits, size: number): number {
  for (;;) {
    const x = -INVERSE_TAIL * Math.log1p(-bits.nextDouble());
    const y = -Math.log1p(-bits.nextDouble());
    if (y + y > x * x) return Math.floor(size / 256) % 2 === 1 ? -(TAIL + x) : TAIL + x;
  }
}
