import type { Shape } from '../../core';
import type { Span } from '../reading';

/** Counts the rows of a matrix that is written row by row, and how wide each is. */
export class Rows {
  private cells = 0;
  private numbers = 0;
  private names = 0;
  private start = 0;
  private end = 0;
  private isBreakDue = false;
  private hasFullRow = false;
  private hasRowOfNames = false;
  /** Rows that have ended. */
  count = 0;
  width: number | undefined;
  /** Whether an entry is no number and no single row. */
  isBad = false;
  odd: { index: number; row: Span; width: number } | undefined;

  /** An entry of the row: a number, a name, or a matrix of one row. */
  add(shape: Shape, isName: boolean, start: number, end: number): void {
    if (this.isBreakDue) this.endRow();
    if (this.cells === 0) this.start = start;
    this.end = end;
    if (shape.length > 0 && !(shape.length === 2 && shape[0] === 1)) this.isBad = true;
    this.cells += shape[1] ?? 1;
    if (isName) this.names++;
    else this.numbers++;
  }

  /** The row ends if another entry follows. */
  breakRow(): void {
    if (this.cells > 0) this.isBreakDue = true;
  }

  /** Ends the last row. */
  finish(): void {
    if (this.cells > 0) this.endRow();
  }

  /**
   * Whether the shape is sure though names stand in it, each of which may be a matrix: a number fixes
   * the height of its row, a row of numbers the width of all.
   */
  get isSure(): boolean {
    return this.hasFullRow && !this.hasRowOfNames;
  }

  private endRow(): void {
    this.width ??= this.cells;
    if (this.cells !== this.width) {
      const row = { start: this.start, end: this.end };
      this.odd ??= { index: this.count, row, width: this.cells };
    }
    if (this.names === 0) this.hasFullRow = true;
    if (this.numbers === 0) this.hasRowOfNames = true;
    this.count++;
    this.cells = this.numbers = this.names = 0;
    this.isBreakDue = false;
  }
}
