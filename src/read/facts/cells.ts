import { formatNumber, indexOfCell, sizeOf, type DType, type Shape } from '../../core';

/** Rows and columns up to which a matrix is shown whole; beyond, its edges. */
const MOST_ROWS = 6;
const MOST_COLUMNS = 8;
const EDGE = 3;

/** A place along an axis, or what stands for the places that are left out. */
export type Index = number | '…';

/** The entries of an array that are shown, written out. */
export interface Cells {
  /** One matrix; of an array of more axes, its first and its last. */
  readonly slices: readonly CellSlice[];
  /** How many matrices lie between those two. */
  readonly left: number;
}

/** A matrix's rows of numbers, with `…` for what is left out. A 1-D array is one row. */
export interface CellSlice {
  /** The index along the axes before the last two: `[0, 1]`; missing where there are none. */
  readonly at?: string;
  readonly rows: readonly Index[];
  readonly columns: readonly Index[];
  readonly texts: readonly (readonly string[])[];
}

/** The entries to show of an array: all of a small one, the edges of a larger. */
export function cellsOf(shape: Shape, data: Float64Array, dtype: DType): Cells | undefined {
  if (data.length === 0) return undefined;
  const [height, width] = [shape.at(-2) ?? 1, shape.at(-1) ?? 1];
  const stack = shape.slice(0, -2);
  const count = sizeOf(stack);
  const rows = places(height, MOST_ROWS);
  const columns = places(width, MOST_COLUMNS);
  const slice = (i: number): CellSlice => ({
    ...(stack.length > 0 ? { at: `[${indexOfCell(stack, i).join(', ')}]` } : {}),
    rows,
    columns,
    texts: rows.map((row) =>
      columns.map((column) =>
        row === '…' || column === '…'
          ? '…'
          : entryText(data[(i * height + row) * width + column]!, dtype),
      ),
    ),
  });
  return {
    slices: count > 1 ? [slice(0), slice(count - 1)] : [slice(0)],
    left: Math.max(0, count - 2),
  };
}

/** An entry for the eye. */
export function entryText(value: number, dtype: DType): string {
  return dtype === 'bool' ? (value ? 'True' : 'False') : formatNumber(value);
}

function places(length: number, most: number): Index[] {
  if (length <= most) return Array.from({ length }, (_, i) => i);
  const edge = Array.from({ length: EDGE }, (_, i) => i);
  return [...edge, '…', ...edge.map((i) => length - EDGE + i)];
}
