import type { Shape } from '../../core';
import type { ReadArray, Span } from '../reading';
import { MOST_ENTRIES, transposed, type Part } from './parts';
import type { Target } from './statement';

/** An array literal where it stands, and what it is assigned to. */
export interface Literal {
  readonly span: Span;
  readonly part: Part;
  readonly target?: Target;
}

/** A nested list that is no array, because a row of it does not fit. */
export interface Ragged {
  readonly span: Span;
  /** Which row is the first that does not fit, from 0, and where it stands. */
  readonly index: number;
  readonly row: Span;
  /** The shape of the rows before it, and its own. */
  readonly expected: Shape;
  readonly found: Shape;
}

/** What was found in a text: literals in the order of the text, none within another. */
export interface Found {
  readonly literals: readonly Literal[];
  readonly ragged: readonly Ragged[];
  /** What the parts of the literals point into. */
  readonly entries: readonly number[];
  /** How much work it was: characters looked at. */
  readonly steps: number;
}

/** A literal as an array of the reader. */
export function arrayOf({ span, part, target }: Literal, entries: readonly number[]): ReadArray {
  const { shape, from, to, names, isFloat } = part;
  const isKnown = names === 0 && to - from <= MOST_ENTRIES;
  return {
    ...(target ? { name: target.name } : {}),
    state: isKnown ? 'known' : 'shape-only',
    shape,
    dtype: isFloat || names > 0 ? 'float64' : 'int64',
    ...(isKnown ? { data: Float64Array.from(entries.slice(from, to)) } : {}),
    span,
  };
}

/** What was found, in a text before which another stands. */
export function shifted({ literals, ragged, ...found }: Found, by: number): Found {
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return {
    ...found,
    literals: literals.map(({ span, part, target }) => ({
      span: move(span),
      part,
      ...(target ? { target: { ...target, span: move(target.span) } } : {}),
    })),
    ragged: ragged.map((list) => ({ ...list, span: move(list.span), row: move(list.row) })),
  };
}

/** A literal transposed by what follows it up to `end`. A vector is a column. */
export function turned({ span, part }: Literal, end: number, entries: number[]): Literal {
  const matrix = part.shape.length === 1 ? { ...part, shape: [part.shape[0]!, 1] } : part;
  return { span: { start: span.start, end }, part: transposed(matrix, entries) };
}
