import { say, shapeText } from '../../core';
import { replaced, textOf, transposedText } from '../fixes/rewrite';
import type { Expr } from '../syntax/ast';
import { isGradient, lastName } from '../syntax/field-names';
import { productsIn, transposedIn, type WrittenProduct } from '../syntax/products';
import { isWithin } from '../spans';
import { backwardCode, type BackwardCode } from './backward-code';
import type { Program, Rule, Trap } from './trap';

/** A factor of a product: which array, on which side, and whether transposed. */
interface Factor {
  readonly expr: Expr;
  readonly name: string;
  readonly side: 'left' | 'right';
  readonly isTransposed: boolean;
  readonly other: Expr;
}

/**
 * A transpose that is missing in a backward pass, where the shapes fit only because the matrix is
 * square. A factor stands in the backward product transposed if the forward product has it plain,
 * on the same side, and the other way round.
 */
export const squareWeights: Rule = (program) =>
  backwardCode(program).flatMap((code) => {
    const forward = forwardFactors(code, program);
    return backwardFactors(code, program).flatMap((factor) => {
      const known = forward.filter(({ name }) => name === factor.name);
      const isAsForward = known.every(
        ({ side, isTransposed }) => side === factor.side && isTransposed === factor.isTransposed,
      );
      return known.length > 0 && isAsForward ? trapAt(factor, known[0]!, program) : [];
    });
  });

/** The products of an array with an upstream gradient. */
function backwardFactors({ nodes }: BackwardCode, program: Program): Factor[] {
  return productsIn(nodes, program.numpy)
    .flatMap((product) => factorsOf(product, program))
    .filter(
      ({ expr, other }) => !isGradientFactor(expr, program) && isGradientFactor(other, program),
    );
}

/** The products without a gradient, of the same class; for a function, of all code outside of classes. */
function forwardFactors({ place }: BackwardCode, program: Program): Factor[] {
  const { nodes, statements, numpy } = program;
  const classes = statements.filter(({ kind }) => kind === 'class');
  const within = place?.owner
    ? nodes.filter((node) => isWithin(node, place.owner!))
    : nodes.filter((node) => !classes.some((own) => isWithin(node, own)));
  return productsIn(within, numpy)
    .filter(({ left, right }) => ![left, right].some((expr) => isGradientFactor(expr, program)))
    .flatMap((product) => factorsOf(product, program));
}

function factorsOf({ left, right }: WrittenProduct, { numpy }: Program): Factor[] {
  const factor = (expr: Expr, side: Factor['side'], other: Expr): Factor[] => {
    const inner = transposedIn(expr, numpy);
    const name = lastName(inner ?? expr);
    return name ? [{ expr, name, side, isTransposed: inner !== undefined, other }] : [];
  };
  return [...factor(left, 'left', right), ...factor(right, 'right', left)];
}

function isGradientFactor(expr: Expr, { numpy }: Program): boolean {
  return isGradient(transposedIn(expr, numpy) ?? expr);
}

function trapAt(
  factor: Factor,
  forward: Factor,
  { source, reading }: Program,
): Omit<Trap, 'kind'>[] {
  const shape = reading.valueOf(factor.expr)?.shape;
  const isSquare = shape?.length === 2 && shape[0] === shape[1] && shape[0]! > 1;
  if (!isSquare) return [];
  const code = transposedText(source, factor.expr);
  const gradient = textOf(source, factor.other);
  const formula = factor.side === 'right' ? `${gradient} · ${code}` : `${code} · ${gradient}`;
  return [
    {
      sentence: say(
        'the gradient is {formula}: without the transpose the shapes fit only because {name} is square, {shape}',
        { formula, name: factor.name, shape: shapeText(shape) },
      ),
      span: factor.expr,
      related: [{ sentence: say('the product of the forward pass'), span: spanning(forward) }],
      fix: {
        title: say('Transpose: {code}', { code }),
        edits: [replaced(factor.expr, code)],
        isPreferred: true,
      },
    },
  ];
}

function spanning({ expr, other }: Factor) {
  return { start: Math.min(expr.start, other.start), end: Math.max(expr.end, other.end) };
}
