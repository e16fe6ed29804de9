import { cellsMade, rowsAndColumns, type Shape, type Slot, type ValueState } from '../../src/core';
import { transposedRegion, type Region } from '../focus';
import { contentOf, lettersOf, nameOf, shapeOf, slotKey, type CellContent } from '../model';
import type { Picture } from '../scene-view';

/** A matrix as it is drawn at one moment: rows and columns, and what stands in each cell. */
export interface MatrixView {
  readonly key: string;
  readonly slot: Slot;
  readonly name: string;
  readonly transposed: boolean;
  /** The shape as shown, transposed if the matrix is; undefined where it cannot be known. */
  readonly shape: Shape | undefined;
  readonly letters: readonly string[];
  readonly rows: number;
  readonly columns: number;
  readonly state: ValueState;
  /** How many cells, in row-major order of the untransposed matrix, have been made. */
  readonly made: number;
  readonly read: Region | undefined;
  readonly written: Region | undefined;
  /** Whether the step at hand has nothing to do with this matrix. */
  readonly calm: boolean;
  /** Whether its cells are copies lent by broadcasting, drawn at half strength. */
  readonly copies?: boolean;
  /** Where its rows and columns stand in the whole matrix, if it is the part of it that a window shows. */
  readonly part?: Region;
  /** The row-major cell of the untransposed matrix that stands at a row and column. */
  cellAt(row: number, column: number): number;
  contentAt(row: number, column: number): CellContent;
}

/** How a slot stands at a picture's position. */
export function matrixView(picture: Picture, slot: Slot, transposed = false): MatrixView {
  const { model, position, focus } = picture;
  const own = shapeOf(model, slot);
  const { rows, columns } = own ? rowsAndColumns(own) : { rows: 0, columns: 0 };
  const turn = <T>(items: readonly T[]): readonly T[] => (transposed ? items.toReversed() : items);
  const turnRegion = (region: Region | undefined) =>
    region && transposed ? transposedRegion(region) : region;
  const key = slotKey(slot);
  const cellAt = (row: number, column: number) =>
    transposed ? column * columns + row : row * columns + column;
  return {
    key,
    slot,
    name: nameOf(model, slot),
    transposed,
    shape: own && turn(own),
    letters: turn(lettersOf(model, slot)),
    rows: transposed ? columns : rows,
    columns: transposed ? rows : columns,
    state: model.array(slot)?.state ?? 'unknown',
    made: cellsMade(model.trace, position, slot),
    read: turnRegion(focus.read.get(key)),
    written: turnRegion(focus.written.get(key)),
    calm: !focus.active.has(key),
    cellAt,
    contentAt: (row, column) => contentOf(model, position, slot, cellAt(row, column)),
  };
}

/** A cell's index as code writes it: `[0,1]`, or `[1]` in an array of one axis. */
export function indexText(shape: Shape, cell: number): string {
  const { columns } = rowsAndColumns(shape);
  if (shape.length === 0) return '';
  if (shape.length === 1) return `[${cell}]`;
  return `[${Math.floor(cell / columns)},${cell % columns}]`;
}
