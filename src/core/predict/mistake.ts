import type { Sentence } from '../sentence';
import type { AskedCell } from './asked-cell';

/** A way to go wrong: what it answers where it was made (all it can answer), and what it is. */
export interface Mistake<Asked, Answer> {
  readonly name: string;
  answers(asked: Asked): readonly (Answer | undefined)[];
  tells(asked: Asked): Sentence;
}

/** A mistake that may have led to an answer. */
export interface NamedMistake {
  readonly name: string;
  readonly tells: Sentence;
}

/** A mistake that gives a number. */
export type NumberMistake = Mistake<AskedCell, number>;

/** The answers of a mistake that can be made in some sums only. */
export function only(
  of: readonly AskedCell['of'][],
  make: (cell: AskedCell) => readonly (number | undefined)[],
): Pick<NumberMistake, 'answers'> {
  return { answers: (cell) => (of.includes(cell.of) ? make(cell) : []) };
}
