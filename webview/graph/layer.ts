import type { Selection } from 'd3-selection';

/** The graph's picture. */
export type Svg = Selection<SVGSVGElement, unknown, null, undefined>;

/** A layer of the picture, by its name. */
export function layer(svg: Svg, name: string): Selection<SVGGElement, unknown, null, undefined> {
  return svg
    .selectAll<SVGGElement, unknown>(`g.${name}`)
    .data([0])
    .join('g')
    .attr('class', name) as unknown as Selection<SVGGElement, unknown, null, undefined>;
}
