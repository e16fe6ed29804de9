import { add, dot, type AxisLink, type Shape } from '../../core';
import { binaryOps } from '../numpy/binary-ops';
import { unaryOps } from '../numpy/unary';
import type { TapeEntry } from '../reading';
import { callAxes, reducedAxes, transposedAxes } from './call-axes';

/** The operations that take axes away, by the names that the tape has for them. */
export const REDUCTIONS: ReadonlySet<string> = new Set(
  'sum mean max min amax amin prod var std any all argmax argmin count_nonzero'.split(' '),
);

/** Which axes of an operation's operands and result are one and the same, as far as can be told. */
export function linksOf({ op, operands, span }: TapeEntry, to: Shape, source: string): AxisLink[] {
  const shapes = operands.flatMap(({ shape }) => (shape ? [shape] : []));
  const [from] = shapes;
  if (!from || shapes.length < operands.length) return [];
  if (op === 'dot' && shapes.length === 2) return productLinks(from, shapes[1]!, to);
  if (binaryOps.has(op) || unaryOps.has(op)) return [...add.axisLinks(shapes)];
  if (op === 'transpose') {
    const order = transposedAxes(callAxes(source, span), from, to) ?? [];
    return order.map((axis, i) => same(axis, i));
  }
  return REDUCTIONS.has(op)
    ? reductionLinks(from, to, reducedAxes(callAxes(source, span), from, to))
    : [];
}

function productLinks(a: Shape, b: Shape, to: Shape): AxisLink[] {
  if (b.length <= 2) return [...dot.axisLinks([a, b])];
  // Stacks of matrices; the last two axes are theirs.
  if (to.length !== Math.max(a.length, b.length) || a.length < 2) return [];
  const stacks = add.axisLinks([a.slice(0, -2), b.slice(0, -2)]);
  const [rows, columns] = [to.length - 2, to.length - 1];
  return [
    ...stacks,
    { a: { of: 0, axis: a.length - 1 }, b: { of: 1, axis: b.length - 2 } },
    same(a.length - 2, rows),
    { a: { of: 1, axis: b.length - 1 }, b: { of: 'output', axis: columns } },
  ];
}

function reductionLinks(
  from: Shape,
  to: Shape,
  reduced: readonly number[] | undefined,
): AxisLink[] {
  if (!reduced) return [];
  const kept = from.map((_, axis) => axis).filter((axis) => !reduced.includes(axis));
  const keepsPlaces = to.length === from.length;
  return kept.map((axis, i) => same(axis, keepsPlaces ? axis : i));
}

/** An axis of the first operand that is an axis of the result. */
function same(axis: number, ofOutput: number): AxisLink {
  return { a: { of: 0, axis }, b: { of: 'output', axis: ofOutput } };
}
