import { paintOf } from './paint';
import { fillOf, strokeOf, type Box, type Sketch } from './sketch';

/** A background's gradient: its colours, and its stops in px. */
interface Gradient {
  readonly isRepeating: boolean;
  readonly colours: readonly string[];
  readonly stops: readonly number[];
}

/**
 * Adds what gradients draw on the background of an element: a bar of one colour, diagonal lines, or a
 * corner. The page uses them for nothing else.
 */
export function addBackgroundImages(sketch: Sketch, style: CSSStyleDeclaration, box: Box): void {
  const gradients = gradientsIn(style.backgroundImage);
  for (const gradient of gradients.toReversed()) {
    if (gradient.isRepeating) addLines(sketch, gradient, box);
    else if (gradient.colours.every((colour) => colour === gradient.colours[0])) {
      addBar(sketch, gradient, style.backgroundSize, box);
    } else addCorner(sketch, gradient, box);
  }
}

function gradientsIn(images: string): Gradient[] {
  const found = images.matchAll(/(repeating-)?linear-gradient\(((?:[^()]|\([^()]*\))*)\)/g);
  return [...found].map(([, repeating, inside]) => ({
    isRepeating: repeating !== undefined,
    colours: inside!.match(/(?:\w+\([^()]*\)|#\w+|transparent)/g) ?? [],
    stops: [...inside!.matchAll(/ (-?[\d.]+)px/g)].map(([, stop]) => Number(stop)),
  }));
}

/** A share of the box in one colour, from the left. */
function addBar(sketch: Sketch, { colours }: Gradient, size: string, box: Box): void {
  const share = /^([\d.]+)%/.exec(size)?.[1];
  const width = share === undefined ? box.width : (box.width * Number(share)) / 100;
  if (width > 0 && colours[0]) sketch.add('rect', { ...box, width, ...fillOf(colours[0]) });
}

/** Lines at 45°, which rise to the right. */
function addLines(sketch: Sketch, { colours, stops }: Gradient, box: Box): void {
  const { x, y, width, height } = box;
  const period = stops.at(-1);
  if (!period || !colours[0] || !paintOf(colours[0])) return;
  const step = period * Math.SQRT2;
  const lines: string[] = [];
  for (let at = step / 2; at < width + height; at += step) {
    lines.push(`M${x + at} ${y}L${x + at - height} ${y + height}`);
  }
  const clip = sketch.clip('rect', { ...box });
  sketch.within({ 'clip-path': clip }, () =>
    sketch.add('path', {
      d: lines.join(''),
      fill: 'none',
      ...strokeOf(colours[0]!),
      'stroke-width': stops.find((stop) => stop > 0) ?? 1,
    }),
  );
}

/** The upper right corner, cut off. */
function addCorner(sketch: Sketch, { colours, stops }: Gradient, box: Box): void {
  const side = (stops[0] ?? 0) * Math.SQRT2;
  const right = box.x + box.width;
  if (side === 0 || !colours[0]) return;
  sketch.add('polygon', {
    points: `${right - side},${box.y} ${right},${box.y} ${right},${box.y + side}`,
    ...fillOf(colours[0]),
  });
}
