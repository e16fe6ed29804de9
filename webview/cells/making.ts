import {
  rowsAndColumns,
  termOf,
  type PlacedCell,
  type PlacedTerm,
  type Step,
} from '../../src/core';
import { shapeOf, slotKey, type Model } from '../model';
import { makesSlot } from './places';

/** How the number in a cell comes about. */
export type Making =
  /** It is given: an input, or a gradient of Y that no loss gives. */
  | { readonly kind: 'given' }
  /** It is another cell's number, passed on. */
  | { readonly kind: 'same'; readonly of: PlacedCell }
  /** It is a loss's gradient, made of these cells of Y. */
  | { readonly kind: 'loss'; readonly of: readonly PlacedCell[] }
  /** It is a sum of so many products. */
  | { readonly kind: 'sum'; readonly count: number; term(i: number): PlacedTerm };

/** How a cell comes about: a function of the graph and its shapes, not of the numbers. */
export function makingOf(model: Model, { slot, cell }: PlacedCell): Making {
  const step = model.trace.steps.find((candidate) => makesSlot(candidate, slot));
  if (!step?.writes) return { kind: 'given' };
  if (step.kind === 'upstream') return ofLoss(model, cell);
  if (step.kind === 'pass') return { kind: 'same', of: { slot: step.reads[0]!, cell } };
  if (slotKey(step.writes) !== slotKey(slot)) {
    return { kind: 'same', of: { slot: step.writes, cell } };
  }
  return { kind: 'sum', count: step.terms, term: (i) => termOf(model.trace, step, cell, i) };
}

/** The cells that a number is made of, each once for every term it stands in. */
export function sourcesOf(making: Making): PlacedCell[] {
  switch (making.kind) {
    case 'given':
      return [];
    case 'same':
      return [making.of];
    case 'loss':
      return [...making.of];
    case 'sum':
      return Array.from({ length: making.count }, (_, i) => making.term(i)).flat();
  }
}

/** The entries of Y that an entry of the loss's gradient depends on: its own, or with a softmax its row. */
function ofLoss(model: Model, cell: number): Making {
  const { kind } = model.scene.upstream;
  const slot = { lane: 'value', id: model.graph.output } as const;
  if (kind === 'half-squared') return { kind: 'loss', of: [{ slot, cell }] };
  if (kind !== 'softmax') return { kind: 'given' };
  return { kind: 'loss', of: rowOf(model, { slot, cell }) };
}

/** All cells in the row of one. */
export function rowOf(model: Model, { slot, cell }: PlacedCell): PlacedCell[] {
  const { columns } = rowsAndColumns(shapeOf(model, slot)!);
  const first = cell - (cell % columns);
  return Array.from({ length: columns }, (_, i) => ({ slot, cell: first + i }));
}

/** The slots that a step's numbers come to stand at. */
export function slotsMade({ writes, copies }: Step) {
  return [...(writes ? [writes] : []), ...copies];
}
