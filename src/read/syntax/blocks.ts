import type { Stmt } from './ast';

/** The blocks in a statement that run where it does: not those of definitions. */
export function blocksOf(statement: Stmt): (readonly Stmt[])[] {
  switch (statement.kind) {
    case 'if':
      return [...statement.branches.map(({ body }) => body), statement.otherwise];
    case 'for':
    case 'while':
      return [statement.body, statement.otherwise];
    case 'with':
      return [statement.body];
    case 'match':
      return statement.cases.map(({ body }) => body);
    case 'try':
      return [
        statement.body,
        ...statement.handlers.map(({ body }) => body),
        statement.otherwise,
        statement.cleanup,
      ];
    default:
      return [];
  }
}
