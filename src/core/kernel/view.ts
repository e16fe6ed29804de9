/**
 * A matrix as it lies in memory: entry (i, j) at `offset + i·rowStride + j·columnStride`. A
 * transposed matrix is the same entries with the strides exchanged.
 */
export interface MatrixView {
  readonly data: Float64Array;
  readonly offset: number;
  readonly rows: number;
  readonly columns: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

/** The product of two matrices, row-major. */
export type Product = (A: MatrixView, B: MatrixView) => Float64Array;

/** A row-major matrix. */
export function rowMajor(
  data: Float64Array,
  rows: number,
  columns: number,
  offset = 0,
): MatrixView {
  return { data, offset, rows, columns, rowStride: columns, columnStride: 1 };
}

/** The transpose, without moving an entry. */
export function transposed(view: MatrixView): MatrixView {
  return {
    data: view.data,
    offset: view.offset,
    rows: view.columns,
    columns: view.rows,
    rowStride: view.columnStride,
    columnStride: view.rowStride,
  };
}

/** Some of its rows and columns: from row `i` and column `j` on. */
export function blockOf(
  view: MatrixView,
  i: number,
  j: number,
  rows: number,
  columns: number,
): MatrixView {
  const { data, rowStride, columnStride } = view;
  const offset = view.offset + i * rowStride + j * columnStride;
  return { data, offset, rows, columns, rowStride, columnStride };
}
