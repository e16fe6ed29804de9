import { sizesOf } from '../graph/layout';
import { gridSize, stageLook, type Look } from '../matrix/look';
import type { Frame } from '../matrix/matrix';
import type { MatrixView } from '../matrix/matrix-view';
import type { Region } from '../focus';
import type { Model } from '../model';

/** The longest side of a heat image on the stage. */
const LONGEST = { wide: 120, narrow: 92 };
const SHORTEST = 14;

/** The frame of a matrix on the stage: cells if they are few, else heat. */
export function stageFrame(model: Model, matrix: MatrixView, isNarrow: boolean): Frame {
  const look = stageLook(sizesOf(model), isNarrow);
  return {
    look,
    box: look ? gridSize(matrix.rows, matrix.columns, look) : heatBox(model, matrix, isNarrow),
  };
}

/** Equal axes get equal lengths, whichever matrix they belong to; long ones are not to dwarf short ones. */
function heatBox(model: Model, { rows, columns }: MatrixView, isNarrow: boolean) {
  const { N, D, H } = sizesOf(model);
  const longest = isNarrow ? LONGEST.narrow : LONGEST.wide;
  const side = (count: number) =>
    Math.max(SHORTEST, longest * Math.sqrt(count / Math.max(N, D, H)));
  return { width: side(columns), height: side(rows) };
}

const LENS = 5;
const LENS_LOOK: Look = {
  cellWidth: 40,
  cellHeight: 24,
  gap: 1,
  radius: 2,
  digits: 3,
  fontSize: 11,
};

/** A window of cells around one cell of a large matrix, with digits. */
export interface Lens {
  readonly matrix: MatrixView;
  readonly frame: Frame;
  readonly offset: { readonly row: number; readonly column: number };
  /** The part of the whole matrix that the window shows. */
  readonly region: Region;
}

/** The lens on a cell. */
export function lensOn(matrix: MatrixView, cell: Region): Lens {
  const start = (at: number, count: number) =>
    Math.min(Math.max(0, at - Math.floor(LENS / 2)), Math.max(0, count - LENS));
  const offset = { row: start(cell.top, matrix.rows), column: start(cell.left, matrix.columns) };
  const rows = Math.min(LENS, matrix.rows);
  const columns = Math.min(LENS, matrix.columns);
  const inside: Region = {
    top: cell.top - offset.row,
    bottom: cell.top - offset.row,
    left: cell.left - offset.column,
    right: cell.left - offset.column,
  };
  return {
    offset,
    region: {
      top: offset.row,
      bottom: offset.row + rows - 1,
      left: offset.column,
      right: offset.column + columns - 1,
    },
    frame: { look: LENS_LOOK, box: gridSize(rows, columns, LENS_LOOK) },
    matrix: {
      ...matrix,
      rows,
      columns,
      read: undefined,
      written: inside,
      cellAt: (row, column) => matrix.cellAt(row + offset.row, column + offset.column),
      contentAt: (row, column) => matrix.contentAt(row + offset.row, column + offset.column),
    },
  };
}
