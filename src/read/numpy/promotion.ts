import { bitsOf, isFloat, isUnsigned, promote, roundingOf, type DType } from '../../core';
import { caster, kindOf } from './dtypes';
import type { NdArray } from './ndarray';

/**
 * The element type of arrays together. A number, also an array of no axes, does not widen an array's
 * element type within its kind unless its value asks for it (NumPy's rule for scalars, before version 2).
 */
export function commonType(arrays: readonly NdArray[]): DType {
  const strong = arrays.filter(({ ndim }) => ndim > 0);
  const weak = arrays.filter(({ ndim }) => ndim === 0);
  const all = arrays.map(({ dtype }) => dtype).reduce(promote);
  if (strong.length === 0 || weak.length === 0) return all;
  const own = strong.map(({ dtype }) => dtype).reduce(promote);
  if (weak.some(({ dtype }) => kindOf(dtype) > kindOf(own))) return all;
  return weak.reduce((type, scalar) => promote(type, leastType(scalar, type)), own);
}

/** The narrowest element type that holds a number, beside an array of a type. */
function leastType(scalar: NdArray, beside: DType): DType {
  if (kindOf(scalar.dtype) < kindOf(beside)) return leastWhole(scalar, beside);
  const value = scalar.entries()?.[0];
  if (scalar.dtype === 'bool' || value === undefined) return beside;
  if (!isFloat(scalar.dtype)) return leastWhole(scalar, beside);
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size < 65000) return 'float16';
  return size < 3.4e38 ? 'float32' : 'float64';
}

function leastWhole(scalar: NdArray, beside: DType): DType {
  const value = scalar.entries()?.[0];
  if (scalar.dtype === 'bool' || value === undefined) return beside === 'bool' ? 'bool' : beside;
  // A number that is not negative goes with either sign.
  const sign = value < 0 || (!isUnsigned(beside) && !isFloat(beside)) ? 'int' : 'uint';
  const bits = [8, 16, 32].find((bits) => {
    const type = `${sign}${bits}` as DType;
    return roundingOf(type)!(value) === value;
  });
  return `${sign}${bits ?? 64}` as DType;
}

/** An array's entries as numbers of the type they are computed with. */
export function entriesAs(array: NdArray, dtype: DType): Float64Array | undefined {
  const entries = array.entries();
  const isHeld = array.dtype === dtype || promote(array.dtype, dtype) === dtype;
  if (!entries || isHeld || bitsOf(dtype) === 64) return entries;
  return entries.map(caster(array.dtype, dtype));
}
