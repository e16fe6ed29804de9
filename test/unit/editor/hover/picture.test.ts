// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeOf, type Shape } from '../../../../src/core';
import { mixed, PALETTES, type Theme } from '../../../../src/editor/hover/colours';
import { pictureOf, svgOf } from '../../../../src/editor/hover/picture';
import { arrayFacts } from '../../../../src/read/facts';
import ramps from '../../../oracle/editor/colours.json';
import { arrayOf, arrays } from '../../read/facts/support';

const THEMES = Object.keys(PALETTES) as Theme[];

/** The picture as it is parsed as XML; throws where it is none. */
function parsed(svg: string): Element {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(document.querySelector('parsererror')).toBeNull();
  return document.documentElement;
}

const decoded = (uri: string) => atob(uri.replace('data:image/svg+xml;base64,', ''));

/** The colour of each cell, by its column and row. */
function cellColours(svg: string): Map<string, string> {
  const [, cells] = /<g transform[^>]*>(.*?)<\/g>/.exec(svg)!;
  return new Map(
    [...cells!.matchAll(/fill="(#\w+)" d="([^"]*)"/g)].flatMap(([, colour, d]) =>
      [...d!.matchAll(/M(\d+) (\d+)/g)].map(
        ([, column, row]) => [`${column},${row}`, colour!] as const,
      ),
    ),
  );
}

const random = (shape: Shape) =>
  arrayOf(
    shape,
    Float64Array.from({ length: sizeOf(shape) }, (_, i) => Math.sin(i * i)),
  );

describe('a colour between two', () => {
  it.each(ramps)('from $from to $to is what the browser mixes', ({ from, to, steps }) => {
    const own = steps.map((_, i) => mixed(from, to, (i * 5) / 255));
    expect(own).toEqual(steps);
  });
});

describe('the picture of an array', () => {
  it('is well-formed, in ASCII, and no larger than a hover has room for', () => {
    fc.assert(
      fc.property(arrays, fc.constantFrom(...THEMES), (array, theme) => {
        const uri = pictureOf(arrayFacts(array, ''), theme);
        expect(uri === undefined).toBe(array.data!.length === 0);
        if (uri === undefined) return;
        const svg = parsed(decoded(uri));
        expect(svg.tagName).toBe('svg');
        expect(Number(svg.getAttribute('width'))).toBeLessThanOrEqual(300);
        expect(Number(svg.getAttribute('height'))).toBeLessThanOrEqual(62);
      }),
    );
  });

  it.each([
    [1, 1],
    [1, 200],
    [200, 1],
    [24, 48],
    [1000, 1000],
    [5, 7, 9],
  ])('fits for the shape (%d, %d, …)', (...shape) => {
    for (const theme of THEMES) {
      const uri = pictureOf(arrayFacts(random(shape), ''), theme)!;
      const svg = parsed(decoded(uri));
      expect(Number(svg.getAttribute('width'))).toBeLessThanOrEqual(300);
      expect(Number(svg.getAttribute('height'))).toBeLessThanOrEqual(62);
      // The editor cuts a hover's Markdown at 100 000 characters.
      expect(uri.length).toBeLessThan(60_000);
    }
  });

  it('fills each cell with the mix of its value: the root of its share of the scale', () => {
    const data = [4, -4, 1, -1, 0, 0.25, NaN, Infinity];
    for (const theme of THEMES) {
      const { zero, positive, negative } = PALETTES[theme];
      const colours = cellColours(svgOf(arrayFacts(arrayOf([2, 4], data), ''), theme)!);
      const half = Math.round(255 / 2) / 255;
      const quarter = Math.round(255 / 4) / 255;
      expect(Object.fromEntries(colours)).toEqual({
        '0,0': positive,
        '1,0': negative,
        '2,0': mixed(zero, positive, half),
        '3,0': mixed(zero, negative, half),
        '0,1': zero,
        '1,1': mixed(zero, positive, quarter),
        '2,1': zero,
        '3,1': zero,
      });
    }
  });

  it('draws every block once, in colours of its ramps alone', () => {
    const steps = Array.from({ length: 256 }, (_, i) => i / 255);
    for (const theme of THEMES) {
      const { zero, positive, negative } = PALETTES[theme];
      const ramp = new Set(
        steps.flatMap((step) => [mixed(zero, positive, step), mixed(zero, negative, step)]),
      );
      const facts = arrayFacts(random([300, 500]), '');
      const colours = cellColours(svgOf(facts, theme)!);
      expect(colours.size).toBe(facts.heat!.rows * facts.heat!.columns);
      expect([...colours.values()].filter((colour) => !ramp.has(colour))).toEqual([]);
    }
  });

  it('labels the ends of its scale', () => {
    const labels = (data: readonly number[]) =>
      [
        ...parsed(svgOf(arrayFacts(arrayOf([data.length], data), ''), 'dark')!).querySelectorAll(
          'text',
        ),
      ].map((text) => text.textContent);
    expect(labels([-1, 3])).toEqual(['−3', '0', '+3']);
    expect(labels([7, 0])).toEqual(['−8', '0', '+8']);
    expect(labels([0, NaN])).toEqual(['−1', '0', '+1']);
    expect(labels([5e-324])).toEqual(['−4.9e−324', '0', '+4.9e−324']);
    expect(labels([1.7e308])).toEqual(['−1.7e308', '0', '+1.7e308']);
  });

  it('has rails in the colours of the axes that have letters', () => {
    const facts = { ...arrayFacts(random([3, 2]), ''), letters: ['D', 'H'] };
    for (const theme of THEMES) {
      const { D, H, N } = PALETTES[theme].axes;
      expect(svgOf(facts, theme)).toContain(`fill="${D}"`);
      expect(svgOf(facts, theme)).toContain(`fill="${H}"`);
      expect(svgOf(facts, theme)).not.toContain(`fill="${N}"`);
    }
  });

  it('has borders in high contrast', () => {
    const { border } = PALETTES.highContrast;
    for (const shape of [
      [2, 3],
      [100, 100],
    ]) {
      const facts = arrayFacts(random(shape), '');
      expect(svgOf(facts, 'highContrast')).toContain(`stroke="${border}"`);
      expect(svgOf(facts, 'dark')).not.toContain('stroke');
    }
  });
});
