import {
  axisLetters,
  dataNode,
  gradientName,
  indexOfCell,
  type Computation,
  type Computed,
  type PlacedCell,
  type Slot,
} from '../../core';

/** An array as a factor: as it is, or turned. */
export interface Operand extends Slot {
  readonly isTransposed?: boolean;
}

/** What a derivation calls the arrays of a computation, and where it finds their numbers. */
export class Symbols {
  private readonly letters;

  constructor(readonly computation: Computation) {
    const { graph, trace } = computation;
    this.letters = axisLetters(graph, trace.shapes);
  }

  /** The array at a slot; undefined where not even its shape is known. */
  array({ lane, id }: Slot): Computed | undefined {
    const { values, gradients } = this.computation;
    return (lane === 'value' ? values : gradients).get(id);
  }

  /** `X`, `dX`, `d(XW)`. */
  name({ lane, id }: Slot): string {
    const { name } = dataNode(this.computation.graph, id);
    return lane === 'value' ? name : gradientName(name);
  }

  /** The partial derivative that a gradient is: `\frac{\partial L}{\partial X}`. */
  partial({ id }: Slot): string {
    return `\\frac{\\partial L}{\\partial ${this.name({ lane: 'value', id })}}`;
  }

  /** Where a gradient came from that only passed through a sum: it goes by that name from there on. */
  origin(slot: Slot): Slot {
    const isSame = ({ lane, id }: Slot) => lane === slot.lane && id === slot.id;
    const pass = this.computation.trace.steps.find(
      ({ kind, writes, copies }) => kind === 'pass' && [writes!, ...copies].some(isSame),
    );
    return pass?.reads[0] ?? slot;
  }

  /** What stands under an array: `W^{\mathsf T}\;(H=2,\, D=3)`; only lengths where axes have no letters. */
  label(operand: Operand): string {
    const { id, isTransposed = false } = operand;
    const shape = this.computation.trace.shapes.get(id) ?? [];
    const letters = this.letters.get(id) ?? [];
    const axes = shape.map((length, i) => (letters[i] ? `${letters[i]}=${length}` : `${length}`));
    const name = `${this.name(operand)}${isTransposed ? '^{\\mathsf T}' : ''}`;
    const inOrder = isTransposed ? axes.toReversed() : axes;
    return axes.length > 0 ? `${name}\\;(${inOrder.join(',\\, ')})` : name;
  }

  /** An entry of an array: `x_{01}`, `(XW)_{01}`, `dy_{01}`. */
  entry({ slot, cell }: PlacedCell): string {
    const shape = this.computation.trace.shapes.get(slot.id)!;
    const index = indexOfCell(shape, cell);
    const text = index.join(shape.some((length) => length > 10) ? ',' : '');
    const name = entryName(this.name(this.origin(slot)));
    return text === '' ? name : `${name}_{${text}}`;
  }
}

function entryName(name: string): string {
  if (/^d?\w$/.test(name)) return name.toLowerCase();
  return name.startsWith('d(') ? name : `(${name})`;
}
