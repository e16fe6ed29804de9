import { evaluate, type EvaluateOptions } from '../evaluate';
import type { ReadError, Reading, Span } from '../reading';
import { applied, moved, type Candidate } from './fix';

/** What the program is like with a candidate's edits made, if they mend the error and break nothing. */
export function mended(
  source: string,
  before: Reading,
  error: ReadError,
  { edits }: Candidate,
  options: EvaluateOptions,
): Reading | undefined {
  const after = evaluate(applied(source, edits), options);
  const place = movedSpan(error.span, edits);
  const known = new Set(before.errors.map((own) => `${own.kind} ${moved(own.span.start, edits)}`));
  const isNew = ({ kind, span }: ReadError) =>
    !known.has(`${kind} ${span.start}`) || (kind === error.kind && overlaps(span, place));
  return after.errors.length < before.errors.length && !after.errors.some(isNew)
    ? after
    : undefined;
}

/** Where a place lies once edits are made. */
export function movedSpan({ start, end }: Span, edits: Candidate['edits']): Span {
  return { start: moved(start, edits), end: movedEnd(end, edits) };
}

/** An insertion at the end of a place belongs to it. */
function movedEnd(end: number, edits: Candidate['edits']): number {
  return edits.reduce(
    (at, { span, text }) => (span.end <= end ? at + text.length - (span.end - span.start) : at),
    end,
  );
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
