import { say } from '../sentence';
import { rowTimesColumn, sumOf, times, turned, type AskedCell } from './asked-cell';
import { only, type NumberMistake } from './mistake';

/** What can go wrong with a gradient. */
export const mistakesOfGradients: readonly NumberMistake[] = [
  {
    name: 'W for its transpose',
    ...only(['left'], ({ dY, W, row, column }) => [rowTimesColumn(dY, row, W, column)]),
    tells: () => say('That is <m>dY·W</m>: <m>W</m> has to be transposed, <m>dY·Wᵀ</m>.'),
  },
  {
    name: 'transposed dY',
    ...only(['left'], ({ dY, W, row, column }) => [
      rowTimesColumn(turned(dY), row, turned(W), column),
    ]),
    tells: () =>
      say('That takes a column of <m>dY</m>, as <m>dYᵀ·Wᵀ</m> does; it is a row of <m>dY</m>.'),
  },
  {
    name: 'wrong order',
    ...only(['left'], ({ dY, W, row, column }) => [
      rowTimesColumn(W, row, dY, column),
      rowTimesColumn(turned(W), row, dY, column),
    ]),
    tells: () => say('The order is wrong: <m>dY</m> stands on the left, <m>dY·Wᵀ</m>.'),
  },
  {
    name: 'elementwise',
    ...only(['left'], ({ dY, W, row, column }) => [times(dY.at(row, column), W.at(row, column))]),
    tells: () => say('That multiplies entry by entry, as <c>dY * W</c>. It is a matrix product.'),
  },
  {
    name: 'X for its transpose',
    ...only(['right'], ({ dY, X, row, column }) => [rowTimesColumn(X, row, dY, column)]),
    tells: () => say('That is <m>X·dY</m>: <m>X</m> has to be transposed, <m>Xᵀ·dY</m>.'),
  },
  {
    name: 'wrong order',
    ...only(['right'], ({ dY, X, row, column }) => [
      rowTimesColumn(dY, row, X, column),
      rowTimesColumn(turned(dY), row, X, column),
      rowTimesColumn(dY, row, turned(X), column),
    ]),
    tells: () => say('The order is wrong: <m>Xᵀ</m> stands on the left, <m>Xᵀ·dY</m>.'),
  },
  {
    name: 'elementwise',
    ...only(['right'], ({ dY, X, row, column }) => [times(X.at(row, column), dY.at(row, column))]),
    tells: () => say('That multiplies entry by entry, as <c>X * dY</c>. It is a matrix product.'),
  },
  {
    name: 'wrong axis',
    ...only(['bias'], (cell) => [
      isRow(cell) ? sumOf(cell.dY.columns, (h) => cell.dY.at(cell.column, h)) : undefined,
    ]),
    tells: () =>
      say('That is the sum of a row, as <c>sum(axis=1)</c>: columns are summed, over <N>n</N>.'),
  },
  {
    name: 'all summed',
    ...only(['bias'], ({ dY }) => [sumOf(dY.rows, (n) => sumOf(dY.columns, (h) => dY.at(n, h)))]),
    tells: () => say('That is the sum of all of <m>dY</m>: only one column belongs to this entry.'),
  },
];

/** Whether b is one row as long as dY's. */
function isRow({ b, dY }: AskedCell): boolean {
  return b.rows === 1 && b.columns === dY.columns;
}
