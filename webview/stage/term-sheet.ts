import { indexOfCell, termOf, type PlacedTerm, type Shape, type Step } from '../../src/core';
import { knownAt, numberAt } from '../arrays/panel-array';
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
  /** Whether some of its numbers are still to come from the host. */
  readonly isAwaited: boolean;
}

/**
 * The sum of the cell at the picture's position, or of the given one where a whole step is shown by it;
 * undefined where no cell is in play.
 */
export function termSheet(picture: Picture, shown?: number): TermSheet | undefined {
  const kept = sheets.get(picture) ?? new Map<number | undefined, TermSheet | undefined>();
  sheets.set(picture, kept);
  const cell = picture.position.cell ?? shown;
  if (!kept.has(cell)) kept.set(cell, sheetOf(picture, cell));
  return kept.get(cell);
}

/** Several places tell of the same sum. */
const sheets = new WeakMap<Picture, Map<number | undefined, TermSheet | undefined>>();

function sheetOf(picture: Picture, cell: number | undefined): TermSheet | undefined {
  const { model, position } = picture;
  const step = model.trace.steps[position.step]!;
  if (cell === undefined || !step.writes) return undefined;
  // What is to be foretold is not to be read off its products.
  const isHidden = isAsked(model, step.writes, cell);
  const reached = isHidden ? -1 : (position.term ?? step.terms - 1);
  const terms: SheetTerm[] = [];
  let running: number | undefined;
  let isAwaited = false;
  for (let i = 0; i < step.terms; i++) {
    const factors = termOf(model.trace, step, cell, i);
    let product: number | undefined = isHidden ? undefined : 1;
    for (const factor of factors) {
      const value = numberAt(model.array(factor.slot), factor.cell);
      if (value === 'awaited') isAwaited = true;
      product = product === undefined || typeof value !== 'number' ? undefined : product * value;
    }
    running =
      i === 0 || running === undefined || product === undefined ? product : running + product;
    terms.push(
      new WrittenTerm(model, factors, i, product, running, i <= reached, i === position.term),
    );
  }
  if (!isHidden && numberAt(model.array(step.writes), cell) === 'awaited') isAwaited = true;
  return {
    result: symbol(model, { slot: step.writes, cell }),
    isDone: isHidden || reached === step.terms - 1,
    letter: summedLetter(model, step, cell),
    terms,
    isAwaited,
  };
}

/** A term whose factors get their names when it is written out: of a long sum hardly any is. */
class WrittenTerm implements SheetTerm {
  constructor(
    private readonly model: Model,
    private readonly term: PlacedTerm,
    readonly i: number,
    readonly product: number | undefined,
    readonly running: number | undefined,
    readonly isMade: boolean,
    readonly isCurrent: boolean,
  ) {}

  get factors(): readonly Symbol[] {
    return this.term.map((factor) => symbol(this.model, factor));
  }
}

function symbol(model: Model, { slot, cell }: PlacedTerm[number]): Symbol {
  const shape = shapeOf(model, slot)!;
  return {
    base: entryName(sourceNameOf(model, slot)),
    index: indexLabel(shape, cell),
    value: knownAt(model.array(slot), cell),
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
