import type { Position } from '../../src/core';
import type { Detail } from '../../src/protocol/detail';
import type { Region } from '../focus';
import { extentAt, mostZoom, type Extent, type Size } from './zoom';

/** The first row and column of a window. */
export interface Corner {
  readonly row: number;
  readonly column: number;
}

/** Where a window stands on a matrix, and what it shows of it. */
export interface Place {
  readonly corner: Corner;
  readonly extent: Extent;
  readonly zoom: number;
  /** Whether it stands where it was moved to at this very position. */
  readonly isMoved: boolean;
}

/** The matrix under a window: its size, and the cells in play. */
export interface Under extends Size {
  readonly inPlay: Region | undefined;
}

/**
 * Where a window stands: where it was moved to at this position, else with the row and the column in
 * play in its middle; along an axis that is in play as a whole it stays where it was.
 */
export function placeOf(detail: Detail | undefined, under: Under, position: Position): Place {
  const { zoom = 0, moved } = detail ?? {};
  const own = Math.min(zoom, mostZoom(under));
  const extent = extentAt(own, under);
  const isMoved = moved !== undefined && isSamePosition(moved.position, position);
  const { inPlay } = under;
  const along = (from: number | undefined, to: number | undefined, size: number, last = 0) =>
    isMoved || from === undefined || from !== to ? last : from - Math.floor(size / 2);
  const wanted = {
    row: along(inPlay?.top, inPlay?.bottom, extent.rows, moved?.row),
    column: along(inPlay?.left, inPlay?.right, extent.columns, moved?.column),
  };
  return { corner: within(wanted, extent, under), extent, zoom: own, isMoved };
}

function isSamePosition(a: Position, b: Position): boolean {
  return a.step === b.step && a.cell === b.cell && a.term === b.term;
}

/** The corner nearest to one at which the window does not stand out of its matrix. */
function within({ row, column }: Corner, shown: Size, { rows, columns }: Size): Corner {
  const inside = (at: number, size: number, count: number) =>
    Math.max(0, Math.min(Math.round(at), count - size));
  return {
    row: inside(row, shown.rows, rows),
    column: inside(column, shown.columns, columns),
  };
}

/** The detail with its window moved to begin at a row and column, or as near as can be. */
export function movedTo(
  detail: Detail | undefined,
  corner: Corner,
  extent: Size,
  under: Size,
  position: Position,
): Detail {
  return { ...detail, moved: { ...within(corner, extent, under), position } };
}

/** The detail with a cell in the middle of its window. */
export function movedOnto(
  detail: Detail | undefined,
  { row, column }: Corner,
  under: Size,
  position: Position,
): Detail {
  const extent = extentAt(Math.min(detail?.zoom ?? 0, mostZoom(under)), under);
  const corner = {
    row: row - Math.floor(extent.rows / 2),
    column: column - Math.floor(extent.columns / 2),
  };
  return movedTo(detail, corner, extent, under, position);
}

/** The detail zoomed out (1) or in (−1); one that was moved keeps its middle. */
export function zoomed(
  detail: Detail | undefined,
  { corner, extent, zoom, isMoved }: Place,
  by: number,
  under: Size,
  position: Position,
): Detail {
  const next = { ...detail, zoom: Math.max(0, Math.min(zoom + by, mostZoom(under))) };
  if (!isMoved) return next;
  const middle = {
    row: corner.row + Math.floor(extent.rows / 2),
    column: corner.column + Math.floor(extent.columns / 2),
  };
  return movedOnto(next, middle, under, position);
}
