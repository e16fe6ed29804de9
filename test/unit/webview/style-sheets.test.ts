import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sheets } from './tokens';

const folder = new URL('../../../webview/', import.meta.url);

/** The code of the panel, which gives some custom properties their values. */
const code = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  .join('\n');

describe('the style sheets', () => {
  it('ask for the width of the panel, which is not the window’s where type is large', () => {
    const asking = [...sheets].filter(([, css]) => /@media[^{]*\b(width|height)\b/.test(css));
    expect(asking.map(([name]) => name)).toEqual([]);
  });

  it('use no custom property that nobody gives', () => {
    const all = [...sheets.values()].join('\n');
    const given = new Set([
      ...[...all.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name!),
      ...[...code.matchAll(/'(--[\w-]+)'/g)].map(([, name]) => name!),
    ]);
    const used = [...sheets].flatMap(([name, css]) =>
      [...css.matchAll(/var\((--[\w-]+)\)/g)]
        .filter(([, property]) => !given.has(property!))
        .map(([, property]) => `${name}: ${property}`),
    );
    expect(used).toEqual([]);
  });

  it('are put together in one', () => {
    const index = sheets.get('index.css')!;
    const names = [...sheets.keys()].filter((name) => name !== 'index.css');
    expect(names.filter((name) => !index.includes(`'./${name}'`))).toEqual([]);
  });
});
