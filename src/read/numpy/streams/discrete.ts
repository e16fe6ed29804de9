import { gamma, type Draw } from './continuous';
import type { Source } from './source';
import { binomial } from './binomial';

const COEFFICIENTS = [
  8.333333333333333e-2, -2.777777777777778e-3, 7.936507936507937e-4, -5.952380952380952e-4,
  8.417508417508418e-4, -1.917526917526918e-3, 6.41025641025641e-3, -2.955065359477124e-2,
  1.796443723688307e-1, -1.3924322169059,
];

/** The logarithm of the gamma function, by Zhang and Jin's series. */
function logGamma(x: number): number {
  if (x === 1 || x === 2) return 0;
  const n = x < 7 ? Math.trunc(7 - x) : 0;
  let x0 = x + n;
  const x2 = (1 / x0) * (1 / x0);
  const series = COEFFICIENTS.reduceRight((sum, each, k) => (k === 9 ? each : sum * x2 + each), 0);
  let result = series / x0 + 0.5 * 1.8378770664093453 + (x0 - 0.5) * Math.log(x0) - x0;
  for (let k = 1; k <= n; k++) {
    result -= Math.log(x0 - 1);
    x0 -= 1;
  }
  return result;
}

/** A Poisson number: by products of uniform ones where it is small, else by rejection. */
export function poisson(source: Source, lambda: number): number {
  if (lambda === 0) return 0;
  return lambda < 10 ? poissonByProducts(source, lambda) : poissonByRejection(source, lambda);
}

function poissonByProducts(source: Source, lambda: number): number {
  const least = Math.exp(-lambda);
  let [count, product] = [0, 1];
  for (;;) {
    product *= source.uniform();
    if (!(product > least)) return count;
    count++;
  }
}

/** Hörmann's transformed rejection. */
function poissonByRejection(source: Source, lambda: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(lambda);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const vr = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const U = source.uniform() - 0.5;
    const V = source.uniform();
    const us = 0.5 - Math.abs(U);
    const k = Math.floor(((2 * a) / us + b) * U + lambda + 0.43);
    if (us >= 0.07 && V <= vr) return k;
    if (k < 0 || (us < 0.013 && V > us)) continue;
    const left = Math.log(V) + Math.log(inverseAlpha) - Math.log(a / (us * us) + b);
    if (left <= -lambda + k * Math.log(lambda) - logGamma(k + 1)) return k;
  }
}

function geometric(source: Source, p: number): number {
  if (p >= 1 / 3) {
    let [X, sum, product] = [1, p, p];
    for (const U = source.uniform(); U > sum; X++) {
      product *= 1 - p;
      sum += product;
    }
    return X;
  }
  return source.isLegacy
    ? Math.ceil(Math.log1p(-source.uniform()) / Math.log(1 - p))
    : Math.ceil(-source.exponential() / Math.log1p(-p));
}

function zipf(source: Source, a: number): number {
  const b = 2 ** (a - 1);
  for (;;) {
    const U = 1 - source.uniform();
    const V = source.uniform();
    const X = Math.floor(U ** (-1 / (a - 1)));
    if (X >= 2 ** 63 || X < 1) continue;
    const T = (1 + 1 / X) ** (a - 1);
    if ((V * X * (T - 1)) / (b - 1) <= T / b) return X;
  }
}

function logseries(source: Source, p: number): number {
  const r = source.isLegacy ? Math.log(1 - p) : Math.log1p(-p);
  for (;;) {
    const V = source.uniform();
    if (V >= p) return 1;
    const U = source.uniform();
    const q = source.isLegacy ? 1 - Math.exp(r * U) : -Math.expm1(r * U);
    if (V > q * q) return V >= q ? 1 : 2;
    const result = Math.floor(1 + Math.log(V) / Math.log(q));
    if (result >= 1 && V !== 0) return result;
  }
}

/** How many good ones a sample has; NaN where the method for large samples is not followed. */
function hypergeometric(source: Source, good: number, bad: number, sample: number): number {
  if (source.isLegacy) return sample > 10 ? NaN : legacyHypergeometric(source, good, bad, sample);
  const total = good + bad;
  if (sample >= 10 && sample <= total - 10) return NaN;
  let left = sample > total / 2 ? total - sample : sample;
  let [rest, restGood] = [total, good];
  while (left > 0 && restGood > 0 && rest > restGood) {
    rest--;
    if (source.interval(rest) < restGood) restGood--;
    left--;
  }
  if (rest === restGood) restGood -= left;
  return sample > total / 2 ? restGood : good - restGood;
}

function legacyHypergeometric(source: Source, good: number, bad: number, sample: number): number {
  if (sample <= 0) return 0;
  const fewer = Math.min(bad, good);
  let [y, k] = [fewer, sample];
  while (y > 0) {
    y -= Math.floor(source.uniform() + y / (bad + good - sample + k));
    k--;
    if (k === 0) break;
  }
  return good > bad ? sample - (fewer - y) : fewer - y;
}

/** The distributions of whole numbers, by NumPy's names. */
export const discrete: Readonly<Record<string, Draw>> = {
  poisson: (source, lambda) => poisson(source, lambda!),
  binomial: (source, n, p) => binomial(source, n!, p!),
  geometric: (source, p) => geometric(source, p!),
  negative_binomial: (source, n, p) => poisson(source, ((1 - p!) / p!) * gamma(source, n!)),
  zipf: (source, a) => zipf(source, a!),
  logseries: (source, p) => logseries(source, p!),
  hypergeometric: (source, good, bad, sample) => hypergeometric(source, good!, bad!, sample!),
};
