import type { AxisClash } from './broadcast';
import type { Sentence } from './sentence';
import type { Shape } from './shape';
import type { Tensor } from './tensor';

/** What a shape rule answers: the output's shape, or why there is none. */
export type ShapeAnswer =
  { readonly ok: true; readonly shape: Shape } | { readonly ok: false; readonly clash: ShapeClash };

/** Why an operation cannot be done on these shapes. */
export interface ShapeClash {
  /** The two axes that should agree, where the trouble is a pair of axes. */
  readonly axes?: AxisClash;
  /** NumPy's own words for it. */
  readonly message: Sentence;
}

/** One number that a term multiplies: a cell of an operand, or of the gradient that came from above. */
export interface Factor {
  readonly from: number | 'upstream';
  readonly cell: number;
}

/** One product in the sum that makes a cell. */
export type Term = readonly Factor[];

/**
 * How each cell of a result is a sum of products. Terms are made on demand: their number can reach
 * millions, and nobody looks at more than one cell at a time.
 */
export interface TermRule {
  /** How many terms each cell sums. */
  count(inputs: readonly Shape[]): number;
  /** The i-th term of a cell, in the order in which they are added. */
  at(inputs: readonly Shape[], cell: number, i: number): Term;
}

/** Two axes of an operation's operands and output that are one and the same axis of the problem. */
export interface AxisLink {
  readonly a: AxisPlace;
  readonly b: AxisPlace;
}

/** An axis of an operand (by its position) or of the output. */
export interface AxisPlace {
  readonly of: number | 'output';
  readonly axis: number;
}

/** Names to fill an explanation with, as the panel shows them. */
export interface OpNames {
  readonly inputs: readonly string[];
  readonly output: string;
  /** What an addition makes of the output, if one follows: the value that has the bias in. */
  readonly biased?: string;
}

/** Why a pass does what it does: a sentence or two, and the key of its typeset formula. */
export interface Explanation {
  readonly why: Sentence;
  readonly formula: string;
}

/**
 * An operation of the graph, with both passes. Everything about it stands in its one file under
 * `ops/`, so that adding an operation is adding a file.
 */
export interface Op {
  readonly name: string;
  /** What its node in the graph shows. */
  readonly symbol: string;
  /** What its forward step is called, in symbols: `X·W`. */
  title(names: OpNames): string;
  shape(inputs: readonly Shape[]): ShapeAnswer;
  /** Which axes of operands and output are the same axis of the problem. */
  axisLinks(inputs: readonly Shape[]): readonly AxisLink[];
  forward(inputs: readonly Tensor[]): Tensor;
  /** The gradient of operand `input`, given that of the output; it has the operand's shape. */
  backward(input: number, inputs: readonly Tensor[], upstream: Tensor): Tensor;
  readonly forwardTerms: TermRule;
  backwardTerms(input: number): TermRule;
  explainForward(names: OpNames, inputs: readonly Shape[]): Explanation;
  explainBackward(input: number, names: OpNames, inputs: readonly Shape[]): Explanation;
}

/** Thrown when an operation is run on shapes that its shape rule refuses. */
export class ShapeError extends Error {
  constructor(
    readonly clash: ShapeClash,
    message: string,
  ) {
    super(message);
    this.name = 'ShapeError';
  }
}
