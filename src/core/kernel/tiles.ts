import { transposed, type MatrixView } from './view';

/**
 * C = A·B with the operands as they lie. Tiles of 4 × 2 cells, or of 1 × 8, are summed in registers,
 * so that an entry fetched serves several products and no sum waits for the one before it. Each cell
 * adds its products in order of the inner axis.
 */
export function multiplyInTiles(A: MatrixView, B: MatrixView, C: MatrixView): void {
  const [rows, columns] = [A.rows, B.columns];
  const wholeRows = rows - (rows % 4);
  const wholeColumns = columns - (columns % 2);
  for (let j = 0; j < wholeColumns; j += 2) {
    for (let i = 0; i < wholeRows; i += 4) tile(A, B, C, i, j);
  }
  for (let i = wholeRows; i < rows; i++) row(A, B, C, i, wholeColumns);
  if (wholeColumns === columns) return;
  // The last column is the last row of Cᵀ = Bᵀ·Aᵀ.
  row(transposed(B), transposed(A), transposed(C), wholeColumns, rows);
}

function row(A: MatrixView, B: MatrixView, C: MatrixView, i: number, columns: number): void {
  let j = 0;
  for (; j + 7 < columns; j += 8) eight(A, B, C, i, j);
  for (; j + 1 < columns; j += 2) pair(A, B, C, i, j);
  if (j < columns) cell(A, B, C, i, j);
}

// Below, `| 0` tells the engine that a stride is a whole number even where an object keeps it as a
// double, and each sum has a statement of its own: taking lists apart would cost tens of times as much.

function tile(A: MatrixView, B: MatrixView, C: MatrixView, i: number, j: number): void {
  const inner = A.columns | 0;
  const x = A.data;
  const y = B.data;
  const z = C.data;
  const down = A.rowStride | 0;
  const along = A.columnStride | 0;
  const below = B.rowStride | 0;
  const beside = B.columnStride | 0;
  let a = (A.offset + i * down) | 0;
  let b = (B.offset + j * beside) | 0;
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  let s20 = 0;
  let s21 = 0;
  let s30 = 0;
  let s31 = 0;
  for (let k = 0; k < inner; k++) {
    const y0 = y[b]!;
    const y1 = y[b + beside]!;
    const x0 = x[a]!;
    const x1 = x[a + down]!;
    const x2 = x[a + 2 * down]!;
    const x3 = x[a + 3 * down]!;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s20 += x2 * y0;
    s21 += x2 * y1;
    s30 += x3 * y0;
    s31 += x3 * y1;
    a += along;
    b += below;
  }
  const beneath = C.rowStride | 0;
  const right = C.columnStride | 0;
  const c = (C.offset + i * beneath + j * right) | 0;
  z[c] = s00;
  z[c + right] = s01;
  z[c + beneath] = s10;
  z[c + beneath + right] = s11;
  z[c + 2 * beneath] = s20;
  z[c + 2 * beneath + right] = s21;
  z[c + 3 * beneath] = s30;
  z[c + 3 * beneath + right] = s31;
}

function eight(A: MatrixView, B: MatrixView, C: MatrixView, i: number, j: number): void {
  const inner = A.columns | 0;
  const x = A.data;
  const y = B.data;
  const z = C.data;
  const along = A.columnStride | 0;
  const below = B.rowStride | 0;
  const beside = B.columnStride | 0;
  let a = (A.offset + i * A.rowStride) | 0;
  let b = (B.offset + j * beside) | 0;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  let s5 = 0;
  let s6 = 0;
  let s7 = 0;
  for (let k = 0; k < inner; k++) {
    const factor = x[a]!;
    s0 += factor * y[b]!;
    s1 += factor * y[b + beside]!;
    s2 += factor * y[b + 2 * beside]!;
    s3 += factor * y[b + 3 * beside]!;
    s4 += factor * y[b + 4 * beside]!;
    s5 += factor * y[b + 5 * beside]!;
    s6 += factor * y[b + 6 * beside]!;
    s7 += factor * y[b + 7 * beside]!;
    a += along;
    b += below;
  }
  const right = C.columnStride | 0;
  const c = (C.offset + i * C.rowStride + j * right) | 0;
  z[c] = s0;
  z[c + right] = s1;
  z[c + 2 * right] = s2;
  z[c + 3 * right] = s3;
  z[c + 4 * right] = s4;
  z[c + 5 * right] = s5;
  z[c + 6 * right] = s6;
  z[c + 7 * right] = s7;
}

function pair(A: MatrixView, B: MatrixView, C: MatrixView, i: number, j: number): void {
  const inner = A.columns | 0;
  const x = A.data;
  const y = B.data;
  const along = A.columnStride | 0;
  const below = B.rowStride | 0;
  const beside = B.columnStride | 0;
  let a = (A.offset + i * A.rowStride) | 0;
  let b = (B.offset + j * beside) | 0;
  let left = 0;
  let right = 0;
  for (let k = 0; k < inner; k++) {
    const factor = x[a]!;
    left += factor * y[b]!;
    right += factor * y[b + beside]!;
    a += along;
    b += below;
  }
  const c = C.offset + i * C.rowStride + j * C.columnStride;
  C.data[c] = left;
  C.data[c + C.columnStride] = right;
}

function cell(A: MatrixView, B: MatrixView, C: MatrixView, i: number, j: number): void {
  const inner = A.columns | 0;
  const x = A.data;
  const y = B.data;
  const along = A.columnStride | 0;
  const below = B.rowStride | 0;
  let a = (A.offset + i * A.rowStride) | 0;
  let b = (B.offset + j * B.columnStride) | 0;
  let sum = 0;
  for (let k = 0; k < inner; k++) {
    sum += x[a]! * y[b]!;
    a += along;
    b += below;
  }
  C.data[C.offset + i * C.rowStride + j * C.columnStride] = sum;
}
