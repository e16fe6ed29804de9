import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const readJson = (path: string) =>
  JSON.parse(readFileSync(new URL(path, root), 'utf8')) as Record<string, string>;

/** Every sentence template in the code: the literal first argument of `say` and of `l10n.t`. */
function templatesIn(folder: string): string[] {
  return readdirSync(new URL(folder, root), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const code = readFileSync(new URL(`${folder}/${file}`, root), 'utf8');
      return [...code.matchAll(/(?:\bsay|l10n\.t)\(\s*(['"])((?:\\.|(?!\1).)*)\1/gs)].map(
        ([, , text]) => text!.replaceAll("\\'", "'"),
      );
    });
}

const placesOf = (text: string): string[] =>
  [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
const marksOf = (text: string): string[] =>
  [...text.matchAll(/<(\w)>/g)].map(([, mark]) => mark!).sort();

describe('the Japanese translation', () => {
  const japanese = readJson('l10n/bundle.l10n.ja.json');
  const templates = [...new Set([...templatesIn('src'), ...templatesIn('webview')])];

  it('has every sentence of the code', () => {
    expect(templates.length).toBeGreaterThan(150);
    expect(templates.filter((text) => !(text in japanese))).toEqual([]);
  });

  it('has no sentence that the code does not say', () => {
    expect(Object.keys(japanese).filter((text) => !templates.includes(text))).toEqual([]);
  });

  it.each(Object.entries(japanese))('keeps the places and marks of: %s', (english, translated) => {
    expect(placesOf(translated)).toEqual(placesOf(english));
    expect(marksOf(translated)).toEqual(marksOf(english));
  });

  it('is Japanese wherever the sentence has words', () => {
    const isWordless = (text: string) => !/[a-z]{3}/i.test(text.replace(/<\/?\w>|\{\w+\}/g, ''));
    const untranslated = Object.entries(japanese).filter(
      ([english, translated]) =>
        !isWordless(english) && english === translated && !english.startsWith('Affine'),
    );
    expect(untranslated).toEqual([]);
  });

  it('covers commands and descriptions', () => {
    const [english, translated] = [readJson('package.nls.json'), readJson('package.nls.ja.json')];
    expect(Object.keys(translated)).toEqual(Object.keys(english));
  });

  it('says commands and descriptions in Japanese, but for the name', () => {
    const [english, translated] = [readJson('package.nls.json'), readJson('package.nls.ja.json')];
    const same = Object.keys(english).filter((key) => translated[key] === english[key]);
    expect(same).toEqual(['extension.displayName']);
  });

  it('has what the manifest asks for, and nothing else', () => {
    const manifest = readFileSync(new URL('package.json', root), 'utf8');
    const asked = [...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key!);
    expect(Object.keys(readJson('package.nls.json')).toSorted()).toEqual(
      [...new Set(asked)].toSorted(),
    );
  });
});
