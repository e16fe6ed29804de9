import { plain } from '../../../../src/core';
import { evaluate, findTraps } from '../../../../src/read';
import { applied } from '../../../../src/read/fixes/fix';

/** A program of these lines, with NumPy. */
export function program(...lines: readonly string[]): string {
  return ['import numpy as np', ...lines, ''].join('\n');
}

/** A trap as a test looks at it. */
export interface Found {
  readonly kind: string;
  /** The code it points at. */
  readonly at: string;
  readonly says: string;
  /** What the line becomes that the fix changes. */
  readonly mended: string | undefined;
}

/** The traps of a program. */
export function trapsIn(source: string): Found[] {
  const before = source.split('\n');
  return findTraps(source, evaluate(source)).map(({ kind, span, sentence, fix }) => ({
    kind,
    at: source.slice(span.start, span.end),
    says: plain(sentence),
    mended:
      fix &&
      applied(source, fix.edits)
        .split('\n')
        .find((line, i) => line !== before[i])
        ?.trim(),
  }));
}

/** The traps of one kind. */
export function ofKind(kind: string, source: string): Found[] {
  return trapsIn(source).filter((trap) => trap.kind === kind);
}
