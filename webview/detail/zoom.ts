import { gridSize, type Look } from '../matrix/look';

/** Rows and columns. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** What a window shows at a zoom: so many rows and columns, cell by cell with a look or as heat, in a box. */
export interface Extent extends Size {
  readonly look: Look | undefined;
  readonly box: { readonly width: number; readonly height: number };
}

const near: Look = {
  cellWidth: 40,
  cellHeight: 24,
  gap: 1,
  radius: 2,
  digits: 3,
  fontSize: 11,
};
const further: Look = { ...near, cellWidth: 28, cellHeight: 17, digits: 2, fontSize: 10 };

/** The nearest zooms, with numbers, and how many cells they show along each side. */
const WITH_NUMBERS: readonly { readonly look: Look; readonly span: number }[] = [
  { look: near, span: 5 },
  { look: further, span: 7 },
];
/** The box of the others, of which each shows twice as many cells along each side as the one before. */
const BOX = { width: 204, height: 124 };
/** A side of few cells is still to be seen. */
const SHORTEST = 14;

/** How many cells along each side a window shows at a zoom, where there are as many. */
export function spanAt(zoom: number): number {
  return WITH_NUMBERS[zoom]?.span ?? 14 * 2 ** (zoom - WITH_NUMBERS.length);
}

/** The zoom at which all of a matrix is shown. */
export function mostZoom({ rows, columns }: Size): number {
  let zoom = 0;
  while (spanAt(zoom) < Math.max(rows, columns)) zoom++;
  return zoom;
}

/** What a window onto a matrix shows at a zoom. */
export function extentAt(zoom: number, { rows, columns }: Size): Extent {
  const span = spanAt(zoom);
  const shown = { rows: Math.min(span, rows), columns: Math.min(span, columns) };
  const look = WITH_NUMBERS[zoom]?.look;
  const side = (most: number, count: number) => Math.max(SHORTEST, (most * count) / span);
  return {
    ...shown,
    look,
    box: look
      ? gridSize(shown.rows, shown.columns, look)
      : { width: side(BOX.width, shown.columns), height: side(BOX.height, shown.rows) },
  };
}
