import { say, type DType } from '../../core';
import { bind } from '../python/runtime';
import { PyError } from '../python/signals';
import { PyTuple } from '../python/values';
import { taped, type NumpyFunction } from './arguments';
import { floatFor } from './binary-ops';
import { castArray } from './convert';
import { makeArray } from './ndarray';
import { onArrays } from './operands';
import { binaryOf } from './ufuncs';

/** A function that gives two arrays, each made entry by entry. */
export const pair =
  (
    name: string,
    first: (x: number) => number,
    second: (x: number) => number,
    whole?: DType,
  ): NumpyFunction =>
  (args, runtime) =>
    onArrays([bind(args, 'x').x], runtime, (x) => {
      const own = castArray(x, floatFor(x.dtype));
      const made = (apply: (x: number) => number, dtype: DType) =>
        makeArray(own.shape, own.entries()?.map(apply), dtype, own.state, taped(name, [x], args));
      return new PyTuple([made(first, own.dtype), made(second, whole ?? own.dtype)]);
    });

/** A zero with the sign of a number. */
export const signOf = (x: number): number => (x < 0 || Object.is(x, -0) ? -0 : 0);

/** The power of two just above a number, as C’s `frexp` has it. */
export function exponentOf(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return 0;
  let exponent = Math.floor(Math.log2(Math.abs(x))) + 1;
  while (Math.abs(scaled(x, -exponent)) >= 1) exponent++;
  while (Math.abs(scaled(x, -exponent)) < 0.5) exponent--;
  return exponent;
}

/** x·2ⁿ, in two steps where one would leave the range of floats. */
export function scaled(x: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return x * 2 ** half * 2 ** (exponent - half);
}

/** Numbers times powers of two. */
export const ldexp: NumpyFunction = (args, runtime) => {
  const { x1, x2 } = bind(args, 'x1', 'x2');
  return onArrays([x1, x2], runtime, (mantissa, exponent) => {
    if (exponent.dtype.startsWith('float')) {
      throw new PyError(
        'TypeError',
        say('{op} does not work on {type}', { op: 'ldexp', type: exponent.dtype }),
      );
    }
    return binaryOf('ldexp', mantissa, exponent, args, runtime, floatFor(mantissa.dtype));
  });
};

/** Quotients and remainders. */
export const divmod: NumpyFunction = (args, runtime) => {
  const { x1, x2 } = bind(args, 'x1', 'x2');
  if (x1 === undefined || x2 === undefined) {
    throw new PyError('TypeError', say('an array argument is missing'));
  }
  return new PyTuple(
    ['floor_divide', 'remainder'].map((name) => binaryOf(name, x1, x2, args, runtime)),
  );
};
