import { broadcastShapes, isClash, lender } from '../broadcast';
import { isFloat, promote, rounded, sumType } from '../dtype';
import { add, dot } from '../ops';
import type { Op } from '../op';
import { say, type Sentence } from '../sentence';
import { rowsAndColumns, sameShape, shapeText, sizeOf } from '../shape';
import type { Tensor } from '../tensor';

/** The arrays that a rule for a layer may use; X and dY have one or two axes. */
export interface LayerArrays {
  readonly X: Tensor;
  readonly W: Tensor;
  readonly b?: Tensor;
  readonly dY: Tensor;
}

/** What comes of a rule: an array, or the words with which NumPy refuses. */
export type Result =
  | { readonly ok: true; readonly tensor: Tensor }
  | { readonly ok: false; readonly message: Sentence };

/** A rule that looks plausible and is wrong. */
export interface WrongRule {
  /** The rule as NumPy code, which is also what it is known by. */
  readonly name: string;
  readonly of: 'Y' | 'dX' | 'dW' | 'db';
  /** The right rule as NumPy code. */
  readonly right: string;
  /** What is wrong with it. */
  readonly why: Sentence;
  run(layer: LayerArrays): Result;
}

/** `a.T` of an array of one or two axes. */
export function transposed(a: Tensor): Tensor {
  const [rows, columns] = a.shape;
  if (columns === undefined) return a;
  const at = (cell: number) => (cell % rows!) * columns + Math.floor(cell / rows!);
  return { ...a, shape: a.shape.toReversed(), data: a.data.map((_, cell) => a.data[at(cell)]!) };
}

/** `np.dot(a, b)`. */
export function product(a: Tensor, b: Tensor): Result {
  return by(dot, a, b);
}

/** `a + b`. */
export function sum(a: Tensor, b: Tensor): Result {
  return by(add, a, b);
}

function by(op: Op, a: Tensor, b: Tensor): Result {
  const answer = op.shape([a.shape, b.shape]);
  if (!answer.ok) return { ok: false, message: answer.clash.message };
  return { ok: true, tensor: op.forward([a, b]) };
}

/** What comes of one step after another. */
export function after(first: Result, next: (tensor: Tensor) => Result): Result {
  return first.ok ? next(first.tensor) : first;
}

/** `a * b`, entry by entry. */
export function entrywise(a: Tensor, b: Tensor): Result {
  const answer = add.shape([a.shape, b.shape]);
  if (!answer.ok) return { ok: false, message: answer.clash.message };
  const [fromA, fromB] = [a, b].map((operand) => lender(operand.shape, answer.shape));
  const data = Float64Array.from(
    { length: sizeOf(answer.shape) },
    (_, cell) => a.data[fromA!(cell)]! * b.data[fromB!(cell)]!,
  );
  const dtype = promote(a.dtype, b.dtype);
  return { ok: true, tensor: { shape: answer.shape, data: rounded(data, dtype), dtype } };
}

/** `np.sum(a, axis=axis)` of an array of one or two axes. */
export function sumOver(a: Tensor, axis: 0 | 1): Result {
  if (axis >= a.shape.length) {
    const message = say('axis {axis} is out of bounds for array of dimension {ndim}', {
      axis,
      ndim: a.shape.length,
    });
    return { ok: false, message };
  }
  const shape = a.shape.filter((_, at) => at !== axis);
  const { columns } = rowsAndColumns(a.shape);
  const data = new Float64Array(sizeOf(shape));
  const isOfRows = axis === 0 && a.shape.length === 2;
  a.data.forEach((entry, cell) => {
    const into = isOfRows ? cell % columns : axis === 0 ? 0 : Math.floor(cell / columns);
    data[into]! += entry;
  });
  const dtype = sumType(a.dtype);
  return { ok: true, tensor: { shape, data: rounded(data, dtype), dtype } };
}

/** `a / n`. */
export function divided(a: Tensor, n: number): Result {
  const dtype = isFloat(a.dtype) ? a.dtype : 'float64';
  const data = rounded(
    a.data.map((entry) => entry / n),
    dtype,
  );
  return { ok: true, tensor: { shape: a.shape, data, dtype } };
}

/** NumPy's refusal of `variable -= gradient`; undefined where it fits. */
export function refusalOfUpdate(variable: Tensor, gradient: Tensor): Sentence | undefined {
  const both = broadcastShapes(variable.shape, gradient.shape);
  const [left, right] = [variable.shape, gradient.shape].map(shapeText) as [string, string];
  if (isClash(both)) {
    return say('operands could not be broadcast together with shapes {left} {right} {left}', {
      left,
      right,
    });
  }
  if (sameShape(both, variable.shape)) return undefined;
  return say(
    "non-broadcastable output operand with shape {left} doesn't match the broadcast shape {both}",
    { left, both: shapeText(both) },
  );
}
