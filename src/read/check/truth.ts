import { affine, filled, numericalGradient, type Tensor } from '../../core';
import { toRows, type Form, type Variable } from './form';

/** The arrays of one pass, in the layout of the layer. */
export interface Arrays {
  readonly X: Tensor;
  readonly W: Tensor;
  readonly b: Tensor | undefined;
  readonly dY: Tensor;
}

/** Gradients with samples as rows: dX as (N,D), dW as (D,H), db as (H,). */
export type Gradients = Readonly<Record<Variable, Tensor>>;

/** The gradients of an Affine layer. */
export function affineGradients(form: Form, { X, W, b, dY }: Arrays): Gradients {
  const rows = toRows(form, 'Y', dY);
  const bias = b ? toRows(form, 'b', b) : filled(rows.shape.slice(1), 0);
  const pass = affine({ X: toRows(form, 'X', X), W: toRows(form, 'W', W), b: bias });
  const { dX, dW, db } = pass.backward(rows);
  return { X: dX, W: dW, b: db };
}

/** The gradients of whatever a forward pass computes, by central differences of Σ Y·dY. */
export function numericGradients(
  form: Form,
  { X, W, b, dY }: Arrays,
  forward: (arrays: Omit<Arrays, 'dY'>) => Tensor | undefined,
): Gradients {
  const own = { X: copied(X), W: copied(W), b: b && copied(b) };
  const loss = () =>
    forward(own)?.data.reduce((sum, entry, cell) => sum + entry * dY.data[cell]!, 0) ?? NaN;
  const of = (variable: Variable, value: Tensor) =>
    toRows(form, variable, numericalGradient(loss, value));
  return {
    X: of('X', own.X),
    W: of('W', own.W),
    b: own.b ? of('b', own.b) : filled([0], 0),
  };
}

function copied({ shape, data, dtype }: Tensor): Tensor {
  return { shape, data: data.slice(), dtype };
}
