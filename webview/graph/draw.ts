import { select } from 'd3-selection';
import type { Picture } from '../scene-view';
import { drawLanes } from './lanes';
import type { Svg } from './layer';
import { layoutGraph } from './layout';
import { centreOfStep } from './zoom/centre';
import { viewOf, type Point, type Window, type Zoom } from './zoom/zoom';
import { drawLegend, heightWithLegend } from './legend';
import { drawLoss } from './loss';
import { drawNodes } from './nodes';
import { drawValues } from './values';

/** How the graph has been drawn: what of it is seen, how near, and where the step is. */
export interface DrawnGraph {
  readonly window: Window;
  readonly zoom: Zoom | undefined;
  readonly centre: Point;
}

/** Draws the computational graph into a section, for a width in CSS pixels. */
export function drawGraph(section: HTMLElement, picture: Picture, width: number): DrawnGraph {
  const layout = layoutGraph(picture.model, width);
  const { zoom } = picture;
  const centre = centreOfStep(picture, layout);
  const graph = { width: layout.width, height: heightWithLegend(picture, layout) };
  const window = { graph, room: { width, height: graph.height } };
  const view = zoom && viewOf(zoom, zoom.at ?? centre, window);
  const svg = select(section)
    .selectAll<SVGSVGElement, unknown>('svg.graph')
    .data([0])
    .join('svg')
    .attr('class', layout.isNarrow ? 'graph narrow' : 'graph')
    .attr('role', 'group')
    .attr('aria-label', picture.words.say('Computational graph'))
    .attr('width', view ? width : graph.width)
    .attr('height', graph.height)
    .attr(
      'viewBox',
      view ? [view.x, view.y, view.width, view.height].join(' ') : null,
    ) as unknown as Svg;
  drawLanes(svg, picture, layout);
  drawNodes(svg, picture, layout);
  drawValues(svg, picture, layout);
  drawLoss(svg, picture, layout);
  drawLegend(svg, picture, layout);
  return { window, zoom, centre };
}
