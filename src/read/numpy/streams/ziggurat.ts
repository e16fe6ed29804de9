import {
  EXPONENTIAL_DENSITY,
  EXPONENTIAL_INSIDE,
  EXPONENTIAL_TAIL,
  EXPONENTIAL_WIDTH,
} from './exponential-tables';
import { type WideBits } from './pcg64';
import { DENSITY, INSIDE, INVERSE_TAIL, TAIL, WIDTH } from './ziggurat-tables';

/** A standard normal number by the ziggurat method. */
export function zigguratNormal(bits: WideBits): number {
  for (;;) {
    const { high, low } = bits.next64();
    const layer = low & 0xff;
    const size = (low >>> 9) + (high & 0x1fffffff) * 2 ** 23;
    const x = size * WIDTH[layer]! * (low & 0x100 ? -1 : 1);
    if (size < INSIDE[layer]!) return x;
    if (layer === 0) return tailNormal(() => bits.nextDouble(), size);
    const [edge, next] = [DENSITY[layer]!, DENSITY[layer - 1]!];
    if ((next - edge) * bits.nextDouble() + edge < Math.exp(-0.5 * x * x)) return x;
  }
}

function tailNormal(uniform: () => number, size: number): number {
  for (;;) {
    const x = -INVERSE_TAIL * Math.log1p(-uniform());
    const y = -Math.log1p(-uniform());
    if (y + y > x * x) return Math.floor(size / 256) % 2 === 1 ? -(TAIL + x) : TAIL + x;
  }
}

/** The same method with 23 bits; its tables are the others', rounded. */
export function zigguratNormalSingle(bits: WideBits): number {
  const uniform = () => (bits.next32() >>> 8) / 2 ** 24;
  for (;;) {
    const drawn = bits.next32();
    const layer = drawn & 0xff;
    const size = drawn >>> 9;
    const width = Math.fround(WIDTH[layer]! * 2 ** 29);
    const x = Math.fround(size * width) * (drawn & 0x100 ? -1 : 1);
    if (size < Math.round(INSIDE[layer]! / 2 ** 29)) return x;
    if (layer === 0) return Math.fround(tailNormal(uniform, size));
    const [edge, next] = [Math.fround(DENSITY[layer]!), Math.fround(DENSITY[layer - 1]!)];
    const height = Math.fround(Math.fround(Math.fround(next - edge) * uniform()) + edge);
    if (height < Math.exp(-0.5 * x * x)) return x;
  }
}

/** A standard exponential number by the ziggurat method. */
export function zigguratExponential(bits: WideBits): number {
  for (;;) {
    const { high, low } = bits.next64();
    const layer = (low >>> 3) & 0xff;
    const size = high * 2 ** 21 + (low >>> 11);
    const x = size * EXPONENTIAL_WIDTH[layer]!;
    if (size < EXPONENTIAL_INSIDE[layer]!) return x;
    if (layer === 0) return EXPONENTIAL_TAIL - Math.log1p(-bits.nextDouble());
    const [edge, next] = [EXPONENTIAL_DENSITY[layer]!, EXPONENTIAL_DENSITY[layer - 1]!];
    if ((next - edge) * bits.nextDouble() + edge < Math.exp(-x)) return x;
  }
}
