import { transposed, type MatrixView } from './view';

/** Lines shorter than this are copied faster entry by entry. */
const shortLine = 24;

/**
 * Copies a matrix to a place in memory, closely, along the axis on which it lies there already; gives
 * the matrix as it lies then.
 */
export function stage(view: MatrixView, memory: Float64Array, at: number): MatrixView {
  const isAcross = view.columnStride !== 1 && view.rowStride === 1;
  if (isAcross) return transposed(stage(transposed(view), memory, at));
  const { rows, columns, rowStride, columnStride } = view;
  if (columnStride === 1 && (rowStride === columns || rows === 1)) {
    memory.set(part(view, 0, rows * columns), at);
  } else if (columnStride === 1 && columns >= shortLine) {
    for (let i = 0; i < rows; i++) {
      memory.set(part(view, i * rowStride, columns), at + i * columns);
    }
  } else copyEntries(view, memory, at);
  return { data: memory, offset: at, rows, columns, rowStride: columns, columnStride: 1 };
}

function part({ data, offset }: MatrixView, from: number, length: number): Float64Array {
  if (length === data.length) return data;
  return data.subarray(offset + from, offset + from + length);
}

function copyEntries(view: MatrixView, memory: Float64Array, at: number): void {
  const { data, offset, rows, columns, rowStride, columnStride } = view;
  for (let i = 0; i < rows; i++) {
    const from = offset + i * rowStride;
    for (let j = 0; j < columns; j++) memory[at++] = data[from + j * columnStride]!;
  }
}
