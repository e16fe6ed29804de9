import { say } from '../../core';
import { makeArray, NdArray } from '../numpy/ndarray';
import { castArray, itemOf } from '../numpy/convert';
import { roundHalfEven, rounding, unary, unaryOps } from '../numpy/unary';
import { taped } from '../numpy/arguments';
import type { Interpreter } from './interpreter';
import { PyError } from './signals';
import { PyDict, Unknown, type Args, type Value } from './values';

/** A number of Python out of an array of one; what is not known for sure stays an array of no axes. */
function numberFrom(array: NdArray, dtype: 'int64' | 'float64'): Value {
  if (array.size !== 1) {
    throw new PyError('TypeError', say('only length-1 arrays can be converted to Python scalars'), [
      array,
    ]);
  }
  const item = itemOf(array);
  if (array.state !== 'known' || item === undefined) {
    const cast = castArray(array, dtype);
    return makeArray([], cast.entries(), dtype, array.state);
  }
  return dtype === 'float64' ? item : wholeNumber(item);
}

function wholeNumber(number: number): Value {
  if (!Number.isFinite(number)) throw new PyError('ValueError', say('this is no whole number'));
  return BigInt(Math.trunc(number));
}

export function toInt({ positional: [value = 0n, base] }: Args): Value {
  if (value instanceof Unknown || typeof value === 'bigint') return value;
  if (value instanceof NdArray) return numberFrom(value, 'int64');
  if (typeof value !== 'string') return wholeNumber(Number(value));
  if (base !== undefined) return new Unknown('numbers in other bases are not read');
  const isWhole = /^\s*[-+]?\d+\s*$/.test(value);
  return isWhole ? BigInt(value.trim().replace(/^\+/, '')) : wholeNumber(NaN);
}

const SPECIAL_FLOATS = /^([-+]?)(inf(?:inity)?|nan)$/i;

export function toFloat({ positional: [value = 0] }: Args): Value {
  if (value instanceof Unknown) return value;
  if (value instanceof NdArray) return numberFrom(value, 'float64');
  if (typeof value !== 'string') return Number(value);
  const text = value.trim();
  const [, sign, special] = SPECIAL_FLOATS.exec(text) ?? [];
  if (special) return /nan/i.test(special) ? NaN : sign === '-' ? -Infinity : Infinity;
  const number = Number(text || NaN);
  if (Number.isNaN(number)) {
    throw new PyError('ValueError', say('could not convert string to float'));
  }
  return number;
}

export function round({ positional: [value, digits], span }: Args, it: Interpreter): Value {
  if (typeof value === 'bigint' || value instanceof Unknown || value === undefined)
    return value ?? 0n;
  const places = typeof digits === 'bigint' ? Number(digits) : 0;
  if (value instanceof NdArray) {
    return unary(rounding(places), value, it.limits, taped('round', [value], it.args([], span)));
  }
  const number = Number(value);
  if (digits === undefined || digits === null) return BigInt(roundHalfEven(number));
  return Number(number.toFixed(Math.min(Math.max(0, places), 100)));
}

export function abs(args: Args, it: Interpreter): Value {
  const [value] = args.positional;
  if (value instanceof NdArray)
    return unary(unaryOps.get('abs')!, value, it.limits, taped('abs', [value], args));
  if (typeof value === 'bigint') return value < 0n ? -value : value;
  return value instanceof Unknown ? value : Math.abs(Number(value));
}

export function dict(args: Args, it: Interpreter): Value {
  const made = new PyDict();
  const [source] = args.positional;
  if (source instanceof Unknown) return source;
  if (source instanceof PyDict) for (const [key, value] of source.items()) made.set(key, value);
  else if (source !== undefined) {
    for (const pair of it.iterate(source) ?? []) {
      const [key, value] = [...(it.iterate(pair) ?? [])];
      if (key !== undefined) made.set(key, value ?? null);
    }
  }
  for (const [key, value] of args.keywords) made.set(key, value);
  return made;
}
