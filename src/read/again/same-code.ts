import type { Change } from '../syntax/change';
import type { Program } from '../syntax/parse';
import type { Piece } from '../syntax/piece';
import { endAfter, startAfter } from './moves';

/** How many pieces two programs have in common from their beginning on. */
export function commonPieces(a: readonly Piece[], b: readonly Piece[]): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && a[count] === b[count]) count++;
  return count;
}

/**
 * Whether a program is another one in which a change has moved code, and changed none. Pieces that
 * stand behind the change are told by {@link Piece.isMovedFrom}.
 */
export function isSameCode(old: Program, program: Program, change: Change): boolean {
  const [a, b] = [old.pieces, program.pieces];
  if (a.length !== b.length || old.faults.length > 0 || program.faults.length > 0) return false;
  return b.every((piece, i) => {
    const before = a[i]!;
    return piece.isMovedFrom(before) || isMoved(before.statements, piece.statements, change);
  });
}

/** Whether syntax trees are alike but for where they stand, and stand where the change has moved them. */
function isMoved(old: unknown, node: unknown, change: Change): boolean {
  if (typeof old !== 'object' || old === null || typeof node !== 'object' || node === null)
    return Object.is(old, node);
  if (Array.isArray(old))
    return (
      Array.isArray(node) &&
      old.length === node.length &&
      old.every((item, i) => isMoved(item, node[i], change))
    );
  const [before, after] = [old as Record<string, unknown>, node as Record<string, unknown>];
  const keys = Object.keys(before);
  return (
    keys.length === Object.keys(after).length &&
    keys.every((key) => {
      const [value, own] = [before[key], after[key]];
      if (typeof value !== 'number' || (key !== 'start' && key !== 'end'))
        return isMoved(value, own, change);
      const isEnd = key === 'end' && before['start'] !== value;
      return own === (isEnd ? endAfter(value, change) : startAfter(value, change));
    })
  );
}
