import type { Expr, FunctionStmt, Stmt } from '../syntax/ast';
import type { Span } from '../reading';

/** Every statement in a function, in the order of the text, those of blocks too. */
export function statementsIn(body: readonly Stmt[]): Stmt[] {
  return body.flatMap((statement): Stmt[] => {
    switch (statement.kind) {
      case 'if':
        return [
          statement,
          ...statement.branches.flatMap(({ body }) => statementsIn(body)),
          ...statementsIn(statement.otherwise),
        ];
      case 'for':
      case 'while':
        return [statement, ...statementsIn(statement.body), ...statementsIn(statement.otherwise)];
      case 'with':
        return [statement, ...statementsIn(statement.body)];
      case 'try':
        return [statement, ...statementsIn(statement.body), ...statementsIn(statement.otherwise)];
      default:
        return [statement];
    }
  });
}

/** The last expression that a function returns. */
function returnedBy({ body }: FunctionStmt): Expr | undefined {
  return statementsIn(body).findLast(
    (statement): statement is Extract<Stmt, { kind: 'return' | 'raise' }> =>
      statement.kind === 'return' && statement.value !== undefined,
  )?.value;
}

/** The expressions for the items that a function returns: one, or those of a tuple. */
export function itemsReturnedBy(definition: FunctionStmt): readonly Expr[] {
  const value = returnedBy(definition);
  if (value?.kind === 'tuple' || value?.kind === 'list') return value.items;
  return value ? [value] : [];
}

/** Whether an expression is a name, or leads from one to what it holds. */
export function isPath(expr: Expr): boolean {
  if (expr.kind === 'attribute' || expr.kind === 'subscript') return isPath(expr.object);
  return expr.kind === 'name';
}

/** The names that a function gives values to. */
export function localsIn({ body }: FunctionStmt): string[] {
  return statementsIn(body)
    .flatMap((statement) => (statement.kind === 'assign' ? statement.targets : []))
    .flatMap((target) => (target.kind === 'tuple' ? target.items : [target]))
    .flatMap((target) => (target.kind === 'name' ? [target.name] : []));
}

/** The last place of a function that gives a value to what a text names. */
export function placeThatSets(
  definition: FunctionStmt,
  textOf: (span: Span) => string,
  name: string,
): Span | undefined {
  const plain = (text: string) => text.replace(/\s|\[(\.\.\.|:)\]$/g, '').replace(/"/g, "'");
  const sets = (target: Expr): boolean =>
    target.kind === 'tuple' || target.kind === 'list'
      ? target.items.some(sets)
      : plain(textOf(target)) === plain(name);
  const found = statementsIn(definition.body).findLast((statement) =>
    statement.kind === 'assign'
      ? statement.targets.some(sets)
      : statement.kind === 'update' && sets(statement.target),
  );
  if (!found) return undefined;
  const made = found.kind === 'assign' ? found.value : undefined;
  const isRenamed = made?.kind === 'name' && made.name !== name;
  const { start, end } = made ?? found;
  const inner = isRenamed ? placeThatSets(definition, textOf, made.name) : undefined;
  if (inner) return inner;
  return { start, end };
}
