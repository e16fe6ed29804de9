import { ANY_MISTAKES } from './any';
import { BIAS_MISTAKES } from './bias';
import { INPUT_MISTAKES } from './input';
import type { Mistake } from './mistake';
import { WEIGHT_MISTAKES } from './weights';

export { problemOf, type Guess, type Mistake, type Told } from './mistake';

/** Every mistake that can be named, the more telling ones first. */
export const MISTAKES: readonly Mistake[] = [
  ...INPUT_MISTAKES,
  ...WEIGHT_MISTAKES,
  ...BIAS_MISTAKES,
  ...ANY_MISTAKES,
];
