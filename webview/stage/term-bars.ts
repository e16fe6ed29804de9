import type { SheetTerm } from './term-sheet';

/** The most bars of a chart: more would be thinner than a pixel or two. */
const MOST_BARS = 200;

/** A bar of a chart: a term, or a run of terms by that of the largest product. */
export interface Bar {
  readonly term: SheetTerm;
  readonly from: number;
  readonly count: number;
  readonly isCurrent: boolean;
}

/** A bar for each term, or for each run of equally many where there are too many. */
export function barsOf(terms: readonly SheetTerm[]): Bar[] {
  const count = Math.ceil(terms.length / MOST_BARS);
  return Array.from({ length: Math.ceil(terms.length / Math.max(1, count)) }, (_, i) => {
    const from = i * count;
    const run = terms.slice(from, from + count);
    return {
      term: run.reduce((most, term) => (sizeOf(term) > sizeOf(most) ? term : most)),
      from,
      count: run.length,
      isCurrent: run.some(({ isCurrent }) => isCurrent),
    };
  });
}

/** A term that is not made yet counts for less than any that is. */
function sizeOf({ product, isMade }: SheetTerm): number {
  return isMade ? Math.abs(product ?? 0) : -1;
}
