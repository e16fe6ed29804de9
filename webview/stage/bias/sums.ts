import type { Step } from '../../../src/core';
import { lettersOf, shapeOf } from '../../model';
import { equalsSign, exactSign, numberText } from '../../number';
import type { Picture } from '../../scene-view';
import { cellName, termSheet, type Symbol } from '../term-sheet';
import type { Piece } from '../worked';
import { MOST_ROWS } from './rows';

/** As many terms have room to be named one by one before their numbers. */
const MOST_NAMED = { wide: 3, narrow: 2 };

/** Every entry of a bias's gradient as its sum, `db₀ = dy₀₀ + dy₁₀ = 1 + 2 = 3`; none where they are many. */
export function sumLines(picture: Picture, step: Step, isNarrow: boolean): Piece[][] {
  if (!hasFewSums(picture, step)) return [];
  return Array.from({ length: step.cells }, (_, cell) => sumLine(picture, cell, isNarrow));
}

function hasFewSums({ position }: Picture, { cells, terms }: Step): boolean {
  const isWhole = position.cell === undefined && terms > 0;
  return isWhole && cells <= MOST_ROWS && terms <= MOST_ROWS;
}

function sumLine(picture: Picture, cell: number, isNarrow: boolean): Piece[] {
  const { result, terms } = termSheet(picture, cell)!;
  const { digits } = picture.preferences;
  const { steps } = picture.model.trace;
  const slot = steps[picture.position.step]!.writes!;
  const names = terms.map(({ factors }) => factors[0]!);
  const numbers = terms.map(({ product }) => product);
  const text = (value: number | undefined) => [numberText(value, digits)];
  return [
    { symbols: [result] },
    ...named(names, isNarrow ? MOST_NAMED.narrow : MOST_NAMED.wide),
    { text: exactSign(numbers, digits) },
    ...joined(numbers.map((value): Piece => ({ value, slot }))),
    { text: equalsSign(numbers.map(text), [text(result.value)]) },
    { value: result.value, slot, isResult: true },
  ];
}

/** The names of the terms, in front of their numbers, where there is room for both. */
function named(names: readonly Symbol[], most: number): Piece[] {
  if (names.length > most) return [];
  return [{ text: '=' }, ...joined(names.map((name): Piece => ({ symbols: [name] })))];
}

function joined(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, i) => (i === 0 ? [piece] : [{ text: '+' }, piece]));
}

/**
 * The cell of a bias's gradient whose sum stands below where all sums would be too many: the column that
 * is pointed at or pinned, else the first. Undefined where the position says which, or all have room.
 */
export function sumAtHand(picture: Picture, step: Step): number | undefined {
  if (picture.position.cell !== undefined || !isBiasGradient(step)) return undefined;
  return step.cells * step.terms > 0 && !hasFewSums(picture, step)
    ? columnAtHand(picture, step)
    : undefined;
}

/** What says which sum stands below, where it is one of many. */
export function sumAtHandText(picture: Picture, step: Step): string {
  const cell = sumAtHand(picture, step);
  if (cell === undefined) return '';
  return picture.words.say('Below, the {count} terms of <c>{cell}</c>.', {
    count: step.terms,
    cell: cellName(picture.model, step, cell),
  });
}

function isBiasGradient({ kind, node }: Step): boolean {
  return kind === 'backward' && node!.op.name === 'add';
}

function columnAtHand({ model, family }: Picture, step: Step): number {
  const self = family?.self;
  const isColumn =
    self && lettersOf(model, self.slot).at(-1) === lettersOf(model, step.writes!).at(-1);
  const columns = shapeOf(model, step.writes!)!.at(-1) ?? 1;
  return isColumn && columns === step.cells ? self.cell % columns : 0;
}
