import { rowsAndColumns } from '../../src/core';
import { blockStart } from '../../src/protocol/tiles';
import type { PanelArray } from '../arrays/panel-array';

/** What a pixel shows that covers several cells: their entry of largest magnitude, or their mean. */
export type PixelKind = 'strongest' | 'mean';

/** Numbers for the pixels of a heat image, row after row. */
export interface Pixels {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
  /** How many rows and columns of cells a pixel covers at most. */
  readonly covers: { readonly rows: number; readonly columns: number };
  /** By pixel, whether its number is still to come; all are here unless said. */
  readonly awaited?: ReadonlySet<number>;
}

/** Numbers in rows and columns; each counts for as many cells as it covers. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/**
 * The pixels of an array in an image of at most so many rows and columns; undefined where its numbers
 * are not known, or its means have not come yet: then they are asked for.
 */
export function pixelsOf(
  array: PanelArray,
  kind: PixelKind,
  most: { readonly rows: number; readonly columns: number },
): Pixels | undefined {
  const size = rowsAndColumns(array.shape);
  const grid = gridOf(array, kind);
  if (!grid) return undefined;
  const rows = Math.max(1, Math.min(most.rows, grid.rows));
  const columns = Math.max(1, Math.min(most.columns, grid.columns));
  const isWhole = rows === grid.rows && columns === grid.columns;
  return {
    rows,
    columns,
    values: isWhole ? grid.values : fewer(grid, rows, columns, kind),
    covers: {
      rows: Math.ceil(size.rows / rows),
      columns: Math.ceil(size.columns / columns),
    },
  };
}

/** The numbers at hand of an array: its cells, or the blocks of its overview. */
export function gridOf({ shape, data, large }: PanelArray, kind: PixelKind): Grid | undefined {
  if (data) return { ...rowsAndColumns(shape), values: data };
  if (!large) return undefined;
  const { overview } = large;
  if (kind === 'strongest') return { ...overview.blocks, values: overview.strongest };
  if (!overview.means) overview.wantsMeans = true;
  return overview.means && { ...overview.blocks, values: overview.means };
}

/** A grid in fewer rows and columns. */
function fewer(grid: Grid, rows: number, columns: number, kind: PixelKind): Float64Array {
  const values = new Float64Array(rows * columns);
  const of = chosenOf(kind);
  for (let y = 0; y < rows; y++) {
    const top = blockStart(y, rows, grid.rows);
    const bottom = blockStart(y + 1, rows, grid.rows);
    for (let x = 0; x < columns; x++) {
      const left = blockStart(x, columns, grid.columns);
      const right = blockStart(x + 1, columns, grid.columns);
      values[y * columns + x] = of(grid, top, bottom, left, right);
    }
  }
  return values;
}

/** What a pixel shows of the part of a grid that it covers. */
export function chosenOf(kind: PixelKind): InPart {
  return kind === 'mean' ? meanIn : strongestIn;
}

type InPart = (grid: Grid, top: number, bottom: number, left: number, right: number) => number;

const strongestIn: InPart = ({ columns, values }, top, bottom, left, right) => {
  let strongest = values[top * columns + left]!;
  for (let row = top; row < bottom; row++) {
    for (let at = row * columns + left; at < row * columns + right; at++) {
      const value = values[at]!;
      if (Number.isNaN(value)) return value;
      if (Math.abs(value) > Math.abs(strongest)) strongest = value;
    }
  }
  return strongest;
};

const meanIn: InPart = ({ columns, values }, top, bottom, left, right) => {
  let sum = 0;
  for (let row = top; row < bottom; row++) {
    for (let at = row * columns + left; at < row * columns + right; at++) sum += values[at]!;
  }
  return sum / ((bottom - top) * (right - left));
};
