import type { NumberMistake } from './mistake';
import { mistakesForward } from './mistakes-forward';
import { mistakesInSums } from './mistakes-in-sums';
import { mistakesOfGradients } from './mistakes-of-gradients';

/** What goes wrong with the number in a cell. */
export const numberMistakes: readonly NumberMistake[] = [
  ...mistakesInSums,
  ...mistakesForward,
  ...mistakesOfGradients,
];
