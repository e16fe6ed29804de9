import { rowsAndColumns, type Slot, type Step } from '../../core';
import type { Symbols } from './symbols';
import { texMatrix, type Digits, type TexMatrix } from './tex';

/** So many samples are written out; of more the first and the last. */
const MOST_SAMPLES = 4;

/** A sample's row of X and of dY, and the sheet that they make. */
interface Sheet {
  readonly column: TexMatrix;
  readonly row: TexMatrix;
  readonly product: TexMatrix;
}

/** Whether a step's result can be written as a sum of outer products, and its numbers are known. */
export function isOuterSum(symbols: Symbols, { kind, node, input, cells, terms }: Step): boolean {
  const isRight = kind === 'backward' && node?.op.name === 'dot' && input === 1;
  return isRight && cells * terms > 0 && operandsOf(symbols, node!).every(({ data }) => data);
}

/** dW as a sum over the samples: each one's column of X times its row of dY, and the sheets they make. */
export function outerEquation(symbols: Symbols, digits: Digits, step: Step): string {
  const slot = step.writes!;
  const [X, dY] = operandsOf(symbols, step.node!);
  const samples = Array.from({ length: step.terms }, (_, n) => n);
  const written: (number | undefined)[] =
    samples.length <= MOST_SAMPLES
      ? samples
      : [...samples.slice(0, MOST_SAMPLES - 1), undefined, samples.length - 1];
  const sheets = written.map((n) =>
    n === undefined ? undefined : sheetOf(rowOf(X, n), rowOf(dY, n), digits),
  );
  const result = texMatrix(symbols.array(slot)!, digits);
  const sum = (text: (sheet: Sheet) => string) =>
    sheets.map((sheet) => (sheet ? text(sheet) : '\\cdots')).join(' + ');
  const made = sheets.flatMap((sheet) => sheet ?? []);
  const sign = (matrices: readonly TexMatrix[]) =>
    matrices.every(({ isExact }) => isExact) ? '=' : '\\approx';
  const factors = made.flatMap(({ column, row }) => [column, row]);
  const products = made.map(({ product }) => product);
  return [
    '\\begin{aligned}',
    `${symbols.name(slot)} &= ${symbols.partial(slot)} = \\sum_{n} x_{n}^{\\mathsf T} \\cdot dy_{n} \\\\`,
    `&${sign(factors)} ${sum(({ column, row }) => `${column.tex} \\cdot ${row.tex}`)} \\\\`,
    `&${sign([...factors, ...products])} ${sum(({ product }) => product.tex)} \\\\`,
    `&${sign([...factors, ...products, result])} ${result.tex}`,
    '\\end{aligned}',
  ].join('\n');
}

interface Rows {
  readonly data?: Float64Array;
  readonly columns: number;
}

function operandsOf(symbols: Symbols, node: NonNullable<Step['node']>): [Rows, Rows] {
  const rows = (slot: Slot): Rows => {
    const { shape, data } = symbols.array(slot)!;
    return { columns: rowsAndColumns(shape).columns, ...(data ? { data } : {}) };
  };
  return [
    rows({ lane: 'value', id: node.inputs[0]! }),
    rows({ lane: 'gradient', id: node.output }),
  ];
}

function rowOf({ data, columns }: Rows, n: number): Float64Array {
  return data!.subarray(n * columns, (n + 1) * columns);
}

function sheetOf(x: Float64Array, dy: Float64Array, digits: Digits): Sheet {
  const matrix = (shape: readonly number[], data: Float64Array) =>
    texMatrix({ shape, data, dtype: 'float64', state: 'known' }, digits);
  const product = Float64Array.from(
    { length: x.length * dy.length },
    (_, i) => x[Math.floor(i / dy.length)]! * dy[i % dy.length]!,
  );
  return {
    column: matrix([x.length, 1], x),
    row: matrix([1, dy.length], dy),
    product: matrix([x.length, dy.length], product),
  };
}
