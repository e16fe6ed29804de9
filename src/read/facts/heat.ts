import { rowsAndColumns, type Shape } from '../../core';

const MOST_ROWS = 24;
const MOST_COLUMNS = 48;

/** An array as a small picture: the mean of each block of entries, leading axes stacked. */
export interface Heat {
  readonly rows: number;
  readonly columns: number;
  /** How many of the array's rows and columns a block takes; fewer at the far ends. */
  readonly rowFactor: number;
  readonly columnFactor: number;
  /** In row-major order. A block's finite entries count; without any it is NaN. */
  readonly means: Float64Array;
}

/** The block means of an array, at most 24 × 48 of them; undefined where there are no entries. */
export function heatOf(shape: Shape, data: Float64Array): Heat | undefined {
  if (data.length === 0) return undefined;
  const { rows: height, columns: width } = rowsAndColumns(shape);
  const rowFactor = Math.ceil(height / MOST_ROWS);
  const columnFactor = Math.ceil(width / MOST_COLUMNS);
  const rows = Math.ceil(height / rowFactor);
  const columns = Math.ceil(width / columnFactor);
  const means = new Float64Array(rows * columns);
  const counts = new Float64Array(rows * columns);
  for (let row = 0, cell = 0; row < height; row++) {
    const start = Math.floor(row / rowFactor) * columns;
    for (let column = 0; column < width; column++, cell++) {
      const entry = data[cell]!;
      if (!Number.isFinite(entry)) continue;
      const block = start + Math.floor(column / columnFactor);
      const count = ++counts[block]!;
      // A running mean stays finite where a sum would not.
      means[block]! += entry / count - means[block]! / count;
    }
  }
  counts.forEach((count, block) => {
    if (count === 0) means[block] = NaN;
  });
  return { rows, columns, rowFactor, columnFactor, means };
}
