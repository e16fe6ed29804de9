// @vitest-environment happy-dom
import { select } from 'd3-selection';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PlacedCell } from '../../../src/core';
import { bubblePlace, quietPlace, type BubblePlace } from '../../../webview/cells/bubble-place';
import { CellsView } from '../../../webview/cells/view';
import { placeAfter } from '../../../webview/cells/roving';
import { drawGraph } from '../../../webview/graph/draw';
import { familyOf } from '../../../webview/cells/family';
import { pictureOf, runOf, type Picture } from '../../../webview/scene-view';
import { sceneOf, showingAt } from './support';

type Size = { readonly width: number; readonly height: number };

const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false });

describe('keys in a grid', () => {
  const size = { rows: 7, columns: 3 };

  it.each([
    ['ArrowRight', false, [2, 1], [2, 2]],
    ['ArrowRight', false, [2, 2], [2, 2]],
    ['ArrowLeft', false, [2, 0], [2, 0]],
    ['ArrowUp', false, [0, 1], [0, 1]],
    ['ArrowDown', false, [5, 1], [6, 1]],
    ['Home', false, [2, 2], [2, 0]],
    ['End', false, [2, 0], [2, 2]],
    ['Home', true, [2, 2], [0, 0]],
    ['End', true, [2, 0], [6, 2]],
    ['PageDown', false, [1, 1], [6, 1]],
    ['PageDown', false, [3, 1], [6, 1]],
    ['PageUp', false, [6, 1], [1, 1]],
  ] as const)('%s (Ctrl %s) goes from %j to %j', (key, ctrl, [row, column], [toRow, toColumn]) => {
    const place = placeAfter(press(key, ctrl), { row, column }, size);
    expect(place).toEqual({ row: toRow, column: toColumn });
  });

  it('that are not of moving are left to the panel', () => {
    for (const key of ['Enter', ' ', 'a', '[', 'Escape', 'Tab']) {
      expect(placeAfter(press(key), { row: 0, column: 0 }, size)).toBeUndefined();
    }
    expect(placeAfter(press('ArrowRight', true), { row: 0, column: 0 }, size)).toBeUndefined();
  });
});

/** A panel with the graph of a layer of 2, 3 and 2, and what is asked of it. */
class Panel {
  readonly main = document.createElement('main');
  readonly section = document.createElement('section');
  readonly asked: string[] = [];
  readonly outside: string[] = [];
  pointed: PlacedCell | undefined;
  pinned: PlacedCell | undefined;
  readonly cells: CellsView;
  private readonly run = runOf(sceneOf(2, 3, 2));

  constructor() {
    this.main.append(this.section);
    document.body.replaceChildren(this.main);
    this.cells = new CellsView(this.main, {
      point: (cell) => {
        this.pointed = cell;
        this.cells.mark(this.picture);
      },
      pin: (cell) => {
        this.pinned = cell;
        this.draw();
      },
      reveal: () => this.asked.push('reveal'),
    });
    this.main.parentElement!.onkeydown = ({ key }) => void this.outside.push(key);
    this.draw();
  }

  get picture(): Picture {
    const { pointed, pinned } = this;
    return pictureOf(this.run, {
      ...showingAt({ position: { step: 8 }, level: 'operation', ...(pinned ? { pinned } : {}) }),
      ...(pointed ? { pointed } : {}),
    });
  }

  draw(): void {
    this.cells.begin();
    drawGraph(this.section, this.picture, 760);
    this.cells.draw(this.picture);
  }

  cell(slot: string, cell: number): SVGGElement {
    return this.main.querySelector(`[data-slot="${slot}"] [data-cell="${cell}"]`)!;
  }

  marked(name: string): string[] {
    return [...this.main.querySelectorAll(`.cell.${name}`)].map(
      (cell) =>
        `${cell.closest('[data-slot]')!.getAttribute('data-slot')}[${cell.getAttribute('data-cell')}]`,
    );
  }

  press(key: string, init: KeyboardEventInit = {}): void {
    document.activeElement!.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
    );
  }
}

let panel: Panel;
beforeEach(() => (panel = new Panel()));

describe('the grids', () => {
  it('are tables with headers, whose cells say what and where they are', () => {
    const grid = panel.main.querySelector('[data-slot="value:XW"] [role=grid]')!;
    expect(grid.getAttribute('aria-label')).toBe('XW, value, 2 by 2');
    const rows = [...grid.querySelectorAll(':scope > [role=row]')];
    expect(rows.map((row) => [...row.children].map((cell) => cell.getAttribute('role')))).toEqual([
      ['columnheader', 'columnheader'],
      ['rowheader', 'gridcell', 'gridcell'],
      ['rowheader', 'gridcell', 'gridcell'],
    ]);
    expect(rows.map((row) => row.firstElementChild!.textContent)).toEqual(['h 0', 'n 0', 'n 1']);
    expect(panel.cell('value:XW', 1).getAttribute('aria-label')).toBe(
      'XW row n 0, column h 1, −0.5',
    );
    expect(panel.cell('value:b', 1).getAttribute('aria-label')).toBe('b h 1, 1.5');
  });

  it('have one stop for Tab each, which goes where the keyboard goes', () => {
    const stops = () =>
      [...panel.main.querySelectorAll('[data-slot="value:X"] [tabindex="0"]')].map((cell) =>
        cell.getAttribute('data-cell'),
      );
    expect(stops()).toEqual(['0']);
    panel.cell('value:X', 0).focus();
    panel.press('ArrowRight');
    panel.press('ArrowDown');
    expect(document.activeElement).toBe(panel.cell('value:X', 4));
    expect(stops()).toEqual(['4']);
    panel.draw();
    expect(stops()).toEqual(['4']);
    expect(document.activeElement).toBe(panel.cell('value:X', 4));
  });

  it('keep the arrows to themselves and leave the other keys to the panel', () => {
    panel.cell('value:X', 0).focus();
    panel.press('ArrowRight');
    panel.press('End');
    panel.press(']');
    panel.press(' ');
    expect(panel.outside).toEqual([']', ' ']);
  });

  it('are left with Escape, which first unpins', () => {
    panel.cell('value:X', 1).focus();
    panel.pinned = panel.pointed;
    panel.draw();
    panel.press('Escape');
    expect(panel.pinned).toBeUndefined();
    expect(document.activeElement).toBe(panel.cell('value:X', 1));
    panel.press('Escape');
    expect(document.activeElement).toBe(document.body);
    expect([panel.pinned, panel.pointed]).toEqual([undefined, undefined]);
  });

  it('keep the keyboard on the cell when their elements are made anew', () => {
    panel.cell('value:W', 3).focus();
    panel.cells.begin();
    panel.section.replaceChildren();
    drawGraph(panel.section, panel.picture, 760);
    panel.cells.draw(panel.picture);
    expect(document.activeElement).toBe(panel.cell('value:W', 3));
    expect(panel.pointed).toEqual({ slot: { lane: 'value', id: 'W' }, cell: 3 });
  });
});

describe('the family of a cell', () => {
  const over = (target: Element) =>
    target.dispatchEvent(new MouseEvent('pointerover', { bubbles: true }));

  it('is marked where the pointer is, and in no other place once it is gone', () => {
    over(panel.cell('value:XW', 1));
    expect(panel.marked('family-in')).toEqual([
      'value:X[0]',
      'value:X[1]',
      'value:X[2]',
      'value:W[1]',
      'value:W[3]',
      'value:W[5]',
    ]);
    expect(panel.marked('family-out')).toEqual(['value:Y[1]']);
    expect(panel.marked('family-self')).toEqual(['value:XW[1]']);
    expect(panel.main.hasAttribute('data-family')).toBe(true);
    over(panel.section);
    expect(panel.main.querySelectorAll('[class*=family-]').length).toBe(0);
    expect(panel.main.hasAttribute('data-family')).toBe(false);
  });

  it('marked on what is drawn is what a fresh drawing has', () => {
    const places = ['value', 'gradient'].flatMap((lane) =>
      ['X', 'W', 'b', 'XW', 'Y'].map((id) => `${lane}:${id}`),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...places), fc.nat(1)), { minLength: 1, maxLength: 4 }),
        (visits) => {
          for (const [slot, cell] of visits) over(panel.cell(slot, cell));
          const fresh = document.createElement('section');
          drawGraph(fresh, panel.picture, 760);
          const classes = (root: Element) =>
            [...root.querySelectorAll('.cell, .marks *')].map((element) =>
              [...element.classList].sort().join(' '),
            );
          expect(classes(panel.section)).toEqual(classes(fresh));
        },
      ),
      { numRuns: 12 },
    );
  });

  it('is said in numbers in a bubble, and to a screen reader', () => {
    panel.cell('value:XW', 1).focus();
    const bubble = document.querySelector('.bubble')!;
    expect(bubble.querySelector('.symbols')!.textContent).toBe(
      'XW[0,1] = x00·w01 + x01·w11 + x02·w21',
    );
    expect([...bubble.querySelectorAll('.numbers')].map((line) => line.textContent)).toEqual([
      '= (−2) × (−0.5) + (−1) × 1.5 + 0 × (−1.5) = −0.5',
    ]);
    expect(bubble.querySelector('.into')!.textContent).toBe('goes into Y[0,1]');
    expect(bubble.getAttribute('aria-hidden')).toBe('true');
    const id = panel.cell('value:XW', 1).getAttribute('aria-describedby')!;
    expect(document.getElementById(id)!.textContent).toContain('= −0.5. goes into Y[0,1]');
  });

  it('stays when it is pinned by a click, beside the one pointed at, until it is clicked again', () => {
    panel.cell('value:XW', 1).dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(panel.pinned).toEqual({ slot: { lane: 'value', id: 'XW' }, cell: 1 });
    over(panel.cell('value:b', 0));
    expect([...document.querySelectorAll('.bubble')].map((bubble) => bubble.id)).toEqual([
      'bubble-pinned',
      'bubble-family',
    ]);
    expect(panel.main.querySelectorAll('.family-pinned').length).toBe(1);
    over(panel.section);
    expect(panel.marked('family-out')).toEqual(['value:Y[1]']);
    panel.cell('value:XW', 1).dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(panel.pinned).toBeUndefined();
  });

  it('gives nothing away of a number that is not made yet', () => {
    const run = runOf(sceneOf(2, 3, 2));
    const self = { slot: { lane: 'gradient', id: 'W' }, cell: 0 } as const;
    const showing = showingAt({ position: { step: 1 }, level: 'operation', pinned: self });
    panel.cells.draw({ ...pictureOf(run, showing), family: familyOf(run.model, self) });
    expect(document.querySelector('.bubble .numbers')!.textContent).toBe('not computed');
    expect(select('.bubble').selectAll('.trail').size()).toBe(0);
  });
});

describe('a bubble', () => {
  const view = { width: 780, height: 860 };
  const rect = fc
    .record({
      left: fc.integer({ min: 0, max: 760 }),
      top: fc.integer({ min: 0, max: 800 }),
      width: fc.integer({ min: 4, max: 46 }),
      height: fc.integer({ min: 4, max: 30 }),
    })
    .map(({ left, top, width, height }) => ({
      left,
      top,
      right: left + width,
      bottom: top + height,
    }));
  const size = fc.record({
    width: fc.integer({ min: 40, max: 440 }),
    height: fc.integer({ min: 20, max: 900 }),
  });
  const rectOf = ({ left, top, most }: BubblePlace, { width, height }: Size) => ({
    left,
    top,
    right: left + width,
    bottom: top + Math.min(height, most),
  });

  it('is inside the window and never over its cell, whether it stays or not', () => {
    fc.assert(
      fc.property(rect, size, fc.array(rect, { maxLength: 4 }), (cell, bubble, family) => {
        for (const place of [
          bubblePlace(cell, bubble, view, family),
          quietPlace(cell, bubble, view, family, []),
        ]) {
          const { left, top, right, bottom } = rectOf(place, bubble);
          expect(left >= 0 && top >= 0 && right <= view.width && bottom <= view.height).toBe(true);
          const isBeside = right < cell.left || left > cell.right;
          expect(isBeside || bottom < cell.top || top > cell.bottom).toBe(true);
        }
      }),
    );
  });

  it('leaves the family uncovered where another side has room', () => {
    const cell = { left: 300, top: 300, right: 330, bottom: 320 };
    const below = { left: 200, top: 330, right: 500, bottom: 500 };
    const bubble = { width: 200, height: 80 };
    expect(bubblePlace(cell, bubble, view).top).toBe(330);
    expect(bubblePlace(cell, bubble, view, [below]).top).toBe(210);
    const quiet = rectOf(quietPlace(cell, bubble, view, [below], []), bubble);
    expect(
      quiet.bottom <= below.top || quiet.right <= below.left || quiet.left >= below.right,
    ).toBe(true);
  });
});
