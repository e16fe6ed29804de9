import { fillOf, strokeOf, type Box, type Sketch } from './sketch';
import { fontOf } from './text';

type Control = HTMLInputElement | HTMLSelectElement;

/** Whether an element shows something that is not in its children. */
export function isControl(element: Element): element is Control {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
}

/** Whether a control looks as the browser likes: its styles say nothing of it. */
export function isDrawnByBrowser(element: Element): boolean {
  return element instanceof HTMLInputElement && /^(range|checkbox|radio)$/.test(element.type);
}

/** Adds what a control shows: where its handle stands, or its value. */
export function addControl(
  sketch: Sketch,
  control: Control,
  style: CSSStyleDeclaration,
  box: Box,
): void {
  if (control instanceof HTMLInputElement && control.type === 'range') {
    return addSlider(sketch, control, style, box);
  }
  if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)) {
    return addMark(sketch, control.checked, style, box);
  }
  const text =
    control instanceof HTMLSelectElement
      ? (control.selectedOptions[0]?.textContent ?? '')
      : control.value;
  const size = parseFloat(style.fontSize);
  sketch.add(
    'text',
    {
      x: box.x + parseFloat(style.paddingLeft) + parseFloat(style.borderLeftWidth),
      y: box.y + box.height / 2 + size * 0.35,
      ...fontOf(style, size),
      ...fillOf(style.color),
    },
    text,
  );
}

function addSlider(
  sketch: Sketch,
  { min, max, value }: HTMLInputElement,
  style: CSSStyleDeclaration,
  { x, y, width, height }: Box,
): void {
  const [from, to] = [Number(min || 0), Number(max || 100)];
  const share = to > from ? (Number(value) - from) / (to - from) : 0;
  const middle = y + height / 2;
  const radius = Math.min(8, height / 2);
  const handle = x + radius + share * (width - 2 * radius);
  const accent = style.accentColor === 'auto' ? style.color : style.accentColor;
  const line = { y1: middle, y2: middle, 'stroke-width': 4, 'stroke-linecap': 'round' };
  sketch.add('line', { ...line, x1: x, x2: x + width, ...strokeOf(style.color, 0.3) });
  sketch.add('line', { ...line, x1: x, x2: handle, ...strokeOf(accent) });
  sketch.add('circle', { cx: handle, cy: middle, r: radius, ...fillOf(accent) });
}

function addMark(
  sketch: Sketch,
  isChecked: boolean,
  style: CSSStyleDeclaration,
  { x, y, width, height }: Box,
): void {
  const inset = 3;
  sketch.add('rect', { x, y, width, height, rx: 2, fill: 'none', ...strokeOf(style.color) });
  if (!isChecked) return;
  sketch.add('rect', {
    x: x + inset,
    y: y + inset,
    width: Math.max(0, width - 2 * inset),
    height: Math.max(0, height - 2 * inset),
    ...fillOf(style.color),
  });
}
