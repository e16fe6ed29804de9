import type { PlacedCell } from '../../src/core';
import type { Actions } from '../actions';
import { slotKey } from '../model';
import type { Picture } from '../scene-view';
import { drawnIn, type Drawn } from './drawn';
import { isSamePlace, slotOfKey } from './places';
import { elementAt, placeAfter, placeOfElement, setTabStop } from './roving';

/** What the cells ask of the panel. */
export type CellActions = Pick<Actions, 'point' | 'pin'>;

/** Makes all cells within an element answer to the pointer and the keyboard. */
export function listenToCells(
  root: HTMLElement,
  actions: CellActions,
  picture: () => Picture | undefined,
): void {
  const point = ({ target, clientX, clientY }: PointerEvent) =>
    actions.point(cellAt(target, clientX, clientY) ?? cellInFocus());
  root.addEventListener('pointerover', point);
  // Within a heat image the pointer goes from cell to cell without leaving an element.
  root.addEventListener('pointermove', (event) => {
    if (isHeat(event.target)) point(event);
  });
  root.addEventListener('pointerleave', () => actions.point(cellInFocus()));
  root.addEventListener('click', ({ target, clientX, clientY }) => {
    const cell = cellAt(target, clientX, clientY);
    if (cell) actions.pin(isSamePlace(cell, picture()?.view.pinned) ? undefined : cell);
  });
  root.addEventListener('focusin', ({ target }) => {
    if (!isGridCell(target)) return;
    const group = target.closest<SVGGElement>('g[data-drawn]');
    if (group) setTabStop(group, placeOfElement(target));
    actions.point(cellOfElement(target));
  });
  root.addEventListener('focusout', ({ target }) => {
    if (isGridCell(target)) actions.point(undefined);
  });
  root.addEventListener('keydown', (event) => {
    if (isGridCell(event.target) && takeGridKey(event, event.target, actions, picture())) {
      event.preventDefault();
      // The same keys step through the pass outside of a grid.
      event.stopPropagation();
    }
  });
}

function takeGridKey(
  event: KeyboardEvent,
  cell: SVGGElement,
  actions: CellActions,
  picture: Picture | undefined,
): boolean {
  const { key, altKey, shiftKey } = event;
  if (key === 'Escape') {
    // First of what is pinned, then of the grid: who only unpins goes on from the same cell.
    if (picture?.view.pinned) actions.pin(undefined);
    else cell.blur();
    return true;
  }
  const group = cell.closest<SVGGElement>('g[data-drawn]');
  const shown = group && drawnIn(group);
  if (altKey || shiftKey || !shown) return false;
  const place = placeAfter(event, placeOfElement(cell), shown.matrix);
  if (!place) return false;
  elementAt(group, place)?.focus();
  return true;
}

/** The cell under the pointer, in a grid or in a heat image. */
export function cellAt(target: EventTarget | null, x: number, y: number): PlacedCell | undefined {
  if (!(target instanceof Element)) return undefined;
  const cell = target.closest('[data-cell]');
  if (cell) return cellOfElement(cell);
  const heat = isHeat(target) ? target.closest('g[data-drawn]') : null;
  const shown = heat && drawnIn(heat);
  // What a matrix is a share of is not its array: its cells are no cells of the computation.
  const isOwn = shown && shown.matrix.key === slotKey(shown.matrix.slot);
  return isOwn ? cellUnder(shown, target.getBoundingClientRect(), x, y) : undefined;
}

function isHeat(target: EventTarget | null): boolean {
  return target instanceof Element && target.classList.contains('heat-area');
}

function cellUnder(
  { matrix }: Drawn,
  { left, top, width, height }: DOMRect,
  x: number,
  y: number,
): PlacedCell {
  const along = (at: number, size: number, count: number) =>
    Math.min(count - 1, Math.max(0, Math.floor((at / size) * count)));
  const row = along(y - top, height, matrix.rows);
  const column = along(x - left, width, matrix.columns);
  return { slot: matrix.slot, cell: matrix.cellAt(row, column) };
}

/** The cell that an element stands for, by what is written on it and on what it stands in. */
export function cellOfElement(cell: Element): PlacedCell | undefined {
  const at = cell.getAttribute('data-cell');
  const holder = cell.closest('[data-slot], [data-matrix]');
  const key = holder?.getAttribute('data-slot') ?? holder?.getAttribute('data-matrix');
  return at === null || !key ? undefined : { slot: slotOfKey(key), cell: Number(at) };
}

function isGridCell(target: EventTarget | null): target is SVGGElement {
  return target instanceof Element && target.matches('[data-cell][role=gridcell]');
}

function cellInFocus(): PlacedCell | undefined {
  const element = document.activeElement;
  return isGridCell(element) ? cellOfElement(element) : undefined;
}
