import { cellsMade, sameShape } from '../../src/core';
import { slotKey, type Model } from '../model';
import type { Picture, Run } from '../scene-view';
import type { View } from '../../src/protocol';
import { slotOfKey } from './places';

/** Cells whose numbers changed, by slot key, with what they were. */
export type Changes = ReadonlyMap<string, ReadonlyMap<number, Change>>;

/** What stood in a cell, and what stands there now. */
export interface Change {
  readonly was: number;
  readonly now: number;
}

const none: Changes = new Map();

/**
 * The cells that hold another number than before, in the same graph; none where the graph or a size is
 * another. NaN is NaN's equal, and −0 is another number than 0.
 */
export function changedCells(before: Model, after: Model): Changes {
  if (!isSameGraph(before, after)) return none;
  const changes = new Map<string, ReadonlyMap<number, Change>>();
  for (const { id } of after.graph.data) {
    for (const lane of ['value', 'gradient'] as const) {
      const [old, now] = [before, after].map((model) => model.array({ lane, id })?.data);
      const changed = old && now && old !== now ? changedEntries(old, now) : undefined;
      if (changed?.size) changes.set(slotKey({ lane, id }), changed);
    }
  }
  return changes;
}

function isSameGraph(before: Model, after: Model): boolean {
  const ids = ({ graph }: Model) => graph.data.map(({ id }) => id).join();
  if (ids(before) !== ids(after)) return false;
  return after.graph.data.every(({ id }) => {
    const [a, b] = [before.trace.shapes.get(id), after.trace.shapes.get(id)];
    return a === b || (a !== undefined && b !== undefined && sameShape(a, b));
  });
}

function changedEntries(before: Float64Array, after: Float64Array): Map<number, Change> {
  const changed = new Map<number, Change>();
  after.forEach((now, cell) => {
    const was = before[cell]!;
    if (!Object.is(was, now)) changed.set(cell, { was, now });
  });
  return changed;
}

/** How many of the changed cells have been made at a position. */
export function countShown({ trace }: Model, { position }: View, changes: Changes): number {
  let count = 0;
  for (const [key, cells] of changes) {
    const made = cellsMade(trace, position, slotOfKey(key));
    for (const cell of cells.keys()) if (cell < made) count++;
  }
  return count;
}

/** How many numbers on show have changed, in words; empty if none has. */
export function changesText({
  model,
  view,
  changes,
  words,
}: Pick<Picture, 'model' | 'view' | 'changes' | 'words'>): string {
  const count = changes ? countShown(model, view, changes) : 0;
  if (count === 0) return '';
  return count === 1
    ? words.say('1 number changed')
    : words.say('{count} numbers changed', { count });
}

/**
 * Finds what has changed since the step at hand was come to: it keeps the numbers from then, and lets
 * them go at the next step.
 */
export class SinceStep {
  private before: Run | undefined;
  private step = '';
  private run: Run | undefined;
  private found = none;

  /** The changes at this moment; called whenever the panel is drawn. */
  at(run: Run, { position, level }: View): Changes {
    const step = JSON.stringify([position, level]);
    if (step !== this.step || !this.before || !isSameGraph(this.before.model, run.model)) {
      this.before = run;
    }
    if (this.run !== run || step !== this.step) {
      this.found = changedCells(this.before.model, run.model);
    }
    this.step = step;
    this.run = run;
    return this.found;
  }
}
