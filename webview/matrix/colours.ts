/** Colours from zero to a pole in 256 steps of four bytes (red, green, blue, alpha). */
export interface Ramp {
  readonly positive: Uint8ClampedArray;
  readonly negative: Uint8ClampedArray;
}

const kept = new Map<string, Ramp>();

/** What heat colours depend on: the theme and the scheme at hand. */
export function surfaceKey(): string {
  const { className, dataset } = document.body;
  return `${className} ${dataset['scheme'] ?? ''}`;
}

/** The heat colours of a family in the theme and scheme at hand, mixed by the browser as the style sheet does. */
export function heatColours(family: 'value' | 'gradient'): Ramp {
  const key = `${family} ${surfaceKey()}`;
  const known = kept.get(key) ?? {
    positive: ramp(`--heat-${family}-positive`),
    negative: ramp(`--heat-${family}-negative`),
  };
  kept.set(key, known);
  return known;
}

function ramp(pole: string): Uint8ClampedArray {
  const style = getComputedStyle(document.body);
  const [from, to] = ['--heat-zero', pole].map((name) => style.getPropertyValue(name).trim());
  const canvas = document.createElement('canvas');
  canvas.width = 256;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  for (let step = 0; step < 256; step++) {
    context.fillStyle = `color-mix(in oklab, ${to} ${(step / 255) * 100}%, ${from})`;
    context.fillRect(step, 0, 1, 1);
  }
  return context.getImageData(0, 0, 256, 1).data;
}
