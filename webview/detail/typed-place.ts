import { say, type Sentence } from '../../src/core';
import type { Corner } from './place';
import type { Size } from './zoom';

/** An array that one goes to a place of. */
export interface Target extends Size {
  readonly name: string;
  /** How many axes it has: of fewer than two, one index is enough. */
  readonly axes: number;
}

/** A row and a column as they were typed, counted from the end if negative; or what is wrong with them. */
export function typedPlace(
  text: string,
  { name, axes, rows, columns }: Target,
): Corner | { readonly why: Sentence } {
  const parts = text
    .replace(/[[\]()\s,;]+/g, ' ')
    .replaceAll('−', '-')
    .trim()
    .split(' ');
  const numbers = parts.map((part) => (/^-?\d+$/.test(part) ? Number(part) : NaN));
  const wanted = axes > 1 ? 2 : 1;
  if (numbers.length !== wanted || numbers.some(Number.isNaN)) {
    return {
      why:
        axes > 1
          ? say('Type a row and a column of {name}, such as {example}.', { name, example: '2, 5' })
          : say('Type an index of {name}, such as {example}.', { name, example: '5' }),
    };
  }
  const [row, column] = axes > 1 ? (numbers as [number, number]) : [0, numbers[0]!];
  const place = {
    row: row < 0 ? row + rows : row,
    column: column < 0 ? column + columns : column,
  };
  if (place.row < 0 || place.row >= rows) {
    return {
      why: say('There is no row {row}: the rows of {name} are 0 to {last}.', {
        ...{ row, name, last: rows - 1 },
      }),
    };
  }
  if (place.column < 0 || place.column >= columns) {
    const args = { column, name, last: columns - 1 };
    return {
      why:
        axes > 1
          ? say('There is no column {column}: the columns of {name} are 0 to {last}.', args)
          : say('There is no entry {column}: those of {name} are 0 to {last}.', args),
    };
  }
  return place;
}
