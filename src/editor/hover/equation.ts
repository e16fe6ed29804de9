import { say, type Sentence } from '../../core';
import type { ArrayFacts, EquationSide } from '../../read/facts';
import { equationLetters, equationShapes } from '../../read/facts/equation-text';
import { codeSpan } from './escape';
import type { Words } from './words';

/** How an array was made of others: shapes and axes, and what broadcasting lends. */
export function equationLines({ equation }: ArrayFacts, words: Words): string[] {
  if (!equation) return [];
  const { title, operands, result } = equation;
  const shapes = codeSpan(`${title}: ${equationShapes(equation)}`);
  const hasLetters = [...operands, result].every(({ letters }) => letters.every(Boolean));
  const letters = hasLetters ? ` · ${codeSpan(equationLetters(equation))}` : '';
  const lent = operands.flatMap((side) => lentSentence(side) ?? []).map((each) => words(each));
  return [`${shapes}${letters}`, lent.join(' · ')];
}

/** Only where an axis is lent: that a number meets each entry needs no words. */
function lentSentence({ name, shape, lent }: EquationSide): Sentence | undefined {
  if (!lent || shape.length === 0) return undefined;
  const places = { operand: codeSpan(name), count: lent.count };
  if (lent.to === 'rows') return say('{operand} is lent to {count} rows', places);
  if (lent.to === 'columns') return say('{operand} is lent to {count} columns', places);
  return say('each entry of {operand} is lent to {count} places', places);
}
