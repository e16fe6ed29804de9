import type { Span } from '../reading';

/** How much of an expression is looked at: more could not be shown. */
const MOST_LOOKED_AT = 2000;

/** An expression's source text on one line, cut to a length with an ellipsis. */
export function codeLine(source: string, { start, end }: Span, most = 60): string {
  const text = source
    .slice(start, Math.min(end, start + MOST_LOOKED_AT))
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}
