import { select, type Selection } from 'd3-selection';
import { gradientName, inputsOf, sameShape } from '../../src/core';
import { drawMarked } from '../marked';
import { lettersOf, nameOf } from '../model';
import type { Picture } from '../scene-view';
import { html } from './parts';
import { drawNamedShape } from './shapes';
import { equalAxesOf, hiddenBy } from './square-axes';

/** Draws each variable's shape beside its gradient's: they must be the same. */
export function drawVerdict(
  container: Selection<HTMLDivElement, unknown, null, undefined>,
  { model, words }: Picture,
): void {
  const rows = inputsOf(model.graph).map(({ id, name }) => {
    const shape = model.trace.shapes.get(id);
    const gradient = model.array({ lane: 'gradient', id })?.shape;
    const isSame = shape !== undefined && gradient !== undefined && sameShape(shape, gradient);
    const letters = lettersOf(model, { lane: 'value', id });
    return {
      id,
      parts: [
        { name: nameOf(model, { lane: 'value', id }), shape, letters },
        { name: gradientName(name), shape: gradient, letters },
      ],
      verdict: isSame ? words.say('✓ same shape') : words.say('✕ shapes differ'),
      isSame,
    };
  });
  html(container, 'div', 'verdict-rows')
    .selectAll<HTMLElement, (typeof rows)[number]>('div.verdict-row')
    .data(rows, ({ id }) => id)
    .join('div')
    .attr('class', 'verdict-row')
    .each(function ({ parts, verdict, isSame }) {
      const row = select(this as HTMLElement);
      row
        .selectAll<HTMLElement, (typeof parts)[number]>('span.named-shape')
        .data(parts)
        .join('span')
        .attr('class', 'named-shape')
        .each(function (part) {
          drawNamedShape(select(this as HTMLElement), part);
        });
      row
        .selectAll('span.verdict')
        .data([verdict])
        .join('span')
        .attr('class', `verdict ${isSame ? 'pass' : 'error'}`)
        .text((text) => text);
    });
  const equal = equalAxesOf(model);
  const warning = [
    words.say('⚠ Here the right shape proves little.'),
    ...equal.map((axes) => hiddenBy(axes, model, words)),
    words.say('Only the check of the numbers tells them apart.'),
  ];
  html(container, 'p', 'verdict-warning', equal.length > 0).each(function () {
    drawMarked(this, warning.join(' '));
  });
}
