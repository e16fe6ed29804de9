import { select } from 'd3-selection';
import { exactNumber, say, sizeOf, withCell, type PlacedCell, type Sentence } from '../../src/core';
import type { Actions } from '../actions';
import { indexText } from '../matrix/matrix-view';
import { nameOf, shapeOf } from '../model';
import type { Picture } from '../scene-view';
import { editableAt, type Editable } from './editable';
import { cellAt } from './events';
import { cellAround, elementOf, type FoundCell } from './found';
import { readNumber } from './number-text';
import { placeOver, type Anchor } from './place-over';
import { isSamePlace } from './places';

/** A cell that is being edited: what was there, and where it stands on the screen. */
interface Open {
  readonly placed: PlacedCell;
  readonly editable: Editable;
  readonly anchor: Anchor;
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
}

/** A field over a cell, in which its number is typed. One at a time. */
export class CellEditor {
  private open: Open | undefined;
  private picture: Picture | undefined;

  constructor(
    private readonly page: HTMLElement,
    private readonly actions: Actions,
  ) {
    page.addEventListener('dblclick', (event) => this.doubleClicked(event));
    page.addEventListener('keydown', (event) => {
      const isEnter = event.key === 'Enter' && !event.ctrlKey && !event.altKey && !event.metaKey;
      const found = isEnter ? cellAround(event.target) : undefined;
      if (!found || event.defaultPrevented) return;
      event.preventDefault();
      this.editOrPin(found);
    });
  }

  /** Keeps to the cell wherever it is drawn; lets go of one that is there no more. */
  draw(picture: Picture): void {
    this.picture = picture;
    if (!this.open) return;
    const now = editableAt(picture, this.open.placed);
    if (
      'why' in now ||
      this.open.placed.cell >= sizeOf(shapeOf(picture.model, this.open.placed.slot)!)
    )
      this.close();
    else this.place();
  }

  /** Edits the cell that was pointed at or came into focus last, else the pinned one. */
  editFocused(): void {
    const found = cellAround(document.activeElement);
    const placed = this.picture?.pointed ?? found?.placed ?? this.picture?.view.pinned;
    if (placed) this.edit(placed, found?.element);
    else {
      const sentence = say('Point at a cell of X, W, b or dY first.');
      this.actions.tell({ kind: 'error', sentence });
    }
  }

  /** Opens a cell; one that is not open to edits says why. */
  edit(
    placed: PlacedCell,
    near?: Element,
    point?: { readonly x: number; readonly y: number },
  ): void {
    if (!this.picture) return;
    this.close();
    const editable = editableAt(this.picture, placed);
    if ('why' in editable) return this.actions.tell({ kind: 'error', sentence: editable.why });
    const isAtPoint = !near && point;
    const element = isAtPoint ? undefined : (elementOf(this.page, placed, near) ?? near);
    if (!element && !point) return;
    const anchor: Anchor = element ? { element } : { point: point! };
    this.open = { placed, editable, anchor, ...this.field(placed, editable) };
    this.place();
    this.open.input.focus();
    this.open.input.select();
  }

  /** What Enter does: a number that can be edited is opened, the family of any other stays on show. */
  private editOrPin({ placed, element }: FoundCell): void {
    if (!this.picture) return;
    const isEditable = !('why' in editableAt(this.picture, placed));
    if (isEditable) return this.edit(placed, element);
    this.actions.pin(isSamePlace(this.picture.view.pinned, placed) ? undefined : placed);
  }

  private doubleClicked(event: MouseEvent): void {
    const { target, clientX: x, clientY: y } = event;
    const placed = cellAt(target, x, y);
    if (!placed) return;
    event.preventDefault();
    this.edit(placed, cellAround(target)?.element, { x, y });
  }

  private field(placed: PlacedCell, { value }: Editable): Pick<Open, 'form' | 'input'> {
    const { model, words } = this.picture!;
    const form = select(this.page)
      .append('form')
      .attr('class', 'cell-editor')
      .attr('novalidate', '');
    const name = `${nameOf(model, placed.slot)}${indexText(shapeOf(model, placed.slot)!, placed.cell)}`;
    form.append('span').attr('class', 'cell-name').attr('aria-hidden', 'true').text(name);
    const input = form
      .append('input')
      .attr('type', 'text')
      .attr('autocomplete', 'off')
      .attr('spellcheck', 'false')
      .attr('aria-label', words.say('{name}, a new number', { name }))
      .property('value', exactNumber(value))
      .style('width', widthFor(exactNumber(value)));
    form.append('p').attr('class', 'refusal').attr('role', 'alert').attr('id', 'cell-refusal');
    form.on('submit', (event: Event) => {
      event.preventDefault();
      if (this.commit()) this.close(true);
    });
    input.on('keydown', (event: KeyboardEvent) => this.keyPressed(event));
    input.on('input', () => {
      input.style('width', widthFor(input.property('value') as string));
      this.refuse(undefined);
      this.place();
    });
    input.on('blur', () => this.left());
    return { form: form.node()!, input: input.node()! };
  }

  private keyPressed(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      this.close(true);
    } else if (event.key === 'Tab') {
      event.preventDefault();
      this.goOn(event.shiftKey ? -1 : 1);
    }
  }

  /** Takes the number, and goes to the next cell of the array, row by row; beyond the last to none. */
  private goOn(by: number): void {
    const { placed, anchor } = this.open!;
    if (!this.commit()) return;
    const cell = placed.cell + by;
    const size = sizeOf(shapeOf(this.picture!.model, placed.slot)!);
    if (cell < 0 || cell >= size) return this.close(true);
    const near = 'element' in anchor ? anchor.element : undefined;
    this.edit({ ...placed, cell }, near, 'point' in anchor ? anchor.point : undefined);
  }

  /** Who clicks elsewhere has typed what is to count, unless it is no number. */
  private left(): void {
    if (!this.open) return;
    const typed = readNumber(this.open.input.value);
    if ('value' in typed) this.commit();
    this.close();
  }

  private commit(): boolean {
    const { input, editable } = this.open!;
    const typed = readNumber(input.value);
    if ('why' in typed) {
      this.refuse(typed.why);
      return false;
    }
    if (!Object.is(typed.value, editable.value)) {
      const { id, cell } = editable;
      this.actions.try(withCell(this.picture!.experiment, { id, cell, value: typed.value }));
    }
    return true;
  }

  private refuse(why: Sentence | undefined): void {
    const { form, input } = this.open!;
    const text = why ? this.picture!.words.of(why) : '';
    select(form).select('p').text(text);
    select(input)
      .attr('aria-invalid', why ? 'true' : null)
      .attr('aria-describedby', why ? 'cell-refusal' : null);
    if (why) input.select();
  }

  private close(givesFocusBack = false): void {
    const open = this.open;
    if (!open) return;
    this.open = undefined;
    open.form.remove();
    if (!givesFocusBack || !('element' in open.anchor)) return;
    elementOf(this.page, open.placed, open.anchor.element)
      ?.closest<SVGElement>('[tabindex]')
      ?.focus();
  }

  private place(): void {
    const open = this.open!;
    const { anchor, placed } = open;
    const element = 'element' in anchor && elementOf(this.page, placed, anchor.element);
    placeOver(open.form, element ? { element } : anchor);
  }
}

/** As wide as what is typed, so that an exact number is seen whole. */
function widthFor(text: string): string {
  return `${Math.max(10, text.length + 3)}ch`;
}
