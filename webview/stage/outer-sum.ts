import { select } from 'd3-selection';
import type { Step } from '../../src/core';
import { matrixView } from '../matrix/matrix-view';
import { regionOfCell } from '../focus';
import type { Picture } from '../scene-view';
import { drawFigure } from './figure';
import { stageFrame } from './frames';
import { drawMini } from './mini';
import {
  chosenSamples,
  outerSum,
  shownCell,
  type OtherSamples,
  type OuterSum,
  type Sample,
} from './outer';
import { html, type Html } from './parts';
import { drawNamedShares, drawShare, percentText } from './outer-shares';
import { sampleLine } from './sheets';

/** The columns of the sheets' table, in order. */
const COLUMNS = ['n', 'x', 'times', 'dy', 'equals', 'sheet', 'share'] as const;
type Column = (typeof COLUMNS)[number];

interface Entry {
  readonly key: string;
  readonly row: number;
  readonly column: Column;
  readonly kind: string;
  readonly isCurrent: boolean;
  readonly draw: (place: Html) => void;
}

/** The cell of dW whose entries are outlined and whose terms are written out. */
export function outerCell(picture: Picture, step: Step): number {
  return picture.position.cell ?? shownCell(picture, step.writes!);
}

/** Draws dW as the sum of one sheet for each sample: its x as a column times its dy as a row. */
export function drawOuter(place: Html, picture: Picture, step: Step, isNarrow: boolean): void {
  const sum = outerSum(picture.model, step);
  place.attr('class', 'outer');
  drawResult(html(place, 'div', 'result'), picture, step, isNarrow);
  const sign = html(place, 'div', 'sigma').attr('aria-label', picture.words.say('the sum over n'));
  texts(sign, [
    { kind: 'equals', text: '=' },
    { kind: 'sum', text: 'Σ' },
    { kind: 'axis axis-N', text: 'n' },
  ]);
  html(place, 'div', 'sheets')
    .selectAll<HTMLElement, Entry>(':scope > div')
    .data(entriesOf(picture, step, sum, isNarrow), ({ key }) => key)
    .join('div')
    .attr('class', ({ kind, column, isCurrent }) =>
      ['entry', kind, `at-${column}`, ...(isCurrent ? ['current'] : [])].join(' '),
    )
    .style('--row', ({ row }) => row)
    .style('grid-column', ({ column }) => COLUMNS.indexOf(column) + 1)
    .order()
    .each(function ({ draw }) {
      draw(select(this as HTMLElement));
    });
}

function texts(place: Html, runs: readonly { readonly kind: string; readonly text: string }[]) {
  place
    .selectAll('span')
    .data(runs)
    .join('span')
    .attr('class', ({ kind }) => kind)
    .text(({ text }) => text);
}

function drawResult(place: Html, picture: Picture, step: Step, isNarrow: boolean): void {
  const slot = step.writes!;
  const matrix = matrixView(picture, slot);
  const written = regionOfCell(picture.model, slot, outerCell(picture, step));
  drawFigure(place, picture, {
    matrix: { ...matrix, written, calm: false },
    frame: stageFrame(picture.model, matrix, isNarrow),
    isNarrow,
  });
}

function entriesOf(picture: Picture, step: Step, sum: OuterSum, isNarrow: boolean): Entry[] {
  const current = picture.position.term;
  const { drawn, others } = chosenSamples(sum, current);
  const lines = drawn.flatMap((sample, i) => [
    ...(i > 0 ? [plus(picture, sample, 3 * i + 1)] : []),
    ...lineEntries(picture, step, sum, sample, 3 * i + 2, isNarrow),
  ]);
  const end = 3 * drawn.length + 2;
  const all = [
    ...heads(picture),
    ...lines,
    ...(others.count > 0 ? rest(picture, others, end) : []),
  ];
  // Of arrays that stayed in the host nobody has added all sheets up: there is nothing to have a share of.
  return isElsewhere(picture, sum) ? all.filter(({ column }) => column !== 'share') : all;
}

function isElsewhere({ model }: Picture, { left, upstream, total }: OuterSum): boolean {
  const isLarge = [left, upstream].some((slot) => model.array(slot)?.large);
  return total === undefined && isLarge;
}

function heads({ words }: Picture): Entry[] {
  const head = (column: Column, kind: string, text: string): Entry => ({
    key: `head:${column}`,
    row: 1,
    column,
    kind: `head ${kind}`,
    isCurrent: false,
    draw: (place) => place.text(text),
  });
  return [
    head('x', 'math', 'xₙᵀ'),
    head('dy', 'math', 'dyₙ'),
    head('sheet', '', words.say('outer product')),
    head('share', '', words.say('share of Σ|·|')),
  ];
}

function plus({ position }: Picture, { n }: Sample, row: number): Entry {
  const isLater = position.term !== undefined && n > position.term;
  return {
    key: `${n}:plus`,
    row,
    column: 'sheet',
    kind: isLater ? 'plus later' : 'plus',
    isCurrent: false,
    draw: (place) => place.text('+'),
  };
}

function lineEntries(
  picture: Picture,
  step: Step,
  sum: OuterSum,
  sample: Sample,
  row: number,
  isNarrow: boolean,
): Entry[] {
  const { n } = sample;
  const isCurrent = n === picture.position.term;
  const cell = outerCell(picture, step);
  const line = sampleLine(picture, step, sum, n, cell, isNarrow);
  const entry = (column: Column, kind: string, draw: Entry['draw']): Entry => ({
    key: `${n}:${column}`,
    row,
    column,
    kind,
    isCurrent,
    draw,
  });
  return [
    entry('n', 'axis axis-N', (place) => place.text(`n=${n}`)),
    entry('x', 'matrix', (place) => void drawMini(place, picture, line.x)),
    entry('times', 'operator', (place) => place.text('•')),
    entry('dy', 'matrix', (place) => void drawMini(place, picture, line.dy)),
    entry('equals', 'operator', (place) => place.text('=')),
    entry('sheet', 'matrix', (place) => void drawMini(place, picture, line.sheet)),
    entry('share', 'share', (place) => drawShare(place, picture, sum, sample)),
  ];
}

/** One line for all samples that have no sheet: how many, and which of them count most. */
function rest({ words }: Picture, { count, share, largest }: OtherSamples, row: number): Entry[] {
  const percent = percentText(share);
  const line =
    count === 1
      ? words.say('… and 1 more sample, {percent}', { percent })
      : words.say('… and {count} more samples, together {percent}', { count, percent });
  const entry = (column: Column, kind: string, draw: Entry['draw']): Entry => ({
    key: `rest:${column}`,
    row,
    column,
    kind,
    isCurrent: false,
    draw,
  });
  return [
    entry('n', 'rest', (place) => place.text(line)),
    entry('share', 'named', (place) => drawNamedShares(place, largest)),
  ];
}
