import { addBox } from './boxes';
import { addControl, isControl, isDrawnByBrowser } from './form-controls';
import { addFractionBar, addLargeOperator } from './maths';
import { addShape, isShape } from './shapes';
import { fillOf, Sketch, SVG } from './sketch';
import { addText, type Origin } from './text';

/** A picture of a part of the page, in px. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** What is there to be used, not to be looked at. */
const LEFT_OUT = '.tools, .zoom, .help-button, [hidden], title, desc, defs';

/**
 * Regions of the page, one under the other, as an SVG that needs nothing else: styles and colours are
 * those that the page has at this moment, texts are texts.
 */
export function svgOf(regions: readonly HTMLElement[], title: string): Drawing {
  settle();
  const sketch = new Sketch();
  let height = 0;
  for (const region of regions.filter((each) => !each.hidden)) {
    const box = region.getBoundingClientRect();
    const at = { x: 0, y: box.top - height };
    sketch.within({}, () => addElement(sketch, region, at));
    height += box.height;
    sketch.right = Math.max(sketch.right, box.right);
  }
  const width = Math.ceil(sketch.right);
  finish(sketch, title, width, Math.ceil(height));
  return { svg: sketch.toString(), width, height: Math.ceil(height) };
}

/** What moves is shown where it comes to rest. */
function settle(): void {
  for (const animation of document.getAnimations()) {
    const isEndless = animation.effect?.getComputedTiming().endTime === Infinity;
    if (!isEndless) animation.finish();
  }
}

function finish({ root }: Sketch, title: string, width: number, height: number): void {
  const sizes = { width, height, viewBox: `0 0 ${width} ${height}` };
  for (const [name, value] of Object.entries(sizes)) root.setAttribute(name, String(value));
  const background = document.createElementNS(SVG, 'rect');
  const { fill } = fillOf(getComputedStyle(document.body).backgroundColor);
  const attributes = { width: '100%', height: '100%', fill: String(fill) };
  for (const [name, value] of Object.entries(attributes)) background.setAttribute(name, value);
  const heading = document.createElementNS(SVG, 'title');
  heading.textContent = title;
  root.prepend(heading, background);
}

function addElement(sketch: Sketch, element: Element, at: Origin): void {
  if (element.matches(LEFT_OUT)) return;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.opacity === '0') return;
  const opacity = Number(style.opacity);
  const draw = () => addContent(sketch, element, style, at);
  if (opacity < 1) sketch.within({ opacity: style.opacity }, draw);
  else draw();
}

function addContent(
  sketch: Sketch,
  element: Element,
  style: CSSStyleDeclaration,
  at: Origin,
): void {
  const isSeen = style.visibility === 'visible';
  if (isShape(element)) {
    if (isSeen) addShape(sketch, element, style, at);
    return;
  }
  if (element instanceof SVGSVGElement) return addPicture(sketch, element, style, at);
  if (isSeen && element.localName === 'mo' && addLargeOperator(sketch, element, style, at)) return;
  if (isSeen && !(element instanceof SVGElement)) addOwn(sketch, element, style, at);
  addChildren(sketch, element, style, at);
}

/** What an element of HTML or MathML shows of its own. */
function addOwn(sketch: Sketch, element: Element, style: CSSStyleDeclaration, at: Origin): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  const box = { x: left - at.x, y: top - at.y, width, height };
  if (element instanceof HTMLElement && !isDrawnByBrowser(element))
    addBox(sketch, element, style, box);
  if (element.localName === 'mfrac') addFractionBar(sketch, element, style, at);
  if (isControl(element)) addControl(sketch, element, style, box);
}

/** What is scrolled away is in the picture as well. */
function addChildren(
  sketch: Sketch,
  element: Element,
  style: CSSStyleDeclaration,
  at: Origin,
): void {
  if (isControl(element)) return;
  const shift = element.scrollLeft;
  const moved = shift > 0 ? { x: at.x - shift, y: at.y } : at;
  for (const node of element.childNodes) {
    if (node instanceof Element) addElement(sketch, node, moved);
    else if (node instanceof Text && style.visibility === 'visible') {
      addText(sketch, node, style, moved);
    }
  }
}

/** An SVG element in the page: what it does not show is cut off here as well. */
function addPicture(
  sketch: Sketch,
  element: SVGSVGElement,
  style: CSSStyleDeclaration,
  at: Origin,
): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return;
  sketch.right = Math.max(sketch.right, left + width - at.x);
  const draw = () => addChildren(sketch, element, style, at);
  if (style.overflow === 'visible') return sketch.within({}, draw);
  const box = { x: left - at.x, y: top - at.y, width, height };
  sketch.within({ 'clip-path': sketch.clip('rect', box) }, draw);
}
