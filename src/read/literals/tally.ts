import { sameShape, type Shape } from '../../core';
import type { Span } from '../reading';
import type { Part } from './parts';
import type { Rows } from './rows';

/** The row of a nested list that does not fit the rows before it. */
export interface OddRow {
  /** Which row, from 0. */
  readonly index: number;
  readonly row: Span;
  readonly expected: Shape;
  readonly found: Shape;
}

type Entry = Omit<Part, 'from' | 'to'>;

const SCALAR: Shape = [];
const INTEGER: Entry = { shape: SCALAR, numbers: 1, names: 0, isFloat: false };
const FLOAT: Entry = { ...INTEGER, isFloat: true };
const NAME: Entry = { shape: SCALAR, numbers: 0, names: 1, isFloat: false };

/** What the entries of a list amount to. */
export class Tally {
  private hasScalarNames = false;
  count = 0;
  /** The shape of every entry. */
  shape: Shape | undefined;
  numbers = 0;
  names = 0;
  isFloat = false;
  /** Whether an entry is nothing that an array of numbers may hold. */
  isBad = false;
  odd: OddRow | undefined;

  constructor(
    /** The rows, where the list may be written as a matrix. */
    readonly rows: Rows | undefined,
  ) {}

  /** An entry that is a number. */
  addNumber(isFloat: boolean, start: number, end: number): void {
    this.add(isFloat ? FLOAT : INTEGER, start, end);
  }

  /** An entry that is a name or an expression. */
  addName(start: number, end: number): void {
    this.add(NAME, start, end);
  }

  /** An entry that is a list, or anything like it. A name among lists may be a list too. */
  add({ shape, numbers, names, isFloat }: Entry, start: number, end: number): void {
    this.shape ??= shape;
    this.hasScalarNames ||= shape.length === 0 && names > 0;
    if (this.shape !== shape && !sameShape(this.shape, shape)) {
      if (this.hasScalarNames) this.isBad = true;
      this.odd ??= { index: this.count, row: { start, end }, expected: this.shape, found: shape };
    }
    this.count++;
    this.numbers += numbers;
    this.names += names;
    this.isFloat ||= isFloat;
    this.rows?.add(shape, names > 0, start, end);
  }
}
