import type { Change } from './change';
import type { Piece } from './piece';

/** The pieces of the last text that an edit has left as they were, taken in the order of the code. */
export class Reusable {
  private next = 0;
  private readonly by: number;

  constructor(
    private readonly pieces: readonly Piece[],
    private readonly change: Change,
  ) {
    this.by = change.to - change.oldTo;
  }

  /** The piece that what the grammar has found here was before, moved to where it stands now. */
  take({ name, from, to }: { name: string; from: number; to: number }): Piece | undefined {
    const { change, pieces } = this;
    const by = to <= change.from ? 0 : this.by;
    if (by !== 0 && from < change.to) return undefined;
    if (by === 0 && to > change.from && from < change.to) return undefined;
    while (this.next < pieces.length && pieces[this.next]!.start < from - by) this.next++;
    const piece = pieces[this.next];
    const isSame =
      piece?.start === from - by && piece.end === to - by && piece.type === name && piece.isWhole;
    return isSame ? piece.moved(by) : undefined;
  }
}
