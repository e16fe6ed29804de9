import type { Span } from './reading';

/** Whether a place lies in another. */
export function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two places are the same. */
export function isSamePlace(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** The line of a text, from 1, on which an offset lies. */
export function lineOf(source: string, offset: number): number {
  let line = 1;
  for (let at = source.indexOf('\n'); at >= 0 && at < offset; at = source.indexOf('\n', at + 1)) {
    line++;
  }
  return line;
}
