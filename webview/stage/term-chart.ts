import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { Selection } from 'd3-selection';
import { formatFactor, formatNumber, type Slot, strength } from '../../src/core';
import type { Scales } from '../scale';
import type { Words } from '../words';
import { drawSymbols } from './term-table';
import type { SheetTerm, TermSheet } from './term-sheet';

/** More terms than this are not drawn one by one: bars would be thinner than a pixel. */
const MOST_BARS = 400;

const HEIGHT = 112;
const LEFT = 52;

/** Draws a long sum as bars, one for each product, with the running sum as a line of steps. */
export function drawTermChart(
  container: Selection<HTMLDivElement, unknown, null, undefined>,
  sheet: TermSheet,
  lane: Slot['lane'],
  scales: Scales,
  words: Words,
  width: number,
): void {
  container.attr('class', 'term-chart');
  const made = sheet.terms.filter(({ isMade }) => isMade);
  const chartWidth = Math.max(160, Math.min(560, width - 280));
  const svg = container
    .selectAll<SVGSVGElement, unknown>('svg')
    .data([0])
    .join('svg')
    .attr('width', chartWidth)
    .attr('height', HEIGHT + 22)
    .attr('role', 'img')
    .attr(
      'aria-label',
      words.say('{count} products and their running sum', { count: sheet.terms.length }),
    ) as unknown as Selection<SVGSVGElement, unknown, null, undefined>;
  const numbers = sheet.terms.flatMap(({ product, running }) => [product ?? 0, running ?? 0]);
  const finite = numbers.filter(Number.isFinite);
  const y = scaleLinear()
    .domain([Math.min(0, ...finite), Math.max(0, ...finite)])
    .range([HEIGHT - 4, 6]);
  const x = scaleLinear()
    .domain([0, sheet.terms.length])
    .range([LEFT, chartWidth - 8]);
  drawBars(svg, sheet, lane, scales, x, y);
  drawSteps(svg, made, x, y);
  drawAxis(svg, sheet, x, y);
  drawAside(container, sheet, made, words);
}

type Scale = ScaleLinear<number, number>;
type Svg = Selection<SVGSVGElement, unknown, null, undefined>;

function drawBars(
  svg: Svg,
  sheet: TermSheet,
  lane: Slot['lane'],
  scales: Scales,
  x: Scale,
  y: Scale,
): void {
  const width = Math.max(0.75, x(1) - x(0) - (x(1) - x(0) > 4 ? 2 : 0));
  svg
    .selectAll<SVGRectElement, SheetTerm>('rect.bar')
    .data(sheet.terms.length > MOST_BARS ? [] : sheet.terms)
    .join((enter) => {
      const bar = enter.append('rect');
      bar.append('title');
      return bar;
    })
    .attr(
      'class',
      ({ product, isMade, isCurrent }) =>
        `bar ${lane} ${(product ?? 0) < 0 ? 'negative' : 'positive'} ${isMade ? '' : 'later'} ${isCurrent ? 'current' : ''}`,
    )
    .style('--t', ({ product }) => Math.max(0.35, strength(product ?? 0, scales[lane])))
    .attr('x', ({ i }) => x(i) + (x(1) - x(0) - width) / 2)
    .attr('width', width)
    .attr('y', ({ product }) => Math.min(y(0), y(finite(product))))
    .attr('height', ({ product }) => Math.max(0.5, Math.abs(y(finite(product)) - y(0))))
    .select('title')
    .text((term) => termText(term));
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}

function drawSteps(svg: Svg, made: readonly SheetTerm[], x: Scale, y: Scale): void {
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

function drawAxis(svg: Svg, sheet: TermSheet, x: Scale, y: Scale): void {
  svg
    .selectAll('path.zero')
    .data([`M${LEFT},${y(0)}H${x.range()[1]}`])
    .join('path')
    .attr('class', 'zero')
    .attr('d', (d) => d);
  const [low, high] = y.domain() as [number, number];
  const values = [...new Set([high, 0, low])];
  svg
    .selectAll('text.value')
    .data(values)
    .join('text')
    .attr('class', 'value')
    .attr('x', LEFT - 8)
    .attr('y', (value) => y(value))
    .text((value) => formatNumber(value, 3));
  const last = sheet.terms.length - 1;
  const letter = sheet.letter?.toLowerCase();
  const ticks = [0, Math.floor(last / 2), last];
  svg
    .selectAll('text.tick')
    .data([...new Set(ticks)])
    .join('text')
    .attr('class', `tick axis axis-${sheet.letter ?? ''}`)
    .attr('x', (i) => x(i + 0.5))
    .attr('y', HEIGHT + 14)
    .text((i) => (i === 0 && letter ? `${letter}=0` : String(i)));
}

/** Beside the chart: the term at hand, or the largest one, in numbers; and the sum. */
function drawAside(
  container: Selection<HTMLDivElement, unknown, null, undefined>,
  sheet: TermSheet,
  made: readonly SheetTerm[],
  words: Words,
): void {
  const current = made.find(({ isCurrent }) => isCurrent);
  const term = current ?? largest(made);
  const aside = container.selectAll('div.aside').data([0]).join('div').attr('class', 'aside');
  const caption = current
    ? words.say('term {i} of {count}', { i: current.i + 1, count: sheet.terms.length })
    : words.say('largest of the {count} terms', { count: sheet.terms.length });
  aside
    .selectAll('div.caption')
    .data([caption])
    .join('div')
    .attr('class', 'caption')
    .text((text) => text);
  aside
    .selectAll<HTMLElement, unknown>('div.symbols')
    .data(term ? [term] : [])
    .join('div')
    .attr('class', 'symbols')
    .each(function ({ factors }) {
      drawSymbols(container.select('div.aside div.symbols'), factors);
    });
  aside
    .selectAll('div.numbers')
    .data(term ? [term] : [])
    .join('div')
    .attr('class', 'numbers')
    .text((one) => termText(one));
  const sum = sheet.isDone
    ? words.say('sum of all {count} = {sum}', {
        count: sheet.terms.length,
        sum: text(sheet.result.value),
      })
    : words.say('sum so far = {sum}', { sum: text(made.at(-1)?.running) });
  aside
    .selectAll('div.sum')
    .data([sum])
    .join('div')
    .attr('class', 'sum')
    .text((line) => line);
}

function largest(terms: readonly SheetTerm[]): SheetTerm | undefined {
  return terms.reduce<SheetTerm | undefined>(
    (most, term) =>
      !most || Math.abs(term.product ?? 0) > Math.abs(most.product ?? 0) ? term : most,
    undefined,
  );
}

function termText({ factors, product }: SheetTerm): string {
  const numbers = factors
    .map(({ value }) => (value === undefined ? '?' : formatFactor(value)))
    .join(' · ');
  return factors.length > 1 ? `${numbers} = ${text(product)}` : numbers;
}

function text(value: number | undefined): string {
  return value === undefined ? '?' : formatNumber(value);
}
