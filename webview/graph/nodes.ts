import { stepAt } from '../model';
import type { Picture } from '../scene-view';
import { layer, type Svg } from './layer';
import type { GraphLayout, PlacedNode } from './layout';

/** Draws the operations: the one at work stands out, one that cannot work is crossed. */
export function drawNodes(svg: Svg, picture: Picture, layout: GraphLayout): void {
  const { trace } = picture.model;
  const isActive = ({ node }: PlacedNode) =>
    stepAt(picture.model, picture.position).node?.id === node.id;
  const isStopped = ({ node }: PlacedNode) => trace.stopped?.at.id === node.id;
  const groups = layer(svg, 'nodes')
    .selectAll<SVGGElement, PlacedNode>('g.node')
    .data(layout.nodes, ({ node }) => node.id)
    .join((enter) => {
      const g = enter.append('g');
      g.append('circle');
      g.append('text');
      g.append('path').attr('class', 'cross');
      return g;
    })
    .attr(
      'class',
      (node) => `node ${isActive(node) ? 'active' : ''} ${isStopped(node) ? 'stopped' : ''}`,
    )
    .attr('transform', ({ x, y }) => `translate(${x},${y})`);
  groups.select('circle').attr('r', ({ r }) => r);
  groups
    .select('text')
    .attr('class', ({ node }) => (node.op.symbol.length === 1 ? 'symbol' : 'word'))
    .text(({ node }) => node.op.symbol);
  groups
    .select('path.cross')
    .attr('d', (node) =>
      isStopped(node) ? 'M8,-16a7,7 0 1 0 14,0a7,7 0 1 0 -14,0M12.5,-18.5l5,5m0,-5l-5,5' : null,
    );
}
