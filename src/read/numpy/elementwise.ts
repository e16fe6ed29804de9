import {
  broadcastShapes,
  broadcastStrides,
  isClash,
  promote,
  say,
  shapeText,
  type DType,
  type Shape,
} from '../../core';
import type { Limits } from '../limits';
import { PyError } from '../python/signals';
import { isFloat } from './dtypes';
import { makeArray, stateOf, type NdArray, type Tape } from './ndarray';

/** An operation on two numbers, with the element type of its result. */
export interface BinaryOp {
  readonly name: string;
  readonly apply: (a: number, b: number) => number;
  readonly dtype: (dtype: DType) => DType;
}

const same = (dtype: DType): DType => dtype;
const bool = (): DType => 'bool';
const float = (dtype: DType): DType => (isFloat(dtype) ? dtype : 'float64');
const number = (dtype: DType): DType => (dtype === 'bool' ? 'int64' : dtype);

/** Python's `%`: the sign of the divisor. */
function modulo(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

const op = (name: string, apply: BinaryOp['apply'], dtype: BinaryOp['dtype'] = same): BinaryOp => ({
  name,
  apply,
  dtype,
});
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
    op('floor_divide', (a, b) => Math.floor(a / b), number),
    op('remainder', modulo, number),
    op('power', power, number),
    op('maximum', (a, b) => (either(a, b) ? NaN : a >= b ? a : b)),
    op('minimum', (a, b) => (either(a, b) ? NaN : a <= b ? a : b)),
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
    op('bitwise_and', (a, b) => Number(BigInt(a) & BigInt(b))),
    op('bitwise_or', (a, b) => Number(BigInt(a) | BigInt(b))),
    op('bitwise_xor', (a, b) => Number(BigInt(a) ^ BigInt(b))),
  ].map((each) => [each.name, each]),
);

/** C's `pow`, which gives 1 for 1 to any power and for anything to 0, and squares by multiplying. */
function power(a: number, b: number): number {
  if (b === 2) return a * a;
  return a === 1 || b === 0 ? 1 : a ** b;
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
  { apply, dtype: resultOf, name }: BinaryOp,
  a: NdArray,
  b: NdArray,
  limits: Limits,
  tape: Tape,
  dtype: DType = promote(a.dtype, b.dtype),
): NdArray {
  const shape = broadcastShapes(a.shape, b.shape);
  if (isClash(shape)) throw broadcastError(a, b);
  const own = name === 'power' && isFloat(dtype) ? dtype : resultOf(dtype);
  const state = stateOf([a, b]);
  const [left, right] = [a.entries(), b.entries()];
  if (!left || !right || !limits.hasRoomFor(shape))
    return makeArray(shape, undefined, own, state, tape);
  const data = walk(shape, [a.shape, b.shape], (i, j) => apply(left[i]!, right[j]!));
  if (own === 'float32') data.forEach((entry, i) => (data[i] = Math.fround(entry)));
  return makeArray(shape, data, own, state, tape);
}

/** The result of a function of the broadcast operands' flat, row-major indices, cell by cell. */
function walk(
  shape: Shape,
  [a, b]: readonly [Shape, Shape],
  at: (i: number, j: number) => number,
): Float64Array {
  const size = shape.reduce((product, length) => product * length, 1);
  const data = new Float64Array(size);
  const strides = [broadcastStrides(a, shape), broadcastStrides(b, shape)] as const;
  const index = new Array<number>(shape.length).fill(0);
  let [i, j] = [0, 0];
  for (let cell = 0; cell < size; cell++) {
    data[cell] = at(i, j);
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      i += strides[0][axis]!;
      j += strides[1][axis]!;
      if (++index[axis]! < shape[axis]!) break;
      i -= strides[0][axis]! * shape[axis]!;
      j -= strides[1][axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
  return data;
}

/** An operation on one number. */
export interface UnaryOp {
  readonly name: string;
  readonly apply: (x: number) => number;
  readonly dtype: (dtype: DType) => DType;
}

const unaryOf = (
  name: string,
  apply: UnaryOp['apply'],
  dtype: UnaryOp['dtype'] = float,
): UnaryOp => ({ name, apply, dtype });

/** Rounds half to even, as Python and NumPy do. */
export function roundHalfEven(x: number, decimals = 0): number {
  const scale = 10 ** decimals;
  const scaled = x * scale;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  const rounded = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
  return Number.isFinite(scaled) ? rounded / scale : x;
}

/** The operations on one array, by NumPy's names. */
export const unaryOps: ReadonlyMap<string, UnaryOp> = new Map(
  [
    unaryOf('negative', (x) => -x, same),
    unaryOf('positive', (x) => x, same),
    unaryOf('abs', Math.abs, same),
    unaryOf('absolute', Math.abs, same),
    unaryOf('sign', (x) => (Number.isNaN(x) ? NaN : Math.sign(x)), same),
    unaryOf('square', (x) => x * x, same),
    unaryOf('sqrt', Math.sqrt),
    unaryOf('exp', Math.exp),
    unaryOf('expm1', Math.expm1),
    unaryOf('log', Math.log),
    unaryOf('log2', Math.log2),
    unaryOf('log10', Math.log10),
    unaryOf('log1p', Math.log1p),
    unaryOf('sin', Math.sin),
    unaryOf('cos', Math.cos),
    unaryOf('tan', Math.tan),
    unaryOf('arcsin', Math.asin),
    unaryOf('arccos', Math.acos),
    unaryOf('arctan', Math.atan),
    unaryOf('sinh', Math.sinh),
    unaryOf('cosh', Math.cosh),
    unaryOf('tanh', Math.tanh),
    unaryOf('floor', Math.floor),
    unaryOf('ceil', Math.ceil),
    unaryOf('reciprocal', (x) => 1 / x),
    unaryOf('logical_not', (x) => Number(x === 0), bool),
    unaryOf('isnan', (x) => Number(Number.isNaN(x)), bool),
    unaryOf('isinf', (x) => Number(Math.abs(x) === Infinity), bool),
    unaryOf('isfinite', (x) => Number(Number.isFinite(x)), bool),
  ].map((each) => [each.name, each]),
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
  const hasRoom = entries !== undefined && limits.hasRoomFor(x.shape);
  const data = hasRoom ? Float64Array.from(entries, apply) : undefined;
  if (data && dtype === 'float32') data.forEach((entry, i) => (data[i] = Math.fround(entry)));
  // Integers have no negative zero.
  if (data && !isFloat(dtype)) data.forEach((entry, i) => (data[i] = entry + 0));
  return makeArray(x.shape, data, dtype, x.state, tape);
}
