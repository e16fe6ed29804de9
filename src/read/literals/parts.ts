import { sizeOf, type Shape } from '../../core';

/** A rectangular list, whole or as an entry of another. */
export interface Part {
  readonly shape: Shape;
  /** Its entries in the buffer, if all are numbers. */
  readonly from: number;
  readonly to: number;
  /** How many entries are numbers, and how many are names or expressions. */
  readonly numbers: number;
  readonly names: number;
  readonly isFloat: boolean;
}

/** The most entries that are read; of a larger literal, the shape alone. */
export const MOST_ENTRIES = 1_000_000;

/** The most axes, as in NumPy. */
export const MOST_AXES = 32;

/** The most entries that are kept of one text, with those that only repeat or rearrange others. */
const MOST_IN_ALL = 8_000_000;

/** Whether the buffer may grow by so many entries that the text does not spell out. */
export function hasRoom(entries: readonly number[], size: number): boolean {
  return size <= MOST_ENTRIES && entries.length + size <= MOST_IN_ALL;
}

/**
 * The last part of the buffer, its entries repeated until they fill a shape. Where there is no room,
 * they are not known.
 */
export function filled(unit: Part, shape: Shape, entries: number[]): Part {
  const { from, to } = unit;
  const size = sizeOf(shape);
  if (unit.names > 0 || !hasRoom(entries, size)) return unknownOf(unit, shape);
  for (let i = to; i < from + size; i++) entries.push(entries[i - (to - from)]!);
  return { ...unit, shape, to: from + size };
}

/** A part of which only the shape is known. */
export function unknownOf(unit: Part, shape: Shape): Part {
  return { ...unit, shape, to: unit.from, names: unit.names + 1 };
}

/** A part with its axes reversed. */
export function transposed(part: Part, entries: number[]): Part {
  const shape = part.shape.toReversed();
  if (part.names > 0 || !hasRoom(entries, part.to - part.from)) return unknownOf(part, shape);
  const from = entries.length;
  const index = shape.map(() => 0);
  const strides = part.shape.map((_, axis) => sizeOf(part.shape.slice(axis + 1))).toReversed();
  for (let i = part.from; i < part.to; i++) {
    const cell = index.reduce((sum, at, axis) => sum + at * strides[axis]!, 0);
    entries.push(entries[part.from + cell]!);
    advance(index, shape);
  }
  return { ...part, shape, from, to: entries.length };
}

function advance(index: number[], shape: Shape): void {
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (++index[axis]! < shape[axis]!) return;
    index[axis] = 0;
  }
}
