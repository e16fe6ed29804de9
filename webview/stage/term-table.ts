import { select, type Selection } from 'd3-selection';
import { factorText, numberText } from '../number';
import { fillOf, isClipped } from '../scale';
import type { SheetLook } from './sheet-look';
import { signsOf } from './sheet-signs';
import type { SheetTerm, Symbol, TermSheet } from './term-sheet';

/** More terms than this are drawn as bars, however much room there is. */
const MOST_COLUMNS = 6;
/** The width of a character, the least width of a column, and what stands beside and between columns. */
const WIDE = { character: 8.4, column: 64, beside: 236, between: 28 };
const TIGHT = { character: 7.3, column: 60, beside: 200, between: 20 };
const NARROW = { character: 7.3, column: 48, beside: 172, between: 20 };
/** What a column's numbers have beside them. */
const PADDING = 12;
/** A line for each term, as wide as its longest numbers and what stands beside them. */
const STACKED = { character: 7.3, beside: 190 };

/** How a sum's terms stand in columns or lines in a panel of this width, or that they have no room to. */
export function tableType(
  { terms }: TermSheet,
  width: number,
  digits: number,
): 'large' | 'tight' | 'stacked' | 'none' {
  if (terms.length > MOST_COLUMNS) return 'none';
  const lengths = terms.map(
    ({ factors }) => factors.map(({ value }) => factorText(value, digits)).join(' · ').length,
  );
  const needed = ({ character, column, beside, between }: typeof WIDE) =>
    lengths.reduce(
      (sum, length) => sum + Math.max(column, length * character + PADDING) + between,
      beside,
    );
  if (width < 640) {
    if (needed(NARROW) <= width) return 'tight';
    return Math.max(...lengths) * STACKED.character + STACKED.beside <= width ? 'stacked' : 'none';
  }
  if (terms.length <= 3 && needed(WIDE) <= width) return 'large';
  return needed(TIGHT) <= width ? 'tight' : 'none';
}

/** The element that entries stand in. */
export type EntryCell = Selection<HTMLDivElement, unknown, null, undefined>;

/** What stands at a place of a sum that is written out. */
export interface Entry {
  readonly key: string;
  readonly row: number;
  readonly column: number;
  readonly kind: string;
  readonly draw: (cell: Selection<HTMLElement, unknown, null, undefined>) => void;
}

/** Writes a cell's sum out in columns: symbols, numbers, products, running sum. */
export function drawTermTable(
  container: EntryCell,
  sheet: TermSheet,
  look: SheetLook,
  type: 'large' | 'tight',
): void {
  container
    .attr('class', type === 'tight' ? 'term-table tight' : 'term-table')
    .style('--terms', sheet.terms.length);
  drawEntries(container, entriesOf(sheet, look));
}

/** Draws entries, each at its place. */
export function drawEntries(container: EntryCell, entries: readonly Entry[]): void {
  container
    .selectAll<HTMLElement, Entry>('span.entry')
    .data(entries, ({ key }) => key)
    .join('span')
    .attr('class', ({ kind }) => `entry ${kind}`)
    .style('grid-row', ({ row }) => row)
    .style('grid-column', ({ column }) => column)
    .each(function ({ draw }) {
      draw(select(this as HTMLElement));
    });
}

function entriesOf(sheet: TermSheet, look: SheetLook): Entry[] {
  const signs: Readonly<Record<string, string>> = { ...signsOf(sheet, look.digits) };
  const hasNumbers = sheet.terms.some(({ factors }) => factors.length > 1);
  const rows = ['letters', 'symbols', ...(hasNumbers ? ['numbers'] : []), 'products', 'running'];
  const row = (name: string) => rows.indexOf(name) + 1;
  const text = (kind: string, at: string, column: number, value: string): Entry => ({
    key: `${at}:${column}`,
    row: row(at),
    column,
    kind,
    draw: (cell) => cell.text(value),
  });
  const last = 2 * sheet.terms.length + 2;
  const hasRunning = sheet.terms.length > 2;
  return [
    { ...text('lhs', 'symbols', 1, ''), draw: (cell) => drawSymbols(cell, [sheet.result]) },
    ...rows.slice(1, -1).map((at) => text('operator', at, 2, signs[at] ?? '=')),
    ...sheet.terms.flatMap((term) =>
      termEntries(term, sheet, look, { row, hasNumbers, hasRunning, text }),
    ),
    ...(hasRunning ? [text('caption', 'running', 1, look.words.say('running sum'))] : []),
    text('operator', 'products', last, signs['result']!),
    {
      ...text('result', 'products', last + 1, ''),
      draw: (cell) => drawChip(cell, sheet.isDone ? sheet.result.value : null, look, true),
    },
  ];
}

interface Rows {
  readonly row: (name: string) => number;
  readonly hasNumbers: boolean;
  readonly hasRunning: boolean;
  readonly text: (kind: string, at: string, column: number, value: string) => Entry;
}

function termEntries(
  term: SheetTerm,
  sheet: TermSheet,
  look: SheetLook,
  { hasNumbers, hasRunning, text }: Rows,
): Entry[] {
  const column = 2 * term.i + 3;
  const current = term.isCurrent ? ' current' : '';
  const state = term.isMade ? '' : ' later';
  const operators = ['symbols', ...(hasNumbers ? ['numbers'] : []), 'products'];
  const letter = sheet.letter ? `${sheet.letter.toLowerCase()} = ${term.i}` : '';
  const numbers = term.factors.map(({ value }) => factorText(value, look.digits)).join(' · ');
  const running = term.isMade ? numberText(term.running, look.digits) : '—';
  return [
    text(`letter axis-${sheet.letter ?? ''}${current}`, 'letters', column, letter),
    {
      ...text(`symbols${current}`, 'symbols', column, ''),
      draw: (cell) => drawSymbols(cell, term.factors),
    },
    ...(hasNumbers ? [text(`numbers${current}${state}`, 'numbers', column, numbers)] : []),
    {
      ...text(`product${current}`, 'products', column, ''),
      draw: (cell) => drawChip(cell, term.isMade ? term.product : null, look, false),
    },
    ...(term.i > 0 ? operators.map((at) => text('operator', at, column - 1, '+')) : []),
    ...(hasRunning ? [text(`running${state}`, 'running', column, running)] : []),
    ...(hasRunning && term.i > 0 ? [text('operator', 'running', column - 1, '→')] : []),
  ];
}

/** Draws names with their indices: `x₀₀·w₀₁`. */
export function drawSymbols(
  cell: Selection<HTMLElement, unknown, null, undefined>,
  symbols: readonly Symbol[],
): void {
  const runs = symbols.flatMap(({ base, index }, i) => [
    ...(i > 0 ? [{ tag: 'span', kind: 'times', text: ' · ' }] : []),
    { tag: 'span', kind: 'math', text: base },
    { tag: 'sub', kind: 'index', text: index },
  ]);
  cell
    .selectAll<HTMLElement, (typeof runs)[number]>(':scope > *')
    .data(runs)
    .join((enter) => enter.append(({ tag }) => document.createElement(tag)))
    .attr('class', ({ kind }) => kind)
    .text(({ text }) => text);
}

/** A number on its colour; a ghost for null (not made yet), a question mark where it is not known. */
export function drawChip(
  cell: Selection<HTMLElement, unknown, null, undefined>,
  value: number | undefined | null,
  { lane, scale, digits }: SheetLook,
  isResult: boolean,
): void {
  const sign = value ? (value > 0 ? 'positive' : 'negative') : '';
  const isBeyond = typeof value === 'number' && isClipped(value, scale);
  cell
    .selectAll('span.chip')
    .data([0])
    .join('span')
    .attr(
      'class',
      `chip ${lane} ${sign} ${value === null ? 'ghost' : ''} ${isResult ? 'is-result' : ''} ${isBeyond ? 'clipped' : ''}`,
    )
    .style('--t', value ? fillOf(value, scale) : 0)
    .text(value === null ? '—' : numberText(value, digits));
}
