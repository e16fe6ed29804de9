import {
  broadcastShapes,
  isClash,
  promote,
  sameShape,
  say,
  shapeText,
  type DType,
} from '../../core';
import type { Limits } from '../limits';
import { PyError } from '../python/signals';
import { eachRow } from './broadcasting';
import { isFloat, roundTo } from './dtypes';
import { makeArray, stateOf, type NdArray, type Tape } from './ndarray';

/** An operation on two numbers, with the element type of its result. */
export interface BinaryOp {
  readonly name: string;
  readonly apply: (a: number, b: number) => number;
  readonly dtype: (dtype: DType) => DType;
  /** On whole numbers, where that is something else. */
  readonly onIntegers?: (a: number, b: number) => number;
}

const same = (dtype: DType): DType => dtype;
const bool = (): DType => 'bool';
const float = (dtype: DType): DType => (isFloat(dtype) ? dtype : 'float64');
const number = (dtype: DType): DType => (dtype === 'bool' ? 'int64' : dtype);

/** Python's `%`: the sign of the divisor, also of a zero. */
export function modulo(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return b < 0 || Object.is(b, -0) ? -0 : 0;
  return rest < 0 !== b < 0 ? rest + b : rest;
}

/** Python's `//` on floats: what is left after the remainder, divided, as C's `fmod` makes it exact. */
export function floorDivide(a: number, b: number): number {
  if (b === 0 || !Number.isFinite(a)) return a / b;
  const quotient = (a - modulo(a, b)) / b;
  if (quotient === 0) return a / b < 0 ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** NumPy gives 0 for whole numbers divided by zero, with a warning. */
const unlessZero =
  (apply: (a: number, b: number) => number) =>
  (a: number, b: number): number =>
    b === 0 ? 0 : apply(a, b) + 0;

const op = (
  name: string,
  apply: BinaryOp['apply'],
  dtype: BinaryOp['dtype'] = same,
  onIntegers: BinaryOp['apply'] = apply,
): BinaryOp => ({ name, apply, dtype, onIntegers });
const truth = (name: string, test: (a: number, b: number) => boolean): BinaryOp =>
  op(name, (a, b) => Number(test(a, b)), bool);
const either = (a: number, b: number): boolean => Number.isNaN(a) || Number.isNaN(b);

/** The operations on two arrays, by NumPy's names. */
export const binaryOps: ReadonlyMap<string, BinaryOp> = new Map(
  [
    op('add', (a, b) => a + b),
    op('subtract', (a, b) => a - b),
    op('multiply', (a, b) => a * b),
    op('divide', (a, b) => a / b, float),
    op(
      'floor_divide',
      floorDivide,
      number,
      unlessZero((a, b) => Math.floor(a / b)),
    ),
    op('remainder', modulo, number, unlessZero(modulo)),
    op(
      'fmod',
      (a, b) => a % b,
      number,
      unlessZero((a, b) => a % b),
    ),
    op('power', power, number, integerPower),
    op('maximum', (a, b) => (either(a, b) ? NaN : a >= b ? a : b)),
    op('minimum', (a, b) => (either(a, b) ? NaN : a <= b ? a : b)),
    op('fmax', (a, b) => (Number.isNaN(a) ? b : Number.isNaN(b) || a >= b ? a : b)),
    op('fmin', (a, b) => (Number.isNaN(a) ? b : Number.isNaN(b) || a <= b ? a : b)),
    op('logaddexp', logAddExp, float),
    op('copysign', (a, b) => (b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a)), float),
    op('arctan2', Math.atan2, float),
    op('hypot', Math.hypot, float),
    truth('equal', (a, b) => a === b),
    truth('not_equal', (a, b) => a !== b),
    truth('less', (a, b) => a < b),
    truth('less_equal', (a, b) => a <= b),
    truth('greater', (a, b) => a > b),
    truth('greater_equal', (a, b) => a >= b),
    truth('logical_and', (a, b) => a !== 0 && b !== 0),
    truth('logical_or', (a, b) => a !== 0 || b !== 0),
    truth('logical_xor', (a, b) => (a !== 0) !== (b !== 0)),
    op('left_shift', (a, b) => a * 2 ** b, number),
    op('right_shift', (a, b) => Math.floor(a / 2 ** b), number),
    op('bitwise_and', (a, b) => Number(BigInt(a) & BigInt(b))),
    op('bitwise_or', (a, b) => Number(BigInt(a) | BigInt(b))),
    op('bitwise_xor', (a, b) => Number(BigInt(a) ^ BigInt(b))),
  ].map((each) => [each.name, each]),
);

/** C's `pow`, which gives 1 for 1 to any power and for anything to 0, and squares by multiplying. */
function power(a: number, b: number): number {
  if (b === 2) return a * a;
  if (b === 0.5) return a < 0 ? NaN : Math.sqrt(a);
  return a === 1 || b === 0 ? 1 : a ** b;
}

function integerPower(a: number, b: number): number {
  if (b < 0) {
    throw new PyError('ValueError', say('Integers to negative integer powers are not allowed.'));
  }
  return a ** b;
}

function logAddExp(a: number, b: number): number {
  if (a === b) return a + Math.LN2;
  const [low, high] = a < b ? [a, b] : [b, a];
  return high + Math.log1p(Math.exp(low - high));
}

/** NumPy's word for an operation's clash of shapes. */
export function broadcastError(a: NdArray, b: NdArray): PyError {
  return new PyError(
    'ValueError',
    say('operands could not be broadcast together with shapes {left} {right}', {
      left: shapeText(a.shape),
      right: shapeText(b.shape),
    }),
    [a, b],
  );
}

/** `a op b` with broadcasting. `dtype` is that of the operands together. Raises ValueError. */
export function binary(
  { apply, dtype: resultOf, onIntegers }: BinaryOp,
  a: NdArray,
  b: NdArray,
  limits: Limits,
  tape: Tape,
  dtype: DType = promote(a.dtype, b.dtype),
): NdArray {
  const shape = broadcastShapes(a.shape, b.shape);
  if (isClash(shape)) throw broadcastError(a, b);
  const own = resultOf(dtype);
  const state = stateOf([a, b]);
  const [left, right] = [a.entries(), b.entries()];
  if (!left || !right || !limits.hasRoomFor(shape))
    return makeArray(shape, undefined, own, state, tape);
  const data = new Float64Array(shape.reduce((size, length) => size * length, 1));
  const on = isFloat(dtype) || !onIntegers ? apply : onIntegers;
  // Same shapes have no rows to speak of: one long one.
  const [whole, shapes] = sameShape(a.shape, b.shape)
    ? [[data.length], [[data.length], [data.length]]]
    : [shape, [a.shape, b.shape]];
  eachRow(whole, shapes, (cell, [i, j], length, [di, dj]) => {
    for (let k = 0, l = i!, r = j!; k < length; k++, l += di!, r += dj!) {
      data[cell + k] = on(left[l]!, right[r]!);
    }
  });
  return makeArray(shape, roundTo(data, own), own, state, tape);
}
