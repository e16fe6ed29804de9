// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Help } from '../../../webview/help/help';
import { isTypedChord, keyMeanings, takeKey } from '../../../webview/keyboard';
import { Words } from '../../../webview/words';

const readJson = (path: string) => JSON.parse(readFileSync(resolve(path), 'utf8')) as never;

const japanese = new Words(readJson('l10n/bundle.l10n.ja.json'));

afterEach(() => document.body.replaceChildren());

/** What a key press does, as calls of the controls; the event, and whether it was taken. */
function press(init: KeyboardEventInit, target: Element = document.body) {
  const calls: unknown[][] = [];
  const controls = new Proxy({} as Parameters<typeof takeKey>[1], {
    get:
      (_, name) =>
      (...args: unknown[]) =>
        void calls.push([name, ...args]),
  });
  let isTaken = false;
  const take = (event: Event) => {
    isTaken = takeKey(event as KeyboardEvent, controls);
  };
  window.addEventListener('keydown', take);
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  // This page's events take Alt for AltGr.
  event.getModifierState = (name) => name === 'AltGraph' && init.modifierAltGraph === true;
  target.dispatchEvent(event);
  window.removeEventListener('keydown', take);
  return { calls, isTaken };
}

function element(html: string): Element {
  document.body.innerHTML = html;
  return document.body.querySelector('.target')!;
}

describe('the keys', () => {
  it.each([
    [{ key: 'ArrowRight' }, ['move', 1]],
    [{ key: 'ArrowLeft' }, ['move', -1]],
    [{ key: 'ArrowRight', shiftKey: true }, ['movePhase', 1]],
    [{ key: 'ArrowLeft', shiftKey: true }, ['movePhase', -1]],
    [{ key: ']' }, ['movePhase', 1]],
    [{ key: '[' }, ['movePhase', -1]],
    [{ key: '[', ctrlKey: true, altKey: true, modifierAltGraph: true }, ['movePhase', -1]],
    [{ key: 'Home' }, ['move', -Infinity]],
    [{ key: 'End' }, ['move', Infinity]],
    [{ key: 'ArrowDown' }, ['deeper', 1]],
    [{ key: 'ArrowUp' }, ['deeper', -1]],
    [{ key: '1' }, ['setLevel', 'operation']],
    [{ key: '2' }, ['setLevel', 'cell']],
    [{ key: '3' }, ['setLevel', 'term']],
    [{ key: ' ' }, ['togglePlay']],
    [{ key: '.' }, ['faster', 1]],
    [{ key: ',' }, ['faster', -1]],
    [{ key: '?', shiftKey: true }, ['showHelp']],
  ])('%o does %o, once', (init, call) => {
    expect(press(init)).toEqual({ calls: [call], isTaken: true });
  });

  it('with Ctrl, Alt or Meta are VS Code’s', () => {
    for (const { keys } of keyMeanings) {
      for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) {
        const key = keys[0]!;
        const isOwn = keyMeanings.some((other) => other.keys.includes(`Ctrl+${key}`));
        if (isOwn && modifier !== 'altKey') continue;
        expect(press({ key, [modifier]: true })).toEqual({ calls: [], isTaken: false });
      }
    }
  });

  it.each([
    [{ key: 'z', ctrlKey: true }, 'undo'],
    [{ key: 'z', metaKey: true }, 'undo'],
    [{ key: 'Z', ctrlKey: true, shiftKey: true }, 'redo'],
    [{ key: 'y', ctrlKey: true }, 'redo'],
  ])('but for %o, which does %s here, and is the text’s own where one is typed', (init, call) => {
    expect(press(init)).toEqual({ calls: [[call]], isTaken: true });
    const slider = element('<div class="sheet"><input type="range" class="target"></div>');
    expect(press(init, slider).isTaken).toBe(true);
    expect(press(init, element('<input class="target">')).isTaken).toBe(false);
    expect(press({ ...init, altKey: true }).isTaken).toBe(false);
  });

  it.each([
    '<input class="target">',
    '<textarea class="target"></textarea>',
    '<select class="target"></select>',
    '<div contenteditable="true"><b class="target"></b></div>',
    '<div role="textbox" class="target"></div>',
    '<dialog><p class="target"></p></dialog>',
  ])('none is taken in %s', (html) => {
    const target = element(html);
    for (const { keys } of keyMeanings) {
      for (const key of keys) expect(press({ key }, target).isTaken).toBe(false);
    }
  });

  it('Space presses a button in focus, and other keys go on meaning what they mean', () => {
    const target = element('<button><i class="target"></i></button>');
    expect(press({ key: ' ' }, target).isTaken).toBe(false);
    expect(press({ key: 'ArrowRight' }, target).isTaken).toBe(true);
  });

  it('is left alone where an element has used it already', () => {
    const target = element('<div class="target"></div>');
    target.addEventListener('keydown', (event) => event.preventDefault());
    expect(press({ key: 'ArrowRight' }, target).isTaken).toBe(false);
  });
});

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly keybindings: readonly { command: string; key: string; mac?: string; when: string }[];
  };
}

describe('the keybindings of the commands', () => {
  const { commands, keybindings } = (readJson('package.json') as Manifest).contributes;

  it('are there for all that steps and plays', () => {
    const names = ['playPause', 'faster', 'slower', 'next', 'previous', 'nextPhase']
      .concat([
        'previousPhase',
        'first',
        'last',
        'byOperation',
        'byCell',
        'byTerm',
        'toggleReading',
      ])
      .map((name) => `affine.${name}`);
    expect(commands.map(({ command }) => command)).toEqual(expect.arrayContaining(names));
    expect(keybindings.map(({ command }) => command)).toEqual(expect.arrayContaining(names));
  });

  it('hold while the panel has the focus, and while nothing is typed elsewhere', () => {
    for (const { command, when } of keybindings) {
      if (!commands.some((known) => known.command === command)) continue;
      expect(when).toContain("activeWebviewPanelId == 'affine.visualizer'");
      expect(when).toContain('!inputFocus');
    }
  });

  it('are no keys that the panel takes: VS Code hears of those too', () => {
    for (const { key, mac = key } of keybindings) {
      for (const chord of [key, mac]) expect(chord).toMatch(/\b(ctrl|cmd|alt)\+/);
    }
  });

  it('do not reach VS Code while something is typed', () => {
    const input = element('<input class="target">');
    const results = [input, document.body].map((target) => {
      let isTyped = false;
      const hear = (event: KeyboardEvent) => (isTyped = isTypedChord(event));
      window.addEventListener('keydown', hear, { once: true });
      const init = { key: 'ArrowRight', ctrlKey: true, shiftKey: true, bubbles: true };
      target.dispatchEvent(new KeyboardEvent('keydown', init));
      return isTyped;
    });
    expect(results).toEqual([true, false]);
  });
});

describe('the list of the keys', () => {
  function opened(words = new Words()) {
    document.body.innerHTML = '<button class="before">before</button>';
    document.querySelector<HTMLElement>('.before')!.focus();
    const help = new Help(document.body);
    help.draw(words);
    help.open();
    const dialog = document.querySelector('dialog')!;
    // As a browser does when a dialog opens.
    dialog.querySelector('button')!.focus();
    const key = (init: KeyboardEventInit) =>
      (document.activeElement ?? dialog).dispatchEvent(
        new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }),
      );
    return { help, dialog, key };
  }

  it('is a dialog with a name, and has every key in it', () => {
    const { dialog } = opened();
    expect(dialog.open).toBe(true);
    expect(dialog.getAttribute('role')).toBe('dialog');
    expect(dialog.getAttribute('aria-modal')).toBe('true');
    const name = dialog.querySelector(`#${dialog.getAttribute('aria-labelledby')}`);
    expect(name!.textContent).toBe('Keys');
    const rows = [...dialog.querySelectorAll('dl > div')].map((row) => [
      [...row.querySelectorAll('kbd')].map(({ textContent }) => textContent).join(' '),
      row.querySelector('dd')!.textContent,
    ]);
    expect(rows).toHaveLength(keyMeanings.length);
    expect(rows).toContainEqual(['Space', 'Play or pause']);
    expect(rows).toContainEqual(['] Shift →', 'Next phase']);
  });

  it('speaks Japanese, and another language when that is chosen', () => {
    const { help, dialog } = opened(japanese);
    expect(dialog.textContent).toContain('再生または一時停止');
    const english = [...dialog.querySelectorAll('dd, h2, h3, p')].filter(({ textContent }) =>
      /^[ -~]*$/.test(textContent),
    );
    expect(english).toEqual([]);
    help.draw(new Words());
    expect(dialog.textContent).not.toMatch(/[ぁ-ん]/);
  });

  it('keeps Tab inside, round both ways', () => {
    const { dialog, key } = opened();
    const stops = [...dialog.querySelectorAll<HTMLElement>('button, [tabindex="0"]')];
    const seen = [...stops, ...stops].map(() => {
      key({ key: 'Tab' });
      return stops.indexOf(document.activeElement as HTMLElement);
    });
    expect(new Set(seen)).toEqual(new Set([0, 1]));
    key({ key: 'Tab', shiftKey: true });
    expect(dialog.contains(document.activeElement)).toBe(true);
  });

  it('closes with Escape, by its button, and where it is drawn again stays open', () => {
    const { help, dialog, key } = opened();
    help.draw(new Words());
    expect(dialog.open).toBe(true);
    key({ key: 'Escape' });
    expect(dialog.open).toBe(false);
    help.open();
    dialog.querySelector<HTMLElement>('[data-action=close-help]')!.click();
    expect(dialog.open).toBe(false);
  });
});
