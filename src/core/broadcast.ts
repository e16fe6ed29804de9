import { cellOfIndex, indexOfCell, sizeOf, stridesOf, type Shape } from './shape';

/** Two axes that should have the same length and do not. */
export interface AxisClash {
  /** Position among the operands, and the axis within it, of each of the two. */
  readonly left: { readonly operand: number; readonly axis: number; readonly length: number };
  readonly right: { readonly operand: number; readonly axis: number; readonly length: number };
}

/**
 * The shape two arrays take together under NumPy's broadcasting rule (axes are aligned from the
 * last; a length of 1 stretches), or the last pair of axes that cannot be aligned.
 */
export function broadcastShapes(a: Shape, b: Shape): Shape | AxisClash {
  const rank = Math.max(a.length, b.length);
  const shape = new Array<number>(rank);
  for (let back = 1; back <= rank; back++) {
    const left = a[a.length - back] ?? 1;
    const right = b[b.length - back] ?? 1;
    if (left !== right && left !== 1 && right !== 1) {
      return {
        left: { operand: 0, axis: a.length - back, length: left },
        right: { operand: 1, axis: b.length - back, length: right },
      };
    }
    shape[rank - back] = left === 1 ? right : left;
  }
  return shape;
}

/** Whether the answer of {@link broadcastShapes} is a clash. */
export function isClash(answer: Shape | AxisClash): answer is AxisClash {
  return 'left' in answer;
}

/**
 * How far to move in an operand of shape `from` for one step along each axis of the broadcast
 * shape `to`: 0 along every axis on which the operand is stretched.
 */
export function broadcastStrides(from: Shape, to: Shape): number[] {
  const own = stridesOf(from);
  return to.map((_, axis) => (lengthAt(from, to, axis) === 1 ? 0 : own[axis - lead(from, to)]!));
}

/** From a cell of the broadcast shape `to` to the cell that an operand of shape `from` lends it. */
export function lender(from: Shape, to: Shape): (cell: number) => number {
  const strides = broadcastStrides(from, to);
  return (cell) => {
    let at = 0;
    for (let axis = to.length - 1, rest = cell; axis >= 0; axis--) {
      const length = to[axis]!;
      at += (rest % length) * strides[axis]!;
      rest = Math.floor(rest / length);
    }
    return at;
  };
}

/** How many cells of the broadcast shape `to` each cell of an operand of shape `from` is lent to. */
export function usesOfEachCell(from: Shape, to: Shape): number {
  return sizeOf(to.filter((_, axis) => lengthAt(from, to, axis) === 1));
}

/** The i-th cell, in row-major order, that `cell` of an operand of shape `from` is lent to. */
export function borrower(from: Shape, to: Shape, cell: number, i: number): number {
  const own = indexOfCell(from, cell);
  const index = new Array<number>(to.length);
  for (let axis = to.length - 1, rest = i; axis >= 0; axis--) {
    const repeats = lengthAt(from, to, axis) === 1;
    index[axis] = repeats ? rest % to[axis]! : own[axis - lead(from, to)]!;
    if (repeats) rest = Math.floor(rest / to[axis]!);
  }
  return cellOfIndex(to, index);
}

/** An operand's length along an axis of the broadcast shape; 1 along axes that it does not have. */
function lengthAt(from: Shape, to: Shape, axis: number): number {
  return from[axis - lead(from, to)] ?? 1;
}

/** How many leading axes of the broadcast shape the operand does not have. */
function lead(from: Shape, to: Shape): number {
  return to.length - from.length;
}
