import { termOf, type PlacedCell, type Slot, type Step } from '../../core';
import type { Operand, Symbols } from './symbols';
import {
  texFactor,
  texMatrix,
  texNumber,
  writtenIndices,
  type Digits,
  type TexMatrix,
  type TexNumber,
} from './tex';

/** How many entries fit beside each other on a line of a page. */
const LINE = 14;

/** What stands to the right of an equation's first sign: symbols, and the arrays behind them. */
export interface RightSide {
  readonly symbols: readonly string[];
  readonly operands: readonly Operand[];
  /** Between the operands. */
  readonly sign?: string;
}

/** The equations of a computation, with their numbers written to some digits. */
export class Equations {
  constructor(
    private readonly symbols: Symbols,
    private readonly digits: Digits,
  ) {}

  /** An equation in symbols, in the numbers of its operands, and with its result where it has one. */
  ofArrays(name: string, { symbols, operands, sign = '' }: RightSide, result?: Slot): string {
    const made = result ? [this.matrix(result)] : [];
    const read = operands.map((operand) => this.matrix(operand));
    const all = [...read, ...made];
    const columns = all.reduce((sum, matrix) => sum + matrix.columns, 0);
    const between = columns > LINE ? ` \\\\\n&\\quad ${sign} ` : ` ${sign} `;
    return aligned([
      `${name} &= ${symbols.join(' = ')}`,
      ...(read.length > 0 ? [`&= ${read.map(({ tex }) => tex).join(between)}`] : []),
      ...made.map(({ tex }) => `&${equals(all)} ${tex}`),
    ]);
  }

  /** A cell's sum: its symbols, its numbers, and what it comes to. */
  ofCell(step: Step, cell: number): string {
    const written = writtenIndices(step.terms);
    const terms = written.map((i) =>
      i === undefined ? undefined : termOf(this.symbols.computation.trace, step, cell, i),
    );
    const sum = (text: (factor: PlacedCell) => string) =>
      terms.map((factors) => factors?.map(text).join(' \\cdot ') ?? '\\cdots').join(' + ');
    const result: PlacedCell = { slot: step.writes!, cell };
    const numbers = terms.flatMap((factors) => factors?.map((factor) => this.number(factor)) ?? []);
    const symbols = sum((factor) => this.symbols.entry(factor));
    const counted =
      written.length < step.terms ? `\\underbrace{${symbols}}_{${step.terms}}` : symbols;
    return aligned([
      `${this.symbols.entry(result)} &= ${counted}`,
      `&${equals(numbers)} ${sum((factor) => texFactor(this.number(factor)))}`,
      `&${equals([...numbers, this.number(result)])} ${this.number(result).tex}`,
    ]);
  }

  /** A number by itself: `L = … = 1.5`. */
  ofNumber(left: string, value: number): string {
    const number = texNumber(value, 'float64', this.digits);
    return `${left} ${equals([number])} ${number.tex}`;
  }

  private matrix(operand: Operand): TexMatrix {
    const array = this.symbols.array(operand)!;
    const isTurned = operand.isTransposed === true && array.shape.length > 1;
    const matrix = texMatrix(array, this.digits, isTurned);
    return { ...matrix, tex: `\\underset{${this.symbols.label(operand)}}{${matrix.tex}}` };
  }

  private number({ slot, cell }: PlacedCell): TexNumber {
    const array = this.symbols.array(slot)!;
    const value = array.data?.[cell];
    if (value === undefined) return { tex: '?', isExact: true };
    return texNumber(value, array.dtype, this.digits);
  }
}

function equals(numbers: readonly TexNumber[]): string {
  return numbers.every(({ isExact }) => isExact) ? '=' : '\\approx';
}

function aligned(lines: readonly string[]): string {
  return `\\begin{aligned}\n${lines.join(' \\\\\n')}\n\\end{aligned}`;
}
