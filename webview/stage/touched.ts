import type { Slot, Step } from '../../src/core';
import { nameOf, shapeOf, sourceOf } from '../model';
import { drawMarked } from '../marked';
import { equalsSign, numberText } from '../number';
import type { Picture } from '../scene-view';
import { shownCell } from './outer';
import { html, type Html } from './parts';
import { subscript } from './sheets';
import { entryName, indexLabel, termSheet, type TermSheet } from './term-sheet';
import { drawPaths } from './touched-paths';
import { drawWorked, type Piece } from './worked';

/** So many terms have room in one line. */
const MOST_TERMS = 5;

/** The entry of X the whole step is explained by. */
export function touchingCell(picture: Picture, step: Step): number {
  const slot = step.writes!;
  return shownCell(picture, slot, { lane: 'value', id: slot.id });
}

/**
 * Draws what one entry of X has touched: a row of Y, once through each weight of a row of W; and its
 * gradient, which comes back along the same paths and is added up.
 */
export function drawTouched(place: Html, picture: Picture, step: Step, isNarrow: boolean): void {
  const cell = touchingCell(picture, step);
  const sheet = termSheet(picture, cell)!;
  drawMarked(html(place, 'p', 'asked').node()!, question(picture, step, cell));
  const fan = html(place, 'div', 'fan');
  drawPaths(fan, picture, step, cell, isNarrow);
  drawWorked(fan, picture, [workedSum(picture, step.writes!, sheet, isNarrow)]);
}

/** What was touched, and by how many paths. */
function question({ model, words }: Picture, step: Step, cell: number): string {
  const value: Slot = { lane: 'value', id: step.writes!.id };
  const shape = shapeOf(model, value)!;
  const columns = shape.at(-1)!;
  const [n, d] = [Math.floor(cell / columns), cell % columns];
  return words.say(
    'Which outputs did <m>{entry}</m> touch? Row <N>n={n}</N> of <m>{output}</m>, through the weights in row <D>d={d}</D> of <m>{right}</m>. Its gradient comes back along the same paths:',
    {
      entry: `${entryName(nameOf(model, value))}${subscript(indexLabel(shape, cell))}`,
      n,
      d,
      output: nameOf(model, { ...sourceOf(model, step.reads[0]!), lane: 'value' }),
      right: nameOf(model, { lane: 'value', id: step.node!.inputs[1]! }),
    },
  );
}

/** The sum of what comes back, in as many terms as there is room for. */
function workedSum(
  { preferences }: Picture,
  slot: Slot,
  { result, terms }: TermSheet,
  isNarrow: boolean,
): Piece[] {
  const isWhole = terms.length <= (isNarrow ? 2 : MOST_TERMS);
  const products = terms.map(({ product }): Piece => ({ value: product, slot }));
  const plus: Piece = { text: '+' };
  const sum: Piece[] = isWhole
    ? products.flatMap((piece, i) => (i === 0 ? [piece] : [plus, piece]))
    : [products[0]!, plus, { text: '…' }, plus, products.at(-1)!];
  const text = (value: number | undefined) => [numberText(value, preferences.digits)];
  const sign = equalsSign(
    terms.map(({ product }) => text(product)),
    [text(result.value)],
  );
  const end: Piece = { value: result.value, slot, isResult: true };
  return [{ symbols: [result] }, { text: '=' }, ...sum, { text: sign }, end];
}
