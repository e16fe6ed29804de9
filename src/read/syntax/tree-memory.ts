import { TreeFragment, type Tree } from '@lezer/common';
import { parser } from '@lezer/python';

/** The syntax tree of a text as it was last, of which an edit leaves most as it is. */
export class TreeMemory {
  private last: { readonly text: string; readonly tree: Tree } | undefined;

  /** The tree of a text; what it has in common with the last one is not parsed again. */
  parse(text: string): Tree {
    const tree = parser.parse(text, this.last && unchanged(this.last, text));
    this.last = { text, tree };
    return tree;
  }
}

/** The parts of a tree that still hold for a new text: all before and all behind what differs. */
function unchanged(
  { text: old, tree }: { readonly text: string; readonly tree: Tree },
  text: string,
): readonly TreeFragment[] {
  const most = Math.min(old.length, text.length);
  let from = 0;
  while (from < most && old.charCodeAt(from) === text.charCodeAt(from)) from++;
  let behind = 0;
  while (
    behind < most - from &&
    old.charCodeAt(old.length - 1 - behind) === text.charCodeAt(text.length - 1 - behind)
  )
    behind++;
  const change = {
    fromA: from,
    toA: old.length - behind,
    fromB: from,
    toB: text.length - behind,
  };
  return TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]);
}
