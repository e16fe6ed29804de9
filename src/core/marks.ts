/** A piece of a sentence with markup: `<m>` for maths, `<N>`, `<D>`, `<H>` for an axis, `<c>` for code. */
export interface Piece {
  readonly mark: string;
  readonly text: string;
}

/** Splits a sentence with markup into its pieces. Tags do not nest. */
export function piecesOf(marked: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [, mark, inside, outside] of marked.matchAll(/<([a-zA-Z])>(.*?)<\/\1>|([^<]+|<)/g)) {
    pieces.push(mark ? { mark, text: inside ?? '' } : { mark: '', text: outside ?? '' });
  }
  return pieces;
}

/** A sentence with markup as text only, for screen readers. */
export function withoutMarks(marked: string): string {
  return piecesOf(marked)
    .map(({ text }) => text)
    .join('');
}
