import { withCell, type Experiment, type PlacedCell } from '../../src/core';
import type { Actions } from '../actions';
import type { Picture } from '../scene-view';
import { editableAt, type Editable } from './editable';
import { drawnIn } from './drawn';
import { cellAt } from './events';
import { swallowClick } from './swallow-click';

/** How far the pointer must move before a press is a drag, and how far it moves for one step. */
const SLACK = 4;
const STEP_PX = 8;

/** A press on a cell that may become a drag. */
interface Press {
  readonly placed: PlacedCell;
  readonly editable: Editable;
  readonly x: number;
  readonly pointer: number;
  /** By what the drag's changes are known as one. */
  readonly gesture: string;
  /** The number now, once it is a drag. */
  value?: number;
}

/** How much one step of a drag changes a number: a tenth of its power of ten; finer with Shift. */
export function stepOf(
  { value, isWhole }: Pick<Editable, 'value' | 'isWhole'>,
  isFine: boolean,
): number {
  const size = Math.abs(value);
  const power = size > 0 && Number.isFinite(size) ? Math.floor(Math.log10(size)) : 0;
  const step = 10 ** (power - (isFine ? 2 : 1));
  return isWhole ? Math.max(1, step) : step;
}

/** The number so many steps from where a drag began; without the noise of adding tenths in binary. */
export function draggedTo(from: number, steps: number, step: number): number {
  return steps === 0 ? from : Number((from + steps * step).toPrecision(15));
}

/** Dragging a cell of X, W, b or dY sideways changes its number. A press without a drag stays a click. */
export class CellDrag {
  private press: Press | undefined;
  private picture: Picture | undefined;
  private count = 0;

  constructor(
    private readonly page: HTMLElement,
    private readonly actions: Actions,
  ) {
    page.addEventListener('pointerdown', (event) => this.pressed(event));
    page.addEventListener('pointermove', (event) => this.moved(event));
    page.addEventListener('pointerup', (event) => this.released(event));
    page.addEventListener('pointercancel', () => this.cancel());
    window.addEventListener('keydown', (event) => this.keyPressed(event), { capture: true });
  }

  draw(picture: Picture): void {
    this.picture = picture;
  }

  private pressed(event: PointerEvent): void {
    this.press = undefined;
    if (event.button !== 0 || !event.isPrimary || !this.picture) return;
    const placed = cellAt(event.target, event.clientX, event.clientY);
    if (!placed || isTooSmall(event.target)) return;
    const editable = editableAt(this.picture, placed);
    if ('why' in editable || !Number.isFinite(editable.value)) return;
    const { clientX: x, pointerId: pointer } = event;
    this.press = { placed, editable, x, pointer, gesture: `drag ${++this.count}` };
  }

  private moved(event: PointerEvent): void {
    const { press } = this;
    if (!press || event.pointerId !== press.pointer) return;
    const way = event.clientX - press.x;
    if (press.value === undefined && Math.abs(way) <= SLACK) return;
    if (press.value === undefined) this.began(press);
    const value = draggedTo(
      press.editable.value,
      Math.trunc(way / STEP_PX),
      stepOf(press.editable, event.shiftKey),
    );
    if (Object.is(value, press.value)) return;
    press.value = value;
    this.actions.try(this.with(value), press.gesture);
  }

  private began(press: Press): void {
    press.value = press.editable.value;
    this.page.setPointerCapture?.(press.pointer);
    this.page.dataset['dragging'] = 'true';
  }

  private with(value: number): Experiment {
    const { id, cell } = this.press!.editable;
    return withCell(this.picture!.experiment, { id, cell, value });
  }

  private released(event: PointerEvent): void {
    if (!this.press || event.pointerId !== this.press.pointer) return;
    if (this.press.value !== undefined) swallowClick(this.page);
    this.end();
  }

  private keyPressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.press?.value === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
  }

  /** Back to the number that the drag began with. */
  private cancel(): void {
    const { press } = this;
    if (press?.value !== undefined && !Object.is(press.value, press.editable.value)) {
      this.actions.undo();
    }
    this.end();
  }

  private end(): void {
    this.press = undefined;
    delete this.page.dataset['dragging'];
  }
}

/** A cell that is smaller than a pixel is not what is meant; and in a window what shows no numbers is moved. */
function isTooSmall(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || !target.matches('.heat-area')) return false;
  if (target.closest('[data-window="near"]')) return true;
  const { width, height } = target.getBoundingClientRect();
  const shown = drawnIn(target.closest('g[data-drawn]')!)?.matrix;
  return shown !== undefined && (width < shown.columns || height < shown.rows);
}
