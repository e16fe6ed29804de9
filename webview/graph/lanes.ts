import type { Picture } from '../scene-view';
import { layer, type Svg } from './layer';
import type { GraphLayout } from './layout';
import { lanesOf, type Lane } from './roads';

/** Draws every lane with its head, in the state it is in. */
export function drawLanes(svg: Svg, picture: Picture, layout: GraphLayout): void {
  const groups = layer(svg, 'lanes')
    .selectAll<SVGGElement, Lane>('g.lane')
    .data(lanesOf(picture, layout), ({ slot, isStub }) => `${slot.lane}:${slot.id}:${isStub}`)
    .join((enter) => {
      const g = enter.append('g');
      g.append('path').attr('class', 'road');
      g.append('path').attr('class', 'head');
      return g;
    })
    .attr(
      'class',
      ({ slot, state, isStub }) => `lane ${slot.lane} ${state} ${isStub ? 'stub' : ''}`,
    )
    .attr('role', 'img')
    .attr('aria-label', (lane) => laneLabel(picture, lane));
  groups.select('path.road').attr('d', ({ d }) => d);
  groups
    .select('path.head')
    .attr('d', ({ slot, isStub }) =>
      isStub ? null : slot.lane === 'value' ? 'M0,0l-7,-3.5v7z' : 'M-6,-4.5L0,0L-6,4.5',
    )
    .attr('transform', ({ head: { x, y, turn } }) => `translate(${x},${y}) rotate(${turn})`);
}

function laneLabel({ model, words }: Picture, { slot, state }: Lane): string {
  const shape = model.trace.shapes.get(slot.id);
  const states = {
    active: words.say('active'),
    done: words.say('done'),
    ghost: words.say('not computed'),
  };
  const kind = slot.lane === 'value' ? words.say('value') : words.say('gradient');
  return `${slot.id}, ${kind}, ${shape?.join(' × ') ?? '?'}, ${states[state]}`;
}
