import { bitsOf, isFloat, isUnsigned, type DType } from '../../core';

/** Whether entries of a type are whole numbers of 64 bits, of which a float64 does not hold all. */
export function isWide(dtype: DType): boolean {
  return dtype === 'int64' || dtype === 'uint64';
}

/** Whether a type is one of whole numbers; `bool` is none. */
export function isWhole(dtype: DType): boolean {
  return dtype !== 'bool' && !isFloat(dtype);
}

/** A whole number wrapped around to what a type holds; NaN where no float64 is that number. */
export function wrapped(value: bigint, dtype: DType): number {
  const bits = bitsOf(dtype);
  const own = isUnsigned(dtype) ? BigInt.asUintN(bits, value) : BigInt.asIntN(bits, value);
  const number = Number(own);
  return BigInt(number) === own ? number : NaN;
}

/**
 * Entries as they were computed, or undefined where a whole number among them is one that no float64
 * is: marked by NaN, see {@link wrapped}.
 */
export function heldEntries(data: Float64Array, dtype: DType): Float64Array | undefined {
  return isWide(dtype) && data.some(Number.isNaN) ? undefined : data;
}

/** A whole number as a bigint; what stands for none is 0. */
export function bigOf(entry: number): bigint {
  return Number.isFinite(entry) ? BigInt(entry) : 0n;
}

/** Whether a result in floats is the whole number it should be: none of 64 bits is negative without a sign. */
export function isHeld(result: number, dtype: DType): boolean {
  return Number.isSafeInteger(result) && !(result < 0 && dtype === 'uint64');
}

/** The same operation where its result in floats may have lost digits. */
export function exactly(
  apply: (a: number, b: number) => number,
  exact: (a: bigint, b: bigint) => bigint,
  dtype: DType,
): (a: number, b: number) => number {
  return (a, b) => {
    const result = apply(a, b);
    return isHeld(result, dtype) ? result : wrapped(exact(bigOf(a), bigOf(b)), dtype);
  };
}

/** The sum of whole numbers, exact where floats would round. */
export function wholeSum(run: Float64Array, dtype: DType): number {
  let sum = 0;
  let size = 0;
  for (let i = 0; i < run.length; i++) {
    sum += run[i]!;
    size += Math.abs(run[i]!);
  }
  if (size <= Number.MAX_SAFE_INTEGER) return sum + 0;
  return wrapped(
    run.reduce((total, entry) => total + bigOf(entry), 0n),
    dtype,
  );
}

/** The product of whole numbers, exact where floats would round. */
export function wholeProduct(run: Float64Array, dtype: DType): number {
  const product = run.reduce((total, entry) => total * entry, 1);
  if (Number.isSafeInteger(product) && product !== 0) return product;
  // Wrapped at every step, so that it does not grow without end.
  return wrapped(
    run.reduce((total, entry) => BigInt.asIntN(64, total * bigOf(entry)), 1n),
    dtype,
  );
}

/** a to the power b ≥ 0, wrapped around in 64 bits. */
export function wrappedPower(a: bigint, b: bigint): bigint {
  let [result, square] = [1n, a];
  for (let rest = b; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = BigInt.asIntN(64, result * square);
    square = BigInt.asIntN(64, square * square);
  }
  return result;
}
