import { fillOf, type Sketch } from './sketch';

/** Where the picture's origin lies on the screen. */
export interface Origin {
  readonly x: number;
  readonly y: number;
}

/** Adds a text of the page, a line of it after the other, each at its place and as wide as it is there. */
export function addText(sketch: Sketch, node: Text, style: CSSStyleDeclaration, at: Origin): void {
  for (const { text, box } of linesOf(node)) {
    const size = parseFloat(style.fontSize) * zoomOf(node.parentElement!);
    sketch.right = Math.max(sketch.right, box.right - at.x);
    sketch.add(
      'text',
      {
        x: box.left - at.x,
        y: box.top + baselineIn(box.height, style, size) - at.y,
        ...fontOf(style, size),
        ...fillOf(style.color),
        ...(text.length > 1 ? { textLength: box.width, lengthAdjust: 'spacingAndGlyphs' } : {}),
      },
      shownText(text, style),
    );
  }
}

/** The attributes of a font. */
export function fontOf(style: CSSStyleDeclaration, size: number) {
  const isItalic = style.fontStyle.startsWith('italic');
  return {
    'font-family': style.fontFamily,
    'font-size': size,
    ...(style.fontWeight === '400' ? {} : { 'font-weight': style.fontWeight }),
    ...(isItalic ? { 'font-style': 'italic' } : {}),
  };
}

/** How much larger than its own pixels an element is shown. */
export function zoomOf(element: Element): number {
  return (element as Element & { readonly currentCSSZoom?: number }).currentCSSZoom ?? 1;
}

interface Line {
  readonly text: string;
  readonly box: DOMRect;
}

/** The pieces of a text that stand on a line each. */
function linesOf(node: Text): Line[] {
  const whole = lineIn(node, 0, node.data.length);
  if (!whole) return [];
  const range = document.createRange();
  range.selectNodeContents(node);
  if (range.getClientRects().length < 2) return [whole];
  const lines: Line[] = [];
  let from = 0;
  let top: number | undefined;
  for (let i = 0; i < node.data.length; i++) {
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const box = range.getClientRects()[0];
    if (!box || box.width === 0) continue;
    if (top !== undefined && Math.abs(box.top - top) > box.height / 2) {
      lines.push(...(lineIn(node, from, i) ? [lineIn(node, from, i)!] : []));
      from = i;
    }
    top = box.top;
  }
  const last = lineIn(node, from, node.data.length);
  return last ? [...lines, last] : lines;
}

/** A part of a text without the space around it; undefined where that is all. */
function lineIn(node: Text, from: number, to: number): Line | undefined {
  const part = node.data.slice(from, to);
  const text = part.trim();
  if (text === '') return undefined;
  const start = from + part.indexOf(text);
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, start + text.length);
  const box = range.getBoundingClientRect();
  return box.width > 0 ? { text: text.replace(/\s+/g, ' '), box } : undefined;
}

const measuring = document.createElement('canvas');

/** How far below its top the line lies that letters stand on, in a box as high as their font. */
export function baselineIn(height: number, style: CSSStyleDeclaration, size: number): number {
  const context = measuring.getContext('2d')!;
  context.font = `${style.fontStyle} ${style.fontWeight} ${size}px ${style.fontFamily}`;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText('x');
  return (height - above - below) / 2 + above;
}

/** The text as it is shown: a letter of maths by itself is a slanted one of its own. */
function shownText(text: string, style: CSSStyleDeclaration): string {
  const isMaths = (style.textTransform as string) === 'math-auto';
  return isMaths ? mathsLetter(text) : text;
}

const ITALIC_CAPITAL_A = 0x1d434;
const ITALIC_SMALL_A = 0x1d44e;
/** The small h was there before the others, as Planck's constant. */
const ITALIC_H = '\u210e';

function mathsLetter(text: string): string {
  if (text === 'h') return ITALIC_H;
  const code = text.codePointAt(0)!;
  if (/^[A-Z]$/.test(text)) return String.fromCodePoint(ITALIC_CAPITAL_A + code - 0x41);
  if (/^[a-z]$/.test(text)) return String.fromCodePoint(ITALIC_SMALL_A + code - 0x61);
  return text;
}
