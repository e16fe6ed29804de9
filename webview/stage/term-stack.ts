import { factorText, numberText } from '../number';
import { html, type Html } from './parts';
import type { SheetLook } from './sheet-look';
import { productSign, signsOf } from './sheet-signs';
import type { SheetTerm, TermSheet } from './term-sheet';
import { drawChip, drawEntries, drawSymbols, type Entry, type EntryCell } from './term-table';

/** The columns of a stack, from the left. */
const AT = { plus: 1, work: 2, equals: 3, product: 4, running: 5 };

/** Writes a cell's sum out with a line for each term, for panels that have no room for columns. */
export function drawTermStack(container: EntryCell, sheet: TermSheet, look: SheetLook): void {
  container.attr('class', 'term-table stacked');
  drawEntries(container, entriesOf(sheet, look));
}

function entriesOf(sheet: TermSheet, look: SheetLook): Entry[] {
  const { terms, result, isDone } = sheet;
  const hasRunning = terms.length > 2;
  const last = terms.length + 2;
  const caption = look.words.say('running sum');
  return [
    ...(hasRunning ? [text('caption', 1, AT.running, caption)] : []),
    ...terms.flatMap((term) => lineOf(term, sheet, look, hasRunning)),
    entry('lhs', last, AT.work, (cell) => drawSymbols(cell, [result])),
    text('operator', last, AT.equals, signsOf(sheet, look.digits).result),
    entry('result', last, AT.product, (cell) =>
      drawChip(cell, isDone ? result.value : null, look, true),
    ),
  ];
}

/** `+ 2 · 3 = 6 → 7`, with `d = 1` and the names of 2 and 3 over them. */
function lineOf(term: SheetTerm, sheet: TermSheet, look: SheetLook, hasRunning: boolean): Entry[] {
  const row = term.i + 2;
  const current = term.isCurrent ? ' current' : '';
  const state = term.isMade ? '' : ' later';
  const product = term.isMade ? term.product : null;
  const running = term.isMade ? numberText(term.running, look.digits) : '—';
  return [
    ...(term.i > 0 ? [text('operator', row, AT.plus, '+')] : []),
    entry(`work${current}${state}`, row, AT.work, (cell) => drawWork(cell, term, sheet, look)),
    text('operator', row, AT.equals, productSign(term, look.digits)),
    entry(`product${current}`, row, AT.product, (cell) => drawChip(cell, product, look, false)),
    ...(hasRunning ? [text(`running${state}`, row, AT.running, `→ ${running}`)] : []),
  ];
}

/** A term's index and the names of its factors, over their numbers. */
function drawWork(
  cell: Html,
  { i, factors }: SheetTerm,
  { letter = '' }: TermSheet,
  { digits }: SheetLook,
): void {
  const names = html(cell, 'span', 'names');
  html(names, 'span', `letter axis axis-${letter}`, letter !== '').text(
    `${letter.toLowerCase()} = ${i}`,
  );
  drawSymbols(html(names, 'span', 'symbols'), factors);
  const numbers = factors.map(({ value }) => factorText(value, digits)).join(' · ');
  html(cell, 'span', 'numbers', factors.length > 1).text(numbers);
}

function entry(kind: string, row: number, column: number, draw: Entry['draw']): Entry {
  return { key: `stack:${row}:${column}`, row, column, kind, draw };
}

function text(kind: string, row: number, column: number, value: string): Entry {
  return entry(kind, row, column, (cell) => cell.text(value));
}
