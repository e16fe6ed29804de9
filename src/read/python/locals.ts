import type { Expr, FunctionStmt, Stmt } from '../syntax/ast';
import { blocksOf } from '../syntax/blocks';
import { targetsIn } from './forget';

const known = new WeakMap<FunctionStmt, ReadonlySet<string>>();

/** The names that a function's body gives values to: they are its own, unless it says otherwise. */
export function localsOf(definition: FunctionStmt): ReadonlySet<string> {
  const before = known.get(definition);
  if (before) return before;
  const locals = new Set(targetsIn(definition.body).flatMap(namesIn));
  outerNames(definition.body).forEach((name) => locals.delete(name));
  known.set(definition, locals);
  return locals;
}

function namesIn(target: Expr): string[] {
  if (target.kind === 'name') return [target.name];
  if (target.kind === 'tuple' || target.kind === 'list') return target.items.flatMap(namesIn);
  return target.kind === 'starred' ? namesIn(target.value) : [];
}

/** What is declared `global` or `nonlocal`, wherever in a block. */
function outerNames(statements: readonly Stmt[]): string[] {
  return statements.flatMap((statement) =>
    statement.kind === 'scope'
      ? [...statement.names]
      : blocksOf(statement).flatMap((block) => outerNames(block)),
  );
}
