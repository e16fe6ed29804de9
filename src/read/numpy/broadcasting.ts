import { broadcastStrides, sameShape, sizeOf, type Shape } from '../../core';

/**
 * Visits the cells of the broadcast shape row by row: where the row begins in the result and in each
 * operand, how long it is, and how far apart its neighbours lie in each operand.
 */
export function eachRow(
  shape: Shape,
  operands: readonly Shape[],
  visit: (
    cell: number,
    starts: readonly number[],
    length: number,
    steps: readonly number[],
  ) => void,
): void {
  const size = sizeOf(shape);
  if (size === 0) return;
  const strides = operands.map((operand) => broadcastStrides(operand, shape));
  const last = shape.length - 1;
  const length = shape[last] ?? 1;
  const steps = strides.map((own) => own[last] ?? 0);
  const starts = operands.map(() => 0);
  const index = new Array<number>(Math.max(0, last)).fill(0);
  for (let cell = 0; cell < size; cell += length) {
    visit(cell, starts, length, steps);
    for (let axis = last - 1; axis >= 0; axis--) {
      for (let i = 0; i < starts.length; i++) starts[i]! += strides[i]![axis]!;
      if (++index[axis]! < shape[axis]!) break;
      for (let i = 0; i < starts.length; i++) starts[i]! -= strides[i]![axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
}

/** An operand's row-major entries, each repeated wherever broadcasting lends it. */
export function broadcastEntries(entries: Float64Array, from: Shape, to: Shape): Float64Array {
  if (sameShape(from, to)) return entries;
  const data = new Float64Array(sizeOf(to));
  eachRow(to, [from], (cell, [start], length, [step]) => {
    for (let i = 0, at = start!; i < length; i++, at += step!) data[cell + i] = entries[at]!;
  });
  return data;
}
