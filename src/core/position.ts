import type { Slot, Step, Trace } from './trace';

/** How finely the line is walked. */
export type Level = 'operation' | 'cell' | 'term';

/**
 * A place on the line: everything up to and including it has been done. Without `cell` the whole
 * step has; without `term` the whole cell has. Cells and terms count from 0.
 */
export interface Position {
  readonly step: number;
  readonly cell?: number;
  readonly term?: number;
}

/** The first position of any trace: its shapes. */
export const start: Position = { step: 0 };

/** The level at which a position stands. */
export function levelOf(position: Position): Level {
  if (position.cell === undefined) return 'operation';
  return position.term === undefined ? 'cell' : 'term';
}

/** How many positions a step has at a level: at least one, so that no step is passed over. */
export function positionsIn(step: Step, level: Level): number {
  if (level === 'operation') return 1;
  return Math.max(1, level === 'cell' ? step.cells : step.cells * step.terms);
}

/** How many positions the whole line has at a level. */
export function countPositions(trace: Trace, level: Level): number {
  return trace.steps.reduce((count, step) => count + positionsIn(step, level), 0);
}

/** The position at an index of the line, counted from 0 and clamped to its ends. */
export function positionAt(trace: Trace, level: Level, index: number): Position {
  let rest = Math.min(Math.max(0, Math.trunc(index)), countPositions(trace, level) - 1);
  let step = 0;
  while (rest >= positionsIn(trace.steps[step]!, level)) {
    rest -= positionsIn(trace.steps[step]!, level);
    step++;
  }
  return within(trace.steps[step]!, step, level, rest);
}

/** A step's position at an index among its own. */
function within(step: Step, at: number, level: Level, index: number): Position {
  if (level === 'operation' || step.cells === 0) return { step: at };
  if (level === 'cell') return { step: at, cell: index };
  if (step.terms === 0) return { step: at, cell: step.cells - 1 };
  return { step: at, cell: Math.floor(index / step.terms), term: index % step.terms };
}

/** The index on the line, at a level, of the last position that is not beyond the given one. */
export function indexOfPosition(trace: Trace, position: Position, level: Level): number {
  const before = trace.steps
    .slice(0, position.step)
    .reduce((count, step) => count + positionsIn(step, level), 0);
  const step = trace.steps[position.step]!;
  return before + indexWithin(step, position, level);
}

function indexWithin(step: Step, { cell, term }: Position, level: Level): number {
  const last = positionsIn(step, level) - 1;
  if (level === 'operation' || cell === undefined) return last;
  if (level === 'cell') return Math.min(cell, last);
  return Math.min(cell * step.terms + (term ?? step.terms - 1), last);
}

/** The nearest position of the trace: for one kept from another trace, after an edit. */
export function clampPosition(trace: Trace, position: Position): Position {
  const step = Math.min(Math.max(0, position.step), trace.steps.length - 1);
  const level = step === position.step ? levelOf(position) : 'operation';
  return positionAt(trace, level, indexOfPosition(trace, { ...position, step }, level));
}

/** The position some steps of a level further (or back, if negative), clamped to the line's ends. */
export function move(trace: Trace, position: Position, by: number, level: Level): Position {
  return positionAt(trace, level, indexOfPosition(trace, position, level) + by);
}

/** The same step at another level: entering starts at its first cell or term, leaving ends it. */
export function toLevel(trace: Trace, position: Position, level: Level): Position {
  const step = trace.steps[position.step]!;
  const at = position.step;
  if (level === 'operation' || step.cells === 0) return { step: at };
  const cell = position.cell ?? 0;
  if (level === 'cell' || step.terms === 0) return { step: at, cell };
  return { step: at, cell, term: position.term ?? 0 };
}

/** How many cells of a slot, in row-major order, have been made at a position. */
export function cellsMade(trace: Trace, position: Position, slot: Slot): number {
  const maker = trace.steps.findIndex((step) => makes(step, slot));
  if (maker < 0) return isGiven(trace, slot) ? Infinity : 0;
  if (maker !== position.step) return maker < position.step ? Infinity : 0;
  if (position.cell === undefined) return Infinity;
  const isWhole = position.term === undefined || position.term === trace.steps[maker]!.terms - 1;
  return position.cell + (isWhole ? 1 : 0);
}

function makes(step: Step, slot: Slot): boolean {
  return [...(step.writes ? [step.writes] : []), ...step.copies].some(
    (made) => made.lane === slot.lane && made.id === slot.id,
  );
}

function isGiven(trace: Trace, slot: Slot): boolean {
  return slot.lane === 'value' && !trace.graph.ops.some((node) => node.output === slot.id);
}
