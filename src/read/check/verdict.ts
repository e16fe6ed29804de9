import type { Sentence } from '../../core';
import type { Span } from '../reading';
import type { Variable } from './form';

/** What was found out about one backward pass. */
export interface BackwardCheck {
  /** The class, or the function that goes back. */
  readonly name: string;
  /** The name of the class, or that of the backward function. */
  readonly span: Span;
  readonly backwardSpan: Span;
  readonly verdict: 'right' | 'wrong' | 'unknown';
  /** Why it is wrong as a whole or not known; or what to know where it is right. */
  readonly why?: Sentence;
  readonly gradients: readonly GradientCheck[];
}

/** What was found out about one gradient of a backward pass. */
export interface GradientCheck {
  readonly variable: Variable;
  /** As the code calls it: `dx`, `self.dW`, `grads['W1']`. */
  readonly name: string;
  readonly verdict: 'right' | 'wrong' | 'missing' | 'unknown';
  /** What is likely wrong with it. */
  readonly mistake?: Sentence;
  /** The expression or statement that computes it. */
  readonly span?: Span;
  /** The entries that are furthest off, in one try with random numbers. */
  readonly worst?: readonly WrongEntry[];
}

/** One entry of a gradient that is off. */
export interface WrongEntry {
  readonly index: readonly number[];
  readonly got: number;
  readonly wanted: number;
}
