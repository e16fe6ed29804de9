import { scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import type { Actions } from '../../actions';
import type { Picture } from '../../scene-view';
import { group, html, svg, type Html, type Svg } from '../parts';
import { curveOf, type CheckAtHand } from './at-hand';
import { errorText, gradientCell } from './words';

const HEIGHT = 150;
const MARGIN = { left: 52, right: 12, top: 12, bottom: 26 };
const POWERS = { x: [-10, -8, -6, -4, -2], y: [-16, -12, -8, -4, 0] };
const LEAST = 1e-17;

type Scale = (value: number) => number;

/** Draws the choice of the step, and how the error of the entry at hand depends on it. */
export function drawCurve(
  body: Html,
  picture: Picture,
  atHand: CheckAtHand,
  actions: Actions,
  width: number,
): void {
  const root = html(body, 'figure', 'check-curve');
  drawSlider(root, picture, atHand, actions);
  const { current } = atHand;
  html(root, 'figcaption', 'check-caption').text(
    current
      ? picture.words.say('error of {cell} by step h, both on log scales', {
          cell: gradientCell(picture.model, current),
        })
      : '',
  );
  const points = current ? curveOf(picture.model, current) : [];
  const drawing = svg(root, 'curve', width, HEIGHT)
    .attr('role', 'img')
    .attr('aria-label', curveLabel(picture, points));
  const x = scaleLog([1e-10, 1e-1], [MARGIN.left, width - MARGIN.right]);
  const y = scaleLog([LEAST, 10], [HEIGHT - MARGIN.bottom, MARGIN.top]).clamp(true);
  drawAxes(drawing, x, y, width);
  drawPoints(drawing, points, atHand, x, y);
  html(root, 'p', 'check-note').text(branches(picture));
}

function drawSlider(
  root: Html,
  { words }: Picture,
  { nudge }: CheckAtHand,
  actions: Actions,
): void {
  const label = html(root, 'label', 'check-step');
  html(label, 'span', 'check-step-name').text(
    words.say('step h = 1e{power}', { power: String(nudge).replace('-', '−') }),
  );
  html(label, 'input', 'check-slider')
    .attr('type', 'range')
    .attr('min', -10)
    .attr('max', -1)
    .attr('step', 1)
    .attr('aria-valuetext', `1e${nudge}`)
    .property('value', nudge)
    .on('input', function () {
      actions.setView({ nudge: Number((this as unknown as HTMLInputElement).value) });
    });
}

function drawAxes(drawing: Svg, x: Scale, y: Scale, width: number): void {
  const axis = group(drawing, 'axis');
  const base = HEIGHT - MARGIN.bottom;
  axis
    .selectAll('path')
    .data([`M${MARGIN.left},${MARGIN.top}V${base}H${width - MARGIN.right}`])
    .join('path')
    .attr('d', (d) => d);
  const ticks = [
    ...POWERS.x.map((power) => ({ power, x: x(10 ** power), y: base + 16, anchor: 'middle' })),
    ...POWERS.y.map((power) => ({
      power,
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
    .text(({ power }) => (power === 0 ? '1' : `1e${String(power).replace('-', '−')}`));
}

function drawPoints(
  drawing: Svg,
  points: ReturnType<typeof curveOf>,
  { check, current }: CheckAtHand,
  x: Scale,
  y: Scale,
): void {
  const at = (error: number) => y(Math.max(LEAST, error));
  const finite = points.filter(({ error }) => Number.isFinite(error));
  const path = line<(typeof points)[number]>(
    ({ h }) => x(h),
    ({ error }) => at(error),
  );
  group(drawing, 'errors')
    .selectAll('path')
    .data([path(finite) ?? ''])
    .join('path')
    .attr('d', (d) => d);
  const isShown = current !== undefined && Number.isFinite(current.error);
  group(drawing, 'here')
    .selectAll('circle')
    .data(isShown ? [current.error] : [])
    .join('circle')
    .attr('class', 'dot current')
    .attr('r', 4)
    .attr('cx', x(check.h))
    .attr('cy', at);
}

function curveLabel({ words }: Picture, points: ReturnType<typeof curveOf>): string {
  const best = points.reduce<(typeof points)[number] | undefined>(
    (so, point) => (so && so.error <= point.error ? so : point),
    undefined,
  );
  if (!best) return words.say('No error curve: numbers are not known');
  return words.say('Smallest error {error} at h = {h}', {
    error: errorText(best.error),
    h: errorText(best.h),
  });
}

/** Why the curve looks as it does: it depends on whether L bends. */
function branches({ words, model }: Picture): string {
  return model.scene.upstream.kind === 'softmax'
    ? words.say(
        'To the right L bends between the two points, to the left rounding takes over: the best step lies between.',
      )
    : model.scene.upstream.kind === 'half-squared'
      ? words.say(
          'L is a parabola in each entry, and central differences of a parabola are exact: what is left is rounding, and it grows as h shrinks.',
        )
      : words.say(
          'L is a straight line in each entry, so no step is too large: what is left is rounding, and it grows as h shrinks.',
        );
}
