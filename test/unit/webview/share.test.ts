// @vitest-environment happy-dom
import { select } from 'd3-selection';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isWebviewMessage } from '../../../src/protocol/guards';
import type { WebviewMessage } from '../../../src/protocol';
import type { Actions } from '../../../webview/actions';
import { pictureOf, runOf, type Picture } from '../../../webview/scene-view';
import { paintOf } from '../../../webview/share/paint';
import { fillOf, Sketch } from '../../../webview/share/sketch';
import { svgOf } from '../../../webview/share/svg';
import type { Root } from '../../../webview/timeline/controls';
import { share } from '../../../webview/tools/share';
import { pictureAt, sceneOf, showingAt } from './support';

let sent: WebviewMessage[];
let sheet: HTMLElement;

const actions = new Proxy({} as Actions, {
  get: (_, name) => (message: WebviewMessage) => {
    if (name === 'send') sent.push(message);
  },
});

function draw(picture: Picture): void {
  share.draw(select(sheet) as unknown as Root, picture, actions);
}

function button(group: string, text: string): HTMLButtonElement {
  const buttons = sheet.querySelectorAll<HTMLButtonElement>(`[data-group=${group}] button`);
  return [...buttons].find(({ textContent }) => textContent === text)!;
}

const matrices = () => sheet.querySelector<HTMLSelectElement>('select')!;

beforeEach(() => {
  sent = [];
  sheet = document.createElement('div');
  document.body.replaceChildren(sheet);
  document.getAnimations = () => [];
});

describe('the sheet of the tool', () => {
  it('asks the host for every text, in messages that the host takes', () => {
    draw(pictureAt([2, 3, 2], { step: 1 }, 'operation'));
    for (const [group, text] of [
      ['step', 'LaTeX'],
      ['step', 'Markdown'],
      ['derivation', 'LaTeX'],
      ['derivation', 'Markdown'],
      ['computation', 'NumPy'],
      ['computation', 'JSON'],
    ] as const) {
      button(group, text).click();
    }
    expect(sent).toEqual(
      ['step-latex', 'step-markdown', 'latex', 'markdown', 'numpy', 'json'].map((format) => ({
        type: 'export',
        format,
      })),
    );
    expect(sent.every(isWebviewMessage)).toBe(true);
  });

  it('asks for all digits once that is chosen, also after it has been drawn again', () => {
    draw(pictureAt([2, 3, 2], { step: 1 }, 'operation'));
    sheet.querySelector<HTMLInputElement>('.share-exact')!.checked = true;
    draw(pictureAt([2, 3, 2], { step: 2 }, 'operation'));
    button('derivation', 'LaTeX').click();
    expect(sent).toEqual([{ type: 'export', format: 'latex', isExact: true }]);
  });

  it('copies the matrix that the step makes, until another is chosen', () => {
    draw(pictureAt([2, 3, 2], { step: 7 }, 'operation'));
    button('matrix', 'PyTorch').click();
    matrices().value = 'value:X';
    draw(pictureAt([2, 3, 2], { step: 5 }, 'operation'));
    button('matrix', 'CSV').click();
    expect(sent).toEqual([
      { type: 'copy', slot: { lane: 'gradient', id: 'W' }, form: 'pytorch' },
      { type: 'copy', slot: { lane: 'value', id: 'X' }, form: 'csv' },
    ]);
  });

  it('offers every matrix by its name, but for those whose numbers are not known', () => {
    const scene = sceneOf(2, 3, 2);
    const { dtype, shape } = scene.values['Y']!;
    const values = { ...scene.values, Y: { dtype, shape, state: 'shape-only' as const } };
    const run = runOf({ ...scene, values });
    draw(pictureOf(run, showingAt({ position: { step: 0 }, level: 'operation' })));
    const options = [...matrices().options];
    expect(options.map(({ textContent }) => textContent).sort()).toEqual(
      ['X', 'W', 'XW', 'b', 'Y', 'dX', 'dW', 'd(XW)', 'db', 'dY'].sort(),
    );
    expect(options.filter(({ disabled }) => disabled).map(({ value }) => value)).toEqual([
      'value:Y',
    ]);
  });

  it('is the same drawn twice', () => {
    const picture = pictureAt([2, 3, 2], { step: 1 }, 'operation');
    draw(picture);
    const once = sheet.innerHTML;
    draw(picture);
    expect(sheet.innerHTML).toBe(once);
  });

  it('takes the panel away as a picture of what is on it', () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<main id="panel"><header class="header"></header><section class="stage-zone"></section></main>',
    );
    draw(pictureAt([2, 3, 2], { step: 1 }, 'operation'));
    button('picture', 'SVG').click();
    const [message] = sent as [Extract<WebviewMessage, { type: 'export' }>];
    expect(message.format).toBe('svg');
    expect(message.content).toContain('<title>Affine X·W</title>');
    expect(isWebviewMessage(message)).toBe(true);
  });

  it('says why where a picture cannot be drawn', async () => {
    vi.spyOn(globalThis, 'Image').mockImplementation(function (this: object) {
      return Object.assign(this, { decode: () => Promise.reject(new Error('no room')) }) as never;
    });
    draw(pictureAt([2, 3, 2], { step: 1 }, 'operation'));
    button('picture', 'PNG 2×').click();
    await vi.waitFor(() => expect(sent).toEqual([{ type: 'failed', message: 'no room' }]));
    vi.restoreAllMocks();
  });
});

describe('the picture', () => {
  it('is XML, whatever stands in it', () => {
    const sketch = new Sketch();
    const text = `a < b & "c" > 'd' ]]> –`;
    sketch.within({ opacity: 0.5 }, () =>
      sketch.add('text', { x: 1.23456, y: 0, 'font-family': '"A & B"' }, text),
    );
    sketch.within({}, () => {});
    const xml = sketch.toString();
    const parsed = new DOMParser().parseFromString(xml, 'application/xml');
    expect(parsed.querySelector('text')!.textContent).toBe(text);
    expect(parsed.querySelector('text')!.getAttribute('font-family')).toBe('"A & B"');
    expect(xml).toContain('x="1.23"');
    expect(parsed.querySelectorAll('g')).toHaveLength(1);
  });

  it('keeps its clips among its definitions', () => {
    const sketch = new Sketch();
    const reference = sketch.clip('rect', { width: 3, height: 4 });
    sketch.add('rect', { 'clip-path': reference });
    const parsed = new DOMParser().parseFromString(sketch.toString(), 'application/xml');
    const id = /^url\(#(.+)\)$/.exec(reference)![1]!;
    expect(parsed.querySelector(`defs > clipPath[id="${id}"] > rect`)).not.toBeNull();
  });

  it('paints with plain colours, and nothing where nothing shows', () => {
    expect(paintOf('rgb(255, 0, 16)')).toEqual({ colour: '#ff0010', opacity: 1 });
    expect(paintOf('none')).toBeUndefined();
    expect(fillOf('none')).toEqual({ fill: 'none' });
    expect(fillOf('rgb(0, 0, 0)', 0.5)).toEqual({ fill: '#000000', 'fill-opacity': 0.5 });
  });

  it('leaves out what is hidden and what is there to be used', () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<section><div class="tools"><svg></svg></div><p hidden>a</p></section><section hidden></section>',
    );
    const regions = [...document.querySelectorAll('section')];
    const { svg } = svgOf(regions, 'A <title> & more');
    const parsed = new DOMParser().parseFromString(svg, 'application/xml');
    expect(parsed.querySelector('title')!.textContent).toBe('A <title> & more');
    expect(parsed.querySelectorAll('text')).toHaveLength(0);
  });
});
