import { say } from '../../../core';
import { entrywise, firstRows, product, reshaped, sumOver, transposed } from '../matrices';
import { gradientFrom, guess, type Mistake } from './mistake';

const W = ['W'] as const;

/** Mistakes in the gradient of the weights, dW = Xᵀ·dY. */
export const WEIGHT_MISTAKES: readonly Mistake[] = [
  {
    id: 'transposed-W',
    of: W,
    isRelative: true,
    gives: ({ truth }) => guess(transposed(truth.W)),
    sentence: ({ name, wanted }) =>
      say('{name} is transposed: it should be {wanted}', { name, wanted }),
  },
  {
    id: 'misshapen-W',
    of: W,
    isOfShape: true,
    isRelative: true,
    gives: ({ truth }) => guess(truth.W),
    sentence: ({ name, shape, wantedShape }) =>
      say('{name} has the shape {shape}, but W has {wantedShape}', { name, shape, wantedShape }),
  },
  {
    id: 'stale',
    of: W,
    gives: ({ X, dY, W, earlierX }) => guess(gradientFrom('W', { X: earlierX ?? X, W, dY })),
    sentence: ({ name }) =>
      say('{name} uses the X of an earlier forward pass: each forward pass is to keep its own X', {
        name,
      }),
  },
  {
    id: 'untransposed-X',
    of: W,
    gives: ({ X, dY }) => [
      { value: product(X, dY) },
      { value: product(X, transposed(dY)) },
      { value: product(transposed(X), transposed(dY)) },
      { value: product(dY, X) },
      { value: product(dY, transposed(X)) },
      { value: product(transposed(dY), transposed(X)) },
    ],
    sentence: ({ name, wanted }) =>
      say('{name} transposes the wrong array: it should be {wanted}', { name, wanted }),
  },
  {
    id: 'swapped-W',
    of: W,
    isRelative: true,
    gives: ({ truth }) => guess(truth.X),
    sentence: ({ name }) =>
      say('{name} is the gradient of X: the gradients of X and W are swapped', { name }),
  },
  {
    id: 'W-for-X',
    of: W,
    gives: ({ W, dY }) => [
      { value: product(transposed(W), dY) },
      { value: product(dY, transposed(W)) },
      { value: product(W, dY) },
    ],
    sentence: ({ name, wanted }) =>
      say('{name} uses W where X belongs: it should be {wanted}', { name, wanted }),
  },
  {
    id: 'entrywise-W',
    of: W,
    gives: ({ X, dY }) => [
      { value: entrywise(X, dY, multiplied) },
      { value: entrywise(transposed(X), dY, multiplied) },
    ],
    sentence: ({ name, wanted }) =>
      say('{name} multiplies entry by entry: it should be the matrix product {wanted}', {
        name,
        wanted,
      }),
  },
  {
    id: 'one-sample',
    of: W,
    gives: ({ X, dY, W }) =>
      guess(gradientFrom('W', { X: firstRows(X, 1), W, dY: firstRows(dY, 1) })),
    sentence: ({ name }) =>
      say('{name} uses the first sample only: it should add up the whole batch', { name }),
  },
  {
    id: 'summed-first',
    of: W,
    gives: ({ X, dY }) =>
      guess(
        product(
          reshaped(sumOver(X, 0), [X.shape[1]!, 1])!,
          reshaped(sumOver(dY, 0), [1, dY.shape[1]!])!,
        ),
      ),
    sentence: ({ name, wanted }) =>
      say('{name} sums X and dY over the batch before multiplying: it should be {wanted}', {
        name,
        wanted,
      }),
  },
];

function multiplied(a: number, b: number): number {
  return a * b;
}
