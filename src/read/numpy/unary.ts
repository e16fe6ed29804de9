import { say, type DType } from '../../core';
import type { Limits } from '../limits';
import { PyError } from '../python/signals';
import { isFloat, roundTo } from './dtypes';
import { makeArray, type NdArray, type Tape } from './ndarray';

/** An operation on one number. */
export interface UnaryOp {
  readonly name: string;
  readonly apply: (x: number) => number;
  readonly dtype: (dtype: DType) => DType;
}

const same = (dtype: DType): DType => dtype;
const bool = (): DType => 'bool';
const float = (dtype: DType): DType => (isFloat(dtype) ? dtype : 'float64');

const op = (name: string, apply: UnaryOp['apply'], dtype: UnaryOp['dtype'] = float): UnaryOp => ({
  name,
  apply,
  dtype,
});

function noBooleans(dtype: DType): DType {
  if (dtype !== 'bool') return dtype;
  throw new PyError('TypeError', say('NumPy does not negate booleans; use ~ or logical_not'));
}

/** Rounds half to even, as Python and NumPy do. */
export function roundHalfEven(x: number, decimals = 0): number {
  if (decimals < 0) return roundHalfEven(x / 10 ** -decimals) * 10 ** -decimals;
  const scale = 10 ** decimals;
  const scaled = x * scale;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  const rounded = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
  if (!Number.isFinite(scaled)) return x;
  return rounded === 0 ? (x < 0 || Object.is(x, -0) ? -0 : 0) : rounded / scale;
}

/** `np.rint`, `np.round` to whole numbers and so on: rounding as an operation. */
export const rounding = (decimals: number): UnaryOp =>
  op('round', (x) => roundHalfEven(x, decimals), same);

/** Operations that give whole numbers as floats. */
const roundings = [
  op('floor', Math.floor),
  op('ceil', Math.ceil),
  op('trunc', Math.trunc),
  op('fix', Math.trunc),
  op('rint', (x) => roundHalfEven(x)),
];

const arithmetic = [
  op('negative', (x) => -x, noBooleans),
  op('positive', (x) => x, same),
  op('abs', Math.abs, same),
  op('absolute', Math.abs, same),
  op('fabs', Math.abs),
  op('sign', (x) => (Number.isNaN(x) ? NaN : Math.sign(x)), same),
  op('square', (x) => x * x, same),
  op('sqrt', Math.sqrt),
  op('cbrt', Math.cbrt),
  op('reciprocal', (x) => 1 / x),
  op('invert', (x) => Number(~BigInt(x)), same),
];

const exponentials = [
  op('exp', Math.exp),
  op('exp2', (x) => 2 ** x),
  op('expm1', Math.expm1),
  op('log', Math.log),
  op('log2', Math.log2),
  op('log10', Math.log10),
  op('log1p', Math.log1p),
];

const trigonometry = [
  op('sin', Math.sin),
  op('cos', Math.cos),
  op('tan', Math.tan),
  op('arcsin', Math.asin),
  op('arccos', Math.acos),
  op('arctan', Math.atan),
  op('sinh', Math.sinh),
  op('cosh', Math.cosh),
  op('tanh', Math.tanh),
  op('arcsinh', Math.asinh),
  op('arccosh', Math.acosh),
  op('arctanh', Math.atanh),
  op('deg2rad', (x) => x * (Math.PI / 180)),
  op('radians', (x) => x * (Math.PI / 180)),
  op('rad2deg', (x) => x * (180 / Math.PI)),
  op('degrees', (x) => x * (180 / Math.PI)),
];

const tests = [
  op('logical_not', (x) => Number(x === 0), bool),
  op('isnan', (x) => Number(Number.isNaN(x)), bool),
  op('isinf', (x) => Number(Math.abs(x) === Infinity), bool),
  op('isfinite', (x) => Number(Number.isFinite(x)), bool),
  op('signbit', (x) => Number(x < 0 || Object.is(x, -0)), bool),
];

/** The operations on one array, by NumPy's names. */
export const unaryOps: ReadonlyMap<string, UnaryOp> = new Map(
  [...arithmetic, ...roundings, ...exponentials, ...trigonometry, ...tests].map((each) => [
    each.name,
    each,
  ]),
);

/** `op(x)`, entry by entry. */
export function unary(
  { apply, dtype: resultOf }: UnaryOp,
  x: NdArray,
  limits: Limits,
  tape: Tape,
): NdArray {
  const dtype = resultOf(x.dtype);
  const entries = x.entries();
  if (!entries || !limits.hasRoomFor(x.shape))
    return makeArray(x.shape, undefined, dtype, x.state, tape);
  const data = new Float64Array(entries.length);
  for (let i = 0; i < data.length; i++) data[i] = apply(entries[i]!);
  return makeArray(x.shape, roundTo(data, dtype), dtype, x.state, tape);
}
