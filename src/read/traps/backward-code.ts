import type { ReadArray } from '../reading';
import type { Expr } from '../syntax/ast';
import { variableOf } from '../syntax/field-names';
import type { NumpyCall } from '../syntax/numpy-calls';
import { isSamePlace } from '../spans';
import { nodesIn, type AstNode, type FunctionPlace } from '../syntax/walk';
import type { Program } from './trap';

/** Code that computes gradients: the body of a function that is named so, or the module's own. */
export interface BackwardCode {
  readonly nodes: readonly AstNode[];
  readonly place?: FunctionPlace;
}

/** Whether a function's name says that it passes gradients back. */
export function isBackwardName(name: string): boolean {
  return /back|bprop|bwd|grad/i.test(name);
}

/** The backward code of a program: functions by their names, and the module outside of functions. */
export function backwardCode({ statements, functions }: Program): BackwardCode[] {
  const own = functions
    .filter(({ definition }) => isBackwardName(definition.name))
    .map((place) => ({ nodes: nodesIn(place.definition.body), place }));
  const outside = statements.filter(({ kind }) => kind !== 'function' && kind !== 'class');
  return [...own, { nodes: nodesIn(outside) }];
}

/** An assignment of one target. */
export interface Assignment {
  readonly target: Expr;
  readonly value: Expr;
  readonly node: AstNode;
}

/** The assignments of a value to one target each. */
export function assignmentsIn(nodes: readonly AstNode[]): Assignment[] {
  return nodes.flatMap((node) =>
    node.kind === 'assign' && node.value
      ? node.targets.map((target) => ({ target, value: node.value!, node }))
      : [],
  );
}

/** The reductions in an expression. */
export function reductionsIn(expr: Expr, { numpy }: Program): NumpyCall[] {
  return nodesIn(expr).flatMap((node) => {
    const call = node.kind === 'call' ? numpy.call(node) : undefined;
    return call && /^(sum|mean|average)$/.test(call.name) ? [call] : [];
  });
}

/**
 * The bias whose gradient a target gets: that of the Affine computation whose backward pass takes
 * one of the places, else the last array of the name that the target's name speaks of.
 */
export function biasOf(
  target: Expr,
  places: readonly Expr[],
  { reading }: Program,
): ReadArray | undefined {
  const affine = reading.affines.find(({ spans }) =>
    [spans.db, spans.dW].some((span) => span && places.some((place) => isSamePlace(place, span))),
  );
  if (affine?.b) return affine.b;
  const name = variableOf(target);
  return reading.bindings.findLast((binding) => binding.name === name)?.value;
}
