import {
  indexOfPosition,
  positionsIn,
  type Level,
  type Position,
  type Step,
  type Trace,
} from '../../src/core';

/** The most ticks a segment carries. */
const MOST_TICKS = 24;
const FEW_TICKS = 10;

/** One step on the line. */
export interface Segment {
  readonly index: number;
  readonly step: Step;
  /** How much of it has been passed, 0 to 1. */
  readonly passed: number;
  readonly ticks: number;
  readonly isCurrent: boolean;
}

/** The line's segments at a position. */
export function segmentsOf(trace: Trace, position: Position, level: Level): Segment[] {
  const index = indexOfPosition(trace, position, level);
  let before = 0;
  return trace.steps.map((step, at) => {
    const count = positionsIn(step, level);
    const passed = Math.min(1, Math.max(0, (index - before + 1) / count));
    before += count;
    return {
      index: at,
      step,
      passed,
      ticks: count > MOST_TICKS ? FEW_TICKS : count,
      isCurrent: at === position.step,
    };
  });
}

/** The index on the line that a share of a segment stands for. */
export function indexAt(trace: Trace, segment: number, share: number, level: Level): number {
  const before = trace.steps
    .slice(0, segment)
    .reduce((count, step) => count + positionsIn(step, level), 0);
  const count = positionsIn(trace.steps[segment]!, level);
  return before + Math.min(count - 1, Math.max(0, Math.floor(share * count)));
}
