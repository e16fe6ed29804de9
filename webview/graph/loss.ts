import type { Picture } from '../scene-view';
import { layer, type Svg } from './layer';
import type { GraphLayout } from './layout';

/** Draws where the output goes and the gradient comes from. */
export function drawLoss(svg: Svg, picture: Picture, { loss, isNarrow, look }: GraphLayout): void {
  const group = layer(svg, 'loss').attr('transform', `translate(${loss.x},${loss.y})`);
  group
    .selectAll('rect')
    .data([0])
    .join('rect')
    .attr('width', loss.width)
    .attr('height', loss.height)
    .attr('rx', 6);
  const texts = [
    { text: 'L', x: 16, y: 16, kind: 'name' },
    { text: picture.words.say('loss'), x: 16, y: 44, kind: 'note' },
    ...(isNarrow || !look
      ? []
      : [{ text: picture.words.say('next layer'), x: -38, y: -6, kind: 'note' }]),
  ];
  group
    .selectAll('text')
    .data(texts)
    .join('text')
    .attr('class', ({ kind }) => kind)
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .text(({ text }) => text);
}
