import type { DType } from '../../core';
import type { Value } from '../python/values';
import { Builtin, DTypeValue } from '../python/values';
import { NdArray } from './ndarray';

const NAMES: Readonly<Record<string, DType>> = {
  bool: 'bool',
  bool_: 'bool',
  int: 'int64',
  int64: 'int64',
  int_: 'int64',
  intp: 'int64',
  int32: 'int32',
  int16: 'int32',
  int8: 'int32',
  uint8: 'int32',
  float: 'float64',
  float64: 'float64',
  float_: 'float64',
  double: 'float64',
  float32: 'float32',
  single: 'float32',
  float16: 'float32',
  i: 'int32',
  i4: 'int32',
  i8: 'int64',
  f: 'float32',
  f4: 'float32',
  f8: 'float64',
  d: 'float64',
  '?': 'bool',
};

/** The element type that a `dtype=` argument names; undefined for none or for one we do not have. */
export function dtypeOf(value: Value | undefined): DType | undefined {
  if (value instanceof DTypeValue) return value.dtype;
  if (typeof value === 'string') return NAMES[value.replace(/^[<>=]/, '')];
  return value instanceof Builtin ? NAMES[value.name] : undefined;
}

/** The types that stand as attributes of the NumPy module. */
export const dtypeValues: ReadonlyMap<string, Value> = new Map(
  Object.entries(NAMES)
    .filter(([name]) => name.length > 2 && !['bool', 'int', 'float'].includes(name))
    .map(([name, dtype]) => [name, new DTypeValue(dtype)]),
);

/** A number as an element type holds it. */
export function cast(value: number, dtype: DType): number {
  switch (dtype) {
    case 'bool':
      return value === 0 ? 0 : 1;
    case 'int32':
      return value | 0;
    case 'int64':
      return Math.trunc(value) + 0;
    case 'float32':
      return Math.fround(value);
    case 'float64':
      return value;
  }
}

/** Entries computed in float64, as an element type holds them; in place. Integers have no negative zero. */
export function roundTo(data: Float64Array, dtype: DType): Float64Array {
  if (dtype === 'float64') return data;
  if (dtype === 'float32') for (let i = 0; i < data.length; i++) data[i] = Math.fround(data[i]!);
  else if (dtype === 'int32') for (let i = 0; i < data.length; i++) data[i] = data[i]! | 0;
  else for (let i = 0; i < data.length; i++) data[i] = data[i]! + 0;
  return data;
}

/** Whether a type is one of floats. */
export function isFloat(dtype: DType): boolean {
  return dtype === 'float64' || dtype === 'float32';
}

/** The element type of a scalar of Python, as NumPy would hold it. */
export function scalarDType(value: Value): DType | undefined {
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'int64';
  if (typeof value === 'number') return 'float64';
  return value instanceof NdArray ? value.dtype : undefined;
}
