import { TOLERANCE, type Compared } from '../../../src/core';
import type { Actions } from '../../actions';
import type { Picture } from '../../scene-view';
import { group, html, svg, type Group, type Html } from '../parts';
import type { CheckAtHand } from './at-hand';
import { grouped } from './grouped';
import { logScale } from '../axis-scale';
import { errorText, gradientCell, powerText } from './words';

const HEIGHT = 92;
const BASE = 70;
const TOP = 20;
const RADIUS = 3;
/** Errors below are rounding of the last digit, and stand at the left end. */
const LEAST = -16;
const MOST = 0;
/** Above the tolerance line stand the words for its sides. */
const SIDE = 26;
/** More cells than this are not drawn one by one, but as bars. */
const MOST_DOTS = 300;

/** Cells whose errors are about the same. */
interface Pile {
  readonly x: number;
  readonly all: readonly Compared[];
}

/** Draws where each cell's relative error lies on a logarithmic axis, and the line it must not cross. */
export function drawStrip(
  body: Html,
  picture: Picture,
  atHand: CheckAtHand,
  actions: Actions,
  width: number,
): void {
  const { words } = picture;
  const { done, current, isHalfway } = atHand;
  const root = html(body, 'figure', 'check-strip');
  html(root, 'figcaption', 'check-caption').text(
    words.say('relative error of each cell, log scale; tolerance {tolerance}', {
      tolerance: powerText(Math.log10(TOLERANCE)),
    }),
  );
  const at = logScale([10 ** LEAST, 10 ** MOST], [SIDE, width - SIDE]);
  const drawing = svg(root, 'strip', width, HEIGHT)
    .attr('role', 'img')
    .attr('aria-label', words.say('Errors of {count} cells', { count: done.length }));
  drawAxis(group(drawing, 'axis'), at, width);
  drawLimit(group(drawing, 'limit'), picture, at(TOLERANCE));
  const piles = pilesOf(done, at);
  const isFew = done.length <= MOST_DOTS;
  drawBars(group(drawing, 'bars'), isFew ? [] : piles);
  drawDots(group(drawing, 'dots'), isFew ? dotsOf(piles) : [], picture, current, actions);
  const isMarked = !isFew && current !== undefined && !isHalfway && !Number.isNaN(current.error);
  group(drawing, 'here')
    .selectAll('path')
    .data(isMarked ? [at(floored(current.error))] : [])
    .join('path')
    .attr('class', 'dot current')
    .attr('d', (x) => `M${x},${BASE + 1}l4,7h-8z`);
}

function floored(error: number): number {
  return Math.max(10 ** LEAST, error);
}

function drawAxis(axis: Group, at: (value: number) => number, width: number): void {
  const every = width < 420 ? 4 : 2;
  const powers = Array.from({ length: (MOST - LEAST) / every + 1 }, (_, i) => LEAST + i * every);
  axis
    .selectAll('path')
    .data([
      powers.reduce((d, power) => `${d}M${at(10 ** power)},${BASE}v4`, `M8,${BASE}H${width - 8}`),
    ])
    .join('path')
    .attr('d', (d) => d);
  axis
    .selectAll('text')
    .data(powers)
    .join('text')
    .attr('x', (power) => at(10 ** power))
    .attr('y', BASE + 17)
    .attr('text-anchor', 'middle')
    .text((power) =>
      power === LEAST ? `≤${powerText(power)}` : power === MOST ? '≥1' : powerText(power),
    );
}

function drawLimit(limit: Group, { words }: Picture, x: number): void {
  limit.selectAll('path').data([x]).join('path').attr('d', `M${x},0V${BASE}`);
  const sides = [
    { at: x - 6, anchor: 'end', text: words.say('pass') },
    { at: x + 6, anchor: 'start', text: words.say('fail') },
  ];
  limit
    .selectAll('text')
    .data(sides)
    .join('text')
    .attr('x', ({ at }) => at)
    .attr('y', 9)
    .attr('text-anchor', ({ anchor }) => anchor)
    .text(({ text }) => text);
}

/** What is no number stands at the right end: it is as far off as can be. */
function pilesOf(done: readonly Compared[], at: (value: number) => number): Pile[] {
  const pitch = 2 * RADIUS;
  const piles = grouped(done, ({ error }) =>
    Math.round(at(Number.isNaN(error) ? 10 ** MOST : floored(error)) / pitch),
  );
  return [...piles].map(([slot, all]) => ({ x: slot * pitch, all }));
}

interface Dot {
  readonly one: Compared;
  readonly x: number;
  readonly y: number;
}

/** High piles are pressed together, so that all of their dots stay on the picture. */
function dotsOf(piles: readonly Pile[]): Dot[] {
  return piles.flatMap(({ x, all }) => {
    const room = BASE - TOP - 2 * RADIUS;
    const pitch = Math.min(2 * RADIUS, room / Math.max(1, all.length - 1));
    return all.map((one, level) => ({ one, x, y: BASE - RADIUS - 2 - level * pitch }));
  });
}

function drawDots(
  dots: Group,
  data: readonly Dot[],
  { model }: Picture,
  current: Compared | undefined,
  actions: Actions,
): void {
  dots
    .selectAll<SVGCircleElement, Dot>('circle')
    .data(data, ({ one }) => one.index)
    .join((enter) => {
      const circle = enter.append('circle');
      circle.append('title');
      return circle;
    })
    .attr('class', ({ one }) => (one.index === current?.index ? 'dot current' : 'dot'))
    .attr('r', RADIUS)
    .style('--x', ({ x }) => `${x}px`)
    .style('--y', ({ y }) => `${y}px`)
    .on('click', (_, { one }) =>
      actions.pin({ ...one.at, slot: { ...one.at.slot, lane: 'gradient' } }),
    )
    .select('title')
    .text(({ one }) => `${gradientCell(model, one)}: ${errorText(one.error)}`);
  dots.selectAll('circle.current').raise();
}

function drawBars(bars: Group, piles: readonly Pile[]): void {
  const most = piles.reduce((count, { all }) => Math.max(count, all.length), 1);
  bars
    .selectAll<SVGRectElement, Pile>('rect')
    .data(piles, ({ x }) => x)
    .join('rect')
    .attr('class', 'dot')
    .attr('x', ({ x }) => x - RADIUS + 0.5)
    .attr('width', 2 * RADIUS - 1)
    .attr('y', ({ all }) => BASE - 1 - barHeight(all.length, most))
    .attr('height', ({ all }) => barHeight(all.length, most));
}

function barHeight(count: number, most: number): number {
  return Math.max(1, (count / most) * (BASE - TOP - 2));
}
