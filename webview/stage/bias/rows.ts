import { select } from 'd3-selection';
import { drawMatrix, type Frame } from '../../matrix/matrix';
import type { MatrixView } from '../../matrix/matrix-view';
import type { Region } from '../../focus';
import type { Picture } from '../../scene-view';
import type { Group } from '../parts';

/** The most rows that are all drawn. */
export const MOST_ROWS = 6;

/** A row that is drawn, and how far down. */
export interface PlacedRow {
  readonly index: number;
  readonly y: number;
}

/** Rows one under the other; where some are left out, the middle of the gap they leave. */
export interface PlacedRows {
  readonly rows: readonly PlacedRow[];
  readonly gaps: readonly number[];
  readonly height: number;
}

/**
 * Places `count` rows of a height, `pitch` apart: all of them if they are few, else the first, the
 * last and the one at hand.
 */
export function placeRows(
  count: number,
  { height, pitch, current }: { height: number; pitch: number; current?: number | undefined },
): PlacedRows {
  const shown = shownRows(count, current);
  const rows: PlacedRow[] = [];
  const gaps: number[] = [];
  let y = 0;
  shown.forEach((index, i) => {
    if (i > 0 && shown[i - 1]! < index - 1) {
      gaps.push(y + height / 2);
      y += pitch;
    }
    rows.push({ index, y });
    y += pitch;
  });
  return { rows, gaps, height: Math.max(0, y - pitch + height) };
}

function shownRows(count: number, current: number | undefined): number[] {
  if (count <= MOST_ROWS) return Array.from({ length: count }, (_, index) => index);
  return [...new Set([0, current ?? 1, count - 1])].sort((a, b) => a - b);
}

/** One row of a matrix, as a matrix. */
export function rowOf(matrix: MatrixView, index: number): MatrixView {
  const within = (region: Region | undefined) =>
    region && region.top <= index && index <= region.bottom
      ? { ...region, top: 0, bottom: 0 }
      : undefined;
  return {
    ...matrix,
    rows: 1,
    calm: false,
    read: within(matrix.read),
    written: within(matrix.written),
    cellAt: (_, column) => matrix.cellAt(index, column),
    contentAt: (_, column) => matrix.contentAt(index, column),
  };
}

/** A copy of a row that broadcasting lends; what the step reads is outlined where it is in use. */
export function copyOf(row: MatrixView, isInUse: boolean): MatrixView {
  return {
    ...row,
    calm: false,
    copies: true,
    read: isInUse ? row.read : undefined,
    written: undefined,
  };
}

/** Draws rows, each a matrix of its own. */
export function drawRows(
  parent: Group,
  picture: Picture,
  rows: readonly PlacedRow[],
  viewOf: (index: number) => MatrixView,
  frame: Frame,
): void {
  parent
    .selectAll<SVGGElement, PlacedRow>(':scope > g.lone')
    .data(rows, ({ index }) => index)
    .join('g')
    .attr('class', 'lone')
    .attr('transform', ({ y }) => `translate(0,${y})`)
    .order()
    .each(function ({ index }) {
      drawMatrix(select(this as SVGGElement), picture, viewOf(index), frame);
    });
}

/** Marks the rows that are left out, with how many there are in all. */
export function drawGaps(parent: Group, gaps: readonly number[], x: number, text: string): void {
  parent
    .selectAll(':scope > text.gap')
    .data(gaps)
    .join('text')
    .attr('class', 'gap')
    .attr('x', x)
    .attr('y', (y) => y)
    .text((_, i) => (i === 0 ? text : '⋮'));
}
