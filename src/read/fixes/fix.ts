import type { Sentence } from '../../core';
import type { Span } from '../reading';

/** A stretch of the source to be replaced. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A change of the source that mends something. */
export interface Fix {
  readonly title: Sentence;
  readonly edits: readonly Edit[];
  /** Whether it is clearly the one that is meant. */
  readonly isPreferred: boolean;
}

/** A change that might mend an error, and how likely it is what was meant, from 0 to 100. */
export interface Candidate {
  readonly title: Sentence;
  readonly edits: readonly Edit[];
  readonly weight: number;
}

/** The source with edits made, which must not overlap. */
export function applied(source: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce(
      (text, { span, text: own }) => text.slice(0, span.start) + own + text.slice(span.end),
      source,
    );
}

/** Where an offset of the source lies once edits are made; one inside an edit goes to its start. */
export function moved(offset: number, edits: readonly Edit[]): number {
  let by = 0;
  for (const { span, text } of edits) {
    if (span.end <= offset && span.start < offset) by += text.length - (span.end - span.start);
    else if (span.start < offset) by += span.start - offset;
  }
  return offset + by;
}
