import { bitsOf, DTYPES, isFloat, isUnsigned, roundingOf, say, type DType } from '../../core';
import { PyError, Unread } from '../python/signals';
import type { Value } from '../python/values';
import { Builtin, DTypeValue, Unknown } from '../python/values';
import { NdArray } from './ndarray';
import { bigOf, isWhole, wrapped } from './whole';

export { isFloat };

/** Other names of the element types. */
const ALIASES: Readonly<Record<string, DType>> = {
  bool_: 'bool',
  bool8: 'bool',
  int: 'int64',
  int_: 'int64',
  intp: 'int64',
  longlong: 'int64',
  byte: 'int8',
  short: 'int16',
  intc: 'int32',
  uint: 'uint64',
  ubyte: 'uint8',
  ushort: 'uint16',
  uintc: 'uint32',
  uintp: 'uint64',
  float: 'float64',
  float_: 'float64',
  double: 'float64',
  single: 'float32',
  half: 'float16',
};

/** The letters that stand for types in texts such as `'f4'`. */
const CODES: Readonly<Record<string, DType>> = {
  '?': 'bool',
  b1: 'bool',
  b: 'int8',
  i1: 'int8',
  h: 'int16',
  i2: 'int16',
  i: 'int32',
  i4: 'int32',
  l: 'int64',
  q: 'int64',
  i8: 'int64',
  B: 'uint8',
  u1: 'uint8',
  H: 'uint16',
  u2: 'uint16',
  I: 'uint32',
  u4: 'uint32',
  L: 'uint64',
  u8: 'uint64',
  e: 'float16',
  f2: 'float16',
  f: 'float32',
  f4: 'float32',
  d: 'float64',
  f8: 'float64',
};

const NAMES: ReadonlyMap<string, DType> = new Map<string, DType>([
  ...DTYPES.map((dtype) => [dtype, dtype] as const),
  ...Object.entries(ALIASES),
]);

/** Texts that name types of NumPy's that this reader does not have. */
const UNREAD =
  /^(c(8|16)|[FDGgOSUVaMm]\d*|complex\w*|str_?|object_?|bytes_?|datetime\w*|timedelta\w*|[gG]|longdouble|float128|void)$/;

/** The element type that a value names; undefined for none or for one we do not have. */
export function knownDType(value: Value | undefined): DType | undefined {
  if (value instanceof DTypeValue) return value.dtype;
  const name = typeof value === 'string' ? value.replace(/^[<>=|]/, '') : undefined;
  if (name !== undefined) return NAMES.get(name) ?? CODES[name];
  return value instanceof Builtin ? NAMES.get(value.name) : undefined;
}

/**
 * The element type that a `dtype=` argument names; undefined where none is given. Throws Unread for one
 * we do not have. Raises TypeError for one that nobody has.
 */
export function dtypeOf(value: Value | undefined): DType | undefined {
  if (value === undefined || value === null) return undefined;
  const known = knownDType(value);
  if (known) return known;
  if (typeof value === 'string' && !UNREAD.test(value.replace(/^[<>=|]/, ''))) {
    throw new PyError('TypeError', say('{name} is no element type', { name: value }));
  }
  throw new Unread();
}

/** The types that stand as attributes of the NumPy module. */
export const dtypeValues: ReadonlyMap<string, Value> = new Map<string, Value>([
  ...[...NAMES]
    .filter(([name]) => !['bool', 'int', 'float'].includes(name))
    .map(([name, dtype]) => [name, new DTypeValue(dtype)] as const),
  ...['complex64', 'complex128', 'complex_', 'object_', 'str_', 'bytes_', 'longdouble'].map(
    (name) => [name, new Unknown(`arrays of ${name} are not read`)] as const,
  ),
]);

/** The kinds of element types in the order in which one makes way for the next: booleans, whole numbers, floats. */
export function kindOf(dtype: DType): number {
  return dtype === 'bool' ? 0 : isFloat(dtype) ? 2 : 1;
}

/** Whether an operation's result of one type may be written into an array of another, in place. */
export function isSameKind(from: DType, to: DType): boolean {
  if (isWhole(from) && isUnsigned(to)) return isUnsigned(from);
  return kindOf(from) <= kindOf(to);
}

/** An attribute of an element type, such as `itemsize`; undefined for one that is not read. */
export function dtypeAttribute(dtype: DType, name: string): Value | undefined {
  if (name === 'name' || name === '__name__') return dtype;
  if (name === 'itemsize') return BigInt(bitsOf(dtype) / 8);
  if (name === 'type') return new DTypeValue(dtype);
  if (name !== 'kind') return undefined;
  return dtype === 'bool' ? 'b' : isFloat(dtype) ? 'f' : isUnsigned(dtype) ? 'u' : 'i';
}

/** How a number of one type becomes one of another: NaN where that is a whole number that no float64 is. */
export function caster(from: DType, to: DType): (value: number) => number {
  const round = roundingOf(to);
  if (to === 'bool' || isFloat(to)) return round ?? ((value) => value);
  if (isFloat(from)) return (value) => truncated(value, to);
  return (value) => {
    if (round) return Math.abs(value) < 2 ** 53 ? round(value) : wrapped(bigOf(value), to);
    return value < 0 && to === 'uint64' ? wrapped(bigOf(value), to) : value;
  };
}

/** A float as a whole number, as the machine converts: what does not fit is the least number. */
function truncated(value: number, to: DType): number {
  const whole = Math.trunc(value) + 0;
  if (Math.abs(whole) < 2 ** 31) return roundingOf(to)?.(whole) ?? unsigned(whole, to);
  const isNarrow = bitsOf(to) < 32 || to === 'int32';
  if (isNarrow) return to === 'int32' ? -(2 ** 31) : 0;
  if (to === 'uint64' && whole >= 2 ** 63) return whole < 2 ** 64 ? whole : 0;
  const fits = Math.abs(whole) < 2 ** 63;
  return wrapped(fits ? BigInt(whole) : -(2n ** 63n), to);
}

function unsigned(whole: number, to: DType): number {
  return whole < 0 && to === 'uint64' ? wrapped(BigInt(whole), to) : whole;
}

/** A number as an element type holds it. */
export function cast(value: number, dtype: DType, from: DType = 'float64'): number {
  return caster(from, dtype)(value);
}

/** Entries computed in float64, as an element type holds them; in place. Integers have no negative zero. */
export function roundTo(data: Float64Array, dtype: DType): Float64Array {
  if (dtype === 'float64') return data;
  const round = isWhole(dtype) ? roundingOf(dtype) : isFloat(dtype) ? Math.fround : undefined;
  const own = dtype === 'float16' ? roundingOf(dtype)! : (round ?? ((entry: number) => entry + 0));
  for (let i = 0; i < data.length; i++) data[i] = own(data[i]!);
  return data;
}

/** The element type of a scalar of Python, as NumPy would hold it; undefined where it has none for it. */
export function scalarDType(value: Value): DType | undefined {
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return integerType(value);
  if (typeof value === 'number') return 'float64';
  return value instanceof NdArray ? value.dtype : undefined;
}

function integerType(value: bigint): DType | undefined {
  if (BigInt.asIntN(64, value) === value) return 'int64';
  return BigInt.asUintN(64, value) === value ? 'uint64' : undefined;
}
