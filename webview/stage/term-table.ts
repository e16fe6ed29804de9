import { select, type Selection } from 'd3-selection';
import { formatFactor, formatNumber, type Slot, strength } from '../../src/core';
import type { Scales } from '../scale';
import type { Words } from '../words';
import type { SheetTerm, Symbol, TermSheet } from './term-sheet';

/** More terms than this are drawn as bars, however much room there is. */
const MOST_COLUMNS = 6;
/** The room a column of terms takes at the least, and what stands beside the columns. */
const COLUMN = { wide: 116, narrow: 82 };
const BESIDE = { wide: 230, narrow: 150 };

/** How many terms have room for a column each, in a panel of this width. */
export function columnsThatFit(width: number): number {
  const room = width < 640 ? 'narrow' : 'wide';
  return Math.min(MOST_COLUMNS, Math.floor((width - BESIDE[room]) / COLUMN[room]));
}

interface Entry {
  readonly key: string;
  readonly row: number;
  readonly column: number;
  readonly kind: string;
  readonly draw: (cell: Selection<HTMLElement, unknown, null, undefined>) => void;
}

/** Writes a cell's sum out in columns: symbols, numbers, products, running sum. */
export function drawTermTable(
  container: Selection<HTMLDivElement, unknown, null, undefined>,
  sheet: TermSheet,
  lane: Slot['lane'],
  scales: Scales,
  words: Words,
): void {
  const entries = entriesOf(sheet, lane, scales, words);
  container
    .attr('class', sheet.terms.length > 3 ? 'term-table tight' : 'term-table')
    .style('--terms', sheet.terms.length)
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

function entriesOf(sheet: TermSheet, lane: Slot['lane'], scales: Scales, words: Words): Entry[] {
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
    ...rows.slice(1, -1).map((at) => text('operator', at, 2, '=')),
    ...sheet.terms.flatMap((term) =>
      termEntries(term, sheet, lane, scales, { row, hasNumbers, hasRunning, text }),
    ),
    ...(hasRunning ? [text('caption', 'running', 1, words.say('running sum'))] : []),
    text('operator', 'products', last, '='),
    {
      ...text('result', 'products', last + 1, ''),
      draw: (cell) => drawChip(cell, sheet.isDone ? sheet.result.value : null, lane, scales, true),
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
  lane: Slot['lane'],
  scales: Scales,
  { hasNumbers, hasRunning, text }: Rows,
): Entry[] {
  const column = 2 * term.i + 3;
  const current = term.isCurrent ? ' current' : '';
  const state = term.isMade ? '' : ' later';
  const operators = ['symbols', ...(hasNumbers ? ['numbers'] : []), 'products'];
  const letter = sheet.letter ? `${sheet.letter.toLowerCase()} = ${term.i}` : '';
  const numbers = term.factors.map(({ value }) => factorText(value)).join(' · ');
  const running = term.isMade ? numberText(term.running) : '—';
  return [
    text(`letter axis-${sheet.letter ?? ''}${current}`, 'letters', column, letter),
    {
      ...text(`symbols${current}`, 'symbols', column, ''),
      draw: (cell) => drawSymbols(cell, term.factors),
    },
    ...(hasNumbers ? [text(`numbers${current}${state}`, 'numbers', column, numbers)] : []),
    {
      ...text(`product${current}`, 'products', column, ''),
      draw: (cell) => drawChip(cell, term.isMade ? term.product : null, lane, scales, false),
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
function drawChip(
  cell: Selection<HTMLElement, unknown, null, undefined>,
  value: number | undefined | null,
  lane: Slot['lane'],
  scales: Scales,
  isResult: boolean,
): void {
  const sign = value ? (value > 0 ? 'positive' : 'negative') : '';
  cell
    .selectAll('span.chip')
    .data([0])
    .join('span')
    .attr(
      'class',
      `chip ${lane} ${sign} ${value === null ? 'ghost' : ''} ${isResult ? 'is-result' : ''}`,
    )
    .style('--t', value ? strength(value, scales[lane]) : 0)
    .text(value === null ? '—' : numberText(value));
}

function numberText(value: number | undefined): string {
  return value === undefined ? '?' : formatNumber(value);
}

function factorText(value: number | undefined): string {
  return value === undefined ? '?' : formatFactor(value);
}
