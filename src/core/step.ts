import type { OpNode } from './graph';
import type { Factor } from './op';

/** A place where numbers stand: the value or the gradient of a data node (or a part of a gradient). */
export interface Slot {
  readonly lane: 'value' | 'gradient';
  readonly id: string;
}

/** One step of the pass; `title` is its name in symbols, empty for those named by a word. */
export interface Step {
  readonly kind:
    'shapes' | 'forward' | 'upstream' | 'pass' | 'backward' | 'gather' | 'verdict' | 'check';
  readonly title: string;
  /** The operation at work, and for a backward step the operand whose gradient is made. */
  readonly node?: OpNode;
  readonly input?: number;
  /** What the step makes, cell by cell. */
  readonly writes?: Slot;
  /** What comes to stand elsewhere with it, unchanged: a sum lends its gradient to its operands. */
  readonly copies: readonly Slot[];
  readonly reads: readonly Slot[];
  /** How many cells the step makes one by one, and terms in each; 0 if it is done at once. */
  readonly cells: number;
  readonly terms: number;
}

/** One number of the computation: a cell, in row-major order, of the array at a slot. */
export interface PlacedCell {
  readonly slot: Slot;
  readonly cell: number;
}

/** A step's cell made of a term: one product, with the places its factors stand at. */
export type PlacedTerm = readonly PlacedCell[];

/** The place of a number that an operation's term multiplies. */
export function slotOfFactor(node: OpNode, { from }: Factor): Slot {
  return from === 'upstream'
    ? { lane: 'gradient', id: node.output }
    : { lane: 'value', id: node.inputs[from]! };
}
