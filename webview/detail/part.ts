import type { Region } from '../focus';
import type { MatrixView } from '../matrix/matrix-view';

/** The part of an untransposed matrix that a window shows, as a matrix of its own; `seen` of its cells may be seen. */
export function partOf(matrix: MatrixView, part: Region, seen = Infinity): MatrixView {
  const local = (region: Region | undefined) => region && cut(region, part);
  return {
    ...matrix,
    part,
    rows: part.bottom - part.top + 1,
    columns: part.right - part.left + 1,
    made: madeIn(part, matrix.columns, Math.min(matrix.made, seen)),
    read: local(matrix.read),
    written: local(matrix.written),
    cellAt: (row, column) => matrix.cellAt(row + part.top, column + part.left),
    contentAt: (row, column) => matrix.contentAt(row + part.top, column + part.left),
  };
}

/** What of a region lies in a part, seen from the part's corner. */
export function cut(region: Region, part: Region): Region | undefined {
  const [top, bottom] = [Math.max(region.top, part.top), Math.min(region.bottom, part.bottom)];
  const [left, right] = [Math.max(region.left, part.left), Math.min(region.right, part.right)];
  if (top > bottom || left > right) return undefined;
  return {
    top: top - part.top,
    bottom: bottom - part.top,
    left: left - part.left,
    right: right - part.left,
  };
}

/** How many of a part's cells have been made, in row-major order, where the first `made` of all have. */
function madeIn({ top, bottom, left, right }: Region, columns: number, made: number): number {
  const [rows, across] = [bottom - top + 1, right - left + 1];
  if (made === Infinity) return Infinity;
  const whole = Math.floor(made / columns) - top;
  if (whole < 0) return 0;
  if (whole >= rows) return rows * across;
  return whole * across + Math.max(0, Math.min(across, (made % columns) - left));
}
