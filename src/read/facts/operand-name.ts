import { formatFactor } from '../../core';
import type { ReadArray, Span } from '../reading';
import type { Expr } from '../syntax/ast';
import { parse } from '../syntax/parse';
import { codeLine } from './code';

/** The longest name of an operand that is written out. */
const MOST_NAME = 24;

/** Longer code is not looked into. */
const MOST_CODE = 2000;

/** How tightly what is written holds together, from what binds loosest. */
export const BINDING = { loose: 0, sum: 1, product: 2, power: 3, whole: 4 } as const;

const OPERATORS: Readonly<Record<string, number>> = {
  '+': BINDING.sum,
  '-': BINDING.sum,
  '*': BINDING.product,
  '/': BINDING.product,
  '@': BINDING.product,
  '**': BINDING.power,
};

/**
 * What an operand is called: its name, else what made it, else its number, else its code; in
 * parentheses where that binds less tightly than `least`.
 */
export function operandName(array: ReadArray, source: string, least: number): string {
  const { name, tape, shape, span } = array;
  if (name) return short(name);
  const names = tape?.op === 'dot' ? tape.operands.map((operand) => operand.name) : [];
  if (names.length === 2 && names.every(Boolean)) {
    return inParentheses(short(names.join('·')), BINDING.product < least);
  }
  if (span.end > span.start) {
    return inParentheses(codeLine(source, span, MOST_NAME), bindingOf(source, span) < least);
  }
  return shape?.length === 0 && array.data ? formatFactor(array.data[0]!) : '…';
}

/** How tightly the code of an expression holds together. */
function bindingOf(source: string, { start, end }: Span): number {
  const code = end - start > MOST_CODE ? '' : source.slice(start, end);
  const [statement] = parse(`(${code})`).statements;
  return statement?.kind === 'expression' ? bindingOfExpression(statement.value) : BINDING.loose;
}

function bindingOfExpression(expression: Expr): number {
  switch (expression.kind) {
    case 'binary':
      return OPERATORS[expression.op] ?? BINDING.loose;
    case 'unary':
      return expression.op === 'not' ? BINDING.loose : BINDING.product;
    case 'call':
    case 'name':
    case 'attribute':
    case 'subscript':
    case 'list':
      return BINDING.whole;
    default:
      return BINDING.loose;
  }
}

function inParentheses(text: string, isNeeded: boolean): string {
  return isNeeded ? `(${text})` : text;
}

function short(name: string): string {
  return codeLine(name, { start: 0, end: name.length }, MOST_NAME);
}
