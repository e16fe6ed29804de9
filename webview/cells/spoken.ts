import { exactNumber, rowsAndColumns } from '../../src/core';
import type { MatrixView } from '../matrix/matrix-view';
import { countSeen, hasNumbers, type PanelArray } from '../arrays/panel-array';
import { rangeOf, type Range } from '../arrays/range';
import type { CellContent } from '../model';
import type { Words } from '../words';
import type { Change } from './changes';

/** The exact number with a true minus sign, as it is read and read out. */
export function exactText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  return exactNumber(value).replaceAll('-', '−').replace('+', '');
}

/** What a matrix is, for a screen reader: `W, value, 3 by 2`; said to be active while the step works on it. */
export function matrixName(matrix: MatrixView, words: Words): string {
  const { slot, shape, calm } = matrix;
  const args = {
    name: ownName(matrix, words),
    shape: shape ? shape.join(words.say(' by ')) || words.say('one number') : '?',
  };
  const what =
    slot.lane === 'value'
      ? words.say('{name}, value, {shape}', args)
      : words.say('{name}, gradient, {shape}', args);
  return calm ? what : words.say('{matrix}, active', { matrix: what });
}

function ownName({ name, transposed }: MatrixView, words: Words): string {
  return transposed ? words.say('{name} transposed', { name }) : name;
}

/** Where a cell of a matrix stands, in its axes' letters: `n 0` and `h 1`; no row where there is but one. */
export function axesOf(
  { shape, letters, transposed }: MatrixView,
  cell: number,
): { readonly row?: string; readonly column: string } {
  const own = transposed ? shape!.toReversed() : shape!;
  const { columns } = rowsAndColumns(own);
  const [first, last] = [Math.floor(cell / columns), cell % columns];
  const [row, column] = transposed ? [last, first] : [first, last];
  const spoken = (letter: string | undefined, index: number) =>
    letter ? `${letter.toLowerCase()} ${index}` : String(index);
  return {
    ...(own.length > 1 ? { row: spoken(letters[0], row) } : {}),
    column: spoken(letters.at(-1), column),
  };
}

/** What stands in a cell: its number, the text that shows it, and what it was before an edit. */
export interface Standing {
  readonly content: CellContent;
  readonly shown: string;
  readonly change: Change | undefined;
}

/** A cell for a screen reader: `XW row n 0, column h 1, −3`, with the exact number last. */
export function cellName(
  matrix: MatrixView,
  cell: number,
  { content, shown, change }: Standing,
  words: Words,
): string {
  const { row, column } = axesOf(matrix, cell);
  const args = { name: ownName(matrix, words), column, value: contentText(content, shown, words) };
  const name =
    row === undefined
      ? words.say('{name} {column}, {value}', args)
      : words.say('{name} row {row}, column {column}, {value}', { ...args, row });
  return change && content.kind === 'number' ? `${name}, ${changeText(change, words)}` : name;
}

/** What stands in a cell, in words where it is no number; a number that is rounded on the screen is said both ways. */
function contentText(content: CellContent, shown: string, words: Words): string {
  if (content.kind !== 'number') {
    return absentText(content.kind, words);
  }
  const exact = exactText(content.value);
  return exact.includes(shown) ? exact : words.say('{shown}, exactly {exact}', { shown, exact });
}

/** Why there is no number, in words. */
export function absentText(kind: Exclude<CellContent['kind'], 'number'>, words: Words): string {
  if (kind === 'awaited') return words.say('on its way');
  return kind === 'ghost' ? words.say('not computed') : words.say('not known');
}

/** What became of a number: `was 2, now 3`. */
export function changeText({ was, now }: Change, words: Words): string {
  return words.say('was {was}, now {now}', { was: exactText(was), now: exactText(now) });
}

/** A matrix of colour alone, for a screen reader: how much of it is made, and between what. */
export function heatName(matrix: MatrixView, array: PanelArray | undefined, words: Words): string {
  const name = matrixName(matrix, words);
  const size = matrix.rows * matrix.columns;
  const made = Math.min(matrix.made, size);
  if (made === 0) return `${name}: ${words.say('not computed')}`;
  if (!array || !hasNumbers(array)) return `${name}: ${words.say('not known')}`;
  const { low, high } = rangeOf(array, Math.min(made, countSeen(array))) ?? NOTHING;
  const args = { name, made, size, low: exactText(low), high: exactText(high) };
  if (low > high) return words.say('{name}: {made} of {size} cells, none of them finite', args);
  return words.say('{name}: {made} of {size} cells, from {low} to {high}', args);
}

const NOTHING: Range = { low: Infinity, high: -Infinity };
