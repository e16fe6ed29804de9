/**
 * A matrix as it lies in memory: entry (i, j) at `offset + i·rowStride + j·columnStride`. A
 * transposed matrix is the same entries with the strides exchanged.
 */
export interface MatrixView {
  readonly data: Float64Array;
  readonly rows: number;
  readonly columns: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

/** A row-major matrix. */
export function rowMajor(data: Float64Array, rows: number, columns: number): MatrixView {
  return { data, rows, columns, rowStride: columns, columnStride: 1 };
}

/** The transpose, without moving an entry. */
export function transposed(view: MatrixView): MatrixView {
  return {
    data: view.data,
    rows: view.columns,
    columns: view.rows,
    rowStride: view.columnStride,
    columnStride: view.rowStride,
  };
}

/**
 * The product A·B, row-major. Each cell adds its products in order of the inner axis, so that a
 * running sum drawn term by term ends at exactly the number in the cell.
 */
export function matmul(A: MatrixView, B: MatrixView): Float64Array {
  const out = new Float64Array(A.rows * B.columns);
  for (let i = 0; i < A.rows; i++) {
    const row = i * B.columns;
    for (let k = 0; k < A.columns; k++) {
      const a = A.data[i * A.rowStride + k * A.columnStride]!;
      let at = k * B.rowStride;
      for (let j = 0; j < B.columns; j++, at += B.columnStride) {
        out[row + j]! += a * B.data[at]!;
      }
    }
  }
  return out;
}
