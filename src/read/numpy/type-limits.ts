import { bitsOf, isFloat, isUnsigned, promote, say, type DType } from '../../core';
import { PyError, Unread } from '../python/signals';
import { DTypeValue, PyClass, PyModule, type Value } from '../python/values';
import type { NumpyFunction } from './arguments';
import { dtypeOf, scalarDType } from './dtypes';
import { makeArray, NdArray } from './ndarray';

/** Digits after the point and the least exponent of the float types. */
const FLOATS: Partial<Record<DType, readonly [number, number, number]>> = {
  float16: [10, -14, 65504],
  float32: [23, -126, 3.4028234663852886e38],
  float64: [52, -1022, Number.MAX_VALUE],
};

/** The type that is asked about: itself, or that of a number. */
function typeOf(value: Value | undefined): DType {
  const own = value instanceof NdArray ? value.dtype : dtypeOf(value);
  if (!own) throw new Unread();
  return own;
}

/** `np.finfo(dtype)`. */
const finfo: NumpyFunction = ({ positional: [type] }) => {
  const dtype = typeOf(type);
  const limits = FLOATS[dtype];
  if (!limits) throw new PyError('ValueError', say('{type} is no type of floats', { type: dtype }));
  const [digits, least, most] = limits;
  const number = (value: number): Value => makeArray([], Float64Array.of(value), dtype, 'known');
  return new PyModule(
    'finfo',
    new Map<string, Value>([
      ['eps', number(2 ** -digits)],
      ['epsneg', number(2 ** -(digits + 1))],
      ['max', number(most)],
      ['min', number(-most)],
      ['tiny', number(2 ** least)],
      ['smallest_normal', number(2 ** least)],
      ['smallest_subnormal', number(2 ** (least - digits))],
      ['resolution', number(10 ** -Math.floor(digits * Math.log10(2)))],
      ['bits', BigInt(bitsOf(dtype))],
      ['dtype', new DTypeValue(dtype)],
    ]),
  );
};

/** `np.iinfo(dtype)`. */
const iinfo: NumpyFunction = ({ positional: [type] }) => {
  const dtype = typeof type === 'bigint' ? scalarDType(type)! : typeOf(type);
  if (isFloat(dtype) || dtype === 'bool') {
    throw new PyError('ValueError', say('{type} is no type of whole numbers', { type: dtype }));
  }
  const bits = BigInt(bitsOf(dtype));
  const [min, max] = isUnsigned(dtype)
    ? [0n, 2n ** bits - 1n]
    : [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
  return new PyModule(
    'iinfo',
    new Map<string, Value>([
      ['min', min],
      ['max', max],
      ['bits', bits],
      ['dtype', new DTypeValue(dtype)],
    ]),
  );
};

/** The type that several types or arrays have together. */
const resultType: NumpyFunction = ({ positional }) => {
  const types = positional.map((value) =>
    value instanceof NdArray ? value.dtype : (scalarDType(value) ?? dtypeOf(value)),
  );
  if (types.length === 0 || !types.every((type) => type !== undefined)) throw new Unread();
  return new DTypeValue(types.reduce(promote));
};

/** `np.dtype(name)`. */
const dtype: NumpyFunction = ({ positional: [type] }) => new DTypeValue(dtypeOf(type) ?? 'float64');

/** The abstract types of NumPy that each type is one of. */
function kindsOf(dtype: DType): readonly string[] {
  if (dtype === 'bool') return ['generic'];
  if (isFloat(dtype)) return ['floating', 'inexact', 'number', 'generic'];
  return [isUnsigned(dtype) ? 'unsignedinteger' : 'signedinteger', 'integer', 'number', 'generic'];
}

/** Whether a type is another, or one of an abstract type. */
const issubdtype: NumpyFunction = ({ positional: [first, second] }) => {
  const dtype = typeOf(first);
  if (second instanceof PyClass) return kindsOf(dtype).includes(second.name);
  return dtype === typeOf(second);
};

/** Functions about element types, by NumPy's names. */
export const typeFunctions: Readonly<Record<string, NumpyFunction>> = {
  finfo,
  iinfo,
  result_type: resultType,
  promote_types: resultType,
  dtype,
  issubdtype,
};
