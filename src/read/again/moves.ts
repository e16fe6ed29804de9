import type { Span } from '../reading';
import type { Change } from '../syntax/change';

/** More edits than this at different places are not followed. */
const MOST = 32;

/**
 * Where code stands by now that was read before edits of comments and blanks: edits in which nothing
 * of the code stood, but at whose borders it may.
 */
export class Moves {
  private constructor(private readonly changes: readonly Change[]) {}

  static readonly none = new Moves([]);

  /** The moves with one more; undefined where they become too many. */
  and(change: Change): Moves | undefined {
    const last = this.changes.at(-1);
    const joined = last && joint(last, change);
    if (joined) return new Moves([...this.changes.slice(0, -1), joined]);
    return this.changes.length < MOST ? new Moves([...this.changes, change]) : undefined;
  }

  get isNone(): boolean {
    return this.changes.length === 0;
  }

  /** Where a place is by now. */
  place(span: Span): Span {
    if (this.isNone) return span;
    let { start, end } = span;
    for (const change of this.changes) {
      // No place at all, as it stands for what has none.
      if (end === 0) return { start, end };
      const isEmpty = start === end;
      start = startAfter(start, change);
      end = isEmpty ? start : endAfter(end, change);
    }
    return { start, end };
  }
}

/** Where something that begins at an offset does after a change: what is put right before it moves it. */
export function startAfter(start: number, { oldTo, to }: Change): number {
  return start >= oldTo ? start + to - oldTo : start;
}

/** Where something that ends at an offset does after a change: what is put right behind it does not move it. */
export function endAfter(end: number, { from, oldTo, to }: Change): number {
  return end <= from ? end : end + to - oldTo;
}

/** Two changes as one, where the second is at the place of the first: somebody types. */
function joint(first: Change, second: Change): Change | undefined {
  if (second.from > first.to || second.oldTo < first.from) return undefined;
  const by = first.to - first.oldTo;
  const oldTo = Math.max(first.oldTo, second.oldTo - by);
  return {
    from: Math.min(first.from, second.from),
    oldTo,
    to: oldTo + by + second.to - second.oldTo,
  };
}
