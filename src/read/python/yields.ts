import type { Stmt } from '../syntax/ast';

const known = new WeakMap<object, boolean>();

/** Whether a statement yields: itself, and not only a function that is defined in it. */
export function yieldsIn(statement: Stmt): boolean {
  const before = known.get(statement);
  if (before !== undefined) return before;
  const yields = statement.kind !== 'function' && statement.kind !== 'class' && hasYield(statement);
  known.set(statement, yields);
  return yields;
}

function hasYield(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if (Array.isArray(part)) return part.some(hasYield);
  const kind = 'kind' in part ? part.kind : undefined;
  if (kind === 'yield') return true;
  if (kind === 'function' || kind === 'class' || kind === 'lambda') return false;
  return Object.values(part).some(hasYield);
}
