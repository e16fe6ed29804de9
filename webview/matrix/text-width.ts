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

function widthsAt(fontSize: number): ReadonlyMap<string, number> | undefined {
  if (!known.has(fontSize)) known.set(fontSize, measure(fontSize));
  return known.get(fontSize);
}

function measure(fontSize: number): ReadonlyMap<string, number> | undefined {
  const context = document.createElement('canvas').getContext('2d');
  if (!context?.measureText) return undefined;
  context.font = `${fontSize}px ${getComputedStyle(document.body).fontFamily}`;
  return new Map([...CHARACTERS].map((one) => [one, context.measureText(one).width]));
}
