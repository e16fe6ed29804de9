import { TreeFragment, type Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import { changeOf, type Change } from './change';
import type { Program } from './parse';

interface Last {
  /** The text, and as it was handed to the grammar. */
  readonly source: string;
  readonly text: string;
  readonly tree: Tree;
  parsed?: Program;
}

/** The syntax of a text as it was last, of which an edit leaves most as it is. */
export class TreeMemory {
  private last: Last | undefined;

  /** What parsing the very same text gave last time. */
  parsed(source: string): Program | undefined {
    return this.last?.source === source ? this.last.parsed : undefined;
  }

  /**
   * The tree of a text; what it has in common with the last one is not parsed again. With it, what was
   * parsed last time, and what has changed since.
   */
  parse(source: string, text: string): { tree: Tree; before?: Program; change?: Change } {
    const { last } = this;
    const tree = parser.parse(text, last && unchanged(last, changeOf(last.text, text)));
    this.last = { source, text, tree };
    return last?.parsed
      ? { tree, before: last.parsed, change: changeOf(last.source, source) }
      : { tree };
  }

  /** Keeps what the last text was found to be. */
  keep(parsed: Program): void {
    if (this.last) this.last.parsed = parsed;
  }
}

/** The parts of a tree that still hold for a new text: all before and all behind what differs. */
function unchanged({ tree }: Last, { from, oldTo, to }: Change): readonly TreeFragment[] {
  return TreeFragment.applyChanges(TreeFragment.addTree(tree), [
    { fromA: from, toA: oldTo, fromB: from, toB: to },
  ]);
}
