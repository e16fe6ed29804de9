import { scaleLog } from 'd3-scale';
import { TOLERANCE, type Compared } from '../../../src/core';
import type { Picture } from '../../scene-view';
import { group, html, svg, type Html } from '../parts';
import type { CheckAtHand } from './at-hand';
import { gradientCell, errorText } from './words';

const HEIGHT = 74;
const BASE = 52;
const DOT = 3;
/** Errors below are rounding of the last digit, and stand at the left end. */
const LEAST = 1e-16;
const MOST = 1e-2;
/** How many dots may stand on each other. */
const PILE = 7;

interface Dot {
  readonly one: Compared;
  readonly x: number;
  readonly level: number;
}

/** Draws a dot for each cell's relative error on a logarithmic axis, with the line that it must not cross. */
export function drawStrip(
  body: Html,
  picture: Picture,
  { done, current }: CheckAtHand,
  width: number,
): void {
  const { words, model } = picture;
  const root = html(body, 'figure', 'check-strip');
  html(root, 'figcaption', 'check-caption').text(
    words.say('relative error of each cell (log scale), tolerance 1e−6'),
  );
  const at = scaleLog([LEAST, MOST], [14, width - 14]).clamp(true);
  const drawing = svg(root, 'strip', width, HEIGHT)
    .attr('role', 'img')
    .attr('aria-label', words.say('Errors of {count} cells', { count: done.length }));
  drawAxis(group(drawing, 'axis'), [-16, -14, -12, -10, -8, -6, -4, -2], at, width);
  const line = at(TOLERANCE);
  const limit = group(drawing, 'limit');
  limit.selectAll('path').data([0]).join('path').attr('d', `M${line},12V${BASE}`);
  limit
    .selectAll('text')
    .data([
      { x: line - 5, anchor: 'end', text: words.say('pass') },
      { x: line + 5, anchor: 'start', text: words.say('fail') },
    ])
    .join('text')
    .attr('x', ({ x }) => x)
    .attr('y', 18)
    .attr('text-anchor', ({ anchor }) => anchor)
    .text(({ text }) => text);
  group(drawing, 'dots')
    .selectAll<SVGCircleElement, Dot>('circle')
    .data(dotsOf(done, at), ({ one }) => one.index)
    .join('circle')
    .attr('class', ({ one }) => (one.index === current?.index ? 'dot current' : 'dot'))
    .attr('r', DOT)
    .attr('cx', ({ x }) => x)
    .attr('cy', ({ level }) => BASE - 5 - level * (2 * DOT))
    .selectAll('title')
    .data(({ one }) => [one])
    .join('title')
    .text((one) => `${gradientCell(model, one)}: ${errorText(one.error)}`);
}

function drawAxis(
  axis: ReturnType<typeof group>,
  powers: readonly number[],
  at: (value: number) => number,
  width: number,
): void {
  axis
    .selectAll('path')
    .data([0])
    .join('path')
    .attr('d', `M8,${BASE}H${width - 8}`);
  axis
    .selectAll('text')
    .data(powers)
    .join('text')
    .attr('x', (power) => at(10 ** power))
    .attr('y', BASE + 16)
    .attr('text-anchor', 'middle')
    .text((power) => `${power === powers[0] ? '≤' : ''}1e${String(power).replace('-', '−')}`);
}

/** Dots of about the same error pile up. */
function dotsOf(done: readonly Compared[], at: (value: number) => number): Dot[] {
  const piles = new Map<number, number>();
  return done.flatMap((one): Dot[] => {
    if (Number.isNaN(one.error)) return [];
    const slot = Math.round(at(Math.max(LEAST, one.error)) / (2 * DOT));
    const level = piles.get(slot) ?? 0;
    piles.set(slot, level + 1);
    return level < PILE ? [{ one, x: slot * 2 * DOT, level }] : [];
  });
}
