import { TOLERANCE, type ErrorAt } from '../../../src/core';
import type { Picture } from '../../scene-view';
import { group, html, svg, type Html, type Svg } from '../parts';
import { curveOf, type CheckAtHand } from './at-hand';
import { branchesOf, type Branches } from './branches';
import { logScale } from '../axis-scale';
import { errorText, gradientCell, powerText } from './words';

const HEIGHT = 148;
const MARGIN = { left: 58, right: 26, top: 14, bottom: 24 };
const POWERS = { x: [-10, -8, -6, -4, -2], y: [-16, -12, -8, -4, 0] };
const LEAST = 1e-16;
const MOST = 10;

/** Where a step and an error stand on the plot. */
interface Scales {
  x(h: number): number;
  y(error: number): number;
}

/** Draws how the error of the entry at hand depends on the step. */
export function drawCurve(body: Html, picture: Picture, atHand: CheckAtHand, width: number): void {
  const { current } = atHand;
  const { words, model } = picture;
  const root = html(body, 'figure', 'check-curve', current !== undefined);
  if (!current) return;
  html(root, 'figcaption', 'check-caption').text(
    words.say('relative error of {cell} by the step h, both log scales', {
      cell: gradientCell(model, current),
    }),
  );
  const points = curveOf(model, current);
  const drawing = svg(root, 'curve', width, HEIGHT)
    .attr('role', 'img')
    .attr('aria-label', curveLabel(picture, points));
  const scales: Scales = {
    x: logScale([1e-10, 1e-1], [MARGIN.left, width - MARGIN.right]),
    y: logScale([LEAST, MOST], [HEIGHT - MARGIN.bottom, MARGIN.top]),
  };
  drawAxes(drawing, scales, width);
  drawPoints(drawing, points, atHand, scales);
  drawBranches(drawing, branchesOf(picture, points), scales);
}

function drawAxes(drawing: Svg, { x, y }: Scales, width: number): void {
  const axis = group(drawing, 'axis');
  const base = HEIGHT - MARGIN.bottom;
  axis
    .selectAll('path')
    .data([`M${MARGIN.left},${MARGIN.top - 6}V${base}H${width - 8}`])
    .join('path')
    .attr('d', (d) => d);
  const ticks = [
    ...POWERS.x.map((power) => ({
      text: powerText(power),
      x: x(10 ** power),
      y: base + 16,
      anchor: 'middle',
    })),
    ...POWERS.y.map((power) => ({
      text: power === 0 ? '1' : `${power === -16 ? '≤' : ''}${powerText(power)}`,
      x: MARGIN.left - 6,
      y: y(10 ** power) + 4,
      anchor: 'end',
    })),
  ];
  axis
    .selectAll('text')
    .data(ticks)
    .join('text')
    .attr('x', (tick) => tick.x)
    .attr('y', (tick) => tick.y)
    .attr('text-anchor', ({ anchor }) => anchor)
    .text(({ text }) => text);
  group(drawing, 'limit')
    .selectAll('path')
    .data([`M${MARGIN.left},${y(TOLERANCE)}H${width - 8}`])
    .join('path')
    .attr('d', (d) => d);
}

function drawPoints(
  drawing: Svg,
  points: readonly ErrorAt[],
  { check, current }: CheckAtHand,
  { x, y }: Scales,
): void {
  const at = ({ error }: Pick<ErrorAt, 'error'>) => y(Math.max(LEAST, error));
  const finite = points.filter(({ error }) => Number.isFinite(error));
  const path = finite.map((one, i) => `${i === 0 ? 'M' : 'L'}${x(one.h)},${at(one)}`).join('');
  group(drawing, 'errors')
    .selectAll('path')
    .data([path])
    .join('path')
    .attr('d', (d) => d);
  const here = group(drawing, 'here');
  here
    .selectAll('path')
    .data([`M${x(check.h)},${MARGIN.top - 6}V${HEIGHT - MARGIN.bottom}`])
    .join('path')
    .attr('d', (d) => d);
  here
    .selectAll('circle')
    .data(current && Number.isFinite(current.error) ? [current] : [])
    .join('circle')
    .attr('class', 'dot current')
    .attr('r', 4)
    .style('--x', `${x(check.h)}px`)
    .style('--y', (one) => `${at(one)}px`);
}

/** Names the two branches of the curve where they lie, as far as there are two. */
function drawBranches(drawing: Svg, { left, right }: Branches, { x }: Scales): void {
  const names = [
    { text: left, at: x(1e-10) + 8, anchor: 'start' },
    { text: right, at: x(1e-1), anchor: 'end' },
  ];
  group(drawing, 'branches')
    .selectAll('text')
    .data(names.filter(({ text }) => text !== ''))
    .join('text')
    .attr('x', ({ at }) => at)
    .attr('y', MARGIN.top + 2)
    .attr('text-anchor', ({ anchor }) => anchor)
    .text(({ text }) => text);
}

function curveLabel({ words }: Picture, points: readonly ErrorAt[]): string {
  const known = points.filter(({ error }) => Number.isFinite(error));
  const [first] = known;
  if (!first) return words.say('No error curve: these are no numbers');
  const best = known.reduce((so, point) => (so.error <= point.error ? so : point), first);
  return words.say('Smallest error {error} at h = {h}', {
    error: errorText(best.error),
    h: errorText(best.h),
  });
}
