import { addBackgroundImages } from './backgrounds';
import { paintOf } from './paint';
import { fillOf, strokeOf, type Box, type Sketch } from './sketch';
import { zoomOf } from './text';

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** One side of an element's border, or its outline. */
interface Line {
  readonly width: number;
  readonly style: string;
  readonly colour: string;
}

/** Adds the background, the border and the outline of an element. */
export function addBox(
  sketch: Sketch,
  element: Element,
  style: CSSStyleDeclaration,
  box: Box,
): void {
  const zoom = zoomOf(element);
  const radius = Math.min(parseFloat(style.borderTopLeftRadius) * zoom || 0, box.height / 2);
  if (paintOf(style.backgroundColor)) {
    sketch.add('rect', { ...box, ...rounded(radius), ...fillOf(style.backgroundColor) });
  }
  if (style.backgroundImage !== 'none') addBackgroundImages(sketch, style, box);
  const sides = SIDES.map((side): Line => ({
    width: parseFloat(style[`border${side}Width`]) * zoom,
    style: style[`border${side}Style`],
    colour: style[`border${side}Color`],
  }));
  addBorder(sketch, box, sides, radius);
  const outline: Line = {
    width: parseFloat(style.outlineWidth) * zoom,
    style: style.outlineStyle,
    colour: style.outlineColor,
  };
  const away = (parseFloat(style.outlineOffset) || 0) * zoom + outline.width;
  addRing(sketch, grown(box, away), outline, radius && radius + away);
}

function addBorder(sketch: Sketch, box: Box, sides: readonly Line[], radius: number): void {
  const [top, right, bottom, left] = sides as [Line, Line, Line, Line];
  const isRing = sides.every((side) => side.width === top.width && side.colour === top.colour);
  if (isRing) return addRing(sketch, box, top, radius);
  const { x, y, width, height } = box;
  const add = (line: Line, from: [number, number], to: [number, number]) => {
    if (!isSeen(line)) return;
    sketch.add('line', { x1: from[0], y1: from[1], x2: to[0], y2: to[1], ...strokeAs(line) });
  };
  add(top, [x, y + top.width / 2], [x + width, y + top.width / 2]);
  add(right, [x + width - right.width / 2, y], [x + width - right.width / 2, y + height]);
  add(bottom, [x, y + height - bottom.width / 2], [x + width, y + height - bottom.width / 2]);
  add(left, [x + left.width / 2, y], [x + left.width / 2, y + height]);
}

function addRing(sketch: Sketch, box: Box, line: Line, radius: number): void {
  if (!isSeen(line)) return;
  const inside = grown(box, -line.width / 2);
  const inner = Math.max(0, radius - line.width / 2);
  sketch.add('rect', { ...inside, ...rounded(inner), fill: 'none', ...strokeAs(line) });
}

function isSeen({ width, style, colour }: Line): boolean {
  return width > 0 && style !== 'none' && style !== 'hidden' && paintOf(colour) !== undefined;
}

function strokeAs({ width, style, colour }: Line) {
  const dashes = { dotted: `${width} ${width * 1.5}`, dashed: `${width * 3} ${width * 2}` }[style];
  return {
    ...strokeOf(colour),
    'stroke-width': width,
    ...(dashes ? { 'stroke-dasharray': dashes } : {}),
  };
}

function rounded(radius: number) {
  return radius > 0 ? { rx: radius } : {};
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
