import { type DType } from '../../core';

const view = new DataView(new ArrayBuffer(8));

/** The next number that the type can hold, from one towards another. */
export function nextAfter(a: number, b: number, dtype: DType): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
  if (a === b) return b;
  const isUp = b > a;
  const least = dtype === 'float16' ? 2 ** -24 : dtype === 'float32' ? 2 ** -149 : Number.MIN_VALUE;
  if (a === 0) return isUp ? least : -least;
  if (dtype === 'float16') return nextHalf(a, isUp);
  if (dtype === 'float32') {
    view.setFloat32(0, a);
    view.setInt32(0, view.getInt32(0) + (isUp === a > 0 ? 1 : -1));
    return view.getFloat32(0);
  }
  view.setFloat64(0, a);
  view.setBigInt64(0, view.getBigInt64(0) + (isUp === a > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

/** Below a power of two, numbers lie half as far apart. */
function nextHalf(a: number, isUp: boolean): number {
  const exponent = Math.max(Math.floor(Math.log2(Math.abs(a))), -14);
  const isInwards = isUp !== a > 0;
  const isEdge = Math.abs(a) === 2 ** exponent && exponent > -14;
  const unit = 2 ** (exponent - (isInwards && isEdge ? 11 : 10));
  return isUp ? a + unit : a - unit;
}
