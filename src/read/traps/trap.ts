import type { Sentence } from '../../core';
import type { Fix } from '../fixes/fix';
import type { Reading, RelatedPlace, Span } from '../reading';
import type { Stmt } from '../syntax/ast';
import type { NumpyNames } from '../syntax/numpy-calls';
import type { AstNode, FunctionPlace } from '../syntax/walk';

/** Code that runs, and hardly does what was meant. */
export interface Trap {
  /** Which rule found it. */
  readonly kind: string;
  readonly sentence: Sentence;
  readonly span: Span;
  readonly related?: readonly RelatedPlace[];
  readonly fix?: Fix;
}

/** A program as the rules see it: what is written, and what was read of how it runs. */
export interface Program {
  readonly source: string;
  readonly statements: readonly Stmt[];
  readonly nodes: readonly AstNode[];
  readonly functions: readonly FunctionPlace[];
  readonly numpy: NumpyNames;
  readonly reading: Reading;
}

/** Finds the traps of one kind. */
export type Rule = (program: Program) => Omit<Trap, 'kind'>[];
