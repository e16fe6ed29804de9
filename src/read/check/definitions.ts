import type { Expr, FunctionStmt, Stmt } from '../syntax/ast';

/** A program's class, as it stands in the text. */
export type ClassStmt = Extract<Stmt, { kind: 'class' }>;

/** What of a program has to run for its functions to be callable, and what it defines. */
export interface Definitions {
  readonly statements: readonly Stmt[];
  readonly classes: readonly ClassStmt[];
  /** Functions of the module, in the order of the text; the last one of a name counts. */
  readonly functions: readonly FunctionStmt[];
  /** Every function and method. */
  readonly definitions: ReadonlySet<FunctionStmt>;
}

/** The definitions of a program: its training loops and its output are left out. */
export function definitionsOf(statements: readonly Stmt[]): Definitions {
  const own = new Set<string>();
  const kept = statements.filter((statement) => isDefinition(statement, own));
  const flat = kept.flatMap(flattened);
  const classes = flat.filter((statement) => statement.kind === 'class');
  const functions = flat.filter((statement) => statement.kind === 'function');
  const methods = classes.flatMap(({ body }) => body.filter(({ kind }) => kind === 'function'));
  return {
    statements: kept,
    classes,
    functions,
    definitions: new Set([...functions, ...(methods as FunctionStmt[])]),
  };
}

/** Statements with those of their branches. */
function flattened(statement: Stmt): Stmt[] {
  if (statement.kind === 'if')
    return [...statement.branches.flatMap(({ body }) => body), ...statement.otherwise].flatMap(
      flattened,
    );
  if (statement.kind === 'try')
    return [
      ...statement.body,
      ...statement.handlers.flatMap(({ body }) => body),
      ...statement.otherwise,
    ].flatMap(flattened);
  return [statement];
}

/** Whether a statement only names things; `own` gathers what the program defines. */
function isDefinition(statement: Stmt, own: Set<string>): boolean {
  switch (statement.kind) {
    case 'import':
      return true;
    case 'function':
    case 'class':
      own.add(statement.name);
      return true;
    case 'assign':
      return statement.value !== undefined && !namesOneOf(statement.value, own);
    case 'if':
    case 'try':
      return flattened(statement).every(
        (inner) => inner.kind === 'pass' || isDefinition(inner, own),
      );
    default:
      return false;
  }
}

/** Whether an expression uses something that the program defines. */
function namesOneOf(expr: Expr, own: ReadonlySet<string>): boolean {
  const visit = (node: unknown): boolean => {
    if (typeof node !== 'object' || node === null) return false;
    if (Array.isArray(node)) return node.some(visit);
    const { kind, name } = node as { kind?: string; name?: string };
    return (kind === 'name' && own.has(name ?? '')) || Object.values(node).some(visit);
  };
  return visit(expr);
}
