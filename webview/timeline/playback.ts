import type { Level } from '../../src/core';

/** Whether the line plays, and how fast: 1 is the usual speed. */
export interface Playback {
  readonly isPlaying: boolean;
  readonly speed: number;
}

/** The speeds there are, from slow to fast. */
export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 2, 4];

/** How a panel opens: it never starts by itself. */
export const atRest: Playback = { isPlaying: false, speed: 1 };

/** How long a step stays at the usual speed: the more there is to take in, the longer. */
const STAY_MS: Readonly<Record<Level, number>> = { operation: 2000, cell: 900, term: 600 };

/** The same where nothing travels. */
const STAY_REDUCED_MS = 1200;

/** How long a step stays before the next one is shown. */
export function stayMs(level: Level, speed: number, isReduced: boolean): number {
  return (isReduced ? STAY_REDUCED_MS : STAY_MS[level]) / speed;
}

/** The speed some places further in the list, or the end of it. */
export function speedBeside(speed: number, by: number): number {
  const at = SPEEDS.indexOf(nearestSpeed(speed)) + by;
  return SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at))]!;
}

/** The speed there is that comes nearest to one from outside; the usual one if that is no number. */
export function nearestSpeed(speed: unknown): number {
  if (typeof speed !== 'number' || !(speed > 0)) return atRest.speed;
  const distance = (other: number) => Math.abs(Math.log(other / speed));
  return SPEEDS.reduce((best, other) => (distance(other) < distance(best) ? other : best));
}
