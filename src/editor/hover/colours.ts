/** Where the editor's colours come from: dark, light, or high contrast on black. */
export type Theme = 'dark' | 'light' | 'highContrast';

/** The colours of the picture in one theme. */
export interface Palette {
  readonly zero: string;
  readonly positive: string;
  readonly negative: string;
  readonly text: string;
  readonly mark: string;
  /** Around cells, where fills alone do not carry. */
  readonly border?: string;
  /** Of the axes N, D and H. */
  readonly axes: Readonly<Record<string, string>>;
}

/** The grammar's colours for values as heat, zero and axes. */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  dark: {
    zero: '#2d2e30',
    positive: '#7bd9f9',
    negative: '#9f6cea',
    text: '#9d9d9d',
    mark: '#ffffff',
    axes: { N: '#86ead4', D: '#e888ce', H: '#e3e17b' },
  },
  light: {
    zero: '#eeeff1',
    positive: '#1e90c7',
    negative: '#6426af',
    text: '#616161',
    mark: '#1a1a1a',
    axes: { N: '#008474', D: '#9e2085', H: '#766f08' },
  },
  highContrast: {
    zero: '#000000',
    positive: '#7bd9f9',
    negative: '#9f6cea',
    text: '#ffffff',
    mark: '#ffffff',
    border: '#6fc3df',
    axes: { N: '#5ff0da', D: '#ff9be8', H: '#ede75a' },
  },
};

type Triple = readonly [number, number, number];

/** Björn Ottosson's OKLab: linear red, green and blue to the cones' answers, and those to L, a, b. */
const TO_CONES: readonly Triple[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: readonly Triple[] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const FROM_LAB: readonly Triple[] = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const FROM_CONES: readonly Triple[] = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

/** A colour between two, `share` of the way from one to the other in OKLab, as CSS's `color-mix`. */
export function mixed(from: string, to: string, share: number): string {
  const [start, end] = [oklab(from), oklab(to)];
  return hex(start.map((own, i) => own + (end[i]! - own) * share) as unknown as Triple);
}

function oklab(colour: string): Triple {
  const channel = (i: number) => {
    const c = parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const cones = times(TO_CONES, [channel(0), channel(1), channel(2)]);
  return times(TO_LAB, [Math.cbrt(cones[0]), Math.cbrt(cones[1]), Math.cbrt(cones[2])]);
}

function hex(lab: Triple): string {
  const [l, m, s] = times(FROM_LAB, lab);
  const channels = times(FROM_CONES, [l ** 3, m ** 3, s ** 3]).map((c) => {
    const own = c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055;
    return Math.round(Math.min(1, Math.max(0, own)) * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

function times(matrix: readonly Triple[], [x, y, z]: Triple): Triple {
  const [a, b, c] = matrix.map((row) => row[0] * x + row[1] * y + row[2] * z);
  return [a!, b!, c!];
}
