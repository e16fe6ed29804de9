import { sameShape, say, shapeText, type Shape } from '../../core';
import { replaced, textOf, transposedText } from '../fixes/rewrite';
import type { ReadArray } from '../reading';
import type { Expr } from '../syntax/ast';
import { isName } from '../syntax/field-names';
import { productsIn } from '../syntax/products';
import { isSamePlace } from '../spans';
import type { Program, Rule } from './trap';

/**
 * A bias that broadcasts along the wrong axis: a column beside a product of samples in rows gives
 * each sample a bias of its own, and where a row or a vector meets a column, the sum grows.
 */
export const columnBias: Rule = (program) =>
  program.nodes.flatMap((node) => {
    if (node.kind !== 'binary' || node.op !== '+') return [];
    return [
      ...trapAt(node, node.left, node.right, program),
      ...trapAt(node, node.right, node.left, program),
    ];
  });

function trapAt(sum: Expr, product: Expr, bias: Expr, program: Program): ReturnType<Rule> {
  const { reading } = program;
  const [made, own, whole] = [product, bias, sum].map((expr) => reading.valueOf(expr));
  const [Y, b, result] = [made?.shape, own?.shape, whole?.shape];
  if (made?.tape?.op !== 'dot' || !Y || !b || !result || size(b) < 2) return [];
  if (!sameShape(result, Y)) return [grown(sum, bias, { Y, b, result }, program)];
  const isColumn = b.length === 2 && b[1] === 1 && Y.length === 2 && Y[1]! > 1;
  return isColumn && areSamplesInRows(product, made, program)
    ? [perSample(sum, bias, { Y, b, result }, program)]
    : [];
}

interface Shapes {
  readonly Y: Shape;
  readonly b: Shape;
  readonly result: Shape;
}

const size = (shape: Shape): number => shape.reduce((product, length) => product * length, 1);

function grown(sum: Expr, bias: Expr, { Y, b, result }: Shapes, program: Program) {
  const name = textOf(program.source, bias);
  return {
    sentence: say('adding {name}, {bias}, makes the product {product} grow to {result}', {
      name,
      bias: shapeText(b),
      product: shapeText(Y),
      result: shapeText(result),
    }),
    span: sum,
    ...fixOf(bias, b, Y, program),
  };
}

function perSample(sum: Expr, bias: Expr, { Y, b }: Shapes, program: Program) {
  const name = textOf(program.source, bias);
  return {
    sentence: say(
      '{name}, {bias}, is a column: each row of the product {product} gets a bias of its own, and not each column',
      { name, bias: shapeText(b), product: shapeText(Y) },
    ),
    span: sum,
    ...fixOf(bias, b, Y, program),
  };
}

/** The bias as a row, where that fits the product. */
function fixOf(bias: Expr, b: Shape, Y: Shape, { source }: Program) {
  if (b.length !== 2 || b[1] !== 1 || b[0] !== Y.at(-1) || Y.length !== 2) return {};
  const code = transposedText(source, bias);
  return {
    fix: {
      title: say('Transpose: {code}', { code }),
      edits: [replaced(bias, code)],
      isPreferred: false,
    },
  };
}

/** Whether names say that the weights stand on the right, and so the samples in rows. */
function areSamplesInRows(expr: Expr, { tape }: ReadArray, { nodes, numpy }: Program): boolean {
  const [written] = productsIn(nodes, numpy).filter(({ node }) => isSamePlace(node, expr));
  if (written) return isName(written.right, 'weights') && !isName(written.left, 'weights');
  const [left, right] = tape?.operands ?? [];
  return /^w/i.test(right?.name ?? '') && !/^w/i.test(left?.name ?? '');
}
