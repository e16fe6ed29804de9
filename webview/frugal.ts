import { selection } from 'd3-selection';

/** What a selection's elements are given: something, or what a function says of each. */
type Given<T> = T | null | ((this: Element, ...of: unknown[]) => T | null);

/**
 * Has every drawing write only what differs from what is on the page. Reading an attribute is cheap;
 * writing one, be it the same, has SVG styled and laid out again. A step changes little of what it draws.
 */
export function writeOnlyChanges(): void {
  const { attr, style, text } = selection.prototype;
  const own = selection.prototype as Record<'attr' | 'style' | 'text', unknown>;
  own.attr = function (this: typeof selection.prototype, name: string, ...rest: [Given<unknown>?]) {
    // Those of a namespace are few.
    if (rest.length === 0 || name.includes(':')) return attr.apply(this, [name, ...rest] as never);
    return this.each(forEach(rest[0], (element, value) => setAttribute(element, name, value)));
  };
  own.style = function (
    this: typeof selection.prototype,
    name: string,
    ...rest: [Given<unknown>?]
  ) {
    if (rest.length !== 1) return style.apply(this, [name, ...rest] as never);
    return this.each(forEach(rest[0], (element, value) => setStyle(element, name, value)));
  };
  own.text = function (this: typeof selection.prototype, ...rest: [Given<unknown>?]) {
    if (rest.length === 0) return text.call(this);
    return this.each(forEach(rest[0], setText));
  };
}

/** As D3 hands what is given to each element. */
function forEach(given: Given<unknown> | undefined, write: (to: Element, value: unknown) => void) {
  return typeof given === 'function'
    ? function (this: unknown, ...of: unknown[]) {
        write(this as Element, given.apply(this as Element, of));
      }
    : function (this: unknown) {
        write(this as Element, given);
      };
}

function setAttribute(element: Element, name: string, value: unknown): void {
  const before = element.getAttribute(name);
  if (value === null || value === undefined) {
    if (before !== null) element.removeAttribute(name);
  } else if (before !== String(value)) element.setAttribute(name, String(value));
}

function setStyle(element: Element, name: string, value: unknown): void {
  const { style } = element as SVGElement;
  if (value === null || value === undefined) style.removeProperty(name);
  else if (style.getPropertyValue(name) !== String(value)) style.setProperty(name, String(value));
}

function setText(element: Element, value: unknown): void {
  const text = value === null || value === undefined ? '' : String(value);
  const { firstChild } = element;
  const isOne = firstChild?.nodeType === Node.TEXT_NODE && firstChild === element.lastChild;
  if (isOne ? firstChild.nodeValue === text : text === '' && !firstChild) return;
  element.textContent = text;
}
