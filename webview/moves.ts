import {
  clampPosition,
  indexOfPosition,
  move,
  positionAt,
  toLevel,
  type Level,
  type Trace,
} from '../src/core';
import type { View } from '../src/protocol';

/** From one view to another on the same line of steps. */
export type Move = (view: View, trace: Trace) => View;

const LEVELS: readonly Level[] = ['operation', 'cell', 'term'];

/** So many steps further, or back if negative. */
export function stepsFurther(by: number): Move {
  return (view, trace) => ({ ...view, position: move(trace, view.position, by, view.level) });
}

/** To an index of the line, at the level at hand. */
export function toIndex(index: number): Move {
  return (view, trace) => ({ ...view, position: positionAt(trace, view.level, index) });
}

/** The same step, walked at another level. */
export function atLevel(level: Level): Move {
  return (view, trace) => ({ ...view, level, position: toLevel(trace, view.position, level) });
}

/** One level finer (1) or coarser (−1), as far as there is one. */
export function levelBeside(level: Level, by: number): Level {
  return LEVELS[Math.min(LEVELS.length - 1, Math.max(0, LEVELS.indexOf(level) + by))]!;
}

/** To the start of the next step (1), of this one, or of the one before (−1). */
export function phasesFurther(by: number): Move {
  return (view, trace) => {
    const own = toLevel(trace, { step: view.position.step }, view.level);
    const isAtStart =
      indexOfPosition(trace, view.position, view.level) === indexOfPosition(trace, own, view.level);
    const step = view.position.step + (by < 0 && !isAtStart ? 0 : by);
    return { ...view, position: toLevel(trace, clampPosition(trace, { step }), view.level) };
  };
}

/** To the last step, in which every gradient is checked. */
export const toCheck: Move = (view, trace) => ({
  ...view,
  position: toLevel(trace, { step: trace.steps.length - 1 }, view.level),
});

/** To the other reading of dW: dot products, or outer products. */
export const toOtherReading: Move = ({ reading, ...view }) =>
  reading ? view : { ...view, reading: 'outer' };
