import { Moves } from '../again/moves';
import type { Span } from '../reading';

/** Where the text that is read ends at the latest; the code of other files stands behind. */
const OWN_ROOM = 2 ** 25;

/**
 * Where code stands when a program is in several files. The text that is read begins at 0; the code
 * of each imported file stands far behind it, one file after the other, so that a span names a place
 * in any of them.
 */
export class Places {
  private readonly starts: number[] = [];
  private next = OWN_ROOM;
  /** The call (or import) of the text itself that is being followed into another file. */
  callSite: Span = { start: 0, end: 0 };
  /** Where the text's own code has moved since it was read. */
  moves = Moves.none;

  /** Makes room for a file; gives where its text starts. */
  add(length: number): number {
    const start = this.next;
    this.starts.push(start);
    this.next += length + 1;
    return start;
  }

  /** Whether a place is in the text itself. */
  isOwn({ start }: Span): boolean {
    return start < OWN_ROOM;
  }

  /** The place of the text itself that a span stands for: its own, or the call that led to it. */
  own({ start, end }: Span): Span {
    return start < OWN_ROOM ? { start, end } : this.callSite;
  }

  /** The same, where it stands by now. */
  now(span: Span): Span {
    return this.moves.place(this.own(span));
  }

  /** Which of the added files a place is in, and the offset in it; undefined for the text itself. */
  within({ start }: Span): { readonly file: number; readonly offset: number } | undefined {
    if (start < OWN_ROOM) return undefined;
    const file = this.starts.findLastIndex((from) => from <= start);
    return { file, offset: start - this.starts[file]! };
  }
}
