import { select } from 'd3-selection';

/** What something stands over: an element, or a point of the window. */
export type Anchor =
  { readonly element: Element } | { readonly point: { readonly x: number; readonly y: number } };

/** How far from the page's edge it stays. */
const EDGE = 4;

/** Puts a box over its anchor, as wide as that or as it needs, and inside of the page. */
export function placeOver(box: HTMLElement, anchor: Anchor): void {
  const over = rectOf(anchor);
  const parent = (box.offsetParent ?? document.body).getBoundingClientRect();
  const own = box.getBoundingClientRect();
  // A page that is drawn larger measures in pixels of the screen and places in its own.
  const zoom = box.offsetWidth > 0 ? own.width / box.offsetWidth || 1 : 1;
  const middle = over.left + over.width / 2 - parent.left;
  const most = Math.max(EDGE, parent.width - own.width - EDGE);
  const left = Math.min(most, Math.max(EDGE, middle - own.width / 2));
  const input = box.querySelector('input');
  const height = (input ?? box).getBoundingClientRect().height;
  const top = over.top + over.height / 2 - parent.top - height / 2;
  select(box)
    .style('left', `${left / zoom}px`)
    .style('top', `${Math.max(0, top / zoom)}px`);
}

function rectOf(anchor: Anchor): { left: number; top: number; width: number; height: number } {
  if ('point' in anchor) return { left: anchor.point.x, top: anchor.point.y, width: 0, height: 0 };
  const cell = anchor.element.querySelector(':scope > rect') ?? anchor.element;
  return cell.getBoundingClientRect();
}
