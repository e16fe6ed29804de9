import { select } from 'd3-selection';
import { piecesOf } from './words';

/** The class a mark gets: maths, code, or the colour of an axis. */
function classOf(mark: string): string {
  if (mark === 'm') return 'math';
  return mark === 'c' ? 'code' : mark ? `axis axis-${mark}` : '';
}

/** Draws a sentence with markup as spans, without ever parsing it as HTML. */
export function drawMarked(element: Element, marked: string): void {
  select(element)
    .selectAll(':scope > span')
    .data(piecesOf(marked))
    .join('span')
    .attr('class', ({ mark }) => classOf(mark))
    .text(({ text }) => text);
}
