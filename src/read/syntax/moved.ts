import type { Stmt } from './ast';

/** Statements that stand `by` characters further on. */
export function movedBy(statements: readonly Stmt[], by: number): readonly Stmt[] {
  return moved(statements, by) as readonly Stmt[];
}

function moved(node: unknown, by: number): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((item) => moved(item, by));
  const copy: Record<string, unknown> = {};
  const from = node as Readonly<Record<string, unknown>>;
  for (const key in from) {
    const value = from[key];
    // No other number of a syntax tree has one of these names.
    const isPlace = (key === 'start' || key === 'end') && typeof value === 'number';
    copy[key] = isPlace ? value + by : moved(value, by);
  }
  return copy;
}
