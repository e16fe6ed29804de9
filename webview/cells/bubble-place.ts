import { select } from 'd3-selection';

/** How far a bubble stands from its cell, and at least from the window's edges. */
const AWAY = 10;
const EDGE = 8;

/** A rectangle of the window, in CSS pixels. */
type Rect = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** Where a bubble goes in the window, and how high it may be. */
export interface BubblePlace {
  readonly left: number;
  readonly top: number;
  readonly most: number;
}

/**
 * Beside its cell and inside the window, and never over the cell: on the side where it fits and covers
 * least of what it is about; where it fits on none, above or below, as high as there is room.
 */
export function bubblePlace(
  cell: Rect,
  bubble: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
  family: readonly Rect[] = [],
): BubblePlace {
  const { width, height } = bubble;
  const [across, along] = [
    (cell.left + cell.right - width) / 2,
    (cell.top + cell.bottom - height) / 2,
  ];
  const within = (at: number, size: number, end: number) =>
    Math.max(EDGE, Math.min(at, end - EDGE - size));
  const [x, y] = [within(across, width, view.width), within(along, height, view.height)];
  const fitting = [
    { left: x, top: cell.bottom + AWAY },
    { left: x, top: cell.top - AWAY - height },
    { left: cell.right + AWAY, top: y },
    { left: cell.left - AWAY - width, top: y },
  ]
    .filter(({ left, top }) =>
      isInside({ left, top, right: left + width, bottom: top + height }, view),
    )
    .map((at) => ({ ...at, covered: coveredBy(at, bubble, family) }))
    .sort((a, b) => a.covered - b.covered);
  if (fitting[0]) return { left: fitting[0].left, top: fitting[0].top, most: height };
  const above = cell.top - AWAY - EDGE;
  const below = view.height - EDGE - cell.bottom - AWAY;
  const most = Math.max(0, above, below);
  const top = below >= above ? cell.bottom + AWAY : cell.top - AWAY - Math.min(height, most);
  return { left: x, top, most };
}

/** How far apart the places are that a bubble is tried at. */
const STRIDE = 16;
/** What it costs to cover a pixel of the family, and to stand a pixel further away. */
const FAMILY_COST = 6;
const AWAY_COST = 12;

/**
 * For a bubble that stays: the place in the window where it covers least, of the family above all, and
 * is near its cell; the one beside it where it fits nowhere.
 */
export function quietPlace(
  cell: Rect,
  bubble: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
  family: readonly Rect[],
  others: readonly Rect[],
): BubblePlace {
  const { width, height } = bubble;
  const own = grown(cell, AWAY);
  let best: BubblePlace | undefined;
  let least = Infinity;
  for (let top = EDGE; top + height <= view.height - EDGE; top += STRIDE) {
    for (let left = EDGE; left + width <= view.width - EDGE; left += STRIDE) {
      const at = { left, top };
      if (coveredBy(at, bubble, [own]) > 0) continue;
      const away = Math.hypot(
        left + width / 2 - (cell.left + cell.right) / 2,
        top + height / 2 - (cell.top + cell.bottom) / 2,
      );
      const cost =
        FAMILY_COST * coveredBy(at, bubble, family) +
        coveredBy(at, bubble, others) +
        AWAY_COST * away;
      if (cost < least) [best, least] = [{ ...at, most: height }, cost];
    }
  }
  return best ?? bubblePlace(cell, bubble, view, family);
}

function grown({ left, top, right, bottom }: Rect, by: number): Rect {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

function isInside(
  { left, top, right, bottom }: Rect,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  return left >= EDGE && top >= EDGE && right <= width - EDGE && bottom <= height - EDGE;
}

/** The area of some rectangles that a bubble would lie over. */
function coveredBy(
  { left, top }: { readonly left: number; readonly top: number },
  { width, height }: { readonly width: number; readonly height: number },
  rects: readonly Rect[],
): number {
  const overlap = (from: number, to: number, start: number, size: number) =>
    Math.max(0, Math.min(to, start + size) - Math.max(from, start));
  return rects.reduce(
    (sum, rect) =>
      sum +
      overlap(rect.left, rect.right, left, width) * overlap(rect.top, rect.bottom, top, height),
    0,
  );
}

/** Where a cell stands in the window, if it does, its family, and what else is best left uncovered. */
export interface Surroundings {
  readonly cell: Rect | undefined;
  readonly family: readonly Rect[];
  /** Looked up only for a bubble that stays, and so for a pin alone. */
  others(): readonly Rect[];
}

/** Puts a bubble where it belongs in the page, which it scrolls with; away while its cell is not shown. */
export function placeBubble(bubble: HTMLElement, around: Surroundings, stays: boolean): void {
  const { cell, family, others } = around;
  const element = select(bubble).style('max-height', 'none');
  element.style('display', cell ? 'block' : 'none');
  if (!cell) return;
  const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const size = bubble.getBoundingClientRect();
  const { left, top, most } = stays
    ? quietPlace(cell, size, view, family, others())
    : bubblePlace(cell, size, view, family);
  // In a page that is drawn larger, lengths are written in the page's own pixels.
  const zoom = bubble.offsetWidth > 0 ? size.width / bubble.offsetWidth || 1 : 1;
  element
    .style('left', `${(left + window.scrollX) / zoom}px`)
    .style('top', `${(top + window.scrollY) / zoom}px`)
    .style('max-height', size.height > most ? `${most / zoom}px` : 'none');
}
