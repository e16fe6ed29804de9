import { NdArray } from '../numpy/ndarray';
import type { Expr, Stmt } from '../syntax/ast';
import { blocksOf } from '../syntax/blocks';
import { doubtCalls } from './doubt-calls';
import { forget, lookUp, targetsIn } from './forget';
import { doubtDraws } from './modules/random';
import type { Interpreter } from './interpreter';
import type { Scope } from './scope';
import { Doubt } from './signals';

/**
 * Statements of which nobody can tell whether they run: what they would change is not known any
 * more. A branch that ends in `raise` is taken for one that does not run. Throws {@link Doubt} where
 * one of them might leave the function or the loop.
 */
export function doubtAll(
  it: Interpreter,
  blocks: readonly (readonly Stmt[])[],
  scope: Scope,
): void {
  const likely = blocks.filter((block) => !block.some(({ kind }) => kind === 'raise'));
  likely.forEach((block) => forgetAll(it, block, scope));
  it.numpy.doubtRandom();
  doubtDraws(it);
  const leaves = likely.flatMap((block) => leavingIn(block));
  if (leaves.includes('return')) throw new Doubt('return');
  if (leaves.length > 0) throw new Doubt('loop');
}

/** Makes unknown whatever statements may change: names, attributes, and the insides of values. */
export function forgetAll(it: Interpreter, statements: readonly Stmt[], scope: Scope): void {
  for (const statement of flattened(statements)) {
    if (statement.kind === 'update') doubtArray(statement.target, scope);
    // The calls in its blocks are those of statements of their own.
    if (blocksOf(statement).length === 0) doubtCalls(it, statement, scope);
  }
  for (const target of targetsIn(statements)) forget(it, target, scope);
  for (const { start, end } of statements) {
    it.limits.count(Math.ceil(it.records.forgetWithin({ start, end }) / 200));
  }
}

/** Statements and all that stand in their blocks. */
function flattened(statements: readonly Stmt[]): Stmt[] {
  return statements.flatMap((statement) => [statement, ...blocksOf(statement).flatMap(flattened)]);
}

/** `x += …` changes the array, whatever else it is called. */
function doubtArray(target: Expr, scope: Scope): void {
  const array = lookUp(target, scope);
  if (array instanceof NdArray) array.doubt('shape-only');
}

/** `return`, and `break` and `continue` of a loop outside the statements. */
function leavingIn(statements: readonly Stmt[]): ('return' | 'loop')[] {
  return statements.flatMap((statement) => {
    if (statement.kind === 'return') return ['return'] as const;
    if (statement.kind === 'break' || statement.kind === 'continue') return ['loop'] as const;
    const inner = blocksOf(statement).flatMap(leavingIn);
    const isLoop = statement.kind === 'for' || statement.kind === 'while';
    return isLoop ? inner.filter((leave) => leave === 'return') : inner;
  });
}
