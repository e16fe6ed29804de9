// @vitest-environment happy-dom
import { select } from 'd3-selection';
import { beforeEach, describe, expect, it } from 'vitest';
import { SCHEMES, type Preferences } from '../../../src/protocol';
import type { Actions } from '../../../webview/actions';
import { pictureOf, runOf } from '../../../webview/scene-view';
import { setSurface } from '../../../webview/surface';
import type { Root } from '../../../webview/timeline/controls';
import { settings } from '../../../webview/tools/settings';
import { sceneOf, showingAt } from './support';

let sheet: HTMLElement;
let set: Partial<Preferences>[];

function draw(change: Partial<Preferences> = {}): void {
  const showing = showingAt({ position: { step: 0 }, level: 'operation' });
  const preferences = { ...showing.preferences, ...change };
  const picture = pictureOf(runOf(sceneOf(2, 3, 2)), { ...showing, preferences });
  const actions = { setPreferences: (to) => void set.push(to) } as Partial<Actions> as Actions;
  settings.draw(select(sheet) as unknown as Root, picture, actions);
}

const input = (selector: string) => sheet.querySelector<HTMLInputElement>(selector)!;
const numberOf = (name: string) => input(`[data-setting=${name}] input`);

function type(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('change'));
}

beforeEach(() => {
  document.body.innerHTML = '';
  sheet = document.body.appendChild(document.createElement('div'));
  set = [];
});

describe('the settings', () => {
  it('show what is set', () => {
    draw({ digits: 7, scheme: 'mono', scale: 'matrix', clip: 90, language: 'ja' });
    expect([numberOf('digits').value, numberOf('clip').value]).toEqual(['7', '90']);
    const checked = [...sheet.querySelectorAll<HTMLInputElement>('[type=radio]')]
      .filter((radio) => radio.checked)
      .map(({ value }) => value);
    expect(checked).toEqual(['mono', 'matrix', 'ja']);
    expect(input('[type=checkbox]').checked).toBe(false);
  });

  it.each([
    ['6', 6],
    ['99', 17],
    ['0', 2],
    ['3.4', 3],
  ])('take %s digits as %d', (typed, digits) => {
    draw();
    type(numberOf('digits'), typed);
    expect(set).toEqual([{ digits }]);
    expect(numberOf('digits').value).toBe(String(digits));
  });

  it('leave the digits as they are where nothing, or the same, is typed', () => {
    draw();
    type(numberOf('digits'), '');
    type(numberOf('digits'), '4');
    expect(set).toEqual([]);
    expect(numberOf('digits').value).toBe('4');
  });

  it('do not overwrite what is being typed', () => {
    draw();
    numberOf('digits').focus();
    numberOf('digits').value = '1';
    draw({ digits: 5 });
    expect(numberOf('digits').value).toBe('1');
    numberOf('digits').blur();
    draw({ digits: 5 });
    expect(numberOf('digits').value).toBe('5');
  });

  it('change what is chosen', () => {
    draw();
    for (const value of ['safe', 'matrix', 'en']) {
      const radio = input(`[type=radio][value=${value}]`);
      radio.checked = true;
      radio.dispatchEvent(new Event('change'));
    }
    const large = input('[type=checkbox]');
    large.checked = true;
    large.dispatchEvent(new Event('change'));
    expect(set).toEqual([
      { scheme: 'safe' },
      { scale: 'matrix' },
      { language: 'en' },
      { isPresenting: true },
    ]);
  });

  it('show each scheme in its own colours', () => {
    draw();
    const swatches = [...sheet.querySelectorAll<HTMLElement>('[data-swatch]')];
    expect(swatches.map(({ dataset }) => dataset['swatch'])).toEqual([...SCHEMES]);
    expect(swatches.map(({ childElementCount }) => childElementCount)).toEqual([10, 10, 10, 10]);
  });

  it('are the same drawn twice', () => {
    draw();
    const once = sheet.innerHTML;
    draw();
    expect(sheet.innerHTML).toBe(once);
  });
});

describe('the page', () => {
  it('takes its scheme, size and language from the settings', () => {
    const { preferences } = showingAt({ position: { step: 0 }, level: 'operation' });
    setSurface({ ...preferences, scheme: 'safe', isPresenting: true }, 'ja');
    expect(document.body.dataset['scheme']).toBe('safe');
    expect(document.body.hasAttribute('data-presenting')).toBe(true);
    expect(document.documentElement.lang).toBe('ja');
    setSurface(preferences, 'en');
    expect(document.body.hasAttribute('data-presenting')).toBe(false);
  });
});
