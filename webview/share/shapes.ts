import { fillOf, strokeOf, type Sketch } from './sketch';
import { baselineIn, fontOf, type Origin } from './text';

/** What shapes are drawn by, beside their paint. */
const GEOMETRY: Readonly<Record<string, readonly string[]>> = {
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  image: ['x', 'y', 'width', 'height', 'href', 'preserveAspectRatio'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polygon: ['points'],
  polyline: ['points'],
  path: ['d'],
};

/** Whether an element is a shape or a text that is added as a whole. */
export function isShape(element: Element): element is SVGGraphicsElement {
  return element.localName in GEOMETRY || element.localName === 'text';
}

/** Adds a shape of an SVG element, or a text, as it stands on the screen. */
export function addShape(
  sketch: Sketch,
  shape: SVGGraphicsElement,
  style: CSSStyleDeclaration,
  at: Origin,
): void {
  const transform = transformOf(shape, at);
  if (shape.localName === 'text') return addSvgText(sketch, shape as SVGTextElement, transform);
  const entries = GEOMETRY[shape.localName]!.map((name) => [name, valueOf(shape, style, name)]);
  const geometry = Object.fromEntries(entries) as Record<string, string | undefined>;
  if (shape.localName === 'path' && !geometry['d']) return;
  sketch.add(shape.localName, {
    ...geometry,
    transform,
    ...clipOf(sketch, style),
    ...(shape.localName === 'image' ? {} : paintsOf(style)),
  });
}

/** A number of a shape's, by the style if that has it, since styles may move shapes. */
function valueOf(shape: Element, style: CSSStyleDeclaration, name: string): string | undefined {
  const computed = style.getPropertyValue(name);
  if (/^-?[\d.]+(e-?\d+)?px$/.test(computed)) return String(parseFloat(computed));
  return shape.getAttribute(name) ?? undefined;
}

function paintsOf(style: CSSStyleDeclaration) {
  const stroke = strokeOf(style.stroke, Number(style.strokeOpacity));
  const drawn = {
    'stroke-width': parseFloat(style.strokeWidth),
    'stroke-dasharray': unlessDefault(style.strokeDasharray.replaceAll('px', ''), 'none'),
    'stroke-linecap': unlessDefault(style.strokeLinecap, 'butt'),
    'stroke-linejoin': unlessDefault(style.strokeLinejoin, 'miter'),
    'vector-effect': unlessDefault(style.vectorEffect, 'none'),
  };
  return {
    ...fillOf(style.fill, Number(style.fillOpacity)),
    ...stroke,
    ...('stroke' in stroke ? drawn : {}),
  };
}

function unlessDefault(value: string, standard: string): string | undefined {
  return value === standard || value === '' ? undefined : value;
}

/** A clip by a polygon of the style's, as one of SVG's own. */
function clipOf(sketch: Sketch, style: CSSStyleDeclaration): { 'clip-path'?: string } {
  const corners = /^polygon\((.*)\)$/.exec(style.clipPath)?.[1];
  if (corners === undefined) return {};
  return { 'clip-path': sketch.clip('polygon', { points: corners.replaceAll('px', '') }) };
}

/** From a shape's own coordinates to the picture's: a shift alone where nothing is turned or scaled. */
function transformOf(shape: SVGGraphicsElement, at: Origin): string | undefined {
  const matrix = shape.getScreenCTM();
  if (!matrix) return undefined;
  const { a, b, c, d } = matrix;
  const [e, f] = [matrix.e - at.x, matrix.f - at.y].map((shift) => Math.round(shift * 100) / 100);
  if (a === 1 && b === 0 && c === 0 && d === 1) return `translate(${e} ${f})`;
  return `matrix(${[a, b, c, d].map((part) => Math.round(part * 1e5) / 1e5).join(' ')} ${e} ${f})`;
}

/** Adds a text run by run, each where its first letter stands: no reader has to know of baselines. */
function addSvgText(sketch: Sketch, text: SVGTextElement, transform: string | undefined): void {
  let count = 0;
  let isAfterSpace = true;
  for (const node of textsIn(text)) {
    const first = count;
    let shown = '';
    // Spaces in a row, and at the start, are no letters of their own.
    for (const letter of node.data.replace(/\s/g, ' ')) {
      if (letter === ' ' && isAfterSpace) continue;
      isAfterSpace = letter === ' ';
      shown += letter;
      count += letter.length;
    }
    if (shown.trim() !== '') addRun(sketch, text, node.parentElement!, { shown, first }, transform);
  }
}

function addRun(
  sketch: Sketch,
  text: SVGTextElement,
  parent: Element,
  { shown, first }: { readonly shown: string; readonly first: number },
  transform: string | undefined,
): void {
  if (first >= text.getNumberOfChars()) return;
  const style = getComputedStyle(parent);
  const size = parseFloat(style.fontSize);
  const { x } = text.getStartPositionOfChar(first);
  const { y: top, height } = text.getExtentOfChar(first);
  const trimmed = shown.trimEnd();
  const textLength = text.getSubStringLength(first, trimmed.length);
  sketch.add(
    'text',
    {
      x,
      y: top + baselineIn(height, style, size),
      transform,
      ...fontOf(style, size),
      ...fillOf(style.fill, Number(style.fillOpacity)),
      ...(trimmed.length > 1 && textLength > 0
        ? { textLength, lengthAdjust: 'spacingAndGlyphs' }
        : {}),
    },
    trimmed,
  );
}

function textsIn(element: Element): Text[] {
  return [...element.childNodes].flatMap((node) => {
    if (node instanceof Text) return [node];
    return node instanceof Element && node.localName !== 'title' ? textsIn(node) : [];
  });
}
