import { slotKey } from '../model';
import type { Picture } from '../scene-view';
import type { Svg } from './layer';
import type { Box, GraphLayout } from './layout';

/** The room beside what is scrolled to. */
const AROUND = 16;

/** Which step each graph was last scrolled for: from then on the user may scroll. */
const followed = new WeakMap<Element, number>();

/** Scrolls a graph that is wider than its panel to what the step at hand works on, as it begins. */
export function followFocus(svg: Svg, picture: Picture, layout: GraphLayout): void {
  const zone = svg.node()!.parentElement;
  const { step } = picture.position;
  if (!zone || layout.width <= layout.seen || followed.get(zone) === step) return;
  followed.set(zone, step);
  const all = boxesOf(picture.focus.active, layout);
  const isAllSeen = all.length > 0 && extentOf(all).width <= layout.seen;
  const shown = isAllSeen ? all : boxesOf(new Set(picture.focus.written.keys()), layout);
  if (shown.length === 0) return;
  const { left, right } = extentOf(shown);
  const from = zone.scrollLeft;
  zone.scrollLeft = Math.min(left, Math.max(from, right - layout.seen));
}

function boxesOf(keys: ReadonlySet<string>, { values }: GraphLayout): Box[] {
  return [...values.values()].flatMap(({ id, value, gradient }) => [
    ...(keys.has(slotKey({ lane: 'value', id })) ? [value] : []),
    ...(keys.has(slotKey({ lane: 'gradient', id })) ? [gradient] : []),
  ]);
}

function extentOf(boxes: readonly Box[]) {
  const left = Math.min(...boxes.map(({ x }) => x)) - AROUND;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + AROUND;
  return { left, right, width: right - left };
}
