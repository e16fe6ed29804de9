import { sizeOf, rowsAndColumns, type Shape } from '../../src/core';
import type { Tile } from '../../src/protocol/tiles';

/** Cells are asked for and kept in squares of this side. */
export const SIDE = 16;
/** The most squares that are kept of an array: those that came first go first. */
const MOST_KEPT = 8192;

/** Where cells lie in a matrix. */
export type Rectangle = Omit<Tile, 'slot'>;

/** The cells of a large array, which stays in the host, as far as they have come. */
export class Tiles {
  private readonly size: { readonly rows: number; readonly columns: number };
  private readonly across: number;
  private readonly kept = new Map<number, Float64Array>();
  private readonly wanted = new Set<number>();
  readonly length: number;
  /** Grows with every rectangle that comes. */
  version = 0;

  constructor(shape: Shape) {
    this.size = rowsAndColumns(shape);
    this.across = Math.ceil(this.size.columns / SIDE);
    this.length = sizeOf(shape);
  }

  /** A cell's number, or that it has to be waited for: then it is noted as wanted. */
  at(cell: number): number | 'awaited' {
    const { columns } = this.size;
    const row = Math.floor(cell / columns);
    const column = cell % columns;
    const square = Math.floor(row / SIDE) * this.across + Math.floor(column / SIDE);
    const entries = this.kept.get(square);
    if (!entries) {
      this.wanted.add(square);
      return 'awaited';
    }
    return entries[(row % SIDE) * SIDE + (column % SIDE)]!;
  }

  /** Whether a cell has come; it is not asked for. */
  has(cell: number): boolean {
    const { columns } = this.size;
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    return this.kept.has(Math.floor(row / SIDE) * this.across + Math.floor(column / SIDE));
  }

  /** Whether cells were wanted that are not here and have not been asked for. */
  get isWanting(): boolean {
    return this.wanted.size > 0;
  }

  /** What was wanted since it was asked last: rectangles of whole squares, of at most so many cells in all. */
  takeWanted(most: number): Rectangle[] {
    const squares = [...this.wanted].sort((a, b) => a - b).slice(0, Math.floor(most / SIDE ** 2));
    this.wanted.clear();
    const runs: { first: number; count: number }[] = [];
    for (const square of squares) {
      const run = runs.at(-1);
      const isNext = run && square === run.first + run.count && square % this.across !== 0;
      if (isNext) run.count++;
      else runs.push({ first: square, count: 1 });
    }
    return runs.map(({ first, count }) => ({
      top: Math.floor(first / this.across) * SIDE,
      left: (first % this.across) * SIDE,
      rows: SIDE,
      columns: count * SIDE,
    }));
  }

  /** Takes the entries of a rectangle of squares, row after row; those at the matrix's ends are cut. */
  put({ top, left, rows, columns }: Rectangle, entries: Float64Array): void {
    this.version++;
    for (let from = 0; from < columns; from += SIDE) {
      const square = Math.floor(top / SIDE) * this.across + Math.floor((left + from) / SIDE);
      const own = new Float64Array(SIDE * SIDE);
      for (let row = 0; row < rows; row++) {
        const start = row * columns + from;
        own.set(
          entries.subarray(start, row * columns + Math.min(columns, from + SIDE)),
          row * SIDE,
        );
      }
      this.kept.set(square, own);
    }
    for (const [oldest] of this.kept) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
  }
}
