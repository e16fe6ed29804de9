import { sameShape, usesOfEachCell, type Shape } from '../../core';
import type { AffineReading, ReadArray, TapeEntry } from '../reading';
import { callAxes, reducedAxes } from './call-axes';
import { TapeLetters } from './letters';
import { REDUCTIONS } from './links';
import { BINDING, operandName } from './operand-name';

/** The operations between two operands, and their signs. */
const SIGNS: Readonly<Record<string, string>> = {
  dot: '·',
  add: ' + ',
  subtract: ' − ',
  multiply: ' × ',
  divide: ' / ',
};

/** How an operation made an array of others: what goes in and what comes out, axis by axis. */
export interface Equation {
  /** How it is written: `X·W`, `A + b`, `X.T`, `X.sum(axis=0)`. */
  readonly title: string;
  /** The sign between operands, with its blanks; empty where there is one operand. */
  readonly sign: string;
  readonly operands: readonly EquationSide[];
  readonly result: EquationSide;
}

/** An array that takes part in an equation. */
export interface EquationSide {
  readonly name: string;
  readonly shape: Shape;
  /** The letter of each axis; `1` for an axis along which its entries are lent. */
  readonly letters: readonly string[];
  /** Where broadcasting lends its entries: what it is lent to, and how many of them. */
  readonly lent?: { readonly to: 'rows' | 'columns' | 'entries'; readonly count: number };
}

/** The equation that made an array, if an operation did that has one and all shapes are known. */
export function equationOf(
  array: ReadArray,
  source: string,
  affine?: AffineReading,
): Equation | undefined {
  const { tape, shape } = array;
  if (!tape || !shape || tape.operands.some((operand) => !operand.shape)) return undefined;
  const title = titleOf(tape, shape, source);
  if (title === undefined) return undefined;
  const letters = new TapeLetters(array, source, affine);
  const isProduct = tape.op === 'dot';
  return {
    title,
    sign: SIGNS[tape.op] ?? '',
    operands: tape.operands.map((operand) => {
      const own = letters.of(operand);
      const name = operandName(operand, source, BINDING.loose);
      if (isProduct || !SIGNS[tape.op]) return { name, shape: operand.shape!, letters: own };
      return { name, ...lentSide(operand.shape!, shape, own) };
    }),
    result: {
      name: array.name ?? '',
      shape,
      letters: resultLetters(tape, shape, letters.of(array)),
    },
  };
}

/** An axis that a reduction keeps has the length 1, and no letter. */
function resultLetters({ op, operands }: TapeEntry, to: Shape, letters: string[]): string[] {
  const from = operands[0]?.shape;
  if (!REDUCTIONS.has(op) || from?.length !== to.length) return letters;
  return letters.map((letter, axis) => (to[axis] === 1 && from[axis] !== 1 ? '1' : letter));
}

/** An operand that broadcasting may stretch to the result's shape. */
function lentSide(own: Shape, to: Shape, letters: readonly string[]): Omit<EquationSide, 'name'> {
  const lead = to.length - own.length;
  const marked = letters.map((letter, axis) =>
    own[axis] === 1 && to[lead + axis] !== 1 ? '1' : letter,
  );
  const count = usesOfEachCell(own, to);
  if (count <= 1 || sameShape(own, to)) return { shape: own, letters: marked };
  return { shape: own, letters: marked, lent: { to: lentTo(own, to), count } };
}

function lentTo(own: Shape, to: Shape): 'rows' | 'columns' | 'entries' {
  const size = own.reduce((product, length) => product * length, 1);
  if (size > 1 && size === own.at(-1) && size === to.at(-1)) return 'rows';
  const isColumn = own.length === to.length && own.at(-1) === 1;
  return isColumn && sameShape(own.slice(0, -1), to.slice(0, -1)) && size > 1
    ? 'columns'
    : 'entries';
}

function titleOf(tape: TapeEntry, to: Shape, source: string): string | undefined {
  const { op, operands, span } = tape;
  const [left, right] = operands;
  if (SIGNS[op] && left && right) {
    const own = op === 'add' || op === 'subtract' ? BINDING.sum : BINDING.product;
    // Of equal signs in a row the first comes first.
    return operandName(left, source, own) + SIGNS[op] + operandName(right, source, own + 1);
  }
  if (!left || right) return undefined;
  const name = operandName(left, source, BINDING.whole);
  const from = left.shape!;
  const call = callAxes(source, span);
  if (op === 'transpose') {
    const isReversal = call.callee === 'T' || from.length === 2 || !call.axes;
    return isReversal ? `${name}.T` : `${name}.${call.callee}(${call.axes.join(', ')})`;
  }
  if (op === 'reshape') return `${name}.${call.callee || op}`;
  if (!REDUCTIONS.has(op)) return undefined;
  return `${name}.${op}${axisText(reducedAxes(call, from, to), from)}`;
}

/** The axes of a reduction as its call has them; nothing where it took them all. */
function axisText(axes: readonly number[] | undefined, from: Shape): string {
  if (!axes) return '';
  if (axes.length === from.length) return '()';
  return axes.length === 1 ? `(axis=${axes[0]})` : `(axis=(${axes.join(', ')}))`;
}
