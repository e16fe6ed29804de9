import { paintOf } from './paint';

/** The namespace of SVG. */
export const SVG = 'http://www.w3.org/2000/svg';

/** A box in the picture, in px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture in the making: elements are added to the group that is open, in the order of painting. */
export class Sketch {
  /** What has been added reaches so far to the right. */
  right = 0;
  /** The picture's root. */
  readonly root = this.make('svg');
  private readonly defs = this.make('defs');
  private group: Element = this.root;
  private clips = 0;

  /** Adds an element; attributes that are undefined are left out. */
  add(name: string, attributes: Attributes, text?: string): Element {
    const element = this.make(name, attributes);
    // XML has no control characters.
    if (text !== undefined) element.textContent = text.replace(/\p{Cc}/gu, ' ');
    this.group.append(element);
    return element;
  }

  /** Whatever `draw` adds goes into a group; the group is dropped if that is nothing. */
  within(attributes: Attributes, draw: () => void): void {
    const before = this.group;
    const group = this.make('g', attributes);
    before.append(group);
    this.group = group;
    draw();
    this.group = before;
    if (!group.hasChildNodes()) group.remove();
  }

  /** A reference to a clip of a shape. */
  clip(shape: 'rect' | 'polygon', attributes: Attributes): string {
    const id = `clip-${++this.clips}`;
    const clip = this.make('clipPath', { id });
    clip.append(this.make(shape, attributes));
    this.defs.append(clip);
    return `url(#${id})`;
  }

  /** The picture as XML. */
  toString(): string {
    if (this.defs.hasChildNodes()) this.root.prepend(this.defs);
    return new XMLSerializer().serializeToString(this.root);
  }

  private make(name: string, attributes: Attributes = {}): Element {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined) element.setAttribute(key, written(value));
    }
    return element;
  }
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

function written(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;
}

/** The attributes that paint a fill. */
export function fillOf(css: string, opacity = 1): Attributes {
  return painted('fill', css, opacity);
}

/** The attributes that paint a stroke. */
export function strokeOf(css: string, opacity = 1): Attributes {
  return painted('stroke', css, opacity);
}

function painted(what: 'fill' | 'stroke', css: string, opacity: number): Attributes {
  const paint = paintOf(css);
  if (!paint) return what === 'fill' ? { fill: 'none' } : {};
  const seen = paint.opacity * opacity;
  return { [what]: paint.colour, ...(seen < 1 ? { [`${what}-opacity`]: seen } : {}) };
}
