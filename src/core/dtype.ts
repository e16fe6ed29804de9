/** The NumPy element types this project distinguishes. Entries of every type are held as float64. */
export const DTYPES = [
  'bool',
  'int8',
  'int16',
  'int32',
  'int64',
  'uint8',
  'uint16',
  'uint32',
  'uint64',
  'float16',
  'float32',
  'float64',
] as const;

/** The name of an element type. */
export type DType = (typeof DTYPES)[number];

/** Whether a type is one of floats. */
export function isFloat(dtype: DType): boolean {
  return dtype.startsWith('float');
}

/** Whether a type is one of whole numbers that are never negative; `bool` is none. */
export function isUnsigned(dtype: DType): boolean {
  return dtype.startsWith('uint');
}

/** How many bits an entry takes in NumPy. */
export function bitsOf(dtype: DType): number {
  return dtype === 'bool' ? 8 : Number(/\d+$/.exec(dtype)![0]);
}

/** The element type of a result of two operands, by NumPy's promotion. */
export function promote(a: DType, b: DType): DType {
  if (a === b || b === 'bool') return a;
  if (a === 'bool') return b;
  const [narrow, wide] = bitsOf(a) <= bitsOf(b) ? [a, b] : [b, a];
  if (isFloat(a) !== isFloat(b)) return isFloat(a) ? widerFloat(a, b) : widerFloat(b, a);
  if (isFloat(a) || isUnsigned(a) === isUnsigned(b)) return wide;
  return signedFor(isUnsigned(a) ? b : a, isUnsigned(a) ? a : b, narrow, wide);
}

/** The float type that holds a float type's and a whole type's numbers: one with twice the whole type's bits. */
function widerFloat(float: DType, whole: DType): DType {
  const bits = Math.max(bitsOf(float), Math.min(64, 2 * bitsOf(whole)));
  return `float${bits}` as DType;
}

function signedFor(signed: DType, unsigned: DType, narrow: DType, wide: DType): DType {
  if (wide === signed && narrow === unsigned && bitsOf(signed) > bitsOf(unsigned)) return signed;
  return unsigned === 'uint64' ? 'float64' : (`int${2 * bitsOf(unsigned)}` as DType);
}

/** The element type of a sum over an axis: NumPy adds bools and narrow integers as wide integers. */
export function sumType(dtype: DType): DType {
  if (isFloat(dtype)) return dtype;
  return isUnsigned(dtype) ? 'uint64' : 'int64';
}

/** Entries computed in float64, made into what their element type can hold, in place. */
export function rounded(data: Float64Array, dtype: DType): Float64Array {
  const round = roundingOf(dtype);
  if (round) for (let i = 0; i < data.length; i++) data[i] = round(data[i]!);
  return data;
}

/** How a number becomes one that an element type can hold; whole types wrap around. None for those of 64 bits. */
export function roundingOf(dtype: DType): ((entry: number) => number) | undefined {
  return roundings[dtype];
}

const roundings: Partial<Record<DType, (entry: number) => number>> = {
  bool: (entry) => (entry === 0 ? 0 : 1),
  int8: (entry) => (entry << 24) >> 24,
  int16: (entry) => (entry << 16) >> 16,
  int32: (entry) => entry | 0,
  uint8: (entry) => entry & 0xff,
  uint16: (entry) => entry & 0xffff,
  uint32: (entry) => entry >>> 0,
  float16: halfOf,
  float32: Math.fround,
};

/** The nearest number of half precision, which has ten digits after the point, of ties the even one. */
function halfOf(x: number): number {
  const size = Math.abs(x);
  if (!(size < 65520)) return x * Infinity;
  if (size === 0) return x;
  const unit = 2 ** (Math.max(Math.floor(Math.log2(size)), -14) - 10);
  // Adding so large a number pushes the digits beyond the unit out; the sign of a zero is kept.
  const large = 1.5 * 2 ** 52 * unit;
  const half = size + large - large;
  return x < 0 ? -half : half;
}
