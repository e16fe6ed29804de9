import {
  say,
  shapeText,
  tensor,
  type Computation,
  type OpNode,
  type Position,
  type Sentence,
  type Slot,
  type Step,
} from '../../core';
import type { View } from '../../protocol';
import { checkText, type CheckText } from './check-equations';
import { Equations, type RightSide } from './equations';
import { isOuterSum, outerEquation } from './outer-equation';
import { reasonsOf } from './reasons';
import { Symbols, type Operand } from './symbols';
import { texMatrix, type Digits } from './tex';

/** A step of a derivation, for any language that has headings, text and TeX. */
export interface Part {
  /** With markup, as sentences have it. */
  readonly title: string;
  readonly why: readonly string[];
  /** Displayed, each on its own. */
  readonly formulas: readonly string[];
}

/** How a derivation is written. */
export interface Writing {
  readonly digits: Digits;
  /** A sentence in the reader's language. */
  readonly words: (sentence: Sentence) => string;
}

/** How the steps are looked at, as far as that changes what is written. */
export type Look = Pick<View, 'reading' | 'nudge'>;

/** The step at a position, with the sum behind the cell that stands there, or behind its first. */
export function partAt(
  computation: Computation,
  position: Position,
  writing: Writing,
  look: Look = {},
): Part {
  return new Derivation(computation, writing, look).part(position);
}

/** All steps, in order. */
export function partsOf(computation: Computation, writing: Writing, look: Look = {}): Part[] {
  const derivation = new Derivation(computation, writing, look);
  return computation.trace.steps.map((_, step) => derivation.part({ step }));
}

class Derivation {
  private readonly symbols: Symbols;
  private readonly equations: Equations;

  constructor(
    private readonly computation: Computation,
    private readonly writing: Writing,
    private readonly look: Look,
  ) {
    this.symbols = new Symbols(computation);
    this.equations = new Equations(this.symbols, writing.digits);
  }

  part({ step: at, cell }: Position): Part {
    const step = this.computation.trace.steps[at]!;
    const check = step.kind === 'check' ? this.check(cell) : undefined;
    const why = [...reasonsOf(this.computation, step), ...(check?.why ?? [])];
    return {
      title: `${at + 1}. ${this.title(step)}`,
      why: why.map(this.writing.words),
      formulas: check?.formulas ?? this.formulas(step, cell ?? 0),
    };
  }

  private check(cell: number | undefined): CheckText {
    const { nudge } = this.look;
    return checkText(this.symbols, this.writing.digits, {
      ...(cell === undefined ? {} : { cell }),
      ...(nudge === undefined ? {} : { power: nudge }),
    });
  }

  private title({ kind, title }: Step): string {
    const { words } = this.writing;
    if (kind === 'shapes') return words(say('Shapes'));
    if (kind === 'verdict') return words(say('Verdict'));
    return kind === 'check' ? words(say('Check')) : `<m>${title}</m>`;
  }

  private formulas(step: Step, cell: number): string[] {
    switch (step.kind) {
      case 'shapes':
        return this.computation.graph.ops.map((node) => this.shapeRule(node));
      case 'upstream':
        return this.upstream(step.writes!);
      case 'pass':
        return this.pass(step);
      case 'verdict':
        return [this.verdict(step)];
      default:
        return this.operation(step, cell);
    }
  }

  private shapeRule(node: OpNode): string {
    const shape = (id: string) => this.shape({ lane: 'value', id });
    const sign = node.op.name === 'dot' ? ' \\cdot ' : ' + ';
    return `${node.inputs.map(shape).join(sign)} \\to ${shape(node.output)}`;
  }

  private shape(slot: Slot): string {
    const known = this.computation.trace.shapes.get(slot.id);
    return `\\underset{${this.symbols.name(slot)}}{${known ? shapeText(known) : '?'}}`;
  }

  private upstream(slot: Slot): string[] {
    const { loss } = this.computation.upstream;
    const symbols = [this.symbols.partial(slot)];
    const gradient = this.equations.ofArrays(this.symbols.name(slot), {
      symbols,
      operands: [slot],
    });
    return loss ? [...this.loss(loss), gradient] : [gradient];
  }

  private loss({
    kind,
    isMean,
    target,
    value,
  }: NonNullable<Computation['upstream']['loss']>): string[] {
    const { output } = this.computation.graph;
    const y = this.symbols.name({ lane: 'value', id: output }).toLowerCase();
    const share = isMean ? '\\frac{1}{N} ' : '';
    const formula =
      kind === 'softmax'
        ? `-${share}\\sum_{n} \\log \\frac{e^{${y}_{n t_n}}}{\\sum_{h} e^{${y}_{nh}}}`
        : `${share}\\sum_{n,h} \\frac{1}{2} (${y}_{nh} - t_{nh})^{2}`;
    const own = this.computation.trace.shapes.get(output)!;
    const shape = kind === 'softmax' ? [target.length] : own;
    const matrix = texMatrix({ ...tensor(shape, target), state: 'known' }, this.writing.digits);
    const name = kind === 'softmax' ? 't' : 'T';
    return [
      `${name} ${matrix.isExact ? '=' : '\\approx'} ${matrix.tex}`,
      this.equations.ofNumber(`L = ${formula}`, value),
    ];
  }

  private pass({ writes, copies, reads }: Step): string[] {
    return [writes!, ...copies].map((slot) =>
      this.equations.ofArrays(this.symbols.name(slot), {
        symbols: [this.symbols.partial(slot), this.symbols.partial(reads[0]!)],
        operands: [slot],
      }),
    );
  }

  private verdict({ reads }: Step): string {
    return reads
      .filter(({ lane }) => lane === 'value')
      .map((slot) => `${this.shape(slot)} = ${this.shape({ lane: 'gradient', id: slot.id })}`)
      .join(' \\qquad ');
  }

  private operation(step: Step, cell: number): string[] {
    const right = this.rule(step);
    const slot = step.writes!;
    const symbols =
      slot.lane === 'gradient' ? [this.symbols.partial(slot), ...right.symbols] : right.symbols;
    const whole = this.equations.ofArrays(this.symbols.name(slot), { ...right, symbols }, slot);
    if (this.look.reading === 'outer' && isOuterSum(this.symbols, step)) {
      return [outerEquation(this.symbols, this.writing.digits, step)];
    }
    const isSummed = step.cells > 0 && step.terms > 0;
    return isSummed
      ? [whole, this.equations.ofCell(step, Math.min(cell, step.cells - 1))]
      : [whole];
  }

  /** What an operation, or one of its gradients, is made of. */
  private rule({ node, input }: Step): RightSide {
    const [left, right] = node!.inputs.map((id): Slot => ({ lane: 'value', id })) as [Slot, Slot];
    const dY = this.symbols.origin({ lane: 'gradient', id: node!.output });
    const of = (operands: readonly Operand[], sign: string): RightSide => ({
      symbols: [operands.map((operand) => this.symbol(operand)).join(` ${sign} `)],
      operands,
      sign,
    });
    if (node!.op.name === 'add') {
      if (input === undefined) return of([left, right], '+');
      return { symbols: [`\\sum ${this.symbol(dY)}`], operands: [] };
    }
    if (input === undefined) return of([left, right], '\\cdot');
    return input === 0 ? of([dY, turned(right)], '\\cdot') : of([turned(left), dY], '\\cdot');
  }

  private symbol(operand: Operand): string {
    if (operand.lane === 'gradient') return this.symbols.partial(operand);
    return `${this.symbols.name(operand)}${operand.isTransposed ? '^{\\mathsf T}' : ''}`;
  }
}

function turned(slot: Slot): Operand {
  return { ...slot, isTransposed: true };
}
