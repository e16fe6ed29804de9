import { say, sizeOf, type DType, type Shape } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { Unknown, type Value } from '../python/values';
import { type NumpyFunction } from './arguments';
import { dtypeOf } from './dtypes';
import { type NdArray } from './ndarray';
import { onArrays } from './operands';
import { drawn, sizeArgument } from './random';
import type { Stream } from './random-seeds';
import { broadcastTo, sharedShape } from './shaping';
import { continuous, type Draw } from './streams/continuous';
import { discrete, poisson } from './streams/discrete';
import { multinomial, dirichlet, multivariateNormal } from './random-rows';

/** The parameters of each distribution, with what they are where they are not given. */
const PARAMETERS: Readonly<Record<string, readonly (readonly [string, number?])[]>> = {
  uniform: [
    ['low', 0],
    ['high', 1],
  ],
  normal: [
    ['loc', 0],
    ['scale', 1],
  ],
  exponential: [['scale', 1]],
  standard_gamma: [['shape']],
  gamma: [['shape'], ['scale', 1]],
  beta: [['a'], ['b']],
  chisquare: [['df']],
  noncentral_chisquare: [['df'], ['nonc']],
  f: [['dfnum'], ['dfden']],
  standard_t: [['df']],
  standard_cauchy: [],
  lognormal: [
    ['mean', 0],
    ['sigma', 1],
  ],
  pareto: [['a']],
  weibull: [['a']],
  power: [['a']],
  rayleigh: [['scale', 1]],
  laplace: [
    ['loc', 0],
    ['scale', 1],
  ],
  gumbel: [
    ['loc', 0],
    ['scale', 1],
  ],
  logistic: [
    ['loc', 0],
    ['scale', 1],
  ],
  triangular: [['left'], ['mode'], ['right']],
  wald: [['mean'], ['scale']],
  vonmises: [['mu'], ['kappa']],
  poisson: [['lam', 1]],
  binomial: [['n'], ['p']],
  geometric: [['p']],
  negative_binomial: [['n'], ['p']],
  zipf: [['a']],
  logseries: [['p']],
  hypergeometric: [['ngood'], ['nbad'], ['nsample']],
};

/** Parameters that are shares, and those that may be any number: the others must not be negative. */
const SHARES = new Set(['p']);

const ANY = new Set(['low', 'high', 'loc', 'mean', 'mu', 'left', 'mode', 'right']);

function check(distribution: string, name: string, values: Float64Array): void {
  const isShare = SHARES.has(name) && distribution !== 'logseries';
  const isWrong = (x: number) => (isShare ? !(x >= 0 && x <= 1) : !ANY.has(name) && !(x >= 0));
  if (values.some(isWrong)) {
    throw new PyError(
      'ValueError',
      say('the parameter {name} of a random distribution is out of range', { name }),
    );
  }
}

/** Draws from a distribution, one for each combination of its parameters where they are arrays. */
const drawing =
  (stream: Stream, name: string, draw: Draw, dtype: DType): NumpyFunction =>
  (args, runtime) => {
    const parameters = PARAMETERS[name]!;
    const given = bind(args, ...parameters.map(([each]) => each), 'size', 'dtype') as Readonly<
      Record<string, Value>
    >;
    if ((dtypeOf(given['dtype']) ?? 'float64') !== 'float64') throw new Unread();
    const values = parameters.map(([each, fallback]): Value | undefined => given[each] ?? fallback);
    return onArrays(values, runtime, (...arrays) => {
      const shape = shapeOfDraws(arrays, given['size']);
      if (!shape) return new Unknown('a length of its shape is not known');
      // Too many to be drawn: the parameters are not spread out for them either.
      if (sizeOf(shape) > runtime.limits.largestArray)
        return drawn(stream, shape, dtype, args, () => 0);
      const entries = arrays.map((array) => broadcastTo(array, shape).entries());
      if (!entries.every((own) => own) || arrays.some(({ state }) => state !== 'known'))
        throw new Unread();
      arrays.forEach((array, i) => check(name, parameters[i]![0], array.entries()!));
      let cell = -1;
      return drawn(stream, shape, dtype, args, () => {
        cell++;
        return draw(stream.source, ...entries.map((own) => own![cell]!));
      });
    });
  };

function shapeOfDraws(arrays: readonly NdArray[], size: Value | undefined): Shape | undefined {
  return size === undefined || size === null ? sharedShape(arrays) : sizeArgument(size);
}

const standardExponential =
  (stream: Stream): NumpyFunction =>
  (args) => {
    const { size, dtype, method } = bind(args, 'size', 'dtype', 'method');
    if ((dtypeOf(dtype) ?? 'float64') !== 'float64') throw new Unread();
    const { source } = stream;
    const isInverse = method === 'inv';
    return drawn(stream, sizeArgument(size), 'float64', args, () =>
      isInverse ? -Math.log1p(-source.uniform()) : source.exponential(),
    );
  };

/** Draws from distributions, by NumPy's names. */
export function distributions(stream: Stream): Record<string, NumpyFunction> {
  const of = (table: Readonly<Record<string, Draw>>, dtype: DType) =>
    Object.entries(table).map(
      ([name, draw]) => [name, drawing(stream, name, draw, dtype)] as const,
    );
  return {
    ...Object.fromEntries([
      ...of(
        continuous((source, lambda) => poisson(source, lambda!)),
        'float64',
      ),
      ...of(discrete, 'int64'),
    ]),
    standard_exponential: standardExponential(stream),
    multinomial: multinomial(stream),
    dirichlet: dirichlet(stream),
    multivariate_normal: multivariateNormal(stream),
  };
}
