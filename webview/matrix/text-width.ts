const CHARACTERS = '0.\u2212';

const known = new Map<number, ReadonlyMap<string, number> | undefined>();

/** How wide a number is in the panel's type, in CSS pixels; undefined where nothing can be measured. */
export function textWidth(text: string, fontSize: number): number | undefined {
  const widths = widthsAt(fontSize);
  let sum = 0;
  for (const character of text) {
    // Figures are tabular: each is as wide as a 0.
    const width = widths?.get(/\d/.test(character) ? '0' : character);
    if (width === undefined) return undefined;
    sum += width;
  }
  return sum;
}

/**
 * Gets to know the panel's type while the page is all but empty: asked in the midst of a drawing, the
 * browser would first style all that is drawn.
 */
export function learnType(): void {
  family = getComputedStyle(document.body).fontFamily;
  textWidth('0', FIRST_SIZE);
}

let family: string | undefined;
let context: CanvasRenderingContext2D | null | undefined;
/** Any: the first text that is measured loads the font. */
const FIRST_SIZE = 12;

function widthsAt(fontSize: number): ReadonlyMap<string, number> | undefined {
  if (!known.has(fontSize)) known.set(fontSize, measure(fontSize));
  return known.get(fontSize);
}

function measure(fontSize: number): ReadonlyMap<string, number> | undefined {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context?.measureText) return undefined;
  family ??= getComputedStyle(document.body).fontFamily;
  context.font = `${fontSize}px ${family}`;
  return new Map([...CHARACTERS].map((one) => [one, context!.measureText(one).width]));
}
