import { describe, expect, it } from 'vitest';
import { mixed } from '../../../src/editor/hover/colours';
import { linear, looks, tokensOf } from './tokens';

type Matrix = readonly (readonly [number, number, number])[];

/** How the colours of light look without one kind of cone: Machado, Oliveira and Fernandes (2009), severity 1. */
const VISIONS: Readonly<Record<string, Matrix>> = {
  trichromat: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanope: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranope: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanope: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** OKLab of light: Björn Ottosson's matrices. */
const TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

function times(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, entry, i) => sum + entry * vector[i]!, 0));
}

/** A colour in OKLab as it is seen; a difference of about 0.02 can just be noticed. */
function seen(colour: string, vision: string): number[] {
  const light = times(VISIONS[vision]!, linear(colour)).map((c) => Math.min(1, Math.max(0, c)));
  return times(TO_LAB, times(TO_CONES, light).map(Math.cbrt));
}

function difference(a: string, b: string, vision: string): number {
  const [x, y] = [seen(a, vision), seen(b, vision)];
  return Math.hypot(...x.map((entry, i) => entry - y[i]!));
}

const POLES = ['value-positive', 'value-negative', 'gradient-positive', 'gradient-negative'];

/** How different two of a scheme's fills are at the least, for any vision, at a share of the scale. */
function least(
  token: (name: string) => string,
  kind: '' | 'heat-',
  share: number,
  isAsked: (a: string, b: string) => boolean,
): number {
  const zero = token(`--${kind}zero`);
  const fills = POLES.map((pole) => ({
    pole,
    colour: mixed(zero, token(`--${kind}${pole}`), share),
  }));
  const differences = Object.keys(VISIONS).flatMap((vision) =>
    fills.flatMap((a, i) =>
      fills
        .slice(i + 1)
        .filter((b) => isAsked(a.pole, b.pole))
        .map((b) => difference(a.colour, b.colour, vision)),
    ),
  );
  return Math.min(...differences);
}

const familyOf = (pole: string) => pole.split('-')[0]!;
const any = () => true;
const ofTwoFamilies = (a: string, b: string) => familyOf(a) !== familyOf(b);
const ofOneFamily = (a: string, b: string) => familyOf(a) === familyOf(b);

describe.each(looks)('the colours in a $theme theme, scheme $scheme', ({ theme, scheme }) => {
  const token = tokensOf(theme, scheme);
  const [asked, enough] =
    scheme === 'mono'
      ? ([ofOneFamily, { cells: 0, heat: 0.35 }] as const)
      : ([any, { cells: scheme === 'safe' ? 0.15 : 0.065, heat: 0.15 }] as const);

  it('tell families and signs apart with any colour vision', () => {
    expect(least(token, '', 1, asked)).toBeGreaterThanOrEqual(enough.cells);
    expect(least(token, 'heat-', 1, asked)).toBeGreaterThanOrEqual(enough.heat);
    expect(least(token, 'heat-', 0.5, asked)).toBeGreaterThanOrEqual(enough.heat / 2);
  });

  it('tell values from gradients at half strength', () => {
    const isByDash = token('--gradient-dash') !== 'none';
    expect(isByDash ? 1 : least(token, '', 0.5, ofTwoFamilies)).toBeGreaterThanOrEqual(0.05);
  });

  it('differ from zero', () => {
    for (const vision of Object.keys(VISIONS)) {
      for (const pole of POLES) {
        const colour = token(`--${pole}`);
        expect(difference(token('--zero'), colour, vision)).toBeGreaterThanOrEqual(0.06);
      }
    }
  });
});

describe('the scheme without hues', () => {
  it.each(looks.filter(({ scheme }) => scheme === 'mono'))('has none in a $theme theme', (look) => {
    const token = tokensOf(look.theme, look.scheme);
    for (const pole of POLES) {
      for (const kind of ['', 'heat-']) {
        expect(token(`--${kind}${pole}`)).toMatch(/^#(\w\w)\1\1$/);
      }
    }
  });
});
