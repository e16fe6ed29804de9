import { bitsOf, roundingOf, type DType } from '../../core';
import { isWhole, wholeSum } from './whole';

/**
 * The sum as NumPy makes it: pairwise in blocks of 128 with eight running sums along neighbours in
 * memory, one after the other across rows. Both begin at +0.
 */
export function sumOf(run: Float64Array, isInner: boolean, dtype: DType = 'float64'): number {
  if (isWhole(dtype)) return wholeSum(run, dtype);
  if (bitsOf(dtype) < 64) return narrowSum(run, isInner, dtype);
  if (isInner) return pairwise(run, 0, run.length) + 0;
  let sum = 0;
  for (let i = 0; i < run.length; i++) sum += run[i]!;
  return sum;
}

function pairwise(run: Float64Array, from: number, count: number): number {
  if (count < 8) {
    let sum = 0;
    for (let i = from; i < from + count; i++) sum += run[i]!;
    return sum;
  }
  if (count > 128) {
    const half = halfOf(count);
    return pairwise(run, from, half) + pairwise(run, from + half, count - half);
  }
  return sumOfBlock(run, from, count);
}

function halfOf(count: number): number {
  return Math.floor(count / 2) - (Math.floor(count / 2) % 8);
}

function sumOfBlock(run: Float64Array, from: number, count: number): number {
  let a = run[from]!;
  let b = run[from + 1]!;
  let c = run[from + 2]!;
  let d = run[from + 3]!;
  let e = run[from + 4]!;
  let f = run[from + 5]!;
  let g = run[from + 6]!;
  let h = run[from + 7]!;
  const whole = from + count - (count % 8);
  for (let i = from + 8; i < whole; i += 8) {
    a += run[i]!;
    b += run[i + 1]!;
    c += run[i + 2]!;
    d += run[i + 3]!;
    e += run[i + 4]!;
    f += run[i + 5]!;
    g += run[i + 6]!;
    h += run[i + 7]!;
  }
  let sum = a + b + (c + d) + (e + f + (g + h));
  for (let i = whole; i < from + count; i++) sum += run[i]!;
  return sum;
}

/** The same in single precision, rounded at every step; half precision is summed in single along neighbours. */
function narrowSum(run: Float64Array, isInner: boolean, dtype: DType): number {
  const round = roundingOf(dtype)!;
  if (!isInner) return run.reduce((sum, entry) => round(sum + entry), 0);
  return round(narrowPairwise(run) + 0);
}

function narrowPairwise(run: Float64Array): number {
  const add = (a: number, b: number) => Math.fround(a + b);
  if (run.length < 8) return run.reduce(add, 0);
  if (run.length > 128) {
    const half = halfOf(run.length);
    return add(narrowPairwise(run.subarray(0, half)), narrowPairwise(run.subarray(half)));
  }
  const lanes = run.slice(0, 8);
  const whole = run.length - (run.length % 8);
  for (let i = 8; i < whole; i++) lanes[i % 8] = add(lanes[i % 8]!, run[i]!);
  const [a, b, c, d, e, f, g, h] = lanes as unknown as readonly number[];
  const sum = add(add(add(a!, b!), add(c!, d!)), add(add(e!, f!), add(g!, h!)));
  return run.subarray(whole).reduce(add, sum);
}

/** The mean: the sum, divided. Of half precision, it is summed in single. */
export function meanOf(run: Float64Array, isInner: boolean, dtype: DType = 'float64'): number {
  const wide = dtype === 'float16' ? 'float32' : dtype;
  return (roundingOf(wide) ?? identity)(sumOf(run, isInner, wide) / run.length);
}

/** The variance over n − `freedom`. */
export function varianceOf(
  run: Float64Array,
  isInner: boolean,
  dtype: DType = 'float64',
  freedom = 0,
): number {
  const wide = dtype === 'float16' ? 'float32' : dtype;
  const round = roundingOf(wide) ?? identity;
  const mean = meanOf(run, isInner, wide);
  const squares = run.map((entry) => round(round(entry - mean) ** 2));
  return round(sumOf(squares, isInner, wide) / Math.max(0, run.length - freedom));
}

const identity = (x: number): number => x;
