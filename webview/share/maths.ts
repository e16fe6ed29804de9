import { fillOf, type Sketch } from './sketch';
import { fontOf, type Origin } from './text';

/** Adds the bar of a fraction, which stands halfway between what is above and what is below. */
export function addFractionBar(
  sketch: Sketch,
  fraction: Element,
  style: CSSStyleDeclaration,
  at: Origin,
): void {
  const [above, below] = fraction.children;
  if (!above || !below) return;
  const { left, width } = fraction.getBoundingClientRect();
  const middle = (above.getBoundingClientRect().bottom + below.getBoundingClientRect().top) / 2;
  const thickness = Math.max(1, parseFloat(style.fontSize) / 16);
  sketch.add('rect', {
    x: left - at.x,
    y: middle - thickness / 2 - at.y,
    width,
    height: thickness,
    ...fillOf(style.color),
  });
}

/** How much higher than its letter an operator has to be to count as one that has been stretched. */
const STRETCHED = 1.15;

/** Adds an operator that is larger than its letter, such as a sum sign; says whether it is one. */
export function addLargeOperator(
  sketch: Sketch,
  operator: Element,
  style: CSSStyleDeclaration,
  at: Origin,
): boolean {
  const text = operator.textContent?.trim() ?? '';
  const box = operator.getBoundingClientRect();
  const size = parseFloat(style.fontSize);
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = `${size}px ${style.fontFamily}`;
  const { actualBoundingBoxAscent: above, actualBoundingBoxDescent: below } =
    context.measureText(text);
  const scale = box.height / (above + below);
  const isLarge = text.length === 1 && /[∑∏∫(){}[\]|]/.test(text) && scale > STRETCHED;
  if (!isLarge) return false;
  sketch.add(
    'text',
    {
      x: box.left - at.x,
      y: box.bottom - below * scale - at.y,
      ...fontOf(style, size * scale),
      ...fillOf(style.color),
      textLength: box.width,
      lengthAdjust: 'spacingAndGlyphs',
    },
    text,
  );
  return true;
}
