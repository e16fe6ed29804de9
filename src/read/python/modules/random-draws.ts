import { mt19937OfWords } from '../../numpy/streams/mt19937';

/** The twister under the draws: its bits, and a copy of it as it stands. */
export interface Draw {
  readonly bits: ReturnType<typeof mt19937OfWords>;
  /** The second of two normal numbers that come together. */
  readonly spare: number | undefined;
  readonly copy: () => Draw;
}

const WORD = 32n;
const MAGIC = (4 * Math.exp(-0.5)) / Math.sqrt(2);

/** The draws that `random.seed(seed)` begins. */
export function drawsFrom(seed: bigint): Draws {
  const words: number[] = [];
  for (let left = seed < 0n ? -seed : seed; left > 0n; left >>= WORD)
    words.push(Number(BigInt.asUintN(32, left)));
  return new Draws(drawOf(mt19937OfWords(words.length > 0 ? words : [0]), undefined));
}

function drawOf(bits: Draw['bits'], spare: number | undefined): Draw {
  return { bits, spare, copy: () => drawOf(bits.copy() as Draw['bits'], spare) };
}

/** What Python's `random` draws from its Mersenne twister, number by number. */
export class Draws {
  private readonly twister: Draw['bits'];
  private spare: number | undefined;

  constructor({ bits, spare }: Draw) {
    this.twister = bits;
    this.spare = spare;
  }

  copy(): Draw {
    return drawOf(this.twister.copy() as Draw['bits'], this.spare);
  }

  next(): number {
    return this.twister.nextDouble();
  }

  bits(count: number): bigint {
    let number = 0n;
    for (let done = 0; done < count; done += 32) {
      const left = count - done;
      const word = this.twister.next32() >>> (left < 32 ? 32 - left : 0);
      number |= BigInt(word) << BigInt(done);
    }
    return number;
  }

  /** A whole number from 0 on, below a limit. */
  below(limit: bigint): bigint {
    const count = limit.toString(2).length;
    for (;;) {
      const number = this.bits(count);
      if (number < limit) return number;
    }
  }

  private place(length: number): number {
    return Number(this.below(BigInt(length)));
  }

  shuffle<Item>(items: Item[]): void {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.place(i + 1);
      [items[i], items[j]] = [items[j]!, items[i]!];
    }
  }

  sample<Item>(items: readonly Item[], count: number): Item[] {
    const { length } = items;
    const pooled = 21 + (count > 5 ? 4 ** Math.ceil(Math.log(count * 3) / Math.log(4)) : 0);
    if (length > pooled) return this.distinct(length, count).map((at) => items[at]!);
    const pool = [...items];
    return Array.from({ length: count }, (_, i) => {
      const j = this.place(length - i);
      const item = pool[j]!;
      pool[j] = pool[length - i - 1]!;
      return item;
    });
  }

  private distinct(length: number, count: number): number[] {
    const chosen = new Set<number>();
    while (chosen.size < count) chosen.add(this.place(length));
    return [...chosen];
  }

  choices<Item>(items: readonly Item[], count: number, weights?: readonly number[]): Item[] {
    const sums: number[] = [];
    for (const weight of weights ?? []) sums.push((sums.at(-1) ?? 0) + weight);
    const total = sums.at(-1) ?? 0;
    return Array.from({ length: count }, () => {
      const draw = this.next();
      if (!weights) return items[Math.floor(draw * items.length)]!;
      const at = sums.findIndex((sum) => draw * total < sum);
      return items[at < 0 ? items.length - 1 : at]!;
    });
  }

  uniform(from: number, to: number): number {
    return from + (to - from) * this.next();
  }

  triangular(low: number, high: number, mode: number): number {
    const draw = this.next();
    const part = Number.isNaN(mode) ? 0.5 : (mode - low) / (high - low);
    return draw > part
      ? high + (low - high) * Math.sqrt((1 - draw) * (1 - part))
      : low + (high - low) * Math.sqrt(draw * part);
  }

  gauss(mean: number, deviation: number): number {
    let number = this.spare;
    this.spare = undefined;
    if (number === undefined) {
      const angle = this.next() * 2 * Math.PI;
      const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
      number = Math.cos(angle) * radius;
      this.spare = Math.sin(angle) * radius;
    }
    return mean + number * deviation;
  }

  normal(mean: number, deviation: number): number {
    for (;;) {
      const draw = this.next();
      const other = 1 - this.next();
      const number = (MAGIC * (draw - 0.5)) / other;
      if ((number * number) / 4 <= -Math.log(other)) return mean + number * deviation;
    }
  }

  exponential(rate: number): number {
    return -Math.log(1 - this.next()) / rate;
  }
}
