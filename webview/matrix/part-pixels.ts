import { rowsAndColumns } from '../../src/core';
import { blockStart } from '../../src/protocol/tiles';
import { numberAt, type PanelArray } from '../arrays/panel-array';
import type { Region } from '../focus';
import { chosenOf, gridOf, type Grid, type PixelKind, type Pixels } from './heat-pixels';

/** Of more cells than this the blocks of the overview are shown: as many cells need not be sent for. */
const MOST_CELLS = 16_384;

/**
 * The pixels of a part of an array, in an image of at most so many rows and columns. A cell that has not
 * come yet is asked for, and its pixel left out; undefined where nothing is known.
 */
export function pixelsOfPart(
  array: PanelArray,
  kind: PixelKind,
  most: { readonly rows: number; readonly columns: number },
  part: Region,
): Pixels | undefined {
  const [rows, columns] = [part.bottom - part.top + 1, part.right - part.left + 1];
  const size = { rows: Math.min(most.rows, rows), columns: Math.min(most.columns, columns) };
  const awaited = new Set<number>();
  const isWhole = size.rows === rows && size.columns === columns;
  const isByCell = array.data !== undefined || (isWhole && rows * columns <= MOST_CELLS);
  const grid = isByCell ? cellsOf(array, part, awaited) : gridOf(array, kind);
  if (!grid) return undefined;
  const whole = isByCell ? { rows, columns } : rowsAndColumns(array.shape);
  const start = isByCell ? { row: 0, column: 0 } : { row: part.top, column: part.left };
  const values = new Float64Array(size.rows * size.columns);
  const choose = chosenOf(kind);
  let i = 0;
  for (let y = 0; y < size.rows; y++) {
    const [top, bottom] = blocksUnder(y, size.rows, rows, start.row, grid.rows, whole.rows);
    for (let x = 0; x < size.columns; x++) {
      const [left, right] = blocksUnder(
        ...([x, size.columns, columns, start.column, grid.columns, whole.columns] as const),
      );
      values[i++] = choose(grid, top, bottom, left, right);
    }
  }
  const covers = (count: number, pixels: number, all: number, blocks: number) =>
    Math.max(Math.ceil(count / pixels), Math.ceil(all / blocks));
  return {
    ...size,
    values,
    covers: {
      rows: covers(rows, size.rows, whole.rows, grid.rows),
      columns: covers(columns, size.columns, whole.columns, grid.columns),
    },
    ...(isByCell && awaited.size > 0 ? { awaited } : {}),
  };
}

/** The blocks of a grid that hold the cells of a pixel: of `blocks` in all for `all` cells, from which on `count` lie under `pixels`. */
function blocksUnder(
  pixel: number,
  pixels: number,
  count: number,
  from: number,
  blocks: number,
  all: number,
): [first: number, end: number] {
  const first = from + blockStart(pixel, pixels, count);
  const last = from + blockStart(pixel + 1, pixels, count) - 1;
  return [blockOf(first, blocks, all), blockOf(last, blocks, all) + 1];
}

/** The block that a row (column) is in: the last that begins no later. */
function blockOf(at: number, blocks: number, count: number): number {
  return Math.min(blocks - 1, Math.ceil(((at + 1) * blocks) / count) - 1);
}

/** The cells of a part, and which of them have not come. Of a large array there is one to a pixel. */
function cellsOf(
  array: PanelArray,
  { top, bottom, left, right }: Region,
  awaited: Set<number>,
): Grid {
  const { columns: across } = rowsAndColumns(array.shape);
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  const values = new Float64Array(rows * columns);
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      const value = numberAt(array, (row + top) * across + column + left);
      if (value === 'awaited') awaited.add(i);
      values[i] = typeof value === 'number' ? value : NaN;
    }
  }
  return { rows, columns, values };
}
