import { rowsAndColumns, type Shape } from '../shape';
import type { Slot, Step } from '../step';
import { termOf, type Trace } from '../trace';
import type { Arrays } from './question';

/** Numbers in rows and columns; undefined where there is no such entry, or none is known. */
export interface Entries {
  readonly rows: number;
  readonly columns: number;
  at(row: number, column: number): number | undefined;
}

/** A cell that is asked for, in the midst of all that can be mistaken for what it is made of. */
export interface AskedCell {
  /** Which sum the cell is: of the product, of `+ b`, or of the gradient of the left, the right, b. */
  readonly of: 'product' | 'sum' | 'left' | 'right' | 'bias';
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** The factors of each term. */
  readonly factors: readonly (readonly number[])[];
  /** The products of the factors: the terms that are added. */
  readonly terms: readonly number[];
  readonly X: Entries;
  readonly W: Entries;
  readonly b: Entries;
  readonly XW: Entries;
  readonly dY: Entries;
  /** The result that the cell is in. */
  readonly own: Entries;
}

/** A step's cell with its surroundings; undefined where its number or one of its factors is not known. */
export function askedCell(
  trace: Trace,
  arrays: Arrays,
  step: Step,
  cell: number,
): AskedCell | undefined {
  const value = arrays(step.writes!)?.data?.[cell];
  const factors = Array.from({ length: step.terms }, (_, i) =>
    termOf(trace, step, cell, i).map(({ slot, cell: at }) => arrays(slot)?.data?.[at]),
  );
  const areKnown = (term: (number | undefined)[]): term is number[] =>
    term.every((factor) => factor !== undefined);
  if (value === undefined || !factors.every(areKnown)) return undefined;
  const own = entriesAt(trace, arrays, step.writes!);
  return {
    of: kindOf(step),
    row: Math.floor(cell / own.columns),
    column: cell % own.columns,
    value,
    factors,
    terms: factors.map((term) => term.reduce((product, factor) => product * factor, 1)),
    ...surroundings(trace, arrays),
    own,
  };
}

/** Which of the sums of a layer a step makes. */
export function kindOf({ kind, node, input }: Step): AskedCell['of'] {
  if (kind === 'forward') return node!.op.name === 'dot' ? 'product' : 'sum';
  if (node!.op.name === 'add') return 'bias';
  return input === 0 ? 'left' : 'right';
}

function surroundings(trace: Trace, arrays: Arrays) {
  const { ops, output } = trace.graph;
  const [product, sum] = ops;
  const value = (id: string | undefined): Entries =>
    id === undefined ? none : entriesAt(trace, arrays, { lane: 'value', id });
  return {
    X: value(product!.inputs[0]),
    W: value(product!.inputs[1]),
    b: value(sum?.inputs[1]),
    XW: value(sum && product!.output),
    dY: entriesAt(trace, arrays, { lane: 'gradient', id: output }),
  };
}

const none: Entries = { rows: 0, columns: 0, at: () => undefined };

function entriesAt(trace: Trace, arrays: Arrays, slot: Slot): Entries {
  const shape = trace.shapes.get(slot.id);
  if (!shape) return none;
  const isRight = trace.graph.ops[0]!.inputs[1] === slot.id;
  const { rows, columns } = isRight ? asRight(shape) : rowsAndColumns(shape);
  const data = arrays(slot)?.data;
  const isInside = (row: number, column: number) =>
    row >= 0 && row < rows && column >= 0 && column < columns;
  return {
    rows,
    columns,
    at: (row, column) => (isInside(row, column) ? data?.[row * columns + column] : undefined),
  };
}

/** The right operand of a product, where an array of one axis is a column. */
function asRight(shape: Shape): { rows: number; columns: number } {
  return shape.length === 1 ? { rows: shape[0]!, columns: 1 } : rowsAndColumns(shape);
}

/** The sum of some terms, in order; undefined where one of them does not exist. */
export function sumOf(count: number, term: (i: number) => number | undefined): number | undefined {
  let sum: number | undefined = 0;
  for (let i = 0; i < count && sum !== undefined; i++) sum = plus(sum, term(i));
  return sum;
}

/** A sum of two numbers, where both exist. */
export function plus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

/** A product of two numbers, where both exist. */
export function times(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a * b;
}

/** Row `row` of one times column `column` of the other, where they are equally long. */
export function rowTimesColumn(
  a: Entries,
  row: number,
  b: Entries,
  column: number,
): number | undefined {
  if (a.columns !== b.rows || row >= a.rows) return undefined;
  return sumOf(a.columns, (k) => times(a.at(row, k), b.at(k, column)));
}

/** The same entries, rows for columns. */
export function turned({ rows, columns, at }: Entries): Entries {
  return { rows: columns, columns: rows, at: (row, column) => at(column, row) };
}
