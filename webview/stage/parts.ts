import type { BaseType, Selection } from 'd3-selection';
import { piecesOf } from '../../src/core';

/** A selection of one HTML element. */
export type Html = Selection<HTMLElement, unknown, null, undefined>;

/** A selection of one group of an SVG. */
export type Group = Selection<SVGGElement, unknown, null, undefined>;

/** A selection of one SVG. */
export type Svg = Selection<SVGSVGElement, unknown, null, undefined>;

type Parent = Selection<BaseType, unknown, null, undefined>;

/** The child of a kind and name in an element, made if there is none; absent parts are taken away. */
export function html(parent: unknown, tag: string, name: string, isPresent = true): Html {
  return child(parent as Parent, tag, name, isPresent) as unknown as Html;
}

/** The group of a name in an SVG or a group, made if there is none. */
export function group(parent: unknown, name: string): Group {
  return child(parent as Parent, 'g', name, true) as unknown as Group;
}

/** The SVG of a name in an element, in its size. */
export function svg(parent: unknown, name: string, width: number, height: number): Svg {
  return child(parent as Parent, 'svg', name, true)
    .attr('width', width)
    .attr('height', height) as unknown as Svg;
}

function child(parent: Parent, tag: string, name: string, isPresent: boolean) {
  return parent
    .selectAll<HTMLElement, unknown>(`:scope > ${tag}.${name.replaceAll(' ', '.')}`)
    .data(isPresent ? [0] : [])
    .join(tag)
    .attr('class', name);
}

/** Writes a sentence with markup into an SVG, as {@link drawMarked} does into a page. */
export function markedText(
  parent: unknown,
  name: string,
  sentence: string,
  { x, y, anchor }: { readonly x: number; readonly y: number; readonly anchor: string },
): void {
  child(parent as Parent, 'text', name, true)
    .attr('x', x)
    .attr('y', y)
    .attr('text-anchor', anchor)
    .selectAll('tspan')
    .data(piecesOf(sentence))
    .join('tspan')
    .attr('class', ({ mark }) => (mark === 'm' ? 'name' : mark ? `axis axis-${mark}` : ''))
    .text(({ text }) => text);
}
