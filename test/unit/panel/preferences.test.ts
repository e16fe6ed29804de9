import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validPreferences } from '../../../src/panel/valid-preferences';
import {
  CLIP,
  DEFAULT_PREFERENCES,
  DIGITS,
  LANGUAGES,
  SCALES,
  SCHEMES,
} from '../../../src/protocol';
import { isHostMessage, isPreference } from '../../../src/protocol/guards';

const names = Object.keys(DEFAULT_PREFERENCES) as (keyof typeof DEFAULT_PREFERENCES)[];

describe('the settings of the panel', () => {
  it('are taken where they can be', () => {
    const kept = {
      digits: 17,
      scheme: 'mono',
      scale: 'matrix',
      clip: 97.5,
      isPresenting: true,
      language: 'ja',
    } as const;
    expect(validPreferences((name) => kept[name])).toEqual(kept);
  });

  it.each([
    ['digits', [1, 18, 3.5, '4', null, NaN, {}]],
    ['scheme', ['SKY', '', 3, null, undefined]],
    ['scale', ['each', true]],
    ['clip', [49.9, 101, -1, NaN, Infinity, '90']],
    ['isPresenting', ['true', 1, null]],
    ['language', ['de', 'EN', []]],
  ] as const)('%s falls back to its default alone', (name, garbage) => {
    const fine = { ...DEFAULT_PREFERENCES, digits: 6, scheme: 'safe', clip: 90 } as const;
    for (const value of garbage) {
      const read = validPreferences((other) => (other === name ? value : fine[other]));
      expect(read).toEqual({ ...fine, [name]: DEFAULT_PREFERENCES[name] });
    }
  });

  it('are something the panel takes, whatever is in the file', () => {
    fc.assert(
      fc.property(fc.array(fc.anything(), { minLength: 6, maxLength: 6 }), (values) => {
        const read = validPreferences((name) => values[names.indexOf(name)]);
        for (const name of names) expect(isPreference(name, read[name])).toBe(true);
      }),
    );
  });

  it('are refused by the panel where they cannot be', () => {
    const message = (preferences: object) => ({
      type: 'state',
      scene: { kind: 'empty', sentences: [], problems: [] },
      view: { position: { step: 0 }, level: 'operation' },
      experiment: { cells: [] },
      preferences,
      translations: {},
      language: 'en',
    });
    expect(isHostMessage(message(DEFAULT_PREFERENCES))).toBe(true);
    expect(isHostMessage(message({ ...DEFAULT_PREFERENCES, digits: 99 }))).toBe(false);
  });
});

describe('the declaration of the settings', () => {
  const { contributes } = JSON.parse(
    readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
  ) as {
    contributes: { configuration: { properties: Record<string, Record<string, unknown>> } };
  };
  const declared = (name: string) =>
    contributes.configuration.properties[`affine.view.${name}`] ?? {};

  it.each(names)('of %s has its default and its limits', (name) => {
    expect(declared(name)['default']).toBe(DEFAULT_PREFERENCES[name]);
    expect(declared(name)['description']).toBe(`%config.view.${name}%`);
  });

  it('allows what the panel allows', () => {
    const limits = (name: string) => [declared(name)['minimum'], declared(name)['maximum']];
    expect(limits('digits')).toEqual([DIGITS.least, DIGITS.most]);
    expect(limits('clip')).toEqual([CLIP.least, CLIP.most]);
    expect(declared('scheme')['enum']).toEqual(SCHEMES);
    expect(declared('scale')['enum']).toEqual(SCALES);
    expect(declared('language')['enum']).toEqual(LANGUAGES);
  });
});
