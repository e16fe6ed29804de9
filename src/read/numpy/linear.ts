import {
  broadcastShapes,
  dot as dotOp,
  isClash,
  promote,
  rowsAndColumns,
  say,
  shapeText,
  sizeOf,
  type DType,
  type Shape,
} from '../../core';
import type { Limits } from '../limits';
import { PyError } from '../python/signals';
import { binaryOps } from './binary-ops';
import { binary } from './elementwise';
import { makeArray, type NdArray, stateOf, type Tape } from './ndarray';
import { broadcastTo } from './shaping';
import { bigOf, heldEntries, isWhole, wrapped } from './whole';

/** `np.dot`, and `@` and `np.matmul` for arrays of one or two axes. Raises ValueError. */
export function dot(a: NdArray, b: NdArray, limits: Limits, tape: Tape): NdArray {
  if (a.ndim === 0 || b.ndim === 0) return times(a, b, limits, tape);
  if (b.ndim > 2) return generalDot(a, b, limits, tape);
  const answer = dotOp.shape([a.shape, b.shape]);
  if (!answer.ok) throw new PyError('ValueError', answer.clash.message, [a, b]);
  const { shape } = answer;
  const dtype = promote(a.dtype, b.dtype);
  const state = stateOf([a, b]);
  const [left, right] = [a.entries(), b.entries()];
  const products = sizeOf(shape) * (a.shape.at(-1) ?? 1);
  if (!left || !right || !limits.hasRoomFor(shape) || !limits.hasTimeFor(products, shape)) {
    return makeArray(shape, undefined, dtype, state, tape);
  }
  const data = heldEntries(productOf(a, b, shape, dtype, limits), dtype);
  return makeArray(shape, data, dtype, state, tape);
}

/** A product with a number: entry by entry, of booleans a logical one. */
function times(a: NdArray, b: NdArray, limits: Limits, tape: Tape): NdArray {
  const dtype = promote(a.dtype, b.dtype);
  const operation = binaryOps.get(dtype === 'bool' ? 'logical_and' : 'multiply')!;
  return binary(operation, a, b, limits, tape, dtype);
}

/** Products of whole numbers, exact where floats would round: the running sums must stay small. */
function productOf(
  a: NdArray,
  b: NdArray,
  shape: Shape,
  dtype: DType,
  limits: Limits,
): Float64Array {
  const inner = a.shape.at(-1) ?? 1;
  const [left, right] = [a.entries()!, b.entries()!];
  const inputs = [
    { shape: a.shape, data: left, dtype },
    { shape: b.shape, data: right, dtype },
  ];
  const most = (data: Float64Array) => data.reduce((size, x) => Math.max(size, Math.abs(x)), 0);
  const isSafe = !isWhole(dtype) || most(left) * most(right) * inner <= Number.MAX_SAFE_INTEGER;
  if (isSafe) return dotOp.forward(inputs).data;
  const width = b.ndim === 1 ? 1 : b.shape[1]!;
  limits.count(sizeOf(shape) * inner);
  return Float64Array.from({ length: sizeOf(shape) }, (_, cell) => {
    const [row, column] = [Math.floor(cell / width), cell % width];
    let sum = 0n;
    for (let k = 0; k < inner; k++)
      sum += bigOf(left[row * inner + k]!) * bigOf(right[k * width + column]!);
    return wrapped(sum, dtype);
  });
}

/** `np.dot` with a right operand of more axes: its last but one is summed over. */
function generalDot(a: NdArray, b: NdArray, limits: Limits, tape: Tape): NdArray {
  const inner = b.shape.at(-2)!;
  if (a.shape.at(-1) !== inner) throw notAligned(a, b, b.ndim - 2);
  const shape = [...a.shape.slice(0, -1), ...b.shape.slice(0, -2), b.shape.at(-1)!];
  const stack = stackOf(b);
  const products = stack.map((matrix) => dot(a, matrix, limits, tape));
  const rows = rowsAndColumns(a.shape).rows;
  const width = b.shape.at(-1)!;
  const state = stateOf([a, b]);
  if (products.some((product) => !product.buffer))
    return makeArray(shape, undefined, promote(a.dtype, b.dtype), state, tape);
  const data = new Float64Array(sizeOf(shape));
  products.forEach((product, i) => {
    for (let row = 0; row < rows; row++) {
      data.set(
        product.entries()!.subarray(row * width, (row + 1) * width),
        (row * products.length + i) * width,
      );
    }
  });
  return makeArray(shape, data, promote(a.dtype, b.dtype), state, tape);
}

/** `a @ b`: like `dot` for one or two axes; leading axes of more are a batch, which broadcasts. */
export function matmul(a: NdArray, b: NdArray, limits: Limits, tape: Tape): NdArray {
  if (a.ndim === 0 || b.ndim === 0) {
    throw new PyError('ValueError', say('matmul needs arrays of at least one axis, not a number'), [
      a,
      b,
    ]);
  }
  if (b.ndim <= 2) return matmulOfMatrix(a, b, limits, tape);
  const [own, other] = [a.ndim === 1 ? [] : a.shape.slice(0, -2), b.shape.slice(0, -2)];
  const batch = broadcastShapes(own, other);
  if (isClash(batch)) throw notAligned(a, b, batch.right.axis);
  const matrices = (x: NdArray) =>
    stackOf(x.ndim > 2 ? broadcastTo(x, [...batch, ...x.shape.slice(-2)]) : x);
  const [left, right] = [matrices(a), matrices(b)];
  const shape = [...batch, ...(a.ndim === 1 ? [] : [a.shape.at(-2)!]), b.shape.at(-1)!];
  if (a.shape.at(-1) !== b.shape.at(-2)) throw notAligned(a, b, b.ndim - 2);
  const products = right.map((each, i) =>
    dot(left[left.length === 1 ? 0 : i]!, each, limits, tape),
  );
  return joined(products, shape, a, b, tape);
}

function matmulOfMatrix(a: NdArray, b: NdArray, limits: Limits, tape: Tape): NdArray {
  try {
    return dot(a, b, limits, tape);
  } catch (error) {
    if (!(error instanceof PyError) || !a.shape.length) throw error;
    const message = say(
      'matmul: shapes {left} and {right} do not fit: {leftLength} (axis {leftAxis}) is not {rightLength} (axis 0)',
      {
        left: shapeText(a.shape),
        right: shapeText(b.shape),
        leftLength: a.shape.at(-1)!,
        leftAxis: a.ndim - 1,
        rightLength: b.shape[0]!,
      },
    );
    throw new PyError('ValueError', message, [a, b]);
  }
}

/** The matrices of an array of more than two axes, in order; the array itself if it is one. */
function stackOf(array: NdArray): NdArray[] {
  if (array.ndim <= 2) return [array];
  const shape = array.shape.slice(-2);
  const size = sizeOf(shape);
  const entries = array.entries();
  return Array.from({ length: sizeOf(array.shape.slice(0, -2)) }, (_, i) =>
    makeArray(shape, entries?.slice(i * size, (i + 1) * size), array.dtype, array.state),
  );
}

function joined(
  parts: readonly NdArray[],
  shape: Shape,
  a: NdArray,
  b: NdArray,
  tape: Tape,
): NdArray {
  const dtype = promote(a.dtype, b.dtype);
  if (parts.some(({ buffer }) => !buffer))
    return makeArray(shape, undefined, dtype, stateOf([a, b]), tape);
  const data = new Float64Array(sizeOf(shape));
  let at = 0;
  for (const part of parts) {
    data.set(part.entries()!, at);
    at += part.size;
  }
  return makeArray(shape, data, dtype, stateOf([a, b]), tape);
}

function notAligned(a: NdArray, b: NdArray, axis: number): PyError {
  const sentence = say(
    'shapes {left} and {right} not aligned: {leftLength} (dim {leftAxis}) != {rightLength} (dim {rightAxis})',
    {
      left: shapeText(a.shape),
      right: shapeText(b.shape),
      leftLength: a.shape.at(-1) ?? 0,
      leftAxis: a.ndim - 1,
      rightLength: b.shape[axis] ?? 0,
      rightAxis: axis,
    },
  );
  return new PyError('ValueError', sentence, [a, b]);
}
