import type { Shape } from './shape';

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
  const strides = new Array<number>(to.length).fill(0);
  let stride = 1;
  for (let back = 1; back <= from.length; back++) {
    const length = from[from.length - back]!;
    if (length !== 1) strides[to.length - back] = stride;
    stride *= length;
  }
  return strides;
}
