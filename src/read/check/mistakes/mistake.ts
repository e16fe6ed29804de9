import type { Sentence, Tensor } from '../../../core';
import { toRows, type Variable } from '../form';
import { product, sumOver, transposed } from '../matrices';
import { gotInRows, type Probe } from '../probe';
import type { Gradients } from '../truth';

/** The arrays of a probe with samples as rows, and what else a mistake may have used. */
export interface Problem {
  readonly X: Tensor;
  readonly W: Tensor;
  readonly b: Tensor | undefined;
  readonly dY: Tensor;
  readonly Y: Tensor;
  readonly truth: Gradients;
  /** The upstream gradient and W as the backward pass left them. */
  readonly after: { readonly dY: Tensor; readonly W: Tensor };
  /** The input of the forward pass before. */
  readonly earlierX: Tensor | undefined;
  /** What the layer computed, where it has the right number of entries. */
  readonly got: Tensor | undefined;
}

/** A gradient that a mistake would give, and the number in it, where it has one. */
export interface Guess {
  /** With samples as rows, or in a shape of its own; undefined where it cannot be computed. */
  readonly value: Tensor | undefined;
  readonly factor?: number;
}

/** One way to get a gradient wrong. */
export interface Mistake {
  readonly id: string;
  readonly of: readonly Variable[];
  /** What it gives; the same number of guesses for every problem. */
  readonly gives: (problem: Problem, variable: Variable) => readonly Guess[];
  readonly sentence: (told: Told) => Sentence;
  /** Whether it leaves the entries right, and only their shape is wrong. */
  readonly isOfShape?: true;
  /** Whether it is told from the true gradient alone, whatever the forward pass computes. */
  readonly isRelative?: true;
}

/** What a sentence about a mistake may say. */
export interface Told {
  /** The gradient, as the code calls it. */
  readonly name: string;
  readonly variable: Variable;
  /** How it is computed right. */
  readonly wanted: string;
  readonly factor: number;
  /** Its shape, and that of its variable. */
  readonly shape: string;
  readonly wantedShape: string;
}

/** A probe seen from one of its variables. */
export function problemOf(probe: Probe, variable: Variable): Problem {
  const { form, arrays, Y, truth, after, earlier } = probe;
  return {
    X: toRows(form, 'X', arrays.X),
    W: toRows(form, 'W', arrays.W),
    b: arrays.b && toRows(form, 'b', arrays.b),
    dY: toRows(form, 'Y', arrays.dY),
    Y: toRows(form, 'Y', Y),
    truth,
    after: { dY: toRows(form, 'Y', after.dY), W: toRows(form, 'W', after.W) },
    earlierX: earlier && toRows(form, 'X', earlier.X),
    got: gotInRows(probe, variable),
  };
}

/** The gradient that other arrays than the right ones would give. */
export function gradientFrom(
  variable: Variable,
  { X, W, dY }: Readonly<Record<'X' | 'W' | 'dY', Tensor>>,
): Tensor | undefined {
  if (variable === 'X') return product(dY, transposed(W));
  return variable === 'W' ? product(transposed(X), dY) : sumOver(dY, 0);
}

/** A single guess without a number in it. */
export function guess(value: Tensor | undefined): readonly Guess[] {
  return [{ value }];
}
