import { NdArray } from '../numpy/ndarray';
import type { Expr, Stmt } from '../syntax/ast';
import { blocksOf } from '../syntax/blocks';
import type { Interpreter } from './interpreter';
import type { Scope } from './scope';
import { PyDict, PyInstance, PyList, Unknown, type Value } from './values';

/** Makes targets unknown, whatever they were: after a statement that was not read or not done. */
export function forget(it: Interpreter, target: Expr, scope: Scope): void {
  const unknown = new Unknown('the statement could not be done', true);
  if (target.kind === 'name') scope.set(target.name, unknown);
  else if (target.kind === 'tuple' || target.kind === 'list')
    target.items.forEach((item) => forget(it, item, scope));
  else if (target.kind === 'starred') forget(it, target.value, scope);
  else if (target.kind === 'attribute') {
    const owner = lookUp(target.object, scope);
    if (owner instanceof PyInstance) owner.attributes.set(target.name, unknown);
  } else if (target.kind === 'subscript') forgetItems(it, target.object, scope);
}

/** An item that may have changed leaves its doubt on the array or the list that it is one of. */
function forgetItems(it: Interpreter, object: Expr, scope: Scope): void {
  const owner = lookUp(object, scope);
  if (owner instanceof NdArray) owner.doubt('shape-only');
  else if (owner instanceof PyList || owner instanceof PyDict) forget(it, object, scope);
  else if (object.kind === 'subscript') forgetItems(it, object.object, scope);
}

/** What a name or an attribute of one holds, without evaluating anything. */
export function lookUp(expr: Expr, scope: Scope): Value | undefined {
  if (expr.kind === 'name') return scope.get(expr.name);
  if (expr.kind !== 'attribute') return undefined;
  const object = lookUp(expr.object, scope);
  return object instanceof PyInstance ? object.attributes.get(expr.name) : undefined;
}

/** The names that statements would give values to, wherever in them. */
export function targetsIn(statements: readonly Stmt[]): Expr[] {
  return statements.flatMap((statement) => [
    ...targetsOf(statement),
    ...blocksOf(statement).flatMap((block) => targetsIn(block)),
  ]);
}

/** The names that a statement itself gives values to, its blocks left out. */
function targetsOf(statement: Stmt): readonly Expr[] {
  switch (statement.kind) {
    case 'assign':
    case 'bad':
      return statement.targets;
    case 'update':
    case 'for':
      return [statement.target];
    case 'with':
      return statement.items.flatMap(({ target }) => target ?? []);
    case 'function':
    case 'class':
      return [{ kind: 'name', name: statement.name, ...statement.nameSpan }];
    case 'import':
      return statement.names.map(({ alias }) => ({
        kind: 'name',
        name: alias,
        start: statement.start,
        end: statement.end,
      }));
    default:
      return [];
  }
}
