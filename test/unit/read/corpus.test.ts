import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/read';

interface GoldenArray {
  readonly shape: number[];
  readonly dtype: string;
  readonly data: string[];
}

interface Golden {
  readonly programs: Record<string, { arrays: Record<string, GoldenArray>; printed: string }>;
}

const folder = new URL('../../oracle/read/', import.meta.url);
const golden = JSON.parse(readFileSync(new URL('golden.json', folder), 'utf8')) as Golden;

/** A program of the corpus, or the example that ships. */
function programOf(name: string): string {
  const file =
    name === 'affine_small' ? `../../../media/examples/${name}.py` : `programs/${name}.py`;
  return readFileSync(new URL(file, folder), 'utf8');
}

/**
 * Programs whose numbers pass through products, sums or libm, with the units in the last place (of the
 * array's largest entry) by which NumPy's and ours may end apart. A difference quotient divides
 * rounding errors by 2h = 2·10⁻⁴.
 */
const ROUNDED: Readonly<Record<string, number>> = {
  products: 8,
  book_affine: 4,
  two_layer_net: 64,
  numerical_gradient: 1e5,
  cs231n: 64,
  training_loop: 128,
  random_normal: 2,
  random_generator_normal: 2,
  libm: 2,
  literals: 4,
  affine_small: 4,
  reductions: 2,
  logsum: 1,
  optimizers: 4,
  numpy_tour: 1,
  knn_kmeans: 4,
  rnn_step: 16,
  batchnorm: 4,
  forward_three_layers: 4,
  activations: 1,
  im2col: 4,
  losses: 2,
};

/** A C99 hexadecimal float, or `nan`, `inf`, `-inf`. */
function fromHex(text: string): number {
  const match = /^(-?)0x([01])\.([0-9a-f]+)p([-+]\d+)$/.exec(text);
  if (!match) return text === 'nan' ? NaN : text === 'inf' ? Infinity : -Infinity;
  const [, sign, whole, fraction, exponent] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
  ];
  const mantissa = Number(whole) + Number(BigInt(`0x${fraction}`)) / 16 ** fraction.length;
  return (sign ? -1 : 1) * mantissa * 2 ** Number(exponent);
}

function isClose(got: number, wanted: number, ulps: number, size: number): boolean {
  if (Object.is(got, wanted)) return true;
  if (ulps === 0 || !Number.isFinite(wanted)) return false;
  return Math.abs(got - wanted) <= ulps * 2 ** -52 * Math.max(size, 1e-300);
}

describe('programs read as NumPy runs them', () => {
  for (const [name, { arrays, printed }] of Object.entries(golden.programs)) {
    it(name, () => {
      const source = programOf(name);
      const reading = evaluate(source);
      expect(reading.errors.map(({ message }) => message)).toEqual([]);
      for (const [key, wanted] of Object.entries(arrays)) {
        const got = reading.globals.get(key);
        expect.soft(got, `${key} is missing`).toBeDefined();
        if (!got) continue;
        expect.soft({ key, shape: got.shape }).toEqual({ key, shape: wanted.shape });
        expect.soft({ key, dtype: got.dtype }).toEqual({ key, dtype: wanted.dtype });
        const numbers = wanted.data.map(fromHex);
        const size = Math.max(0, ...numbers.filter(Number.isFinite).map(Math.abs));
        const off = numbers.findIndex(
          (number, i) => !isClose(got.data![i]!, number, ROUNDED[name] ?? 0, size),
        );
        expect
          .soft(
            off < 0 ? 'equal' : `${key}[${off}] is ${got.data![off]}, NumPy has ${numbers[off]}`,
          )
          .toBe('equal');
      }
      expect.soft(reading.output).toBe(printed);
    });
  }
});
