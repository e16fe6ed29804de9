import type { Picture } from '../../scene-view';
import { html, type Html } from '../parts';
import { DECADES, strengthOf } from './heat';
import { powerText } from './words';

/** Draws what the colours of errors mean. */
export function drawLegend(body: Html, { words }: Picture): void {
  const legend = html(body, 'div', 'check-legend');
  html(legend, 'span', 'check-legend-name').text(words.say('relative error'));
  html(legend, 'span', 'check-least').text(`≤${powerText(DECADES.least)}`);
  html(legend, 'span', 'check-ramp')
    .selectAll('i')
    .data(Array.from({ length: DECADES.most - DECADES.least + 1 }, (_, i) => DECADES.least + i))
    .join('i')
    .style('--t', (power) => strengthOf(10 ** power));
  html(legend, 'span', 'check-most').text(`≥${powerText(DECADES.most)}`);
  html(legend, 'span', 'check-fails').text(words.say('✕ fails'));
  html(legend, 'span', 'check-left-out').text(words.say('empty: not checked'));
}
