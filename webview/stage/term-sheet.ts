import { indexOfCell, termOf, type PlacedTerm, type Shape, type Step } from '../../src/core';
import { isAsked, lettersOf, nameOf, shapeOf, sourceNameOf, type Model } from '../model';
import type { Picture } from '../scene-view';

/** A number that stands in a term, as the sheet names it: `x` with index `0,1`. */
export interface Symbol {
  readonly base: string;
  readonly index: string;
  readonly value: number | undefined;
}

/** One product of a cell's sum, with the sum up to and including it. */
export interface SheetTerm {
  readonly i: number;
  readonly factors: readonly Symbol[];
  readonly product: number | undefined;
  readonly running: number | undefined;
  /** Whether the position has reached this term. */
  readonly isMade: boolean;
  readonly isCurrent: boolean;
}

/** A cell's sum, written out. */
export interface TermSheet {
  readonly result: Symbol;
  readonly isDone: boolean;
  /** The letter of the axis that is summed over, where the terms run along one. */
  readonly letter: string | undefined;
  readonly terms: readonly SheetTerm[];
}

/**
 * The sum of the cell at the picture's position, or of the given one where a whole step is shown by it;
 * undefined where no cell is in play.
 */
export function termSheet(picture: Picture, shown?: number): TermSheet | undefined {
  const { model, position } = picture;
  const step = model.trace.steps[position.step]!;
  const cell = position.cell ?? shown;
  if (cell === undefined || !step.writes) return undefined;
  // What is to be foretold is not to be read off its products.
  const isHidden = isAsked(model, step.writes, cell);
  const reached = isHidden ? -1 : (position.term ?? step.terms - 1);
  let sum: number | undefined;
  const terms = Array.from({ length: step.terms }, (_, i): SheetTerm => {
    const factors = termOf(model.trace, step, cell, i).map((factor) => symbol(model, factor));
    const product = factors.reduce<number | undefined>(
      (so, { value }) => (so === undefined || value === undefined ? undefined : so * value),
      isHidden ? undefined : 1,
    );
    sum = i === 0 || sum === undefined || product === undefined ? product : sum + product;
    return {
      i,
      factors,
      product,
      running: sum,
      isMade: i <= reached,
      isCurrent: i === position.term,
    };
  });
  return {
    result: symbol(model, { slot: step.writes, cell }),
    isDone: isHidden || reached === step.terms - 1,
    letter: summedLetter(model, step, cell),
    terms,
  };
}

function symbol(model: Model, { slot, cell }: PlacedTerm[number]): Symbol {
  const shape = shapeOf(model, slot)!;
  return {
    base: entryName(sourceNameOf(model, slot)),
    index: indexLabel(shape, cell),
    value: model.array(slot)?.data?.[cell],
  };
}

/** How an entry of a matrix is written: `x` of `X`, `dy` of `dY`, `(XW)` of `XW`. */
export function entryName(name: string): string {
  if (name.length === 1) return name.toLowerCase();
  return /^d\w$/.test(name) ? name.toLowerCase() : name.startsWith('d(') ? name : `(${name})`;
}

/** An entry's indices, without commas as long as each is one digit. */
export function indexLabel(shape: Shape, cell: number): string {
  const index = indexOfCell(shape, cell);
  return index.join(index.some((i) => i > 9) ? ',' : '');
}

/** The axis along which a factor moves from one term to the next. */
function summedLetter(model: Model, step: Step, cell: number): string | undefined {
  if (step.terms < 2 || step.kind === 'gather') return undefined;
  const [first, second] = [0, 1].map((i) => termOf(model.trace, step, cell, i)[0]!);
  if (first!.slot.id !== second!.slot.id) return undefined;
  const shape = shapeOf(model, first!.slot)!;
  const [a, b] = [first!, second!].map((factor) => indexOfCell(shape, factor.cell));
  const axis = a!.findIndex((index, at) => index !== b![at]);
  return lettersOf(model, first!.slot)[axis];
}

/** The name of a step's cell as code: `XW[0,1]`. */
export function cellName(model: Model, step: Step, cell: number): string {
  const shape = shapeOf(model, step.writes!)!;
  return `${nameOf(model, step.writes!)}[${indexOfCell(shape, cell).join(',')}]`;
}
