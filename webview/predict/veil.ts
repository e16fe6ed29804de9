import {
  cellsMade,
  type NumberQuestion,
  type Position,
  type Question,
  type Slot,
  type Trace,
} from '../../src/core';
import { firstOf } from '../arrays/panel-array';
import { slotKey, type Model, type PanelArray } from '../model';
import type { Asking } from './quiz';

/** Where to stand while a question is open: at the cell that is asked for, even if a whole step is next. */
export function positionAsked({ questions, position, stage }: Asking): Position {
  const [question] = questions;
  if (stage !== 'open' || question?.kind !== 'number') return position;
  if (position.cell !== undefined) return position;
  return { ...position, cell: question.cell };
}

/** The questions whose answers must not be seen: the open one and those that follow. */
function hiddenQuestions({ questions, later, stage }: Asking): readonly Question[] {
  return [...(stage === 'open' ? questions : questions.slice(1)), ...later];
}

/** Whether an answer is still to be kept back. */
export function hidesSomething(asking: Asking): boolean {
  return hiddenQuestions(asking).length > 0;
}

const veiledModels = new WeakMap<Model, WeakMap<readonly Question[], Model>>();

/**
 * The model with what is asked for, and all that comes after it, taken out: nothing that is drawn of
 * it can tell.
 */
export function veiled(model: Model, asking: Asking): Model {
  const hidden = hiddenQuestions(asking);
  if (hidden.length === 0) return model;
  const byQuestions = veiledModels.get(model) ?? new WeakMap<readonly Question[], Model>();
  veiledModels.set(model, byQuestions);
  // What was answered is hidden no more: only what an open question hides is the same each time.
  if (asking.stage !== 'open') return veil(model, asking, hidden);
  const known = byQuestions.get(asking.questions) ?? veil(model, asking, hidden);
  byQuestions.set(asking.questions, known);
  return known;
}

function veil(model: Model, asking: Asking, hidden: readonly Question[]): Model {
  const shapes = hidden.flatMap((question) => (question.kind === 'shape' ? [question.slot] : []));
  const asked = hidden.find(({ kind }) => kind === 'number') as NumberQuestion | undefined;
  const hiddenShapes = new Set(shapes.flatMap((slot) => sharers(slot)).map(slotKey));
  return {
    ...model,
    trace: withoutShapes(model.trace, shapes),
    ...(hiddenShapes.size > 0 ? { hiddenShapes } : {}),
    ...(asked ? { asked: { slot: asked.slot, cell: asked.cell } } : {}),
    array: (slot) => upTo(model.array(slot), seenOf(model, asking, slot), isKept(slot)),
  };

  function isKept(slot: Slot): boolean {
    return !hiddenShapes.has(slotKey(slot));
  }
}

/** The slots that have the shape of one: a value's gradient is as large as the value. */
function sharers({ lane, id }: Slot): Slot[] {
  if (lane === 'gradient') return [{ lane, id }];
  return [
    { lane: 'value', id },
    { lane: 'gradient', id },
  ];
}

/** A gradient has its variable's shape, which stays; a result's shape is not known to the trace any more. */
function withoutShapes(trace: Trace, slots: readonly Slot[]): Trace {
  const ids = new Set(slots.flatMap(({ lane, id }) => (lane === 'value' ? [id] : [])));
  if (ids.size === 0) return trace;
  return { ...trace, shapes: new Map([...trace.shapes].filter(([id]) => !ids.has(id))) };
}

/** How many of a slot's numbers have been seen before: of a whole step none, until its one is foretold. */
function seenOf({ trace }: Model, { position }: Asking, slot: Slot): number {
  const step = trace.steps[position.step]!;
  const written = [...(step.writes ? [step.writes] : []), ...step.copies];
  const isWritten = written.some((other) => slotKey(other) === slotKey(slot));
  return isWritten ? (position.cell ?? 0) : cellsMade(trace, position, slot);
}

function upTo(
  array: PanelArray | undefined,
  count: number,
  isShapeKnown: boolean,
): PanelArray | undefined {
  if (!array || !isShapeKnown) return undefined;
  return firstOf(array, count);
}
