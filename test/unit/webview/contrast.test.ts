import { describe, expect, it } from 'vitest';
import { mixed } from '../../../src/editor/hover/colours';
import { contrast, hex, looks, over, sheets, tokensOf } from './tokens';

/** Tokens that text is written in, on the panel's own background. */
const TEXT = [
  '--fg',
  '--strong',
  '--muted',
  '--ghost',
  '--link',
  '--error',
  '--pass',
  '--forward',
  '--gradient',
  '--axis-N',
  '--axis-D',
  '--axis-H',
];
/** Those that also stand on the background of a control. */
const ON_CONTROL = ['--fg', '--strong', '--muted', '--link'];
/** Tokens that lines are drawn in which say something. */
const LINES = [
  '--strong',
  '--ghost',
  '--forward',
  '--forward-done',
  '--gradient',
  '--gradient-done',
  '--axis-N',
  '--axis-D',
  '--axis-H',
  '--family-in',
];
const POLES = ['value-positive', 'value-negative', 'gradient-positive', 'gradient-negative'];
const SHARES = Array.from({ length: 21 }, (_, i) => i / 20);

type Token = (name: string) => string;

/** Every fill of a cell, from zero to each pole, with the lines that mark a negative one where drawn. */
function fills(token: Token): { of: string; fill: string }[] {
  return POLES.flatMap((pole) =>
    SHARES.flatMap((share) => {
      const fill = mixed(token('--zero'), token(`--${pole}`), share);
      const isHatched = token('--hatch') === 'inline' && pole.endsWith('negative');
      const all = isHatched ? [fill, inked(token('--hatch-ink'), fill)] : [fill];
      return all.map((one) => ({ of: `${pole} ${share}`, fill: one }));
    }),
  );
}

/** A colour under ink that lets some of it through. */
function inked(ink: string, under: string): string {
  const [, red, green, blue, percent] = /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/.exec(ink)!;
  return over(hex([red, green, blue].map(Number)), Number(percent) / 100, under);
}

/** What falls short of a ratio, with the ratio it has. */
function below(ratio: number, pairs: readonly { of: string; on: string; colour: string }[]) {
  return pairs
    .map(({ of, on, colour }) => ({ of, ratio: contrast(colour, on) }))
    .filter((pair) => pair.ratio < ratio)
    .map((pair) => `${pair.of}: ${pair.ratio.toFixed(2)}`);
}

describe.each(looks)('in a $theme theme with the scheme $scheme', ({ theme, scheme }) => {
  const token = tokensOf(theme, scheme);
  const bg = token('--bg');

  it('text has a contrast of 4.5 or more', () => {
    const pairs = [
      ...TEXT.map((of) => ({ of, on: bg, colour: token(of) })),
      ...ON_CONTROL.map((of) => ({ of, on: token('--control'), colour: token(of) })),
    ];
    expect(below(4.5, pairs)).toEqual([]);
  });

  it('the text of cells has a contrast of 4.5 or more on every fill', () => {
    const pairs = fills(token).flatMap(({ of, fill }) => [
      { of, on: fill, colour: token('--cell-text') },
      ...[parseInt(token('--calm')) / 100, 0.5].map((share) => ({
        of: `${of} at ${share}`,
        on: over(fill, share, bg),
        colour: token('--cell-text-calm'),
      })),
    ]);
    expect(below(4.5, pairs)).toEqual([]);
  });

  it('lines that say something have a contrast of 3 or more', () => {
    const border = token('--cell-border');
    const pairs = [
      ...LINES.map((of) => ({ of, on: bg, colour: token(of) })),
      ...(border === 'transparent' ? [] : [{ of: '--cell-border', on: bg, colour: border }]),
      ...POLES.map((pole) => ({
        of: `--heat-${pole}`,
        on: token('--heat-zero'),
        colour: token(`--heat-${pole}`),
      })),
    ];
    expect(below(3, pairs)).toEqual([]);
  });

  it('sign and family are carried by lines where colour is not to be relied on', () => {
    const isStrict = theme.startsWith('high') || scheme === 'contrast' || scheme === 'mono';
    expect(token('--hatch') === 'inline').toBe(isStrict || scheme === 'safe');
    expect(token('--gradient-dash') !== 'none').toBe(isStrict);
    expect(token('--cell-border') !== 'transparent').toBe(isStrict);
  });
});

describe('the style sheets', () => {
  it('write text in colours whose contrast is known', () => {
    const known = [...TEXT, '--cell-text', '--cell-text-calm', '--axis', '--bg'];
    const used = [...sheets].flatMap(([name, css]) =>
      [...css.matchAll(/(?:^|[\s;{])color:\s*var\((--[\w-]+)/g)]
        .map(([, token]) => token!)
        .filter((token) => !token.startsWith('--vscode-') && !known.includes(token))
        .map((token) => `${name}: ${token}`),
    );
    expect(used).toEqual([]);
  });
});
