import type { Actions } from '../actions';
import { cellAt } from '../cells/events';
import { editableAt } from '../cells/editable';
import { elementAt, placeAfter, placeOfElement } from '../cells/roving';
import { swallowClick } from '../cells/swallow-click';
import type { Picture } from '../scene-view';
import type { WindowAct } from './bar';
import { movedOnto, movedTo, zoomed, type Corner } from './place';
import { panAfter } from './pan';
import { windowAround, type Window } from './windows';
import { Wheel } from './wheel';

/** How far the pointer must move before a press is a drag. */
const SLACK = 4;

/** A press on a window, or on its frame on the whole, that may become a drag. */
interface Press {
  readonly window: Window;
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  /** How many rows and columns a pixel of the way is, against it in a window. */
  readonly rows: number;
  readonly columns: number;
  isDrag: boolean;
}

/**
 * All windows onto large matrices, whoever drew them: they are moved and zoomed by wheel, drag, keys and
 * buttons. Made before what else listens to cells: at its edges a window goes on where a grid would end.
 */
export class WindowControl {
  private picture: Picture | undefined;
  private press: Press | undefined;
  private readonly wheel = new Wheel();

  constructor(
    private readonly page: HTMLElement,
    private readonly actions: Pick<Actions, 'setView' | 'toggleTool'>,
  ) {
    page.addEventListener('wheel', (event) => this.wheeled(event), { passive: false });
    page.addEventListener('keydown', (event) => this.keyPressed(event));
    page.addEventListener('click', (event) => this.clicked(event));
    page.addEventListener('pointerdown', (event) => this.pressed(event));
    page.addEventListener('pointermove', (event) => this.dragged(event));
    page.addEventListener('pointerup', () => this.released());
    page.addEventListener('pointercancel', () => this.released());
  }

  draw(picture: Picture): void {
    this.picture = picture;
  }

  private move({ place, under }: Window, corner: Corner): void {
    const { view, position } = this.picture!;
    const detail = movedTo(view.detail, corner, place.extent, under, position);
    this.actions.setView({ detail });
  }

  private zoom({ place, under }: Window, by: number, element: HTMLElement): void {
    const { view, position } = this.picture!;
    const hadFocus = element.contains(document.activeElement);
    this.actions.setView({ detail: zoomed(view.detail, place, by, under, position) });
    // The cell that had the keyboard may be gone.
    if (hadFocus && !element.contains(document.activeElement)) element.focus();
  }

  private wheeled(event: WheelEvent): void {
    const found = windowAround(event.target, 'near');
    if (!found || !this.picture) return;
    event.preventDefault();
    const { window, element } = found;
    const { corner, extent } = window.place;
    if (event.ctrlKey || event.metaKey) {
      const by = this.wheel.notches(event);
      if (by !== 0) this.zoom(window, by, element);
      return;
    }
    const cell = {
      width: window.box.width / extent.columns,
      height: window.box.height / extent.rows,
    };
    const { rows, columns } = this.wheel.cells(event, cell);
    if (rows || columns) {
      this.move(window, { row: corner.row + rows, column: corner.column + columns });
    }
  }

  private keyPressed(event: KeyboardEvent): void {
    const found = windowAround(event.target, 'near');
    const { key, altKey, shiftKey } = event;
    if (!found || !this.picture || altKey) return;
    const { window, element } = found;
    const isChord = event.ctrlKey || event.metaKey;
    const zoom = isChord ? undefined : { '+': -1, '=': -1, '-': 1 }[key];
    const isKnown = zoom !== undefined || (!shiftKey && this.moveByKey(event, window, element));
    if (zoom !== undefined) this.zoom(window, zoom, element);
    if (!isKnown) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** Moves the keyboard from cell to cell, and the window with it; a window without cells by itself. */
  private moveByKey(event: KeyboardEvent, window: Window, element: HTMLElement): boolean {
    const { corner, extent } = window.place;
    const cell = event.target instanceof Element ? event.target.closest('[role=gridcell]') : null;
    const group = cell?.closest('g[data-drawn]');
    if (!cell || !group) {
      const next = panAfter(event, corner, extent, window.under);
      if (next) this.move(window, next);
      return next !== undefined;
    }
    const own = placeOfElement(cell);
    const at = { row: own.row + corner.row, column: own.column + corner.column };
    const to = placeAfter(event, at, window.under);
    if (!to) return false;
    // Only as far as the cell is not in the window.
    const along = (first: number, size: number, wanted: number) =>
      Math.max(wanted - size + 1, Math.min(first, wanted));
    const next = {
      row: along(corner.row, extent.rows, to.row),
      column: along(corner.column, extent.columns, to.column),
    };
    if (next.row !== corner.row || next.column !== corner.column) {
      // No cell has the keyboard while others come to stand in their places.
      element.focus({ preventScroll: true });
      this.move(window, next);
    }
    elementAt(group, { row: to.row - next.row, column: to.column - next.column })?.focus();
    return true;
  }

  private clicked({ target, clientX, clientY }: MouseEvent): void {
    const button = target instanceof Element ? target.closest('.window-bar button') : null;
    const near = windowAround(target, 'near');
    if (button && near) return this.act(button, near.window, near.element);
    const far = windowAround(target, 'far');
    const placed = far && cellAt(target, clientX, clientY);
    if (!placed || !this.picture) return;
    const { under } = far.window;
    const { view, position } = this.picture;
    const at = {
      row: Math.floor(placed.cell / under.columns),
      column: placed.cell % under.columns,
    };
    this.actions.setView({ detail: movedOnto(view.detail, at, under, position) });
  }

  private act(button: Element, window: Window, element: HTMLElement): void {
    if (button.getAttribute('aria-disabled') === 'true' || !this.picture) return;
    const { slot, zoom = 0 } = this.picture.view.detail ?? {};
    const acts: Readonly<Record<WindowAct, () => void>> = {
      in: () => this.zoom(window, -1, element),
      out: () => this.zoom(window, 1, element),
      goto: () => this.actions.toggleTool('goto'),
      follow: () => this.actions.setView({ detail: { ...(slot ? { slot } : {}), zoom } }),
    };
    acts[button.getAttribute('data-act') as WindowAct]();
  }

  private pressed(event: PointerEvent): void {
    const { target, clientX: x, clientY: y, pointerId: pointer } = event;
    this.press = undefined;
    if (event.button !== 0 || !event.isPrimary || !(target instanceof Element)) return;
    const far = target.matches('.grip') ? windowAround(target, 'far') : undefined;
    const near = target.closest('svg') ? windowAround(target, 'near') : undefined;
    if (near && this.isEditable(target, x, y)) return;
    const window = (far ?? near)?.window;
    if (!window) return;
    const { box, under, place } = window;
    const shown = far ? under : place.extent;
    const way = far ? 1 : -1;
    const [rows, columns] = [(way * shown.rows) / box.height, (way * shown.columns) / box.width];
    this.press = { window, pointer, x, y, rows, columns, isDrag: false };
  }

  /** Whether a press is on a number that is changed by dragging it. */
  private isEditable(target: Element, x: number, y: number): boolean {
    const placed = target.closest('[data-cell]') && cellAt(target, x, y);
    return Boolean(placed && this.picture && !('why' in editableAt(this.picture, placed)));
  }

  private dragged({ clientX, clientY, pointerId }: PointerEvent): void {
    const { press } = this;
    if (!press || pointerId !== press.pointer) return;
    const [across, down] = [clientX - press.x, clientY - press.y];
    if (!press.isDrag) {
      if (Math.hypot(across, down) <= SLACK) return;
      press.isDrag = true;
      this.page.setPointerCapture?.(press.pointer);
      this.page.dataset['panning'] = 'true';
    }
    const { corner } = press.window.place;
    this.move(press.window, {
      row: corner.row + Math.round(down * press.rows),
      column: corner.column + Math.round(across * press.columns),
    });
  }

  private released(): void {
    if (this.press?.isDrag) swallowClick(this.page);
    this.press = undefined;
    delete this.page.dataset['panning'];
  }
}
