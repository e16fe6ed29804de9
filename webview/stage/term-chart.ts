import { ticks } from 'd3-array';
import { pointer, select, type Selection } from 'd3-selection';
import { numberText } from '../number';
import { fillOf } from '../scale';
import type { Words } from '../words';
import type { SheetLook } from './sheet-look';
import { barsOf, type Bar } from './term-bars';
import { html } from './parts';
import { drawAside, termText, writtenTerm } from './term-aside';
import { linearScale, type AxisScale } from './axis-scale';
import type { SheetTerm, TermSheet } from './term-sheet';

const HEIGHT = 112;
const LEFT = 52;
/** How far apart the indices under the bars are at the least. */
const BETWEEN_TICKS = 40;
/** How wide a character of an index is, at most. */
const TICK_DIGIT = 8;
/** How far the numbers beside the bars are from the zero at the least. */
const BETWEEN_VALUES = 13;
/** The band behind the term that is written out is no narrower than this. */
const NARROWEST = 6;

/**
 * Draws a long sum as bars, one for each product, with the running sum as a line of steps. Beside it one
 * term is written out: that under the pointer, else the one at hand or the largest.
 */
export function drawTermChart(
  container: Selection<HTMLDivElement, unknown, null, undefined>,
  sheet: TermSheet,
  look: SheetLook,
  width: number,
): void {
  container.attr('class', 'term-chart');
  // Until its numbers have come a sum has no terms to show.
  const made = sheet.terms.filter(({ isMade }) => isMade && !sheet.isAwaited);
  const chartWidth = Math.max(160, Math.min(560, width - (width < 640 ? 48 : 320)));
  const svg = container
    .selectAll<SVGSVGElement, unknown>('svg')
    .data([0])
    .join('svg')
    .attr('width', chartWidth)
    .attr('height', HEIGHT + 22)
    .attr('role', 'img')
    .attr(
      'aria-label',
      look.words.say('{count} products and their running sum', { count: sheet.terms.length }),
    ) as unknown as Selection<SVGSVGElement, unknown, null, undefined>;
  const numbers = (sheet.isAwaited ? [] : sheet.terms).flatMap(({ product, running }) => [
    product ?? 0,
    running ?? 0,
  ]);
  const finite = numbers.filter(Number.isFinite);
  const y = linearScale([Math.min(0, ...finite), Math.max(0, ...finite)], [HEIGHT - 4, 6]);
  const x = linearScale([0, sheet.terms.length], [LEFT, chartWidth - 8]);
  const aside = html(container, 'div', 'aside');
  const write = (term: SheetTerm | undefined) => {
    drawBand(svg, term, x);
    drawTicks(svg, sheet, term, x);
    drawAside(aside, sheet, term, look);
  };
  write(sheet.isAwaited ? undefined : writtenTerm(sheet));
  svg
    .selectAll('text.awaited')
    .data(sheet.isAwaited ? ['…'] : [])
    .join('text')
    .attr('class', 'awaited')
    .attr('x', (LEFT + chartWidth) / 2)
    .attr('y', HEIGHT / 2)
    .text((text) => text);
  drawBars(svg, sheet, look, x, y);
  drawSteps(svg, made, x, y);
  drawAxis(svg, x, y);
  svg
    .on('pointermove', (event: PointerEvent) => {
      const pointed = made[Math.floor(x.invert(pointer(event, svg.node())[0]))];
      if (!sheet.isAwaited) write(pointed ?? writtenTerm(sheet));
    })
    .on('pointerleave', () => write(sheet.isAwaited ? undefined : writtenTerm(sheet)));
}

type Svg = Selection<SVGSVGElement, unknown, null, undefined>;

function drawBars(
  svg: Svg,
  sheet: TermSheet,
  { lane, scale, digits, words }: SheetLook,
  x: AxisScale,
  y: AxisScale,
): void {
  const bars = sheet.isAwaited ? [] : barsOf(sheet.terms);
  const across = x(bars[0]?.count ?? 1) - x(0);
  const width = Math.max(0.75, across - (across > 4 ? 2 : 0));
  svg
    .selectAll<SVGRectElement, Bar>('rect.bar')
    .data(bars)
    .join('rect')
    .attr(
      'class',
      ({ term: { product, isMade }, isCurrent }) =>
        `bar ${lane} ${(product ?? 0) < 0 ? 'negative' : 'positive'} ${isMade ? '' : 'later'} ${isCurrent ? 'current' : ''}`,
    )
    .style('--t', ({ term }) => Math.max(0.35, fillOf(term.product ?? 0, scale)))
    .attr('x', ({ from, count }) => x(from) + (x(count) - x(0) - width) / 2)
    .attr('width', width)
    .attr('y', ({ term }) => Math.min(y(0), y(finite(term.product))))
    .attr('height', ({ term }) => Math.max(0.5, Math.abs(y(finite(term.product)) - y(0))));
  // Text for hundreds of bars takes longer than all else of a step: one gets its own under the pointer.
  svg.on('pointerover', ({ target }: PointerEvent) => {
    const bar = select<SVGElement, Bar>(target as SVGElement);
    bar
      .filter('.bar')
      .selectAll('title')
      .data((of) => [barText(of, digits, words)])
      .join('title')
      .text((text) => text);
  });
}

function barText({ term, from, count }: Bar, digits: number, words: Words): string {
  const text = termText(term, digits);
  if (count === 1) return text;
  const args = { from: from + 1, to: from + count, term: text };
  return words.say('largest of terms {from} to {to}: {term}', args);
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}

function drawSteps(svg: Svg, made: readonly SheetTerm[], x: AxisScale, y: AxisScale): void {
  const points = made.map(({ i, running }) => `H${x(i)}V${y(finite(running))}H${x(i + 1)}`);
  const end = made.at(-1);
  svg
    .selectAll('path.steps')
    .data([points.length > 0 ? `M${x(0)},${y(0)}${points.join('')}` : ''])
    .join('path')
    .attr('class', 'steps')
    .attr('d', (d) => d);
  svg
    .selectAll('circle')
    .data(end ? [end] : [])
    .join('circle')
    .attr('class', 'end')
    .attr('r', 3.5)
    .attr('cx', ({ i }) => x(i + 1))
    .attr('cy', ({ running }) => y(finite(running)));
}

function drawAxis(svg: Svg, x: AxisScale, y: AxisScale): void {
  svg
    .selectAll('path.zero')
    .data([`M${LEFT},${y(0)}H${x.range[1]}`])
    .join('path')
    .attr('class', 'zero')
    .attr('d', (d) => d);
  const isApart = (value: number) => Math.abs(y(value) - y(0)) >= BETWEEN_VALUES;
  const values = [0, ...y.domain.filter(isApart)];
  svg
    .selectAll('text.value')
    .data(values)
    .join('text')
    .attr('class', 'value')
    .attr('x', LEFT - 8)
    .attr('y', (value) => y(value))
    .text((value) => numberText(value, 3));
}

/** The column of the term that is written out. */
function drawBand(svg: Svg, term: SheetTerm | undefined, x: AxisScale): void {
  const width = Math.max(NARROWEST, x(1) - x(0));
  svg
    .selectAll<SVGRectElement, SheetTerm>('rect.band')
    .data(term ? [term] : [])
    .join((enter) => enter.insert('rect', ':first-child'))
    .attr('class', 'band')
    .attr('x', ({ i }) => x(i + 0.5) - width / 2)
    .attr('width', width)
    .attr('height', HEIGHT);
}

interface Tick {
  readonly i: number;
  readonly isWritten: boolean;
}

/** Indices under the bars: the ends and some between, and that of the term that is written out. */
function drawTicks(svg: Svg, sheet: TermSheet, term: SheetTerm | undefined, x: AxisScale): void {
  const letter = sheet.letter?.toLowerCase();
  svg
    .selectAll('text.tick')
    .data(ticksOf(sheet, term, x))
    .join('text')
    .attr(
      'class',
      ({ isWritten }) => `tick axis axis-${sheet.letter ?? ''} ${isWritten ? 'written' : ''}`,
    )
    // The last index is not to be cut off at the chart's end.
    .attr('x', (tick) => Math.min(x(tick.i + 0.5), x.range[1] + 8 - tickWidth(tick) / 2))
    .attr('y', HEIGHT + 14)
    .text(textOf);

  function textOf({ i, isWritten }: Tick): string {
    return letter && (i === 0 || isWritten) ? `${letter}=${i}` : String(i);
  }

  function tickWidth(tick: Tick): number {
    return TICK_DIGIT * textOf(tick).length;
  }
}

function ticksOf({ terms }: TermSheet, term: SheetTerm | undefined, x: AxisScale): Tick[] {
  const last = terms.length - 1;
  const round = ticks(...x.domain, 5).filter((i) => Number.isInteger(i) && i > 0 && i < last);
  const placed: Tick[] = term ? [{ i: term.i, isWritten: true }] : [];
  for (const i of [0, last, ...round]) {
    const hasRoom = placed.every((tick) => Math.abs(x(tick.i) - x(i)) >= BETWEEN_TICKS);
    if (hasRoom) placed.push({ i, isWritten: false });
  }
  return placed;
}
