import { select } from 'd3-selection';
import type { Picture } from '../scene-view';
import { drawLanes } from './lanes';
import type { Svg } from './layer';
import { layoutGraph } from './layout';
import { drawLegend, heightWithLegend } from './legend';
import { drawLoss } from './loss';
import { drawNodes } from './nodes';
import { drawValues } from './values';

/** Draws the computational graph into a section, for a width in CSS pixels. */
export function drawGraph(section: HTMLElement, picture: Picture, width: number): void {
  const layout = layoutGraph(picture.model, width);
  const svg = select(section)
    .selectAll<SVGSVGElement, unknown>('svg.graph')
    .data([0])
    .join('svg')
    .attr('class', layout.isNarrow ? 'graph narrow' : 'graph')
    .attr('role', 'group')
    .attr('aria-label', picture.words.say('Computational graph'))
    .attr('width', layout.width)
    .attr('height', heightWithLegend(picture, layout)) as unknown as Svg;
  drawLanes(svg, picture, layout);
  drawNodes(svg, picture, layout);
  drawValues(svg, picture, layout);
  drawLoss(svg, picture, layout);
  drawLegend(svg, picture, layout);
}
