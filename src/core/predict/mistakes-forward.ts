import { say } from '../sentence';
import { plus, rowTimesColumn, times, turned, type Entries } from './asked-cell';
import { only, type NumberMistake } from './mistake';

/** What can go wrong on the way forward: with the product, and with the bias. */
export const mistakesForward: readonly NumberMistake[] = [
  {
    name: 'elementwise',
    ...only(['product'], ({ X, W, row, column }) => [times(X.at(row, column), W.at(row, column))]),
    tells: () =>
      say(
        'That multiplies entry by entry, as <c>X * W</c>. A matrix product takes a row and a column.',
      ),
  },
  {
    name: 'transposed W',
    ...only(['product'], ({ X, W, row, column }) => [rowTimesColumn(X, row, turned(W), column)]),
    tells: () =>
      say('That takes a row of <m>W</m>, as <m>X·Wᵀ</m> does; it is a column of <m>W</m>.'),
  },
  {
    name: 'transposed X',
    ...only(['product'], ({ X, W, row, column }) => [rowTimesColumn(turned(X), row, W, column)]),
    tells: () =>
      say('That takes a column of <m>X</m>, as <m>Xᵀ·W</m> does; it is a row of <m>X</m>.'),
  },
  {
    name: 'wrong order',
    ...only(['product'], ({ X, W, row, column }) => [rowTimesColumn(W, row, X, column)]),
    tells: () => say('That is <m>W·X</m>: in a matrix product the order counts.'),
  },
  {
    name: 'bias too early',
    ...only(['product'], ({ value, b, row, column }) => [plus(value, biasAt(b, row, column))]),
    tells: () => say('The bias is in already; it is added in the next step.'),
  },
  {
    name: 'no bias',
    ...only(['sum'], ({ XW, row, column }) => [XW.at(row, column)]),
    tells: () => say('The bias is forgotten: that is <m>XW</m> alone.'),
  },
  {
    name: 'bias twice',
    ...only(['sum'], ({ value, b, row, column }) => [plus(value, biasAt(b, row, column))]),
    tells: () => say('The bias is added twice.'),
  },
  {
    name: 'bias subtracted',
    ...only(['sum'], ({ XW, b, row, column }) => [
      plus(XW.at(row, column), times(-1, biasAt(b, row, column))),
    ]),
    tells: () => say('The bias is subtracted; it is added.'),
  },
  {
    name: 'bias multiplied',
    ...only(['sum'], ({ XW, b, row, column }) => [
      times(XW.at(row, column), biasAt(b, row, column)),
    ]),
    tells: () => say('The bias is multiplied; it is added.'),
  },
  {
    name: 'bias of the row',
    ...only(['sum'], ({ XW, b, row, column }) => [
      b.rows === 1 ? plus(XW.at(row, column), b.at(0, row)) : undefined,
    ]),
    tells: () =>
      say('The entry of <m>b</m> goes by the row there; it goes by the column, <H>h</H>.'),
  },
];

/** The entry of b that broadcasting lends to a cell. */
function biasAt(b: Entries, row: number, column: number): number | undefined {
  return b.at(b.rows === 1 ? 0 : row, b.columns === 1 ? 0 : column);
}
