import { lossOf, type Loss, type Upstream } from '../loss';
import { rowsAndColumns } from '../shape';
import type { Tensor } from '../tensor';

/** What measures Y: one number L, known again at once when a row or a column of Y becomes another. */
export interface Measure {
  /** The size of what L is added up from, and so of the rounding it carries. */
  readonly size: number;
  /** About how many numbers are computed for another row, or column. */
  readonly work: { readonly row: number; readonly column: number };
  of(Y: Float64Array): number;
  withRow(n: number, row: Float64Array): number;
  withColumn(h: number, column: Float64Array): number;
}

/**
 * What Y is measured with: the loss if there is one, else L = Σ dY·Y with dY held fixed, whose gradient
 * by Y is that dY. Sums run over rows (or columns) of sums, so that the parts which stay the same cancel
 * exactly in a difference.
 */
export function measureOf(Y: Tensor, { loss }: Upstream, dY: Float64Array): Measure {
  if (!loss) return ofProducts(Y, dY);
  return loss.kind === 'softmax' ? ofSoftmax(Y, loss) : ofSquares(Y, loss);
}

/** L as a sum over all cells. */
function ofCells(Y: Tensor, cellOf: (cell: number, y: number) => number): Omit<Measure, 'size'> {
  const { rows, columns } = rowsAndColumns(Y.shape);
  const row = (n: number, at: (h: number) => number) =>
    sumOf(columns, (h) => cellOf(n * columns + h, at(h)));
  const column = (h: number, at: (n: number) => number) =>
    sumOf(rows, (n) => cellOf(n * columns + h, at(n)));
  const byRow = parts(rows, (n) => row(n, (h) => Y.data[n * columns + h]!));
  const byColumn = parts(columns, (h) => column(h, (n) => Y.data[n * columns + h]!));
  return {
    work: { row: rows + columns, column: rows + columns },
    of: (data) => sumOf(rows, (n) => row(n, (h) => data[n * columns + h]!)),
    withRow: (n, data) =>
      totalWith(
        byRow,
        n,
        row(n, (h) => data[h]!),
      ),
    withColumn: (h, data) =>
      totalWith(
        byColumn,
        h,
        column(h, (n) => data[n]!),
      ),
  };
}

function ofProducts(Y: Tensor, dY: Float64Array): Measure {
  const L = ofCells(Y, (cell, y) => dY[cell]! * y);
  const squares = sumOf(dY.length, (cell) => (dY[cell]! * Y.data[cell]!) ** 2);
  return { ...L, size: Math.max(Math.abs(L.of(Y.data)), Math.sqrt(squares)) };
}

function ofSquares(Y: Tensor, { target, isMean }: Loss): Measure {
  const samples = isMean ? rowsAndColumns(Y.shape).rows : 1;
  const L = ofCells(Y, (cell, y) => (y - target[cell]!) ** 2 / 2);
  return {
    size: L.of(Y.data) / samples,
    work: L.work,
    of: (data) => L.of(data) / samples,
    withRow: (n, row) => L.withRow(n, row) / samples,
    withColumn: (h, column) => L.withColumn(h, column) / samples,
  };
}

/** About as many sums as an exponential takes time. */
const EXP = 20;

/** A row's loss depends on all of its entries together. */
function ofSoftmax(Y: Tensor, { kind, target, isMean }: Loss): Measure {
  const { rows, columns } = rowsAndColumns(Y.shape);
  const samples = isMean ? rows : 1;
  const rowLoss = (n: number, data: Float64Array) =>
    lossOf(
      { shape: [1, columns], data, dtype: 'float64' },
      { kind, target: [target[n]!], isMean: false },
    ).value;
  const rowOf = (data: Float64Array, n: number) => data.subarray(n * columns, (n + 1) * columns);
  const of = (data: Float64Array) => sumOf(rows, (n) => rowLoss(n, rowOf(data, n))) / samples;
  const byRow = parts(rows, (n) => rowLoss(n, rowOf(Y.data, n)));
  const changed = Y.data.slice();
  return {
    // A logarithm of what is near 1 carries the rounding of 1.
    size: of(Y.data) + rows / samples,
    work: { row: EXP * columns + rows, column: EXP * columns * rows },
    of,
    withRow: (n, row) => totalWith(byRow, n, rowLoss(n, row)) / samples,
    withColumn: (h, column) => {
      column.forEach((y, n) => (changed[n * columns + h] = y));
      const L = of(changed);
      for (let n = 0; n < rows; n++) changed[n * columns + h] = Y.data[n * columns + h]!;
      return L;
    },
  };
}

function sumOf(count: number, at: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += at(i);
  return sum;
}

function parts(count: number, at: (i: number) => number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => at(i));
}

function totalWith(all: Float64Array, at: number, part: number): number {
  return sumOf(all.length, (i) => (i === at ? part : all[i]!));
}
