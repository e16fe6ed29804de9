import type { Stmt } from '../syntax/ast';

/** The files of the workspace that a program imports, by an id that stands for each (its path). */
export interface SourceFiles {
  /** What the program's own imports name: module path as it is written (`common.layers`, `.util`) to id. */
  readonly imports: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, SourceFile>>;
}

/** One imported file. */
export interface SourceFile {
  readonly text: string;
  /** What its imports name, as in {@link SourceFiles.imports}. */
  readonly imports: Readonly<Record<string, string>>;
}

/** No files at all. */
export const NO_FILES: SourceFiles = { imports: {}, files: {} };

/** Moves a program's statements, so that they stand `by` characters further on. */
export function shifted(statements: readonly Stmt[], by: number): Stmt[] {
  return statements.map((statement) => shift(statement, by) as Stmt);
}

function shift(node: unknown, by: number): unknown {
  if (Array.isArray(node)) return node.map((item) => shift(item, by));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      (key === 'start' || key === 'end') && typeof value === 'number'
        ? value + by
        : shift(value, by),
    ]),
  );
}
