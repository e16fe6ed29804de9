// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { travelling } from '../../../src/panel/tiles/wire';
import { isHostMessage } from '../../../src/protocol/guards';
import { unwired } from '../../../webview/arrays/panel-array';
import { panAfter } from '../../../webview/detail/pan';
import { partOf } from '../../../webview/detail/part';
import { movedOnto, movedTo, placeOf, zoomed, type Under } from '../../../webview/detail/place';
import { typedPlace } from '../../../webview/detail/typed-place';
import { Wheel } from '../../../webview/detail/wheel';
import { extentAt, mostZoom, spanAt } from '../../../webview/detail/zoom';
import { matrixView } from '../../../webview/matrix/matrix-view';
import { pixelsOfPart } from '../../../webview/matrix/part-pixels';
import { pictureOf, runOf } from '../../../webview/scene-view';
import { drawStage } from '../../../webview/stage/stage';
import { stubCanvas } from './canvas';
import { noActions, pictureAt, sceneOf, showingAt, stateOf } from './support';

const at = { step: 1, cell: 7 };
const size = fc.record({
  rows: fc.integer({ min: 1, max: 5000 }),
  columns: fc.integer({ min: 1, max: 5000 }),
});
const index = fc.integer({ min: 0, max: 6000 });

/** A size with one cell of it in play. */
const under = size.chain(({ rows, columns }) =>
  fc
    .record({ row: fc.nat(rows - 1), column: fc.nat(columns - 1) })
    .map(({ row, column }): Under => {
      const inPlay = { top: row, bottom: row, left: column, right: column };
      return { rows, columns, inPlay };
    }),
);

describe('a window', () => {
  it('shows twice as much at each zoom, and at the last all of the matrix', () => {
    fc.assert(
      fc.property(size, (whole) => {
        const most = mostZoom(whole);
        const { rows, columns } = extentAt(most, whole);
        expect({ rows, columns }).toEqual(whole);
        if (most > 0) expect(spanAt(most - 1)).toBeLessThan(Math.max(whole.rows, whole.columns));
        for (let zoom = 3; zoom <= most; zoom++) expect(spanAt(zoom)).toBe(2 * spanAt(zoom - 1));
      }),
    );
  });

  it('stands within its matrix, with the cell in play in it wherever it was moved before', () => {
    fc.assert(
      fc.property(under, fc.nat(12), index, index, (whole, zoom, row, column) => {
        const moved = { row, column, position: { step: 0 } };
        const { corner, extent, isMoved } = placeOf({ zoom, moved }, whole, at);
        expect(isMoved).toBe(false);
        expect(corner.row).toBeGreaterThanOrEqual(0);
        expect(corner.row + extent.rows).toBeLessThanOrEqual(whole.rows);
        expect(corner.column).toBeGreaterThanOrEqual(0);
        expect(corner.column + extent.columns).toBeLessThanOrEqual(whole.columns);
        const { top, left } = whole.inPlay!;
        expect(top >= corner.row && top < corner.row + extent.rows).toBe(true);
        expect(left >= corner.column && left < corner.column + extent.columns).toBe(true);
      }),
    );
  });

  it('stands where it was moved to at this position, or as near as can be', () => {
    fc.assert(
      fc.property(under, fc.nat(12), index, index, (whole, zoom, row, column) => {
        const { extent } = placeOf({ zoom }, whole, at);
        const detail = movedTo({ zoom }, { row, column }, extent, whole, at);
        const { corner, isMoved } = placeOf(detail, whole, at);
        expect(isMoved).toBe(true);
        expect(corner).toEqual({
          row: Math.min(row, whole.rows - extent.rows),
          column: Math.min(column, whole.columns - extent.columns),
        });
      }),
    );
  });

  it('has a cell that is gone to in it, and keeps it as it is zoomed', () => {
    fc.assert(
      fc.property(under, fc.nat(12), (whole, zoom) => {
        const cell = { row: whole.inPlay!.top, column: whole.inPlay!.left };
        let detail = movedOnto({ zoom }, cell, whole, at);
        for (const by of [0, 1, 1]) {
          detail = by === 0 ? detail : zoomed(detail, placeOf(detail, whole, at), by, whole, at);
          const { corner, extent } = placeOf(detail, whole, at);
          const [down, across] = [cell.row - corner.row, cell.column - corner.column];
          expect(down >= 0 && down < extent.rows).toBe(true);
          expect(across >= 0 && across < extent.columns).toBe(true);
        }
      }),
    );
  });

  it('follows along the axis on which one index is in play, and stays where it was on the other', () => {
    const row = { top: 30, bottom: 30, left: 0, right: 99 };
    const moved = { row: 3, column: 40, position: { step: 0 } };
    const { corner } = placeOf({ moved }, { rows: 50, columns: 100, inPlay: row }, at);
    expect(corner).toEqual({ row: 28, column: 40 });
  });

  it('is moved by keys: by a part of itself, by all of it, to the ends', () => {
    const press = (key: string, ctrlKey = false) =>
      panAfter(
        { key, ctrlKey, metaKey: false },
        { row: 100, column: 200 },
        { rows: 16, columns: 32 },
        { rows: 1000, columns: 2000 },
      );
    expect(press('ArrowDown')).toEqual({ row: 102, column: 200 });
    expect(press('ArrowLeft')).toEqual({ row: 100, column: 196 });
    expect(press('PageUp')).toEqual({ row: 84, column: 200 });
    expect(press('Home')).toEqual({ row: 100, column: 0 });
    expect(press('End', true)).toEqual({ row: 1000, column: 2000 });
    expect(press('ArrowDown', true)).toBeUndefined();
    expect(press('x')).toBeUndefined();
  });

  it('is moved by a wheel by whole cells, and loses nothing of many small turns', () => {
    const wheel = new Wheel();
    const turn = { deltaX: 0, deltaY: 7, deltaMode: 0, shiftKey: false };
    let rows = 0;
    for (let i = 0; i < 24; i++) rows += wheel.cells(turn, { width: 40, height: 24 }).rows;
    expect(rows).toBe(7);
    const across = new Wheel().cells(
      { ...turn, deltaY: -120, shiftKey: true },
      { width: 40, height: 24 },
    );
    expect(across).toEqual({ rows: 0, columns: -3 });
    expect(new Wheel().notches({ ...turn, deltaY: -100 })).toBe(-1);
    expect(new Wheel().notches(turn)).toBe(0);
  });
});

describe('a row and a column that are typed', () => {
  const W = { name: 'W', rows: 784, columns: 50, axes: 2 };
  const b = { name: 'b', rows: 1, columns: 50, axes: 1 };

  it.each([
    ['3, 4', W, { row: 3, column: 4 }],
    ['[783,49]', W, { row: 783, column: 49 }],
    ['-1 -2', W, { row: 783, column: 48 }],
    [' 49 ', b, { row: 0, column: 49 }],
  ])('%s of %o is a place', (text, target, place) => {
    expect(typedPlace(text, target)).toEqual(place);
  });

  it.each([
    ['784, 0', W, 'There is no row {row}: the rows of {name} are 0 to {last}.'],
    ['0, 50', W, 'There is no column {column}: the columns of {name} are 0 to {last}.'],
    ['0, -51', W, 'There is no column {column}: the columns of {name} are 0 to {last}.'],
    ['50', b, 'There is no entry {column}: those of {name} are 0 to {last}.'],
    ['5', W, 'Type a row and a column of {name}, such as {example}.'],
    ['1.5, 2', W, 'Type a row and a column of {name}, such as {example}.'],
    ['', b, 'Type an index of {name}, such as {example}.'],
  ])('%s of %o says what is wrong', (text, target, why) => {
    expect(typedPlace(text, target)).toMatchObject({ why: { text: why } });
  });
});

describe('the part of a matrix in a window', () => {
  it('has the numbers of its cells, made or not, and the outlines that reach into it', () => {
    const picture = pictureAt([20, 12, 10], { step: 1, cell: 64 }, 'cell');
    const matrix = matrixView(picture, { lane: 'value', id: 'XW' });
    for (let top = 0; top < 16; top++) {
      for (let left = 0; left < 7; left++) {
        const part = partOf(matrix, { top, left, bottom: top + 4, right: left + 3 });
        let made = 0;
        for (let row = 0; row < 5; row++) {
          for (let column = 0; column < 4; column++) {
            expect(part.cellAt(row, column)).toBe((top + row) * 10 + left + column);
            if (part.contentAt(row, column).kind === 'number') made++;
          }
        }
        expect(part.made).toBe(made);
        const isIn = top <= 6 && top + 4 >= 6 && left <= 4 && left + 3 >= 4;
        expect(part.written !== undefined).toBe(isIn);
      }
    }
  });

  it('is drawn of its cells where they are few, of the blocks of the overview where they are many', () => {
    const [rows, columns] = [1400, 700];
    const data = Float64Array.from({ length: rows * columns }, (_, i) => Math.sin(i) * (i % 97));
    const { X } = travelling([
      ['X', { shape: [rows, columns], dtype: 'float64', state: 'known', data }],
    ]);
    const array = unwired(X!);
    const few = { top: 900, bottom: 939, left: 300, right: 339 };
    const box = { rows: 124, columns: 204 };
    expect(pixelsOfPart(array, 'strongest', box, few)!.awaited!.size).toBe(1600);
    for (const tile of array.large!.tiles.takeWanted(65_536)) {
      const entries = Float64Array.from({ length: tile.rows * tile.columns }, (_, i) => {
        const [row, column] = [Math.floor(i / tile.columns), i % tile.columns];
        return data[(tile.top + row) * columns + tile.left + column]!;
      });
      array.large!.tiles.put(tile, entries);
    }
    const cells = pixelsOfPart(array, 'strongest', box, few)!;
    expect(cells.awaited).toBeUndefined();
    expect(cells.covers).toEqual({ rows: 1, columns: 1 });
    expect(cells.values[41]).toBe(data[901 * columns + 301]);
    const many = { top: 500, bottom: 947, left: 100, right: 547 };
    const blocks = pixelsOfPart(array, 'strongest', box, many)!;
    const largest = Math.max(...blocks.values.map(Math.abs));
    let expected = 0;
    for (let row = many.top; row <= many.bottom; row++) {
      for (let column = many.left; column <= many.right; column++) {
        expected = Math.max(expected, Math.abs(data[row * columns + column]!));
      }
    }
    expect(largest).toBeGreaterThanOrEqual(expected);
    expect(blocks.covers.rows).toBeGreaterThan(1);
  });
});

describe('the stage', () => {
  beforeAll(stubCanvas);

  const draw = (detail: object | undefined, step: number, cell?: number) => {
    const position = { step, ...(cell === undefined ? {} : { cell }) };
    const view = { position, level: 'cell', ...(detail ? { detail } : {}) } as const;
    const picture = pictureOf(runOf(sceneOf(60, 50, 40)), showingAt(view));
    const section = document.createElement('section');
    drawStage(section, picture, 760, noActions);
    return { section, picture };
  };

  it('has a grid with true indices in its window, among all the rows and columns there are', () => {
    const { section } = draw(undefined, 1, 12 * 40 + 30);
    const grid = section.querySelector('.near [role=grid]')!;
    expect(grid.getAttribute('aria-rowcount')).toBe('61');
    expect(grid.getAttribute('aria-colcount')).toBe('41');
    const rows = [...grid.querySelectorAll('.row')];
    expect(rows.map((row) => row.getAttribute('aria-rowindex'))).toEqual(
      [12, 13, 14, 15, 16].map(String),
    );
    const [header] = rows[0]!.querySelectorAll('[role=rowheader] title');
    expect(header!.textContent).toBe('n 10');
    const [cell] = rows[0]!.querySelectorAll('[role=gridcell]');
    expect(cell!.getAttribute('aria-colindex')).toBe('30');
    expect(cell!.getAttribute('aria-label')).toMatch(/^XW row n 10, column h 28, /);
  });

  it('shows another matrix in the window once one was gone to, at steps that have no equation too', () => {
    for (const step of [0, 1, 3, 4, 5, 8]) {
      const moved = { row: 20, column: 30, position: { step } };
      const { section, picture } = draw({ slot: { lane: 'value', id: 'W' }, moved }, step);
      const W = picture.model.array({ lane: 'value', id: 'W' })!.data!;
      const near = section.querySelectorAll('.near');
      expect(near.length).toBe(1);
      const [first] = near[0]!.querySelectorAll('[role=gridcell]');
      expect(first!.getAttribute('data-cell')).toBe(String(20 * 40 + 30));
      expect(first!.getAttribute('aria-label')).toContain(
        String(W[20 * 40 + 30]).replace('-', '−'),
      );
    }
  });

  it('shows no numbers in a window that is zoomed out, but what its cells and pixels are', () => {
    const { section } = draw({ zoom: 3 }, 1, 12 * 40 + 30);
    const near = section.querySelector('.near')!;
    expect(near.querySelector('[role=gridcell]')).toBeNull();
    expect(near.querySelector('image')!.getAttribute('data-covers')).toBe('1×1');
    expect(near.querySelector('.shows')!.textContent).toBe('rows 0–27, columns 12–39');
  });
});

describe('where a window stands', () => {
  it('comes through the wall between host and webview as part of the view, and nothing else as it', () => {
    const scene = sceneOf(2, 3, 2);
    const view = (detail: unknown) =>
      isHostMessage(stateOf(scene, { position: at, level: 'cell', detail } as never));
    const moved = { row: 1, column: 2, position: at };
    expect(view({ slot: { lane: 'value', id: 'X' }, zoom: 2, moved })).toBe(true);
    expect(view({})).toBe(true);
    expect(view({ zoom: -1 })).toBe(false);
    expect(view({ moved: { ...moved, row: 'one' } })).toBe(false);
  });
});
