import { isFloat, roundingOf, say, type DType } from '../../core';
import type { Limits } from '../limits';
import { PyError } from '../python/signals';
import { floatFor } from './binary-ops';
import { curves } from './curves';
import { roundTo } from './dtypes';
import { makeArray, type NdArray, type Tape } from './ndarray';
import { bigOf, heldEntries, isHeld, isWhole, wrapped } from './whole';

/** An operation on one number. */
export interface UnaryOp {
  readonly name: string;
  readonly apply: (x: number, dtype: DType) => number;
  /** The result's type for the operand's. Raises TypeError for operands it does not take. */
  readonly dtype: (dtype: DType) => DType;
  /** On whole numbers that are too large for floats. */
  readonly exact?: (x: bigint) => bigint;
}

const same = (dtype: DType): DType => dtype;
const bool = (): DType => 'bool';
const wide = floatFor;
const floating = (dtype: DType): DType => (isFloat(dtype) ? dtype : 'float64');
const narrowNumber = (dtype: DType): DType => (dtype === 'bool' ? 'int8' : dtype);

const op = (
  name: string,
  apply: UnaryOp['apply'],
  dtype: UnaryOp['dtype'] = floatFor,
  exact?: UnaryOp['exact'],
): UnaryOp => ({ name, apply, dtype, ...(exact ? { exact } : {}) });

const noBooleans =
  (name: string) =>
  (dtype: DType): DType => {
    if (dtype !== 'bool') return dtype;
    throw name === 'negative'
      ? new PyError('TypeError', say('NumPy does not negate booleans; use ~ or logical_not'))
      : new PyError('TypeError', say('{op} does not work on {type}', { op: name, type: dtype }));
  };

const noFloats =
  (name: string) =>
  (dtype: DType): DType => {
    if (!isFloat(dtype)) return dtype;
    throw new PyError('TypeError', say('{op} does not work on {type}', { op: name, type: dtype }));
  };

/** Rounds half to even, as Python and NumPy do. */
export function roundHalfEven(x: number, decimals = 0): number {
  if (decimals < 0) return roundHalfEven(x / 10 ** -decimals) * 10 ** -decimals;
  const scale = 10 ** decimals;
  const scaled = x * scale;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  const rounded = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
  if (!Number.isFinite(scaled)) return decimals === 0 ? x : scaled / scale;
  return rounded === 0 ? (x < 0 || Object.is(x, -0) ? -0 : 0) : rounded / scale;
}

/** `np.rint`, `np.round` to whole numbers and so on: rounding as an operation. */
export const rounding = (decimals: number): UnaryOp =>
  op(
    'round',
    (x, dtype) => (isFloat(dtype) || decimals < 0 ? roundHalfEven(x, decimals) : x),
    (dtype) => {
      if (dtype === 'bool' && decimals !== 0) return noBooleans('round')(dtype);
      return dtype === 'bool' ? 'float16' : dtype;
    },
  );

/** Operations that give whole numbers as floats. */
const roundings = [
  op('floor', Math.floor, wide),
  op('ceil', Math.ceil, wide),
  op('trunc', Math.trunc, wide),
  op('fix', Math.trunc, wide),
  op('rint', (x) => roundHalfEven(x), wide),
];

const arithmetic = [
  op(
    'negative',
    (x) => -x,
    noBooleans('negative'),
    (x) => -x,
  ),
  op('positive', (x) => x, same),
  op('abs', Math.abs, same, (x) => (x < 0n ? -x : x)),
  op('absolute', Math.abs, same, (x) => (x < 0n ? -x : x)),
  op('fabs', Math.abs),
  op('sign', (x) => (Number.isNaN(x) ? NaN : Math.sign(x) + 0), noBooleans('sign')),
  op(
    'square',
    (x) => x * x,
    narrowNumber,
    (x) => x * x,
  ),
  op('sqrt', Math.sqrt),
  op(
    'reciprocal',
    (x, dtype) => (isFloat(dtype) ? 1 / x : wholeReciprocal(x, dtype)),
    narrowNumber,
  ),
  op(
    'invert',
    (x, dtype) => (dtype === 'bool' ? Number(x === 0) : -x - 1),
    noFloats('invert'),
    (x) => ~x,
  ),
  op('conj', (x) => x, narrowNumber),
  op('conjugate', (x) => x, narrowNumber),
  op('real', (x) => x, same),
  op('spacing', spacing),
  op('sinc', sinc, floating),
];

/** sin(πx)/(πx), which is 1 at 0. */
function sinc(x: number, dtype: DType): number {
  const round = roundingOf(floating(dtype)) ?? ((angle: number) => angle);
  const angle = round(Math.PI * (x === 0 ? 1e-20 : x));
  return Math.sin(angle) / angle;
}

/** 1 // x; of zero, the least number of its type. */
function wholeReciprocal(x: number, dtype: DType): number {
  if (x !== 0) return Math.trunc(1 / x);
  return dtype === 'int64' ? -(2 ** 63) : -(2 ** 31);
}

/** The digits after the point and the least number of each type of floats. */
const FLOAT_GRIDS: Partial<Record<DType, readonly [number, number]>> = {
  float16: [10, 2 ** -24],
  float32: [23, 2 ** -149],
  float64: [52, Number.MIN_VALUE],
};

/** The distance to the next float. */
function spacing(x: number, dtype: DType): number {
  if (!Number.isFinite(x)) return NaN;
  const [digits, least] = FLOAT_GRIDS[floatFor(dtype)]!;
  const size = Math.abs(x);
  const unit = size === 0 ? 0 : 2 ** (Math.floor(Math.log2(size)) - digits);
  return (x < 0 ? -1 : 1) * Math.max(least, unit);
}

const tests = [
  op('logical_not', (x) => Number(x === 0), bool),
  op('isnan', (x) => Number(Number.isNaN(x)), bool),
  op('isinf', (x) => Number(Math.abs(x) === Infinity), bool),
  op('isfinite', (x) => Number(Number.isFinite(x)), bool),
  op('isposinf', (x) => Number(x === Infinity), bool),
  op('isneginf', (x) => Number(x === -Infinity), bool),
  op('isreal', () => 1, bool),
  op('iscomplex', () => 0, bool),
  op('signbit', (x) => Number(x < 0 || Object.is(x, -0)), bool),
];

/** The operations on one array, by NumPy's names. */
export const unaryOps: ReadonlyMap<string, UnaryOp> = new Map(
  [
    ...arithmetic,
    ...roundings,
    ...Object.entries(curves).map(([name, curve]) => op(name, curve)),
    ...tests,
  ].map((each) => [each.name, each]),
);

/** `op(x)`, entry by entry. */
export function unary(
  { apply, dtype: resultOf, exact }: UnaryOp,
  x: NdArray,
  limits: Limits,
  tape: Tape,
): NdArray {
  const dtype = resultOf(x.dtype);
  const entries = x.entries();
  if (!entries || !limits.hasRoomFor(x.shape))
    return makeArray(x.shape, undefined, dtype, x.state, tape);
  const data = new Float64Array(entries.length);
  const isExact = exact && isWhole(dtype);
  for (let i = 0; i < data.length; i++) {
    const result = apply(entries[i]!, x.dtype);
    data[i] =
      isExact && !isHeld(result, dtype) ? wrapped(exact(bigOf(entries[i]!)), dtype) : result;
  }
  const held = heldEntries(data, dtype);
  return makeArray(x.shape, held && roundTo(held, dtype), dtype, x.state, tape);
}
