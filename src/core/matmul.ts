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
  const rows = inRows(B);
  for (let i = 0; i < A.rows; i++) addRow(A, rows, i, out);
  return out;
}

/** The matrix with the entries of each row side by side: itself, or a copy of a transposed one. */
function inRows(view: MatrixView): MatrixView {
  if (view.columnStride === 1) return view;
  const { data, rows, columns, rowStride, columnStride } = view;
  const copy = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++)
      copy[i * columns + j] = data[i * rowStride + j * columnStride]!;
  }
  return rowMajor(copy, rows, columns);
}

function addRow(A: MatrixView, B: MatrixView, i: number, out: Float64Array): void {
  const row = out.subarray(i * B.columns, (i + 1) * B.columns);
  const a = (k: number) => A.data[i * A.rowStride + k * A.columnStride]!;
  const b = (k: number) => B.data.subarray(k * B.rowStride, k * B.rowStride + B.columns);
  let k = 0;
  // Four at a time, in order: a cell is fetched and stored once for four products.
  for (; k + 3 < A.columns; k += 4) {
    addFour(row, [a(k), a(k + 1), a(k + 2), a(k + 3)], [b(k), b(k + 1), b(k + 2), b(k + 3)]);
  }
  for (; k < A.columns; k++) {
    const [factor, from] = [a(k), b(k)];
    for (let j = 0; j < row.length; j++) row[j]! += factor * from[j]!;
  }
}

type Four<T> = readonly [T, T, T, T];

function addFour(
  row: Float64Array,
  [a, b, c, d]: Four<number>,
  [A, B, C, D]: Four<Float64Array>,
): void {
  for (let j = 0; j < row.length; j++) {
    row[j] = row[j]! + a * A[j]! + b * B[j]! + c * C[j]! + d * D[j]!;
  }
}
