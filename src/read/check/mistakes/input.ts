import { say } from '../../../core';
import { entrywise, product, transposed } from '../matrices';
import { gradientFrom, guess, type Mistake } from './mistake';

const X = ['X'] as const;

/** Mistakes in the gradient of the input, dX = dY·Wᵀ. */
export const INPUT_MISTAKES: readonly Mistake[] = [
  {
    id: 'flattened',
    of: X,
    isOfShape: true,
    isRelative: true,
    gives: ({ truth }) => guess(truth.X),
    sentence: ({ name, shape, wantedShape }) =>
      say('{name} has the shape {shape}, but X has {wantedShape}: it is to be reshaped', {
        name,
        shape,
        wantedShape,
      }),
  },
  {
    id: 'upstream-itself',
    of: X,
    gives: ({ dY }) => guess(dY),
    sentence: ({ name, wanted }) =>
      say('{name} is the upstream gradient itself: it should be {wanted}', { name, wanted }),
  },
  {
    id: 'untransposed-W',
    of: X,
    gives: ({ dY, W }) => guess(product(dY, W)),
    sentence: ({ name, wanted }) =>
      say('{name} takes W the wrong way round: it should be {wanted}', { name, wanted }),
  },
  {
    id: 'untransposed-dY',
    of: X,
    gives: ({ dY, W }) => [
      { value: product(transposed(dY), transposed(W)) },
      { value: product(transposed(dY), W) },
      { value: product(W, dY) },
      { value: product(transposed(W), dY) },
      { value: product(transposed(W), transposed(dY)) },
    ],
    sentence: ({ name, wanted }) =>
      say('{name} transposes the wrong array: it should be {wanted}', { name, wanted }),
  },
  {
    id: 'transposed-X',
    of: X,
    isRelative: true,
    gives: ({ truth }) => guess(transposed(truth.X)),
    sentence: ({ name, wanted }) =>
      say('{name} is transposed: it should be {wanted}', { name, wanted }),
  },
  {
    id: 'swapped-X',
    of: X,
    isRelative: true,
    gives: ({ truth }) => guess(truth.W),
    sentence: ({ name }) =>
      say('{name} is the gradient of W: the gradients of X and W are swapped', { name }),
  },
  {
    id: 'gradient-for-W',
    of: X,
    gives: ({ X, dY, truth }) => guess(gradientFrom('X', { X, W: truth.W, dY })),
    sentence: ({ name, wanted }) =>
      say('{name} uses dW where W belongs: it should be {wanted}', { name, wanted }),
  },
  {
    id: 'updated-W',
    of: X,
    gives: ({ X, dY, after }) => guess(gradientFrom('X', { X, W: after.W, dY })),
    sentence: ({ name }) =>
      say('{name} uses W after its update: it should use the W of the forward pass', { name }),
  },
  {
    id: 'entrywise-X',
    of: X,
    gives: ({ dY, W }) => [
      { value: entrywise(dY, W, multiplied) },
      { value: entrywise(dY, transposed(W), multiplied) },
    ],
    sentence: ({ name, wanted }) =>
      say('{name} multiplies entry by entry: it should be the matrix product {wanted}', {
        name,
        wanted,
      }),
  },
  {
    id: 'times-X',
    of: X,
    gives: ({ truth, X }) => guess(entrywise(truth.X, X, multiplied)),
    sentence: ({ name, wanted }) =>
      say('{name} is multiplied by X once more: it should be {wanted}', { name, wanted }),
  },
  {
    id: 'X-for-dY',
    of: X,
    gives: ({ X, W }) => guess(product(X, transposed(W))),
    sentence: ({ name, wanted }) =>
      say('{name} uses X in place of the upstream gradient: it should be {wanted}', {
        name,
        wanted,
      }),
  },
];

function multiplied(a: number, b: number): number {
  return a * b;
}
