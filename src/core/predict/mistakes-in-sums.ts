import { say } from '../sentence';
import { plus, sumOf, type AskedCell } from './asked-cell';
import { only, type NumberMistake } from './mistake';

const products: readonly AskedCell['of'][] = ['product', 'left', 'right'];
const sums: readonly AskedCell['of'][] = [...products, 'bias'];

/** What can go wrong with any sum of several terms. */
export const mistakesInSums: readonly NumberMistake[] = [
  {
    name: 'one term',
    ...only(sums, ({ terms }) => (terms.length > 1 ? terms : [])),
    tells: ({ terms }) =>
      say('That is one term only: all {count} terms are added.', { count: terms.length }),
  },
  {
    name: 'missing term',
    ...only(sums, ({ terms, value }) =>
      terms.length > 2 ? terms.map((term) => value - term) : [],
    ),
    tells: ({ terms }) =>
      say('One of the {count} terms is missing in the sum.', { count: terms.length }),
  },
  {
    name: 'mean',
    ...only(sums, ({ terms, value }) => [value / terms.length]),
    tells: ({ terms }) =>
      say('That is the mean: the terms are added, but not divided by {count}.', {
        count: terms.length,
      }),
  },
  {
    name: 'sign',
    ...only([...sums, 'sum'], ({ value }) => [-value]),
    tells: () => say('The size is right, the sign is not.'),
  },
  {
    name: 'sign of a term',
    ...only(products, ({ terms, value }) => terms.map((term) => value - 2 * term)),
    tells: () => say('The sign of one product is wrong: two negative numbers make a positive one.'),
  },
  {
    name: 'added factors',
    ...only(products, ({ factors }) => [sumOf(factors.length, (i) => plus(...pair(factors[i]!)))]),
    tells: () => say('The factors of each pair were added; they are multiplied.'),
  },
  {
    name: 'swapped cell',
    ...only(products, ({ own, row, column }) => [own.at(column, row)]),
    tells: () => say('That is the cell with row and column swapped.'),
  },
];

function pair(factors: readonly number[]): [number | undefined, number | undefined] {
  return [factors[0], factors[1]];
}
