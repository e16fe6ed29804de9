import { say } from '../../../core';
import { firstRows, scaled, sumOver, total } from '../matrices';
import { guess, type Mistake } from './mistake';

const b = ['b'] as const;

/** Mistakes in the gradient of the bias, which sums dY over the batch. */
export const BIAS_MISTAKES: readonly Mistake[] = [
  {
    id: 'keepdims',
    of: b,
    isOfShape: true,
    isRelative: true,
    gives: ({ truth }) => guess(truth.b),
    sentence: ({ name, shape, wantedShape }) =>
      say('{name} has the shape {shape}, but b has {wantedShape}', { name, shape, wantedShape }),
  },
  {
    id: 'unsummed',
    of: b,
    gives: ({ dY }) => guess(dY),
    sentence: ({ name, wanted }) =>
      say('{name} keeps the batch: it should be summed over it, {wanted}', { name, wanted }),
  },
  {
    id: 'wrong-axis',
    of: b,
    gives: ({ dY }) => guess(sumOver(dY, 1)),
    sentence: ({ name, wanted }) =>
      say('{name} is summed over the wrong axis: it should be summed over the batch, {wanted}', {
        name,
        wanted,
      }),
  },
  {
    id: 'summed-over-everything',
    of: b,
    gives: ({ dY }) => guess(total(dY)),
    sentence: ({ name, wanted }) =>
      say('{name} is summed over every axis: it should be summed over the batch only, {wanted}', {
        name,
        wanted,
      }),
  },
  {
    id: 'mean-over-everything',
    of: b,
    gives: ({ dY }) => guess(scaled(total(dY), 1 / dY.data.length)),
    sentence: ({ name, wanted }) =>
      say('{name} is one mean over all entries: it should be summed over the batch, {wanted}', {
        name,
        wanted,
      }),
  },
  {
    id: 'mean-over-outputs',
    of: b,
    gives: ({ dY }) => guess(scaled(sumOver(dY, 1), 1 / dY.shape[1]!)),
    sentence: ({ name, wanted }) =>
      say('{name} is averaged over the wrong axis: it should be summed over the batch, {wanted}', {
        name,
        wanted,
      }),
  },
  {
    id: 'first-sample',
    of: b,
    gives: ({ dY }) => guess(sumOver(firstRows(dY, 1), 0)),
    sentence: ({ name }) =>
      say('{name} uses the first sample only: it should add up the whole batch', { name }),
  },
  {
    id: 'sum-of-X',
    of: b,
    gives: ({ X }) => guess(sumOver(X, 0)),
    sentence: ({ name, wanted }) =>
      say('{name} sums X in place of the upstream gradient: it should be {wanted}', {
        name,
        wanted,
      }),
  },
];
