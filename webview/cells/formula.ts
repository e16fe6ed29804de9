import { indexOfCell, type PlacedCell, type PlacedTerm } from '../../src/core';
import { numberAt } from '../arrays/panel-array';
import { contentOf, shapeOf, sourceNameOf, type Model } from '../model';
import { equalsSign } from '../number';
import type { Picture } from '../scene-view';
import { entryName } from '../stage/term-sheet';
import { makingOf, type Making } from './making';
import { namesOfCells, nameOfCell } from './places';
import { absentText, exactText } from './spoken';

/** A stretch of a formula: a name, its index, or what stands between. */
export interface Run {
  readonly kind: 'name' | 'index' | 'text';
  readonly text: string;
}

/** What is said of a cell: how it is made, in symbols and in numbers, and what it goes into. */
export interface CellFormula {
  readonly cell: string;
  /** Right of the equals sign; empty for a number that is given. */
  readonly symbols: readonly Run[];
  /** The same in numbers, without the result; empty while the cell has none. */
  readonly numbers: string;
  /** The exact number, or why there is none. */
  readonly result: string;
  readonly isNumber: boolean;
  /** Between the numbers and the result: `≈` where the result is rounded. */
  readonly sign: '=' | '≈';
  readonly goesInto: readonly string[];
}

/** Longer sums are written by their first three terms and their last. */
const MOST_TERMS = 6;
const FIRST_TERMS = 3;
/** Longer sums are not added up digit by digit to see whether they were rounded: they are. */
const MOST_ADDED = 1000;

/** The formula of a picture's family. */
export function formulaOf(picture: Picture): CellFormula | undefined {
  const { family, model, position, words } = picture;
  if (!family) return undefined;
  const { slot, cell } = family.self;
  const content = contentOf(model, position, slot, cell);
  const making = makingOf(model, family.self);
  const isMade = content.kind === 'number';
  const result = isMade ? exactText(content.value) : absentText(content.kind, words);
  return {
    cell: nameOfCell(model, family.self),
    symbols: symbolsOf(model, making),
    numbers: isMade ? numbersOf(model, making) : '',
    result,
    isNumber: isMade,
    sign: isMade ? signOf(model, making, content.value) : '=',
    goesInto: namesOfCells(model, family.goesInto),
  };
}

function symbolsOf(model: Model, making: Making): Run[] {
  if (making.kind === 'same') return symbolOf(model, making.of);
  if (making.kind !== 'sum') return [];
  return shownTerms(making).flatMap((i, at) => [
    ...(at > 0 ? [text(' + ')] : []),
    ...(i === undefined ? [text('…')] : productOf(model, making.term(i))),
  ]);
}

function productOf(model: Model, factors: PlacedTerm): Run[] {
  return factors.flatMap((factor, i) => [
    ...(i > 0 ? [text('·')] : []),
    ...symbolOf(model, factor),
  ]);
}

function symbolOf(model: Model, { slot, cell }: PlacedCell): Run[] {
  const index = indexOfCell(shapeOf(model, slot)!, cell);
  return [
    { kind: 'name', text: entryName(sourceNameOf(model, slot)) },
    { kind: 'index', text: index.join(index.some((i) => i > 9) ? ',' : '') },
  ];
}

function text(of: string): Run {
  return { kind: 'text', text: of };
}

/** The terms that are written out; undefined where some are left out. */
function shownTerms({ count }: Extract<Making, { kind: 'sum' }>): (number | undefined)[] {
  const all = Array.from({ length: Math.min(count, MOST_TERMS) }, (_, i) => i);
  return count <= MOST_TERMS ? all : [...all.slice(0, FIRST_TERMS), undefined, count - 1];
}

function numbersOf(model: Model, making: Making): string {
  if (making.kind !== 'sum') return '';
  // A single number is the result itself.
  if (making.count === 1 && making.term(0).length === 1) return '';
  return shownTerms(making)
    .map((i) =>
      i === undefined
        ? '…'
        : making
            .term(i)
            .map((factor) => factorText(model, factor))
            .join(' × '),
    )
    .join(' + ');
}

/** A factor's exact number; a negative one in parentheses. */
function factorText(model: Model, { slot, cell }: PlacedCell): string {
  const value = numberAt(model.array(slot), cell);
  if (value === 'awaited') return '…';
  const number = value === undefined ? '?' : exactText(value);
  return number.startsWith('−') ? `(${number})` : number;
}

/** Whether the result is just what its terms come to, in decimals: most sums of fractions are rounded. */
function signOf(model: Model, making: Making, result: number): '=' | '≈' {
  if (making.kind !== 'sum' || making.count > MOST_ADDED) return '≈';
  const terms = Array.from({ length: making.count }, (_, i) =>
    making.term(i).map((factor) => factorText(model, factor)),
  );
  return equalsSign(terms, [[exactText(result)]]);
}

/** The formula as one sentence, for screen readers. */
export function formulaText(formula: CellFormula, picture: Picture): string {
  const { cell, numbers, result, sign, goesInto } = formula;
  const sum = numbers ? `${numbers} ${sign} ` : '';
  const said = `${cell} = ${sum}${result}`;
  return goesInto.length > 0
    ? `${said}. ${picture.words.say('goes into {cells}', { cells: goesInto.join(', ') })}`
    : said;
}
