import { rowsAndColumns, sizeOf, type PlacedCell, type Slot, type Step } from '../../src/core';
import { nameOf, shapeOf, slotKey, type Model } from '../model';

/** Cells by the key of the slot they stand at. */
export type CellSets = ReadonlyMap<string, ReadonlySet<number>>;

/** The slot that a {@link slotKey} was made of. */
export function slotOfKey(key: string): Slot {
  const at = key.indexOf(':');
  return { lane: key.slice(0, at) === 'gradient' ? 'gradient' : 'value', id: key.slice(at + 1) };
}

/** Whether two cells are one and the same, or neither is any. */
export function isSamePlace(a: PlacedCell | undefined, b: PlacedCell | undefined): boolean {
  return a?.cell === b?.cell && a?.slot.id === b?.slot.id && a?.slot.lane === b?.slot.lane;
}

/** Whether a model has this cell: it may come from another graph, or from other sizes. */
export function hasCell(model: Model, { slot, cell }: PlacedCell): boolean {
  const shape = shapeOf(model, slot);
  if (!shape || cell >= sizeOf(shape)) return false;
  return slot.lane === 'value' || model.trace.steps.some((step) => makesSlot(step, slot));
}

/** Whether a step makes what stands at a slot, be it as a copy. */
export function makesSlot({ writes, copies }: Step, slot: Slot): boolean {
  const key = slotKey(slot);
  return [...(writes ? [writes] : []), ...copies].some((made) => slotKey(made) === key);
}

/** Cells of a list, by slot. */
export function bySlot(cells: readonly PlacedCell[]): CellSets {
  const sets = new Map<string, Set<number>>();
  // Of thousands of cells nearly all stand at one slot or another of a few.
  const known = new Map<Slot, Set<number>>();
  for (const { slot, cell } of cells) {
    let set = known.get(slot);
    if (!set) {
      const key = slotKey(slot);
      set = sets.get(key) ?? new Set<number>();
      sets.set(key, set);
      known.set(slot, set);
    }
    set.add(cell);
  }
  return sets;
}

/** Cells are named one by one up to this many. */
const MOST_NAMED = 3;

/** A cell as code names it: `XW[0,1]`, `b[1]`. */
export function nameOfCell(model: Model, { slot, cell }: PlacedCell): string {
  return nameOf(model, slot) + cellIndex(model, slot, cell);
}

/** Cells as code names them: `XW[0,:]` for a row, `Y[:,1]` for a column, `Y` for all; a few one by one. */
export function namesOfCells(model: Model, sets: CellSets): string[] {
  return [...sets].flatMap(([key, cells]) => {
    const slot = slotOfKey(key);
    const name = nameOf(model, slot);
    const whole = sliceOf(model, slot, cells);
    if (whole !== undefined) return [name + whole];
    const named = [...cells]
      .slice(0, MOST_NAMED)
      .map((cell) => name + cellIndex(model, slot, cell));
    return cells.size > MOST_NAMED ? [...named, '…'] : named;
  });
}

function cellIndex(model: Model, slot: Slot, cell: number): string {
  const shape = shapeOf(model, slot) ?? [];
  const { columns } = rowsAndColumns(shape);
  if (shape.length === 0) return '';
  if (shape.length === 1) return `[${cell}]`;
  return `[${Math.floor(cell / columns)},${cell % columns}]`;
}

/** The slice that is exactly these cells, if a row, a column or the whole is. */
function sliceOf(model: Model, slot: Slot, cells: ReadonlySet<number>): string | undefined {
  const shape = shapeOf(model, slot) ?? [];
  const { rows, columns } = rowsAndColumns(shape);
  if (cells.size === 1) return undefined;
  if (cells.size === rows * columns) return '';
  const [first] = cells;
  if (cells.size === columns && [...cells].every((cell) => sameRow(cell, first!, columns))) {
    return `[${Math.floor(first! / columns)},:]`;
  }
  if (cells.size === rows && [...cells].every((cell) => cell % columns === first! % columns)) {
    return `[:,${first! % columns}]`;
  }
  return undefined;
}

function sameRow(a: number, b: number, columns: number): boolean {
  return Math.floor(a / columns) === Math.floor(b / columns);
}
