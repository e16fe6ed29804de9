import type { Source } from './source';

/** Draws of one number from a stream, given the parameters of their distribution. */
export type Draw = (source: Source, ...parameters: number[]) => number;

/** Marsaglia and Tsang's method; below 1, one by rejection. */
export function gamma(source: Source, shape: number): number {
  if (shape === 1) return source.exponential();
  if (shape === 0) return 0;
  return shape < 1 ? smallGamma(source, shape) : largeGamma(source, shape);
}

function smallGamma(source: Source, shape: number): number {
  for (;;) {
    const U = source.uniform();
    const V = source.exponential();
    if (U <= 1 - shape) {
      const X = U ** (1 / shape);
      if (X <= V) return X;
    } else {
      const Y = -Math.log((1 - U) / shape);
      const X = (1 - shape + shape * Y) ** (1 / shape);
      if (X <= V + Y) return X;
    }
  }
}

function largeGamma(source: Source, shape: number): number {
  const b = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * b);
  for (;;) {
    const X = source.normal();
    const root = 1 + c * X;
    if (root <= 0) continue;
    const V = root * root * root;
    const U = source.uniform();
    if (U < 1 - 0.0331 * (X * X) * (X * X)) return b * V;
    if (Math.log(U) < 0.5 * X * X + b * (1 - V + Math.log(V))) return b * V;
  }
}

/** Jöhnk's method for small parameters, else a share of two gammas. */
function beta(source: Source, a: number, b: number): number {
  if (a > 1 || b > 1) {
    const first = gamma(source, a);
    return first / (first + gamma(source, b));
  }
  for (;;) {
    const [U, V] = [source.uniform(), source.uniform()];
    const [X, Y] = [U ** (1 / a), V ** (1 / b)];
    if (X + Y > 1 || U + V === 0) continue;
    if (X + Y > 0) return X / (X + Y);
    const [logX, logY] = [Math.log(U) / a, Math.log(V) / b];
    const most = Math.max(logX, logY);
    return Math.exp(logX - most - Math.log(Math.exp(logX - most) + Math.exp(logY - most)));
  }
}

const chisquare: Draw = (source, df) => 2 * gamma(source, df! / 2);

function noncentralChisquare(source: Source, df: number, nonc: number, poisson: Draw): number {
  if (nonc === 0) return chisquare(source, df);
  if (df <= 1) return chisquare(source, df + 2 * poisson(source, nonc / 2));
  const own = chisquare(source, df - 1);
  const n = source.normal() + Math.sqrt(nonc);
  return own + n * n;
}

function triangular(source: Source, left: number, mode: number, right: number): number {
  const [base, before] = [right - left, mode - left];
  const U = source.uniform();
  return U <= before / base
    ? left + Math.sqrt(U * (before * base))
    : right - Math.sqrt((1 - U) * ((right - mode) * base));
}

/** A uniform number that is not 0. */
function positive(source: Source): number {
  for (;;) {
    const U = source.uniform();
    if (U > 0) return U;
  }
}

function laplace(source: Source, loc: number, scale: number): number {
  const U = positive(source);
  return U >= 0.5 ? loc - scale * Math.log(2 - U - U) : loc + scale * Math.log(U + U);
}

function gumbel(source: Source, loc: number, scale: number): number {
  return loc - scale * Math.log(-Math.log(1 - positive(source)));
}

function logistic(source: Source, loc: number, scale: number): number {
  const U = positive(source);
  return loc + scale * Math.log(U / (1 - U));
}

function wald(source: Source, mean: number, scale: number): number {
  const normal = source.normal();
  const Y = mean * normal * normal;
  const X = mean + (mean / (2 * scale)) * (Y - Math.sqrt(4 * scale * Y + Y * Y));
  return source.uniform() <= mean / (mean + X) ? X : (mean * mean) / X;
}

function vonmises(source: Source, mu: number, kappa: number): number {
  if (kappa < 1e-8) return Math.PI * (2 * source.uniform() - 1);
  const W = cosineAround(source, kappa);
  const angle = Math.acos(W) * (source.uniform() < 0.5 ? -1 : 1) + mu;
  const size = ((Math.abs(angle) + Math.PI) % (2 * Math.PI)) - Math.PI;
  return angle < 0 ? -size : size;
}

function cosineAround(source: Source, kappa: number): number {
  const r = 1 + Math.sqrt(1 + 4 * kappa * kappa);
  const rho = (r - Math.sqrt(2 * r)) / (2 * kappa);
  const s = kappa < 1e-5 ? 1 / kappa + kappa : (1 + rho * rho) / (2 * rho);
  for (;;) {
    const Z = Math.cos(Math.PI * source.uniform());
    const W = (1 + s * Z) / (s + Z);
    const Y = kappa * (s - W);
    const V = source.uniform();
    if (Y * (2 - Y) - V >= 0 || Math.log(Y / V) + 1 - Y >= 0) return W;
  }
}

/** The distributions of floats, by NumPy's names. */
export const continuous = (poisson: Draw): Readonly<Record<string, Draw>> => ({
  uniform: (source, low, high) => low! + (high! - low!) * source.uniform(),
  normal: (source, loc, scale) => loc! + scale! * source.normal(),
  exponential: (source, scale) => scale! * source.exponential(),
  standard_gamma: (source, shape) => gamma(source, shape!),
  gamma: (source, shape, scale) => scale! * gamma(source, shape!),
  beta: (source, a, b) => beta(source, a!, b!),
  chisquare,
  noncentral_chisquare: (source, df, nonc) => noncentralChisquare(source, df!, nonc!, poisson),
  f: (source, dfnum, dfden) => {
    const above = chisquare(source, dfnum!) * dfden!;
    return above / (chisquare(source, dfden!) * dfnum!);
  },
  standard_t: (source, df) => {
    const normal = source.normal();
    return (Math.sqrt(df! / 2) * normal) / Math.sqrt(gamma(source, df! / 2));
  },
  standard_cauchy: (source) => {
    const above = source.normal();
    return above / source.normal();
  },
  lognormal: (source, mean, sigma) => Math.exp(mean! + sigma! * source.normal()),
  pareto: (source, a) =>
    source.isLegacy
      ? Math.exp(source.exponential() / a!) - 1
      : Math.expm1(source.exponential() / a!),
  weibull: (source, a) => (a === 0 ? 0 : source.exponential() ** (1 / a!)),
  power: (source, a) =>
    (source.isLegacy ? 1 - Math.exp(-source.exponential()) : -Math.expm1(-source.exponential())) **
    (1 / a!),
  rayleigh: (source, mode) =>
    mode! *
    Math.sqrt(source.isLegacy ? -2 * Math.log1p(-source.uniform()) : 2 * source.exponential()),
  laplace: (source, loc, scale) => laplace(source, loc!, scale!),
  gumbel: (source, loc, scale) => gumbel(source, loc!, scale!),
  logistic: (source, loc, scale) => logistic(source, loc!, scale!),
  triangular: (source, left, mode, right) => triangular(source, left!, mode!, right!),
  wald: (source, mean, scale) => wald(source, mean!, scale!),
  vonmises: (source, mu, kappa) => vonmises(source, mu!, kappa!),
});
