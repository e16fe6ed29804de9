import { nameOf, piecesOf, type Piece } from './boxes';

/** By how much things may reach into each other, in CSS pixels. */
const SLACK = 1;

/** What lies over something else on purpose, beside what belongs to it. */
const MEANT: readonly (readonly [string, string])[] = [
  ['.numeric', '.cell'],
  ['.swatch', '.swatch'],
];

/** Everything on the page that is cut off, or in the way of something else; nothing if all is well. */
export function faultsOf(root: Element): string[] {
  const pieces = piecesOf(root);
  return [
    ...sideways(),
    ...pieces.flatMap(cutOff),
    ...shortened(root),
    ...overlaps(pieces),
    ...crossed(root, pieces),
  ];
}

function sideways(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth
    ? [`the page scrolls sideways by ${scrollWidth - clientWidth}`]
    : [];
}

/** A piece that reaches out of what clips it; where that scrolls, out of where it can be scrolled to. */
function cutOff({ owner, name, left, right, top, bottom }: Piece): string[] {
  let [low, high] = [0, document.documentElement.clientWidth];
  for (let at: Element | null = owner; at && at !== document.body; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    const isOuterSvg = at instanceof SVGSVGElement;
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    if (at instanceof SVGElement && !isOuterSvg) continue;
    const box = at.getBoundingClientRect();
    const canScroll = at.scrollWidth > at.clientWidth && /auto|scroll/.test(overflowX);
    // Stretched signs of a formula have boxes higher than what is drawn.
    const canScrollY =
      owner.localName === 'mo' ||
      (at.scrollHeight > at.clientHeight && /auto|scroll/.test(overflowY));
    const isOut = (a: number, b: number) => a > b + SLACK;
    // In large type a CSS pixel of the page takes more than one of the screen.
    const scrolled = canScroll ? at.scrollLeft * (box.width / (at as HTMLElement).offsetWidth) : 0;
    if (isOut(box.left - scrolled, left)) return [`${name} is cut off left of ${nameOf(at)}`];
    if (!canScroll && isOut(right, box.right)) return [`${name} is cut off right of ${nameOf(at)}`];
    if (!canScrollY && isOut(box.top, top)) return [`${name} is cut off above ${nameOf(at)}`];
    if (!canScrollY && isOut(bottom, box.bottom)) return [`${name} is cut off below ${nameOf(at)}`];
    if (canScroll) [low, high] = [-Infinity, Infinity];
  }
  return left < low - SLACK || right > high + SLACK ? [`${name} leaves the page`] : [];
}

/** Texts that end in dots for want of room. */
function shortened(root: Element): string[] {
  return [...root.querySelectorAll('*')]
    .filter((one) => one.scrollWidth > one.clientWidth + SLACK)
    .filter((one) => {
      const { textOverflow, overflowX } = getComputedStyle(one);
      return textOverflow === 'ellipsis' && overflowX === 'hidden' && !one.matches('button.code');
    })
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .map((one) => `${nameOf(one, one.textContent ?? '')} is shortened`);
}

function overlaps(pieces: readonly Piece[]): string[] {
  const sorted = pieces.toSorted((a, b) => a.left - b.left);
  const found: string[] = [];
  for (const [i, a] of sorted.entries()) {
    for (let j = i + 1; j < sorted.length && sorted[j]!.left < a.right - SLACK; j++) {
      const b = sorted[j]!;
      const depth = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const width = Math.min(a.right, b.right) - b.left;
      if (depth <= SLACK || width <= SLACK || isMeant(a, b)) continue;
      found.push(`${a.name} × ${b.name} by ${width.toFixed()}×${depth.toFixed()}`);
    }
  }
  return found;
}

function isMeant(a: Piece, b: Piece): boolean {
  if (a.owner.contains(b.owner) || b.owner.contains(a.owner)) return true;
  const isPair = (one: Piece, other: Piece) =>
    MEANT.some(([over, under]) => one.owner.matches(over) && other.owner.closest(under) !== null);
  return isPair(a, b) || isPair(b, a);
}

/** Roads of the graph that run through a text. */
function crossed(root: Element, pieces: readonly Piece[]): string[] {
  const words = pieces.filter(({ kind, owner }) => kind === 'text' && owner.closest('svg.graph'));
  return [...root.querySelectorAll<SVGPathElement>('.graph .lane .road')].flatMap((road) => {
    const points = pointsOf(road);
    return words
      .filter(({ owner }) => !owner.closest('.legend')?.contains(road))
      .filter(({ left, right, top, bottom }) =>
        points.some(({ x, y }) => x > left && x < right && y > top && y < bottom),
      )
      .map(({ name }) => `${name} on the road ${road.parentElement?.ariaLabel ?? ''}`);
  });
}

function pointsOf(road: SVGPathElement): DOMPoint[] {
  const matrix = road.getScreenCTM()!;
  return pointsAlong(road).map((point) => point.matrixTransform(matrix));
}

/** Points of roads by what is drawn: finding them takes long, and roads stay as they are from step to step. */
const known = new Map<string, readonly DOMPoint[]>();

function pointsAlong(road: SVGPathElement): readonly DOMPoint[] {
  const d = road.getAttribute('d')!;
  if (!known.has(d)) {
    const length = road.getTotalLength();
    const at = (i: number) => road.getPointAtLength(Math.min(length, 2 * i));
    known.set(
      d,
      Array.from({ length: Math.ceil(length / 2) + 1 }, (_, i) => at(i)),
    );
  }
  return known.get(d)!;
}
