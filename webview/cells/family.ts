import type { PlacedCell } from '../../src/core';
import { slotKey, type Model } from '../model';
import { makingOf, sourcesOf } from './making';
import { bySlot, type CellSets } from './places';
import { usesOf } from './uses';

/** A cell with those it is made of and those it goes into, one operation back and forth. */
export interface Family {
  readonly self: PlacedCell;
  readonly madeOf: CellSets;
  readonly goesInto: CellSets;
}

/** Families that were asked for last, by the cell; a large one is as large as a row and a column. */
const kept = new WeakMap<Model, Map<string, Family>>();
const MOST_KEPT = 8;

/** The family of a cell: a function of the graph and its shapes, not of the numbers. */
export function familyOf(model: Model, self: PlacedCell): Family {
  const families = kept.get(model) ?? new Map<string, Family>();
  kept.set(model, families);
  const key = `${slotKey(self.slot)} ${self.cell}`;
  const family = families.get(key) ?? {
    self,
    madeOf: bySlot(sourcesOf(makingOf(model, self))),
    goesInto: bySlot(usesOf(model, self)),
  };
  families.set(key, family);
  for (const [oldest] of families) if (families.size > MOST_KEPT) families.delete(oldest);
  return family;
}

/** What a cell is to a family. */
export type Kin = 'family-self' | 'family-in' | 'family-out';

/** What the cells of a slot are to a family. */
export function kinAt(
  family: Family | undefined,
  key: string,
): Readonly<Record<Kin, ReadonlySet<number>>> {
  const none = new Set<number>();
  if (!family) return { 'family-self': none, 'family-in': none, 'family-out': none };
  return {
    'family-self': slotKey(family.self.slot) === key ? new Set([family.self.cell]) : none,
    'family-in': family.madeOf.get(key) ?? none,
    'family-out': family.goesInto.get(key) ?? none,
  };
}
