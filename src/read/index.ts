import type { AffineReading, Reading } from './reading';

export { evaluate, type EvaluateOptions } from './evaluate';
export type * from './reading';

/** The Affine computation to show for a place in the code; without one, the first. */
export function affineAt(reading: Reading, offset?: number): AffineReading | undefined {
  return offset === undefined ? reading.affines[0] : reading.affineAt(offset);
}
