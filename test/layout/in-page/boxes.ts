/** A piece of the page that is seen as one: a line of text, or a filled or bordered shape. */
export interface Piece {
  readonly kind: 'text' | 'shape';
  /** What it belongs to: pieces within each other are meant to be there. */
  readonly owner: Element;
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is a shape for the eye; cells count as a whole with the number in them. */
const SHAPES = [
  ...['.cell > rect', 'image.heat', '.node > circle', '.loss > rect', '.swatch', '.bar'],
  ...['.chip', 'button', 'input', 'select', '.box', '.state', '.segment > .bar'],
].join();

/** How much of a line's height is above and below its letters, as a share. */
const LEADING = 0.22;

/** Everything on the page that can be seen and could be in something's way. */
export function piecesOf(root: Element): Piece[] {
  return [...texts(root), ...shapes(root)];
}

function texts(root: Element): Piece[] {
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const owner = node.parentElement!;
    if (!node.textContent?.trim() || isUnseen(owner, root) || !isSeen(owner)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // A range does not know of letters that are squeezed.
    const isSqueezed = owner.hasAttribute('textLength');
    for (const rect of isSqueezed ? [owner.getBoundingClientRect()] : range.getClientRects()) {
      const inset = Math.min(rect.height, fontSizeOf(owner) * 1.4) * LEADING;
      const middle = (rect.top + rect.bottom) / 2;
      const half = Math.min(rect.height, fontSizeOf(owner) * 1.4) / 2 - inset;
      const box = { left: rect.left, right: rect.right, top: middle - half, bottom: middle + half };
      pieces.push({ kind: 'text', owner, name: nameOf(owner, node.textContent), ...box });
    }
  }
  return pieces;
}

/** What is there for others than the eye, or lies over the page on purpose. */
const UNSEEN =
  'option, title, desc, style, .live, .bubble, .cell-editor, dialog, [aria-live], .halfway .mini';

function isUnseen(element: Element, root: Element): boolean {
  const unseen = element.closest(UNSEEN);
  return unseen !== null && unseen !== root && root.contains(unseen);
}

function shapes(root: Element): Piece[] {
  return [...root.querySelectorAll(SHAPES)]
    .filter((shape) => isSeen(shape) && !isUnseen(shape, root))
    .map((shape) => {
      const { left, right, top, bottom } = shape.getBoundingClientRect();
      const owner = shape instanceof SVGElement ? shape.parentElement! : shape;
      return { kind: 'shape' as const, owner, name: nameOf(shape), left, right, top, bottom };
    })
    .filter(({ left, right, top, bottom }) => right > left && bottom > top);
}

function isSeen(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

function fontSizeOf(element: Element): number {
  const scale = element.closest('[data-presenting]') ? 1.6 : 1;
  return parseFloat(getComputedStyle(element).fontSize) * scale;
}

/** A piece's name for a list of faults: where it is, what it is, and what it says. */
export function nameOf(element: Element, text = ''): string {
  const own = element.getAttribute('class')?.trim().split(/\s+/).slice(0, 2).join('.') ?? '';
  const slot = element.closest('[data-slot], [data-matrix]');
  const where = slot?.getAttribute('data-slot') ?? slot?.getAttribute('data-matrix') ?? '';
  const zone = element.closest('section, header, .sheet')?.getAttribute('class') ?? '';
  return `${zone} ${where} ${element.localName}.${own} ${text.trim().slice(0, 24)}`.trim();
}
