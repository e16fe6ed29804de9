import { say } from '../../core';
import { makeArray, NdArray } from '../numpy/ndarray';
import { castArray, itemOf } from '../numpy/convert';
import { roundHalfEven, rounding, unary, unaryOps } from '../numpy/unary';
import { taped } from '../numpy/arguments';
import type { Interpreter } from './interpreter';
import { PyError } from './signals';
import { fixed } from './format';
import { isNumber } from './numbers';
import { plainValue, special } from './special';
import { PyDict, typeName, Unknown, type Args, type Value } from './values';

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
  if (Number.isNaN(number))
    throw new PyError(
      'ValueError',
      say('this is no whole number'),
      [],
      undefined,
      'cannot convert float NaN to integer',
    );
  if (!Number.isFinite(number))
    throw new PyError(
      'OverflowError',
      say('this is no whole number'),
      [],
      undefined,
      'cannot convert float infinity to integer',
    );
  return BigInt(Math.trunc(number));
}

/** `int`. */
export function toInt({ positional: [own = 0n, base], keywords }: Args, it: Interpreter): Value {
  const value = plainValue(own);
  if (value instanceof Unknown || typeof value === 'bigint') return value;
  if (value instanceof NdArray) return numberFrom(value, 'int64');
  if (typeof value === 'string') return parsedInt(value, base ?? keywords.get('base') ?? 10n);
  for (const name of ['__int__', '__index__', '__trunc__']) {
    const method = special(own, name);
    if (method) return it.call(method, it.args([], { start: 0, end: 0 }));
  }
  if (typeof value !== 'number' && typeof value !== 'boolean') throw unfit('int', value);
  return wholeNumber(Number(value));
}

const PREFIXES: Readonly<Record<string, number>> = { '0x': 16, '0o': 8, '0b': 2 };

/** A text as a whole number in a base, which its own prefix may tell. */
function parsedInt(text: string, base: Value): Value {
  const fault = () =>
    new PyError(
      'ValueError',
      say('this text is no whole number'),
      [],
      undefined,
      `invalid literal for int() with base ${String(base)}: '${text}'`,
    );
  const [, sign, prefix = '', digits = ''] =
    /^\s*([-+]?)(0[xXoObB])?_?([\da-zA-Z]+(?:_[\da-zA-Z]+)*)\s*$/.exec(text) ?? [];
  const own = PREFIXES[prefix.toLowerCase()];
  const radix = Number(base) || own || 10;
  const all = (own === undefined || own === radix ? digits : prefix + digits).replaceAll('_', '');
  if (all === '') throw fault();
  let number = 0n;
  for (const letter of all.toLowerCase()) {
    const digit = parseInt(letter, 36);
    if (Number.isNaN(digit) || digit >= radix) throw fault();
    number = number * BigInt(radix) + BigInt(digit);
  }
  return sign === '-' ? -number : number;
}

function unfit(type: string, value: Value): PyError {
  return new PyError(
    'TypeError',
    say('{type} cannot be made of {value}', { type, value: typeName(value) }),
    [],
    undefined,
    `${type}() argument must be a string or a real number, not '${typeName(value)}'`,
  );
}

const SPECIAL_FLOATS = /^([-+]?)(inf(?:inity)?|nan)$/i;

/** `float`. */
export function toFloat({ positional: [own = 0] }: Args, it: Interpreter): Value {
  const value = plainValue(own);
  if (value instanceof Unknown) return value;
  if (value instanceof NdArray) return numberFrom(value, 'float64');
  if (typeof value === 'string') return parsedFloat(value);
  const method = special(own, '__float__');
  if (method) return it.call(method, it.args([], { start: 0, end: 0 }));
  if (!isNumber(value)) throw unfit('float', value);
  return Number(value);
}

function parsedFloat(own: string): number {
  const text = own.trim();
  const [, sign, special] = SPECIAL_FLOATS.exec(text) ?? [];
  if (special) return /nan/i.test(special) ? NaN : sign === '-' ? -Infinity : Infinity;
  const isFloat = /^[-+]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text);
  if (isFloat) return Number(text.replaceAll('_', ''));
  throw new PyError(
    'ValueError',
    say('could not convert string to float'),
    [],
    undefined,
    `could not convert string to float: '${own}'`,
  );
}

/** `round`: ties go to the even number. */
export function round(
  { positional: [own = 0n, digits = null], keywords, span }: Args,
  it: Interpreter,
): Value {
  const value = plainValue(own);
  const count = keywords.get('ndigits') ?? digits;
  if (value instanceof Unknown || count instanceof Unknown) return new Unknown('not known');
  const places = count === null ? 0 : Number(count);
  if (value instanceof NdArray) {
    return unary(rounding(places), value, it.limits, taped('round', [value], it.args([], span)));
  }
  const method = special(own, '__round__');
  if (method) return it.call(method, it.args(count === null ? [] : [count], span));
  if (!isNumber(value)) throw unfit('round', value);
  if (typeof value !== 'number')
    return places >= 0 ? BigInt(value) : roundedTo(BigInt(value), -places);
  if (count === null) return wholeNumber(roundHalfEven(value));
  if (!Number.isFinite(value)) return value;
  const sign = value < 0 || Object.is(value, -0) ? -1 : 1;
  if (places >= 0) return sign * Number(fixed(Math.abs(value), Math.min(places, 100)));
  return sign * Number(roundHalfEven(Math.abs(value) / 10 ** -places) * 10 ** -places);
}

/** A whole number to the nearest multiple of a power of ten. */
function roundedTo(value: bigint, zeros: number): bigint {
  const unit = 10n ** BigInt(Math.min(zeros, 1000));
  const rest = ((value % unit) + unit) % unit;
  const low = value - rest;
  const isUp = rest * 2n > unit || (rest * 2n === unit && (low / unit) % 2n !== 0n);
  return isUp ? low + unit : low;
}

/** `pow`, also modulo a number. */
export function power(args: Args, it: Interpreter): Value {
  const [base = null, exponent = null, modulus = null] = args.positional;
  if (modulus === null) return it.binary('**', base, exponent, args);
  if (typeof base !== 'bigint' || typeof exponent !== 'bigint' || typeof modulus !== 'bigint')
    return new Unknown('the numbers are not known');
  if (modulus === 0n) throw new PyError('ValueError', say('division by zero'));
  const inverse = exponent < 0n ? inverseOf(base, modulus) : base;
  return moduloPower(inverse, exponent < 0n ? -exponent : exponent, modulus);
}

function moduloPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const own = (value: bigint) => ((value % modulus) + modulus) % modulus;
  let [result, square] = [own(1n), own(base)];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = own(result * square);
    square = own(square * square);
  }
  return result;
}

/** What a number is to be multiplied with to give 1 modulo another. Raises ValueError if nothing is. */
function inverseOf(base: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [((base % modulus) + modulus) % modulus, modulus, 1n, 0n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  if (a !== 1n)
    throw new PyError('ValueError', say('base is not invertible for the given modulus'));
  return x;
}

export function abs(args: Args, it: Interpreter): Value {
  const [value] = args.positional;
  if (value instanceof NdArray)
    return unary(unaryOps.get('abs')!, value, it.limits, taped('abs', [value], args));
  const method = special(value ?? null, '__abs__');
  if (method) return it.call(method, it.args([], args.span));
  const own = plainValue(value ?? null);
  if (typeof own === 'bigint') return own < 0n ? -own : own;
  if (own instanceof Unknown) return own;
  if (!isNumber(own)) throw unfit('abs', own);
  return typeof own === 'boolean' ? BigInt(own) : Math.abs(own);
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
