import fc from 'fast-check';
import type { MatrixView } from '../../../../src/core/kernel/view';

/** The lengths of a product's axes. */
export interface Lengths {
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
}

/** Two matrices that can be multiplied, each lying in memory in one of many ways. */
export function views(
  sizes: fc.Arbitrary<Lengths>,
  entry: fc.Arbitrary<number>,
): fc.Arbitrary<[MatrixView, MatrixView]> {
  return sizes.chain(({ rows, inner, columns }) =>
    fc.tuple(view(rows, inner, entry), view(inner, columns, entry)),
  );
}

/** How one axis lies: steps of how many entries beyond the closest, and whether backwards. */
interface Axis {
  readonly gap: number;
  readonly isReversed: boolean;
}

const axis: fc.Arbitrary<Axis> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ gap: 0, isReversed: false }) },
  { weight: 1, arbitrary: fc.record({ gap: fc.nat(3), isReversed: fc.boolean() }) },
);

function view(
  rows: number,
  columns: number,
  entry: fc.Arbitrary<number>,
): fc.Arbitrary<MatrixView> {
  // A few entries, met again and again: making each one would take longer than the products.
  const palette = fc.array(entry, { minLength: 1, maxLength: 17 });
  const layout = fc.record({
    isTransposed: fc.boolean(),
    isRepeated: fc.oneof(
      { weight: 9, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
    rowAxis: axis,
    columnAxis: axis,
    before: fc.nat(5),
    after: fc.nat(3),
  });
  return fc.tuple(palette, layout).map(([entries, how]) => laidOut(rows, columns, entries, how));
}

interface Layout {
  readonly isTransposed: boolean;
  /** One line that stands for all, as NumPy broadcasts. */
  readonly isRepeated: boolean;
  readonly rowAxis: Axis;
  readonly columnAxis: Axis;
  /** Entries of others in front, half of them out of the array's sight. */
  readonly before: number;
  readonly after: number;
}

function laidOut(rows: number, columns: number, entries: number[], how: Layout): MatrixView {
  const [slow, fast] = how.isTransposed ? [columns, rows] : [rows, columns];
  const [slowAxis, fastAxis] = how.isTransposed
    ? [how.columnAxis, how.rowAxis]
    : [how.rowAxis, how.columnAxis];
  const fastStride = 1 + fastAxis.gap;
  const slowStride = how.isRepeated ? 0 : fast * fastStride + slowAxis.gap;
  const span = Math.max(0, slow - 1) * slowStride + Math.max(0, fast - 1) * fastStride + 1;
  const unseen = how.before >> 1;
  const all = Float64Array.from(
    { length: how.before + span + how.after },
    (_, i) => entries[(i * i + i) % entries.length]!,
  );
  let offset = how.before - unseen;
  if (slowAxis.isReversed) offset += Math.max(0, slow - 1) * slowStride;
  if (fastAxis.isReversed) offset += Math.max(0, fast - 1) * fastStride;
  const along = fastAxis.isReversed ? -fastStride : fastStride;
  const down = slowAxis.isReversed ? -slowStride : slowStride;
  const [rowStride, columnStride] = how.isTransposed ? [along, down] : [down, along];
  return { data: all.subarray(unseen), offset, rows, columns, rowStride, columnStride };
}

/** The entry at (i, j). */
export function entryOf(view: MatrixView, i: number, j: number): number {
  return view.data[view.offset + i * view.rowStride + j * view.columnStride]!;
}

/** A·B by definition: each cell the sum of its products, one after another. */
export function plainSum(A: MatrixView, B: MatrixView): Float64Array {
  return summed(A, B, (x, y) => x * y);
}

/** |A|·|B|, by which rounding errors are measured. */
export function sizeOfTerms(A: MatrixView, B: MatrixView): Float64Array {
  return summed(A, B, (x, y) => Math.abs(x * y));
}

function summed(
  A: MatrixView,
  B: MatrixView,
  term: (x: number, y: number) => number,
): Float64Array {
  return Float64Array.from({ length: A.rows * B.columns }, (_, cell) => {
    const [i, j] = [Math.floor(cell / B.columns), cell % B.columns];
    let sum = 0;
    for (let k = 0; k < A.columns; k++) sum += term(entryOf(A, i, k), entryOf(B, k, j));
    return sum;
  });
}
