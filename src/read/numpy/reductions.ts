import { isFloat, say } from '../../core';
import { bind } from '../python/runtime';
import { PyError } from '../python/signals';
import { Unknown, type Args, type Value } from '../python/values';
import { axesOf, flagOf, integerOf, numberOf, taped, type NumpyFunction } from './arguments';
import { castArray } from './convert';
import { dtypeOf } from './dtypes';
import { type NdArray } from './ndarray';
import { withoutNaN } from './nan-reductions';
import { onArrays } from './operands';
import { orderStatistics } from './quantiles';
import { normalizeAxis, reduce, reduction, reductions, spreadWith, type Reduction } from './reduce';
import { running } from './running';
import { broadcastTo } from './shaping';
import { bigOf, isWhole, wrapped } from './whole';

const EXTREMES = ['a', 'axis', 'out', 'keepdims', 'initial', 'where'] as const;

/** The parameters of each reduction, in order, where they are not those of an extreme. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  sum: ['a', 'axis', 'dtype', 'out', 'keepdims', 'initial', 'where'],
  prod: ['a', 'axis', 'dtype', 'out', 'keepdims', 'initial', 'where'],
  mean: ['a', 'axis', 'dtype', 'out', 'keepdims', 'where'],
  std: ['a', 'axis', 'dtype', 'out', 'ddof', 'keepdims', 'where'],
  var: ['a', 'axis', 'dtype', 'out', 'ddof', 'keepdims', 'where'],
  any: ['a', 'axis', 'out', 'keepdims', 'where'],
  all: ['a', 'axis', 'out', 'keepdims', 'where'],
  argmax: ['a', 'axis', 'out', 'keepdims'],
  argmin: ['a', 'axis', 'out', 'keepdims'],
  ptp: ['a', 'axis', 'out', 'keepdims'],
  count_nonzero: ['a', 'axis', 'keepdims'],
  median: ['a', 'axis', 'out', 'overwrite_input', 'keepdims'],
};

const MEANS = /^(mean|std|var)$/;

const parametersOf = (name: string): readonly string[] =>
  PARAMETERS[name.replace(/^nan/, '')] ?? EXTREMES;

const reducer =
  (how: Reduction): NumpyFunction =>
  (args, runtime) => {
    const given = bind(args, ...parametersOf(how.name)) as Readonly<Record<string, Value>>;
    const { a, axis, keepdims, dtype, ddof, initial, where } = given;
    if (axis instanceof Unknown || keepdims instanceof Unknown) return new Unknown('the axis');
    const isMasked = where !== undefined && where !== true;
    return onArrays([a, isMasked ? where : true], runtime, (x, mask) => {
      const tape = taped(how.name, [x], args);
      // Unlike sums, means look for the axis of a number.
      if (x.ndim === 0 && MEANS.test(isFloat(x.dtype) ? how.name : how.name.replace('nan', '')))
        axesOf(axis)?.forEach((each) => normalizeAxis(each, 0));
      const wanted = dtypeOf(dtype);
      const own = wanted ? castArray(x, wanted) : x;
      const exact = wanted ? { ...how, dtype: () => wanted } : how;
      const freedom = ddof === undefined ? exact : { ...exact, reduce: spreadOver(how, ddof) };
      return reduce(freedom, own, axesFor(how, axis), tape, {
        keepdims: flagOf(keepdims),
        where: isMasked ? broadcastTo(mask, x.shape) : undefined,
        initial: initial === undefined || initial === null ? undefined : numberOf(initial),
      });
    });
  };

/** Deviations over fewer than all entries. */
function spreadOver(how: Reduction, ddof: Value): Reduction['reduce'] {
  const freedom = numberOf(ddof) ?? 0;
  const { reduce } = spreadWith(how.name, freedom);
  const isNaNFree = how.name.startsWith('nan');
  return isNaNFree
    ? (run, isInner, dtype) =>
        reduce(
          run.filter((x) => !Number.isNaN(x)),
          isInner,
          dtype,
        )
    : reduce;
}

/** Places of extremes are along one axis. */
function axesFor({ name }: Reduction, axis: Value | undefined): readonly number[] | undefined {
  const axes = axesOf(axis);
  if (
    name.includes('arg') &&
    axis !== undefined &&
    axis !== null &&
    integerOf(axis) === undefined
  ) {
    throw new PyError('TypeError', say('the axis must be one whole number'));
  }
  return axes;
}

const spread = reduction(
  'ptp',
  (dtype) => {
    if (dtype !== 'bool') return dtype;
    throw new PyError('TypeError', say('NumPy does not subtract booleans; use ^ or logical_xor'));
  },
  (run, _, dtype) => {
    const [most, least] = [
      run.reduce((a, b) => Math.max(a, b)),
      run.reduce((a, b) => Math.min(a, b)),
    ];
    return isWhole(dtype) ? wrapped(bigOf(most) - bigOf(least), dtype) : most - least;
  },
  false,
);

/** A reduction of one array to one number, for functions that are made of others. */
export function reducedTo(name: string, x: NdArray, args: Args): NdArray {
  return reduce(reductions.get(name)!, x, undefined, taped(name, [x], args));
}

/** Functions along axes, by NumPy's names. */
export const reducers: Readonly<Record<string, NumpyFunction>> = {
  ...Object.fromEntries(
    [...reductions.values(), ...withoutNaN, ...orderStatistics.medians, spread].map((how) => [
      how.name,
      reducer(how),
    ]),
  ),
  ...orderStatistics.functions,
  ...running,
};
