import { axisLetters } from '../axes';
import { producerOf } from '../graph';
import type { Level, Position } from '../position';
import type { Shape } from '../shape';
import type { Slot, Step } from '../step';
import type { Trace } from '../trace';
import { cellToAsk } from './cell-to-ask';

/** More terms than this nobody adds up in the head: such a cell is not asked for. */
export const MOST_ASKED_TERMS = 12;

/** Numbers that are known, by slot; without `data` only the shape is. */
export type Arrays = (
  slot: Slot,
) => { readonly shape: Shape; readonly data?: Float64Array } | undefined;

/** An axis of a shape: its letter, and how long it is. */
export interface Axis {
  readonly letter: string;
  readonly length: number;
}

/** Which shape has the array at a slot? */
export interface ShapeQuestion {
  readonly kind: 'shape';
  readonly step: number;
  readonly slot: Slot;
  readonly axes: readonly Axis[];
}

/** Which number stands in a cell? */
export interface NumberQuestion {
  readonly kind: 'number';
  readonly step: number;
  readonly slot: Slot;
  /** Row-major. */
  readonly cell: number;
  readonly value: number;
}

/** Something that can be foretold before it is shown. */
export type Question = ShapeQuestion | NumberQuestion;

/** What tells one question of a trace from the others. */
export function questionKey(question: Question): string {
  const { kind, slot } = question;
  const cell = question.kind === 'number' ? `:${question.cell}` : '';
  return `${kind}:${slot.lane}:${slot.id}${cell}`;
}

/**
 * What can be asked before a position is shown, in order: at the shapes each shape that follows from
 * the inputs'; at an operation the shape of a gradient and one number; at a cell, or its last term,
 * the number in it. Nothing where the answer is not known.
 */
export function questionsAt(
  trace: Trace,
  arrays: Arrays,
  position: Position,
  level: Level,
): Question[] {
  const step = trace.steps[position.step]!;
  if (trace.stopped) return [];
  if (step.kind === 'shapes') return atShapes(trace, position);
  if (!step.writes || !step.node || step.cells === 0) return [];
  if (level === 'operation') return atOperation(trace, arrays, position.step, step);
  const isInside = level === 'term' && position.term !== step.terms - 1;
  if (position.cell === undefined || isInside) return [];
  return numberAt(trace, arrays, position.step, position.cell);
}

function atShapes(trace: Trace, { cell }: Position): Question[] {
  const { ops } = trace.graph;
  const outputs = ops.filter((_, i) => cell === undefined || i === cell);
  const isLast = cell === undefined || cell === ops.length - 1;
  const gradients = isLast ? trace.steps.filter((step) => isGradientOfInput(trace, step)) : [];
  const slots: Slot[] = [
    ...outputs.map(({ output }): Slot => ({ lane: 'value', id: output })),
    ...gradients.map(({ writes }) => writes!),
  ];
  return slots.flatMap((slot) => shapeOf(trace, 0, slot));
}

function isGradientOfInput(trace: Trace, { kind, writes }: Step): boolean {
  return kind === 'backward' && writes !== undefined && !producerOf(trace.graph, writes.id);
}

function shapeOf(trace: Trace, step: number, slot: Slot): ShapeQuestion[] {
  const shape = trace.shapes.get(slot.id);
  const letters = axisLetters(trace.graph, trace.shapes).get(slot.id) ?? [];
  const axes = shape?.map((length, axis) => ({ length, letter: letters[axis] ?? '' }));
  return axes ? [{ kind: 'shape', step, slot, axes }] : [];
}

function atOperation(trace: Trace, arrays: Arrays, at: number, step: Step): Question[] {
  const shapes = step.kind === 'backward' ? shapeOf(trace, at, step.writes!) : [];
  const cell = step.terms > MOST_ASKED_TERMS ? undefined : cellToAsk(trace, arrays, step);
  return [...shapes, ...(cell === undefined ? [] : numberAt(trace, arrays, at, cell))];
}

function numberAt(trace: Trace, arrays: Arrays, at: number, cell: number): NumberQuestion[] {
  const step = trace.steps[at]!;
  const slot = step.writes!;
  const value = arrays(slot)?.data?.[cell];
  const isAsked = value !== undefined && Number.isFinite(value) && step.terms <= MOST_ASKED_TERMS;
  return isAsked ? [{ kind: 'number', step: at, slot, cell, value }] : [];
}
