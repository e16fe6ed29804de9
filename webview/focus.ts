import {
  checkedCell,
  rowsAndColumns,
  termOf,
  type PlacedTerm,
  type Position,
  type Slot,
} from '../src/core';
import { shapeOf, slotKey, stepAt, type Model } from './model';

/** A block of cells, in rows and columns as drawn, ends included. */
export interface Region {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What the current step reads and writes, for outlines and for lighting lanes up. */
export interface Focus {
  /** By slot key: the cells that are read for the current cell. */
  readonly read: ReadonlyMap<string, Region>;
  /** By slot key: the cell (or, at the operation level, the whole matrix) that is written. */
  readonly written: ReadonlyMap<string, Region>;
  /** Slots that take part in the step at all. */
  readonly active: ReadonlySet<string>;
}

/** The focus at a position: a function of it and of the trace. */
export function focusAt(model: Model, position: Position): Focus {
  const step = stepAt(model, position);
  const written = step.writes ? [step.writes, ...step.copies] : [];
  const active = new Set([...step.reads, ...written].map(slotKey));
  if (step.kind === 'check' && position.cell !== undefined) {
    return { read: new Map(), written: ofChecked(model, position.cell), active };
  }
  if (position.cell === undefined || !step.writes) {
    return { read: new Map(), written: wholes(model, written), active };
  }
  const region = regionOfCell(model, step.writes, position.cell);
  return {
    read: regionsRead(model, position),
    written: new Map([[slotKey(step.writes), region]]),
    active,
  };
}

/** The entry that is checked: where it stands, and where its gradient does. */
function ofChecked(model: Model, index: number): Map<string, Region> {
  const at = checkedCell(model.trace, index);
  if (!at) return new Map();
  const region = regionOfCell(model, at.slot, at.cell);
  const gradient: Slot = { ...at.slot, lane: 'gradient' };
  return new Map([at.slot, gradient].map((slot) => [slotKey(slot), region]));
}

function wholes(model: Model, slots: readonly Slot[]): Map<string, Region> {
  return new Map(
    slots.flatMap((slot) => {
      const shape = shapeOf(model, slot);
      if (!shape) return [];
      const { rows, columns } = rowsAndColumns(shape);
      return [[slotKey(slot), { top: 0, bottom: rows - 1, left: 0, right: columns - 1 }]];
    }),
  );
}

/** The block a cell's terms read in each slot. Its first and last term span it. */
function regionsRead(model: Model, { step: at, cell, term }: Position): Map<string, Region> {
  const step = model.trace.steps[at]!;
  if (step.terms === 0) return new Map();
  const first = term ?? 0;
  const last = term ?? step.terms - 1;
  const ends = [first, last].map((i) => termOf(model.trace, step, cell!, i));
  const regions = new Map<string, Region>();
  for (const { slot, cell: at } of (ends as PlacedTerm[]).flat()) {
    const region = regionOfCell(model, slot, at);
    const before = regions.get(slotKey(slot));
    regions.set(slotKey(slot), before ? around(before, region) : region);
  }
  return regions;
}

/** A single cell as a region. */
export function regionOfCell(model: Model, slot: Slot, cell: number): Region {
  const columns = Math.max(1, rowsAndColumns(shapeOf(model, slot)!).columns);
  const row = Math.floor(cell / columns);
  const column = cell % columns;
  return { top: row, bottom: row, left: column, right: column };
}

function around(a: Region, b: Region): Region {
  return {
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
  };
}

/** The same cells in the transposed matrix. */
export function transposedRegion({ top, bottom, left, right }: Region): Region {
  return { top: left, bottom: right, left: top, right: bottom };
}
