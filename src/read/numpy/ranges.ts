import { promote, say, sizeOf, type DType } from '../../core';
import { bind } from '../python/runtime';
import { PyError } from '../python/signals';
import { PyTuple, Unknown, type Args, type Value } from '../python/values';
import { flagOf, integerOf, numberOf, taped, type NumpyFunction } from './arguments';
import { castArray } from './convert';
import { cast, dtypeOf, scalarDType } from './dtypes';
import { makeArray, stateOf, type NdArray } from './ndarray';
import { onArrays } from './operands';
import { broadcastTo, built, sharedShape } from './shaping';

const isGiven = (value: Value | undefined): boolean => value !== undefined && value !== null;

const arange: NumpyFunction = (args, { limits }) => {
  const { start, stop, step, dtype } = bind(args, 'start', 'stop', 'step', 'dtype');
  const given = [start, stop, step];
  const numbers = given.map(numberOf);
  if (given.some((value, i) => isGiven(value) && numbers[i] === undefined)) {
    return new Unknown('a bound of the range is not known');
  }
  const [from, to] = isGiven(stop) ? [numbers[0] ?? 0, numbers[1]!] : [0, numbers[0]];
  if (to === undefined) throw new PyError('TypeError', say('arange needs an end'));
  const by = numbers[2] ?? 1;
  if (by === 0) throw new PyError('ZeroDivisionError', say('arange needs a step that is not 0'));
  const own = given.flatMap((value) => (isGiven(value) ? [scalarDType(value!) ?? 'float64'] : []));
  const type = dtypeOf(dtype) ?? own.reduce<DType>(promote, 'int64');
  const count = Math.max(0, Math.ceil((to - from) / by));
  if (Number.isNaN(count)) throw new PyError('ValueError', say('arange: cannot compute length'));
  return built([count], type, limits, steps(from, by, type));
};

/** As NumPy: the second entry is computed, and its distance from the first is the step of the rest. */
function steps(from: number, by: number, type: DType): (i: number) => number {
  const [first, second] = [cast(from, type), cast(from + by, type)];
  const delta = cast(second - first, type);
  return (i) => (i === 0 ? first : i === 1 ? second : first + cast(i * delta, type));
}

/** Evenly spaced numbers between two, or rows of them between the entries of two arrays. */
const linspace: NumpyFunction = (args, runtime) => {
  const { start, stop, num, endpoint, retstep, dtype, axis } = bind(
    args,
    'start',
    'stop',
    'num',
    'endpoint',
    'retstep',
    'dtype',
    'axis',
  );
  if (isGiven(axis) && integerOf(axis) !== 0) return new Unknown('this axis is not read');
  const count = countOf(num);
  const hasEnd = endpoint === undefined || flagOf(endpoint);
  return onArrays([start, stop], runtime, (from, to) => {
    const made = spaced(from, to, count, hasEnd, dtypeOf(dtype), args);
    if (!flagOf(retstep)) return made;
    const parts = hasEnd ? count - 1 : count;
    const [low, high] = [numberOf(from), numberOf(to)];
    if (low === undefined || high === undefined) return new Unknown('the step is not read');
    return new PyTuple([
      made,
      makeArray([], Float64Array.of(parts > 0 ? (high - low) / parts : NaN), 'float64', 'known'),
    ]);
  });
};

function countOf(num: Value | undefined): number {
  if (typeof num === 'number') {
    throw new PyError(
      'TypeError',
      say('a shape needs whole numbers, not the float {value}', { value: num }),
    );
  }
  const count = integerOf(num) ?? 50;
  if (count < 0) throw new PyError('ValueError', say('the number of samples must not be negative'));
  return count;
}

function spaced(
  from: NdArray,
  to: NdArray,
  count: number,
  hasEnd: boolean,
  dtype: DType | undefined,
  args: Args,
): NdArray {
  const ends = sharedShape([from, to]);
  const shape = [count, ...ends];
  const own = dtype ?? 'float64';
  const state = stateOf([from, to]);
  const [low, high] = [broadcastTo(from, ends).entries(), broadcastTo(to, ends).entries()];
  if (!low || !high || !args.runtime.limits.hasRoomFor(shape))
    return makeArray(shape, undefined, own, state);
  const parts = hasEnd ? count - 1 : count;
  const width = sizeOf(ends);
  const steps = low.map((each, k) => (high[k]! - each) / parts);
  // Steps too small for floats are not multiplied by: the fraction is, as NumPy does.
  const isAnyZero = steps.some((step) => step === 0);
  const data = new Float64Array(count * width);
  for (let cell = 0; cell < data.length; cell++) {
    const [i, k] = [Math.floor(cell / width), cell % width];
    const offset = isAnyZero ? (i / parts) * (high[k]! - low[k]!) : i * steps[k]!;
    const isEnd = hasEnd && i === count - 1 && i > 0;
    data[cell] = isEnd ? high[k]! : (parts > 0 ? offset : i * (high[k]! - low[k]!)) + low[k]!;
  }
  const whole = !own.startsWith('float');
  const made = makeArray(
    shape,
    whole ? data.map(Math.floor) : data,
    'float64',
    state,
    taped('linspace', [from, to], args),
  );
  return castArray(made, own);
}

/** Numbers whose logarithms are evenly spaced. */
const logspace: NumpyFunction = (args, runtime) => {
  const { start, stop, num, endpoint, base, dtype } = bind(
    args,
    'start',
    'stop',
    'num',
    'endpoint',
    'base',
    'dtype',
    'axis',
  );
  return onArrays([start, stop], runtime, (from, to) => {
    const powers = spaced(
      from,
      to,
      countOf(num),
      endpoint === undefined || flagOf(endpoint),
      undefined,
      args,
    );
    const own = numberOf(base) ?? 10;
    const data = powers.entries()?.map((power) => own ** power);
    const made = makeArray(
      powers.shape,
      data,
      'float64',
      powers.state,
      taped('logspace', [from, to], args),
    );
    return castArray(made, dtypeOf(dtype) ?? 'float64');
  });
};

/** Numbers of which each is the one before it times the same. */
const geomspace: NumpyFunction = (args, runtime) => {
  const { start, stop, num, endpoint, dtype } = bind(
    args,
    'start',
    'stop',
    'num',
    'endpoint',
    'dtype',
    'axis',
  );
  const [first, last] = [numberOf(start), numberOf(stop)];
  if (first === undefined || last === undefined) return new Unknown('a bound is not known');
  if (first === 0 || last === 0)
    throw new PyError('ValueError', say('Geometric sequence cannot include zero'));
  if (first < 0 !== last < 0) return new Unknown('complex numbers are not read');
  const count = countOf(num);
  const hasEnd = endpoint === undefined || flagOf(endpoint);
  const sign = first < 0 ? -1 : 1;
  const parts = hasEnd ? count - 1 : count;
  const [low, high] = [Math.log10(sign * first), Math.log10(sign * last)];
  return castArray(
    built([count], 'float64', runtime.limits, (i) => {
      if (i === 0) return first;
      if (hasEnd && i === count - 1) return last;
      return sign * 10 ** (i * ((high - low) / parts) + low);
    }),
    dtypeOf(dtype) ?? 'float64',
  );
};

/** Functions that space numbers out, by NumPy's names. */
export const ranges: Readonly<Record<string, NumpyFunction>> = {
  arange,
  linspace,
  logspace,
  geomspace,
};
