import type { Expr, Stmt } from './ast';

/** An expression or a statement. */
export type AstNode = Expr | Stmt;

/** All expressions and statements in something, each before those inside it, in the order of the code. */
export function nodesIn(of: readonly AstNode[] | AstNode): AstNode[] {
  const found: AstNode[] = [];
  collect(of, found);
  return found;
}

function collect(value: unknown, found: AstNode[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) return value.forEach((item) => collect(item, found));
  // Arguments, branches and the like have a kind or a place, not both.
  if ('kind' in value && 'start' in value) found.push(value as AstNode);
  Object.values(value).forEach((part) => collect(part, found));
}

/** A function with the class around it, if there is one. */
export interface FunctionPlace {
  readonly definition: Extract<Stmt, { kind: 'function' }>;
  readonly owner?: Extract<Stmt, { kind: 'class' }>;
}

/** Every function and method of a program. */
export function functionsIn(statements: readonly Stmt[]): FunctionPlace[] {
  const nodes = nodesIn(statements);
  const classes = nodes.filter((node) => node.kind === 'class');
  return nodes
    .filter((node) => node.kind === 'function')
    .map((definition) => {
      const owner = classes.findLast(({ body }) =>
        (body as readonly AstNode[]).includes(definition),
      );
      return { definition, ...(owner ? { owner } : {}) };
    });
}
