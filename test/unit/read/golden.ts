import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { ReadArray } from '../../../src/read';

/** An array as NumPy had it: all its entries, some of them, or a digest of all. */
export interface GoldenArray {
  readonly shape: readonly number[];
  readonly dtype: string;
  /** By how much a correct reading may end apart, where results are rounded; else not by a bit. */
  readonly slack?: number;
  readonly data?: string;
  readonly sampled?: string;
  readonly digest?: string;
}

/** What a program did under NumPy; arrays are named by their place in `arrays`. */
export interface GoldenProgram {
  readonly arrays: readonly GoldenArray[];
  /** Where a name stands, the name (none for `x[i] = …`), and the last array it was given there. */
  readonly bound: readonly (readonly [number, string, number])[];
  readonly globals: Readonly<Record<string, number>>;
  readonly printed: string;
  /** What ended it, if it did not end well. */
  readonly raises?: { readonly type: string; readonly line: number };
}

const folder = resolve('test/oracle/read');

/** Every program with what NumPy made of it. */
export const golden = JSON.parse(readFileSync(join(folder, 'golden.json'), 'utf8')) as {
  readonly programs: Readonly<Record<string, GoldenProgram>>;
};

/** The text of a program of the corpus, or of the example that ships. */
export function programOf(name: string): string {
  const where = name === 'affine_small' ? resolve('media/examples') : join(folder, 'programs');
  return readFileSync(join(where, `${name}.py`), 'utf8');
}

function unpacked(text: string): Float64Array {
  const bytes = Uint8Array.from(inflateSync(Buffer.from(text, 'base64')));
  return new Float64Array(bytes.buffer);
}

/** What NumPy has for a program's global name: an array kept whole. */
export function numpyGlobal(program: string, name: string): Float64Array {
  const { arrays, globals } = golden.programs[program]!;
  return unpacked(arrays[globals[name]!]!.data!);
}

function digestOf(data: Float64Array): string {
  // All NaN are alike.
  const numbers = data.map((entry) => (Number.isNaN(entry) ? NaN : entry));
  return createHash('sha1').update(new Uint8Array(numbers.buffer)).digest('hex').slice(0, 16);
}

function sampleOf(data: Float64Array, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) =>
    data.at(Math.floor((i * (data.length - 1)) / (count - 1)))!,
  );
}

/** What is wrong about an array of a reading; undefined where it is NumPy's. */
export function difference(got: ReadArray | undefined, wanted: GoldenArray): string | undefined {
  if (!got) return 'missing';
  const kind = (dtype: string, shape: readonly number[] = []) => `${dtype}[${shape.join()}]`;
  if (kind(got.dtype, got.shape) !== kind(wanted.dtype, wanted.shape)) {
    return `${kind(got.dtype, got.shape)}, NumPy has ${kind(wanted.dtype, wanted.shape)}`;
  }
  if (!got.data || got.state !== 'known') return `is ${got.state}`;
  if (wanted.digest) return digestOf(got.data) === wanted.digest ? undefined : 'other bits';
  const numbers = unpacked((wanted.data ?? wanted.sampled)!);
  const own = wanted.data ? got.data : sampleOf(got.data, numbers.length);
  const off = numbers.findIndex((number, i) => !isClose(own[i]!, number, wanted.slack ?? 0));
  return off < 0 ? undefined : `[${off}] is ${own[off]}, NumPy has ${numbers[off]}`;
}

function isClose(got: number, wanted: number, slack: number): boolean {
  return Object.is(got, wanted) || Math.abs(got - wanted) <= slack;
}
