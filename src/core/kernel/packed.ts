import { multiplyInTiles } from './tiles';
import { blockOf, rowMajor, transposed, type MatrixView } from './view';

/** As many entries of A as stay in a processor's second cache while the columns of B pass. */
const blockEntries = 32 * 1024;

/** A·B where WebAssembly cannot be had: rows of A and columns of B are laid out entry by entry. */
export function multiplyPacked(A: MatrixView, B: MatrixView): Float64Array {
  const left = inRows(A);
  const right = transposed(inRows(transposed(B)));
  const out = new Float64Array(A.rows * B.columns);
  const C = rowMajor(out, A.rows, B.columns);
  const height = 4 * Math.max(1, (blockEntries / (4 * A.columns + 1)) | 0);
  for (let i = 0; i < A.rows; i += height) {
    const rows = Math.min(height, A.rows - i);
    const block = blockOf(left, i, 0, rows, A.columns);
    multiplyInTiles(block, right, blockOf(C, i, 0, rows, B.columns));
  }
  return out;
}

/** The matrix with the entries of each row side by side: itself, or a copy. */
function inRows(view: MatrixView): MatrixView {
  if (view.columnStride === 1) return view;
  const { data, offset, rows, columns, rowStride, columnStride } = view;
  const copy = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const from = offset + i * rowStride;
    for (let j = 0; j < columns; j++) copy[i * columns + j] = data[from + j * columnStride]!;
  }
  return rowMajor(copy, rows, columns);
}
