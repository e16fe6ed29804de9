import {
  broadcastShapes,
  isClash,
  isFloat,
  promote,
  sameShape,
  say,
  shapeText,
  type DType,
} from '../../core';
import type { Limits } from '../limits';
import { PyError } from '../python/signals';
import type { BinaryOp } from './binary-ops';
import { eachRow } from './broadcasting';
import { roundTo } from './dtypes';
import { makeArray, stateOf, type NdArray, type Tape } from './ndarray';
import { entriesAs } from './promotion';
import { exactly, heldEntries, isWhole } from './whole';

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
  op: BinaryOp,
  a: NdArray,
  b: NdArray,
  limits: Limits,
  tape: Tape,
  dtype: DType = promote(a.dtype, b.dtype),
): NdArray {
  const shape = broadcastShapes(a.shape, b.shape);
  if (isClash(shape)) throw broadcastError(a, b);
  const own = op.dtype(dtype);
  const state = stateOf([a, b]);
  const [left, right] = [entriesAs(a, dtype), entriesAs(b, dtype)];
  if (!left || !right || !limits.hasRoomFor(shape))
    return makeArray(shape, undefined, own, state, tape);
  const data = new Float64Array(shape.reduce((size, length) => size * length, 1));
  const on = applied(op, dtype, own);
  // Same shapes have no rows to speak of: one long one.
  const [whole, shapes] = sameShape(a.shape, b.shape)
    ? [[data.length], [[data.length], [data.length]]]
    : [shape, [a.shape, b.shape]];
  eachRow(whole, shapes, (cell, [i, j], length, [di, dj]) => {
    for (let k = 0, l = i!, r = j!; k < length; k++, l += di!, r += dj!) {
      data[cell + k] = on(left[l]!, right[r]!, dtype);
    }
  });
  const held = heldEntries(data, own);
  return makeArray(shape, held && roundTo(held, own), own, state, tape);
}

/** The operation on entries of a type: as on whole numbers, and exactly, where that makes a difference. */
function applied(
  { apply, onIntegers, exact }: BinaryOp,
  dtype: DType,
  own: DType,
): BinaryOp['apply'] {
  if (isFloat(dtype)) return apply;
  const on = onIntegers ?? ((a: number, b: number) => apply(a, b, dtype));
  return exact && isWhole(own) ? exactly(on, exact, own) : on;
}
