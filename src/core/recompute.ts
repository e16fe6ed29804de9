import type { AffineInputs, Computed, GivenArray, Passes } from './computation';
import { rounded } from './dtype';
import { blockOf } from './kernel/view';
import { matmul, rowMajor, transposed, type MatrixView } from './matmul';
import { rowsAndColumns, sameShape } from './shape';

/** The most cells that are followed one by one; where more change, everything is computed anew. */
const MOST_CHANGES = 32;

/** Passes that were run, and on what. */
export interface RunPasses {
  readonly inputs: AffineInputs;
  readonly passes: Passes;
}

/**
 * The passes on inputs of which a few numbers have changed: only what depends on them is computed, a
 * row of Y and a row of dW for an entry of X, a column of Y and one of dX for an entry of W. Equals
 * {@link runPasses} on the new inputs up to rounding (to the last bit where a product is small enough
 * to be followed term by term). Undefined where it is all to be computed anew: other shapes or types,
 * many changes, numbers that are not known, or a loss, on which every gradient depends.
 */
export function recompute(before: RunPasses, inputs: AffineInputs): Passes | undefined {
  const { values, gradients, upstream } = before.passes;
  const arrays = [...values.values(), ...gradients.values()];
  const isPlain = isPlainLayer(inputs) && !before.inputs.loss && !inputs.loss;
  if (!isPlain || arrays.some(({ data }) => !data)) return undefined;
  const changes = changesBetween(before.inputs, inputs);
  if (!changes || (changes.dY !== none && upstream.kind !== 'given')) return undefined;
  return {
    ...before.passes,
    values: forward(values, inputs, changes),
    gradients: backward(gradients, inputs, changes),
  };
}

/** Whether W has two axes and b, if there is one, is a row that is added to every row. */
function isPlainLayer({ W, b }: AffineInputs): boolean {
  if (W.shape?.length !== 2) return false;
  return !b || (b.shape?.length === 1 && b.shape[0] === W.shape[1]);
}

/** Which rows and columns of an array have changed. */
interface Changes {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

type ChangedInputs = Readonly<Record<'X' | 'W' | 'b' | 'dY', Changes>>;

const none: Changes = { rows: [], columns: [] };

function changesBetween(before: AffineInputs, after: AffineInputs): ChangedInputs | undefined {
  const changes: Partial<Record<keyof ChangedInputs, Changes>> = {};
  for (const id of ['X', 'W', 'b', 'dY'] as const) {
    const change = changesOf(before[id], after[id]);
    if (!change) return undefined;
    changes[id] = change;
  }
  return changes as ChangedInputs;
}

function changesOf(
  before: GivenArray | undefined,
  after: GivenArray | undefined,
): Changes | undefined {
  if (before === after) return none;
  if (!before?.data || !after?.data || before.dtype !== after.dtype) return undefined;
  if (before.state !== after.state || !sameShape(before.shape!, after.shape!)) return undefined;
  const { columns } = rowsAndColumns(after.shape!);
  const rows = new Set<number>();
  const cols = new Set<number>();
  for (let cell = 0; cell < after.data.length; cell++) {
    if (Object.is(before.data[cell], after.data[cell])) continue;
    rows.add(Math.floor(cell / columns));
    cols.add(cell % columns);
    if (rows.size > MOST_CHANGES || cols.size > MOST_CHANGES) return undefined;
  }
  return { rows: [...rows], columns: [...cols] };
}

function matrixOf({ shape, data }: GivenArray): MatrixView {
  const { rows, columns } = rowsAndColumns(shape!);
  return rowMajor(data!, rows, columns);
}

/** An array with some rows and columns of the product A·B computed anew. */
function withProduct(
  array: Computed,
  A: MatrixView,
  B: MatrixView,
  { rows, columns }: Changes,
): Computed {
  if (rows.length + columns.length === 0) return array;
  const data = array.data!.slice();
  for (const row of rows) {
    const line = matmul(blockOf(A, row, 0, 1, A.columns), B);
    data.set(rounded(line, array.dtype), row * B.columns);
  }
  for (const column of columns) {
    const line = rounded(matmul(A, blockOf(B, 0, column, B.rows, 1)), array.dtype);
    for (let row = 0; row < A.rows; row++) data[row * B.columns + column] = line[row]!;
  }
  return { ...array, data };
}

function forward(
  values: Passes['values'],
  { X, W, b }: AffineInputs,
  { X: ofX, W: ofW, b: ofB }: ChangedInputs,
): Map<string, Computed> {
  const after = new Map(values);
  for (const [id, array] of Object.entries({ X, W, b })) {
    if (array) after.set(id, { ...values.get(id)!, data: array.data! });
  }
  // An entry of W changes the column of the product that it stands in.
  const changed: Changes = { rows: ofX.rows, columns: ofW.columns };
  const product = b ? 'XW' : 'Y';
  const XW = withProduct(values.get(product)!, matrixOf(X), matrixOf(W), changed);
  after.set(product, XW);
  if (b) {
    const columns = [...new Set([...changed.columns, ...ofB.columns])];
    after.set('Y', withSum(values.get('Y')!, XW, b, { rows: changed.rows, columns }));
  }
  return after;
}

function withSum(Y: Computed, XW: Computed, b: GivenArray, { rows, columns }: Changes): Computed {
  if (rows.length + columns.length === 0) return Y;
  const data = Y.data!.slice();
  const size = rowsAndColumns(Y.shape);
  const add = (row: number, column: number) => {
    const cell = row * size.columns + column;
    data[cell] = XW.data![cell]! + b.data![column]!;
  };
  for (const row of rows) for (let column = 0; column < size.columns; column++) add(row, column);
  for (const column of columns) for (let row = 0; row < size.rows; row++) add(row, column);
  return { ...Y, data: rounded(data, Y.dtype) };
}

function backward(
  gradients: Passes['gradients'],
  { X, W, dY }: AffineInputs,
  changes: ChangedInputs,
): Map<string, Computed> {
  const after = new Map(gradients);
  const before = gradients.get('Y')!;
  const upstream: Computed = dY && changes.dY !== none ? { ...before, data: dY.data! } : before;
  const dYMatrix = matrixOf(upstream);
  const { X: ofX, W: ofW, dY: ofDY } = changes;
  after.set('Y', upstream);
  if (gradients.has('XW')) after.set('XW', { ...gradients.get('XW')!, data: upstream.data! });
  after.set(
    'X',
    withProduct(gradients.get('X')!, dYMatrix, transposed(matrixOf(W)), {
      rows: ofDY.rows,
      columns: ofW.rows,
    }),
  );
  after.set(
    'W',
    withProduct(gradients.get('W')!, transposed(matrixOf(X)), dYMatrix, {
      rows: ofX.columns,
      columns: ofDY.columns,
    }),
  );
  const db = gradients.get('b');
  if (db) {
    const isOneSample = sameShape(db.shape, upstream.shape);
    const passed = { ...db, data: upstream.data! };
    after.set('b', isOneSample ? passed : withColumnSums(db, dYMatrix, ofDY.columns));
  }
  return after;
}

function withColumnSums(db: Computed, dY: MatrixView, columns: readonly number[]): Computed {
  if (columns.length === 0) return db;
  const data = db.data!.slice();
  for (const column of columns) {
    let sum = 0;
    for (let row = 0; row < dY.rows; row++) sum += dY.data[row * dY.columns + column]!;
    data[column] = sum;
  }
  return { ...db, data: rounded(data, db.dtype) };
}
