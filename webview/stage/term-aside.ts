import { select } from 'd3-selection';
import { drawMarked } from '../marked';
import { factorText, numberText } from '../number';
import { html, type Html } from './parts';
import type { SheetLook } from './sheet-look';
import { productSign } from './sheet-signs';
import type { SheetTerm, TermSheet } from './term-sheet';
import { drawChip, drawSymbols } from './term-table';

/** The term that is written out beside a chart: the one at hand, else the largest of those made. */
export function writtenTerm({ terms }: TermSheet): SheetTerm | undefined {
  const made = terms.filter(({ isMade }) => isMade);
  const size = ({ product }: SheetTerm) => Math.abs(product ?? 0);
  return (
    made.find(({ isCurrent }) => isCurrent) ??
    made.reduce<SheetTerm | undefined>(
      (most, term) => (!most || size(term) > size(most) ? term : most),
      undefined,
    )
  );
}

/** Writes one term of a long sum out beside its chart, and the sum. */
export function drawAside(
  place: Html,
  sheet: TermSheet,
  term: SheetTerm | undefined,
  look: SheetLook,
): void {
  drawMarked(html(place, 'div', 'caption').node()!, term ? captionOf(sheet, term, look) : '');
  drawSymbols(html(place, 'div', 'symbols'), term?.factors ?? []);
  html(place, 'div', 'numbers').text(term ? termText(term, look.digits) : '');
  drawSum(html(place, 'div', 'sum'), sheet, look);
}

function captionOf(sheet: TermSheet, term: SheetTerm, { words }: SheetLook): string {
  const names = { i: term.i + 1, count: sheet.terms.length, at: indexOfTerm(sheet, term.i) };
  const isLargest = !term.isCurrent && term === writtenTerm(sheet);
  return isLargest
    ? words.say('largest of the {count} terms, {at}', names)
    : words.say('term {i} of {count}, {at}', names);
}

/** A term's index on the axis that is summed over, in its colour where it has one. */
function indexOfTerm({ letter }: TermSheet, i: number): string {
  return letter ? `<${letter}>${letter.toLowerCase()}=${i}</${letter}>` : String(i);
}

/** The numbers of a term: `(−2.32) · 0.47 = −1.09`. */
export function termText(term: SheetTerm, digits: number): string {
  const { factors, product } = term;
  const numbers = factors.map(({ value }) => factorText(value, digits)).join(' · ');
  if (factors.length === 1) return numbers;
  return `${numbers} ${productSign(term, digits)} ${numberText(product, digits)}`;
}

function drawSum(place: Html, sheet: TermSheet, look: SheetLook): void {
  const { words } = look;
  const soFar = sheet.terms.findLast(({ isMade }) => isMade)?.running;
  if (sheet.isAwaited) return void place.selectAll(':scope > span.part').remove();
  const parts = [
    sheet.isDone
      ? words.say('sum of all {count} =', { count: sheet.terms.length })
      : words.say('sum so far ='),
    '',
  ];
  place
    .selectAll<HTMLElement, string>(':scope > span.part')
    .data(parts)
    .join('span')
    .attr('class', 'part')
    .each(function (text, i) {
      if (i === 0) select(this).text(text);
      else drawChip(select(this), sheet.isDone ? sheet.result.value : soFar, look, sheet.isDone);
    });
}
