// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plain, type Experiment, type Notice } from './edit-support';
import { draw, opened, type Opened } from './edit-support';

let panel: Opened;
beforeEach(() => {
  panel = opened();
});
afterEach(() => panel.close());

const input = () => document.querySelector<HTMLInputElement>('.cell-editor input');
const refusal = () => document.querySelector('.cell-editor .refusal')!.textContent;
const key = (target: EventTarget, name: string, more: KeyboardEventInit = {}) =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }),
  );
const cell = (slot: string, at: number) =>
  panel.page.querySelector(`.graph-zone [data-slot="${slot}"] [data-cell="${at}"]`)!;

function open(slot: string, at: number): HTMLInputElement | null {
  cell(slot, at).dispatchEvent(new MouseEvent('dblclick', { bubbles: true, cancelable: true }));
  return input();
}

function type(text: string, commit = 'Enter'): void {
  input()!.value = text;
  input()!.dispatchEvent(new Event('input', { bubbles: true }));
  if (commit === 'Enter') {
    document
      .querySelector('.cell-editor')!
      .dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  } else key(input()!, commit);
}

const experiment = (): Experiment => panel.store.state!.experiment;
const y = () => panel.store.state!.run!.model.array({ lane: 'value', id: 'Y' })!.data!;

describe('a cell that is edited', () => {
  it('opens with its exact number, all of it selected', () => {
    const field = open('value:X', 1)!;
    expect(field.value).toBe('-1');
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 2]);
    expect(field.getAttribute('aria-label')).toBe('X[0,1], a new number');
  });

  it('takes a number with Enter: everything follows', () => {
    const before = y()[0]!;
    open('value:b', 0);
    type('10.5');
    expect(experiment().cells).toEqual([{ id: 'b', cell: 0, value: 10.5 }]);
    expect(y()[0]).toBe(before + 10);
    expect(input()).toBeNull();
    expect(cell('value:b', 0).querySelector('text')!.textContent).toBe('10.5');
  });

  it('takes one with Tab and goes on to the next, and back with Shift', () => {
    open('value:W', 0);
    type('7', 'Tab');
    expect(experiment().cells).toEqual([{ id: 'W', cell: 0, value: 7 }]);
    expect(input()!.getAttribute('aria-label')).toBe('W[0,1], a new number');
    key(input()!, 'Tab', { shiftKey: true });
    expect(input()!.value).toBe('7');
    expect(experiment().cells).toHaveLength(1);
  });

  it('closes after the last of its array', () => {
    open('value:b', 1);
    type('3', 'Tab');
    expect(input()).toBeNull();
    expect(experiment().cells).toHaveLength(1);
  });

  it('is left as it was with Escape', () => {
    open('value:X', 0);
    type('99', 'Escape');
    expect([input(), experiment().cells]).toEqual([null, []]);
  });

  it('says at the place what is wrong, and stays open', () => {
    open('value:X', 0);
    type('1,5');
    expect(refusal()).toBe('"1,5" has a comma: Python writes a decimal point.');
    expect(input()!.getAttribute('aria-invalid')).toBe('true');
    expect(experiment().cells).toEqual([]);
    type('1.5');
    expect(experiment().cells).toHaveLength(1);
  });

  it('is no experiment where the same number is typed', () => {
    open('value:X', 1);
    type('-1.0');
    expect(experiment().cells).toEqual([]);
  });

  it('counts what was typed when it is left for another place', () => {
    open('value:X', 0);
    input()!.value = '4';
    input()!.dispatchEvent(new Event('blur'));
    expect(experiment().cells).toEqual([{ id: 'X', cell: 0, value: 4 }]);
    open('value:X', 1);
    input()!.value = 'x';
    input()!.dispatchEvent(new Event('blur'));
    expect(experiment().cells).toHaveLength(1);
  });

  it('opens by Enter and by its key', () => {
    key(cell('value:X', 2), 'Enter');
    expect(input()!.getAttribute('aria-label')).toBe('X[0,2], a new number');
    key(input()!, 'Escape');
    panel.store.point({ slot: { lane: 'value', id: 'W' }, cell: 1 });
    panel.editor.editFocused();
    expect(input()!.getAttribute('aria-label')).toBe('W[0,1], a new number');
  });

  it('is pinned by Enter where it is computed, and unpinned by it', () => {
    panel.store.goToIndex(9);
    const pinned = () => panel.store.state!.view.pinned;
    key(cell('gradient:W', 2), 'Enter');
    expect([input(), pinned()]).toEqual([null, { slot: { lane: 'gradient', id: 'W' }, cell: 2 }]);
    key(cell('value:Y', 1), 'Enter');
    expect(pinned()).toEqual({ slot: { lane: 'value', id: 'Y' }, cell: 1 });
    key(cell('value:Y', 1), 'Enter');
    expect(pinned()).toBeUndefined();
  });

  it('closes where its array gets too small for it', () => {
    open('value:X', 5);
    panel.show([1, 1, 1]);
    expect(input()).toBeNull();
  });

  it('makes a dY of all ones a given one, also from d(XW)', () => {
    panel.store.goToIndex(9);
    open('gradient:XW', 3);
    type('2');
    expect(experiment().cells).toEqual([{ id: 'dY', cell: 3, value: 2 }]);
    expect(panel.store.state!.run!.model.scene.upstream.kind).toBe('given');
  });
});

describe('a cell that is not edited says why', () => {
  const why = () => plain((panel.store.notice as Notice).sentence);

  it('what is computed', () => {
    panel.store.goToIndex(9);
    expect(open('value:Y', 0)).toBeNull();
    expect(why()).toBe('Y is computed: edit X, W, b.');
    open('gradient:W', 0);
    expect(why()).toBe('dW is computed by the backward pass: edit X, W, b or dY.');
  });

  it('what has not come yet', () => {
    expect(open('gradient:Y', 0)).toBeNull();
    expect(why()).toBe('dY has not come yet at this step.');
  });

  it('the gradient of a loss', () => {
    const target = Array<number>(4).fill(0);
    panel.store.goToIndex(9);
    panel.store.try({ cells: [], upstream: { kind: 'half-squared', target, isMean: false } });
    open('gradient:Y', 0);
    expect(why()).toBe('dY is the gradient of the loss: change the target, or X, W or b.');
  });

  it('no cell at all', () => {
    panel.editor.editFocused();
    expect(why()).toBe('Point at a cell of X, W, b or dY first.');
  });
});

describe('a cell that is dragged', () => {
  const pointer = (name: string, x: number, target: Element = panel.page, more = {}) =>
    target.dispatchEvent(
      new PointerEvent(name, {
        bubbles: true,
        cancelable: true,
        clientX: x,
        pointerId: 1,
        isPrimary: true,
        button: 0,
        ...more,
      }),
    );

  it('changes by its step for every 8 px, at once', () => {
    pointer('pointerdown', 100, cell('value:X', 5));
    pointer('pointermove', 103);
    expect(experiment().cells).toEqual([]);
    pointer('pointermove', 124);
    expect(experiment().cells).toEqual([{ id: 'X', cell: 5, value: 3.3 }]);
    pointer('pointermove', 60, panel.page, { shiftKey: true });
    expect(experiment().cells).toEqual([{ id: 'X', cell: 5, value: 2.95 }]);
    pointer('pointerup', 60);
    pointer('pointermove', 300);
    expect(experiment().cells).toEqual([{ id: 'X', cell: 5, value: 2.95 }]);
    panel.store.undo();
    expect(experiment().cells).toEqual([]);
  });

  it('is back where it was with Escape', () => {
    pointer('pointerdown', 100, cell('value:X', 5));
    pointer('pointermove', 140);
    pointer('pointermove', 164);
    key(window, 'Escape');
    expect(experiment().cells).toEqual([]);
    pointer('pointermove', 300);
    expect(experiment().cells).toEqual([]);
  });

  it('ends in no click, while a press without a drag is one', () => {
    const clicked = vi.fn();
    panel.page.addEventListener('click', clicked);
    const target = cell('value:X', 5);
    pointer('pointerdown', 100, target);
    pointer('pointerup', 101);
    target.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(clicked).toHaveBeenCalledTimes(1);
    pointer('pointerdown', 100, target);
    pointer('pointermove', 140);
    pointer('pointerup', 140);
    target.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(clicked).toHaveBeenCalledTimes(1);
  });

  it('is none on what is computed', () => {
    panel.store.goToIndex(9);
    pointer('pointerdown', 100, cell('value:Y', 0));
    pointer('pointermove', 180);
    expect(experiment().cells).toEqual([]);
  });
});

describe('what the header says of an experiment', () => {
  const texts = (selector: string) =>
    [...panel.page.querySelectorAll(selector)].map(({ textContent }) => textContent);

  it('names the draw exactly, counts the edits, and offers the ways out', () => {
    expect(texts('.tried')).toEqual([]);
    open('value:X', 0);
    type('5');
    expect(texts('.tried .state')).toEqual(['edited 1']);
    expect(panel.page.querySelector('.tried-edited')!.getAttribute('title')).toBe('X[0,0]: -2 → 5');
    expect(texts('.tried button')).toEqual(['Reset', 'Write back']);
    panel.page.querySelector<HTMLElement>('[data-action="write-back"]')!.click();
    expect(panel.sent.at(-1)).toEqual({ type: 'writeBack' });
    panel.page.querySelector<HTMLElement>('[data-action="reset"]')!.click();
    expect(texts('.tried')).toEqual([]);
    const random = { N: 2, D: 3, H: 2, distribution: 'standard_normal', seed: 7 } as const;
    panel.store.try({ cells: [], random });
    expect(texts('.tried .state')).toEqual(['experiment: default_rng(7).standard_normal']);
    expect(texts('.tried button')).toEqual(['Reset']);
  });
});

describe('the sheet of experiments', () => {
  const field = <T extends Element>(selector: string) =>
    panel.page.querySelector<T>(`.sheet-experiments ${selector}`)!;
  const change = (selector: string, value: string, name = 'change') => {
    const element = field<HTMLInputElement>(selector);
    element.value = value;
    element.dispatchEvent(new Event(name));
  };
  beforeEach(() => {
    panel.store.toggleTool('experiments');
  });

  it('begins at the sizes of the code, and draws anew with a slider', () => {
    const sizes = ['N', 'D', 'H'].map(
      (axis) => field<HTMLInputElement>(`.size-${axis} .typed`).value,
    );
    expect(sizes).toEqual(['2', '3', '2']);
    change('.size-D .slider', '5', 'input');
    expect(experiment().random).toEqual({
      N: 2,
      D: 5,
      H: 2,
      distribution: 'standard_normal',
      seed: 0,
    });
    change('.size-D .slider', '6', 'input');
    panel.store.undo();
    expect(experiment().random).toBeUndefined();
  });

  it('takes other sizes, distributions and seeds, within bounds', () => {
    change('.size-N .typed', '500');
    change('select.distribution', 'integers');
    change('input.seed', '12');
    expect(experiment().random).toEqual({ N: 64, D: 3, H: 2, distribution: 'integers', seed: 12 });
    field<HTMLElement>('.new-numbers').click();
    expect(experiment().random!.seed).toBe(13);
  });

  it('takes the gradient from a loss whose target is edited', () => {
    change('select.source', 'half-squared');
    expect(experiment().upstream).toEqual({ kind: 'half-squared', target: [], isMean: true });
    panel.store.try({
      cells: [],
      upstream: { kind: 'half-squared', target: [1, 2, 3, 4], isMean: true },
    });
    expect(panel.page.querySelectorAll('.try-target input')).toHaveLength(4);
    change('.try-target input:nth-child(3)', '1/4');
    expect(experiment().upstream).toMatchObject({ target: [1, 2, 0.25, 4] });
    change('.try-target input:nth-child(1)', 'x');
    expect(experiment().upstream).toMatchObject({ target: [1, 2, 0.25, 4] });
    field<HTMLInputElement>('.mean input').click();
    expect(experiment().upstream).toMatchObject({ isMean: false });
    field<HTMLElement>('.reset').click();
    expect(experiment()).toEqual({ cells: [] });
  });

  it('lets the class of each sample be chosen', () => {
    panel.store.try({ cells: [], upstream: { kind: 'softmax', target: [0, 1], isMean: true } });
    change('.classes select:nth-child(1)', '1');
    expect(experiment().upstream).toMatchObject({ target: [1, 1] });
  });

  it('is the same however often it is drawn', () => {
    const before = panel.page.querySelector('.sheet-experiments')!.innerHTML;
    draw(panel);
    expect(panel.page.querySelector('.sheet-experiments')!.innerHTML).toBe(before);
  });
});
