import type { Shape, Tensor } from '../../core';
import { reshaped, transposed } from './matrices';

/** What an Affine layer has gradients of. */
export type Variable = 'X' | 'W' | 'b';

/** The lengths of the axes of one probe. */
export interface Sizes {
  readonly N: number;
  readonly D: number;
  readonly H: number;
}

/** How a layer lays out its arrays. */
export interface Form {
  /**
   * Samples as rows, as columns, one sample alone, of more axes that are flattened, or as rows in
   * sequences, each with an output of its own.
   */
  readonly input: 'rows' | 'columns' | 'vector' | 'stacked' | 'sequence';
  readonly weights: 'DH' | 'HD';
  /** The axes of b: (H,), (1,H) or (H,1). */
  readonly bias: 'none' | 'flat' | 'row' | 'column';
}

/** How long the sequences of a probe are. */
const SEQUENCE = 2;

/** The shape of X in a form. Where rows are flattened, D is split in two. */
export function inputShape({ input }: Form, { N, D }: Sizes): Shape {
  if (input === 'columns') return [D, N];
  if (input === 'vector') return [D];
  if (input === 'sequence') return [N, SEQUENCE, D];
  return input === 'rows' ? [N, D] : [N, D / 2, 2];
}

/** The shape of Y in a form. */
export function outputShape({ input }: Form, { N, H }: Sizes): Shape {
  if (input === 'columns') return [H, N];
  if (input === 'sequence') return [N, SEQUENCE, H];
  return input === 'vector' ? [H] : [N, H];
}

/** The shape of W in a form. */
export function weightShape({ weights }: Form, { D, H }: Sizes): Shape {
  return weights === 'DH' ? [D, H] : [H, D];
}

/** The shape of b in a form. */
export function biasShape({ bias }: Form, { H }: Sizes): Shape {
  if (bias === 'row') return [1, H];
  return bias === 'column' ? [H, 1] : [H];
}

/** X, Y or dY with samples as rows, W as (D,H), b as (H,). */
export function toRows(form: Form, variable: Variable | 'Y', value: Tensor): Tensor {
  const { shape, data } = value;
  if (variable === 'b') return reshaped(value, [data.length])!;
  if (shape.length === 2) return isTurned(form, variable) ? transposed(value) : value;
  if (form.input === 'vector') return reshaped(value, [1, data.length])!;
  if (shape.length < 3) return value;
  const rows = form.input === 'sequence' ? shape[0]! * shape[1]! : shape[0]!;
  return reshaped(value, [rows, data.length / rows])!;
}

/** A matrix as a layer of this form would hold it, where {@link toRows} is how it stands here. */
export function fromRows(form: Form, variable: Variable, value: Tensor): Tensor {
  const isMatrix = value.shape.length === 2;
  return isMatrix && isTurned(form, variable) ? transposed(value) : value;
}

function isTurned({ input, weights }: Form, variable: Variable | 'Y'): boolean {
  return variable === 'W' ? weights === 'HD' : input === 'columns';
}

/** How the gradients are computed in a form, in the words of its code. */
export function formulaOf({ input, weights }: Form, variable: Variable): string {
  const isDH = weights === 'DH';
  if (variable === 'b')
    return input === 'vector' ? 'dY' : `Σ dY[${input === 'columns' ? ':,n' : 'n,:'}]`;
  if (input === 'vector') {
    if (variable === 'X') return isDH ? 'dY·Wᵀ' : 'Wᵀ·dY';
    return isDH ? 'X⊗dY' : 'dY⊗X';
  }
  if (input === 'columns') {
    if (variable === 'X') return isDH ? 'W·dY' : 'Wᵀ·dY';
    return isDH ? 'X·dYᵀ' : 'dY·Xᵀ';
  }
  if (variable === 'X') return isDH ? 'dY·Wᵀ' : 'dY·W';
  return isDH ? 'Xᵀ·dY' : 'dYᵀ·X';
}
