import { inputsOf } from './graph';
import type { Slot, Step } from './step';
import type { Trace } from './trace';

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
  let rest = clampIndex(index, countPositions(trace, level));
  let at = 0;
  while (rest >= positionsIn(trace.steps[at]!, level)) {
    rest -= positionsIn(trace.steps[at]!, level);
    at++;
  }
  const { terms } = trace.steps[at]!;
  const [cell, term] = level === 'cell' ? [rest, 0] : [Math.floor(rest / terms), rest % terms];
  return onLevel(trace, level, { step: at, cell, term });
}

/** A position as finely given as the level asks; sums without terms are walked as a whole. */
function onLevel(
  trace: Trace,
  level: Level,
  { step: at, cell, term }: Required<Position>,
): Position {
  const { cells, terms } = trace.steps[at]!;
  if (level === 'operation' || cells === 0) return { step: at };
  if (level === 'cell') return { step: at, cell };
  return terms === 0 ? { step: at } : { step: at, cell, term };
}

/** The nearest index of a list of so many; 0 for NaN. */
function clampIndex(index: number, count: number): number {
  return Math.min(Math.max(0, Math.trunc(index) || 0), Math.max(0, count - 1));
}

/**
 * The index on the line, at a level, of a position of the trace: of the first position at that level
 * by which all is done that is done at the given one.
 */
export function indexOfPosition(trace: Trace, position: Position, level: Level): number {
  const before = trace.steps
    .slice(0, position.step)
    .reduce((count, step) => count + positionsIn(step, level), 0);
  return before + indexWithin(trace.steps[position.step]!, position, level);
}

function indexWithin(step: Step, { cell, term }: Position, level: Level): number {
  const last = positionsIn(step, level) - 1;
  if (level === 'operation' || cell === undefined) return last;
  if (level === 'cell') return cell;
  return step.terms === 0 ? last : cell * step.terms + (term ?? step.terms - 1);
}

/** The nearest position of the trace: for one kept from another trace, or given from outside. */
export function clampPosition(trace: Trace, position: Position): Position {
  const at = clampIndex(position.step, trace.steps.length);
  const { cells, terms } = trace.steps[at]!;
  if (at !== position.step || position.cell === undefined || cells === 0) return { step: at };
  const cell = clampIndex(position.cell, cells);
  if (position.term === undefined) return { step: at, cell };
  return onLevel(trace, 'term', { step: at, cell, term: clampIndex(position.term, terms) });
}

/** The position some steps of a level further (or back, if negative), clamped to the line's ends. */
export function move(trace: Trace, position: Position, by: number, level: Level): Position {
  return positionAt(trace, level, indexOfPosition(trace, position, level) + by);
}

/** The same step at another level: entering starts at its first cell or term, leaving ends it. */
export function toLevel(trace: Trace, { step, cell, term }: Position, level: Level): Position {
  return onLevel(trace, level, { step, cell: cell ?? 0, term: term ?? 0 });
}

/**
 * How many cells of a slot, in row-major order, have been made at a position: Infinity once all
 * have, as have those of the inputs from the start.
 */
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
  return slot.lane === 'value' && inputsOf(trace.graph).some(({ id }) => id === slot.id);
}
