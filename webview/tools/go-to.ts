import { rowsAndColumns, say, type Slot } from '../../src/core';
import type { Actions } from '../actions';
import { elementOf } from '../cells/found';
import { hasCell } from '../cells/places';
import { movedOnto } from '../detail/place';
import { typedPlace, type Target } from '../detail/typed-place';
import { drawRow, drawSelect } from '../experiment/fields';
import { nameOf, shapeOf, slotKey, stepAt, type Model } from '../model';
import type { Picture } from '../scene-view';
import { detailSlot } from '../stage/detail';
import type { Root } from '../timeline/controls';
import type { Tool } from './tool';

/** Goes to a row and column of an array: its window, or the keyboard where all its cells are shown. */
export const goTo: Tool = {
  name: 'goto',
  // A cell of a grid.
  icon: 'M1.5 2h13v12h-13zm1.2 1.2v2.4h3V3.2zm4.2 0v2.4h2.7V3.2zm3.9 0v2.4h2.5V3.2zM2.7 6.8v2.4h3V6.8zm8.1 0v2.4h2.5V6.8zm-8.1 3.6v2.4h3v-2.4zm4.2 0v2.4h2.7v-2.4zm3.9 0v2.4h2.5v-2.4z',
  key: 'g',
  title: say('Go to row, column'),
  draw,
};

function draw(sheet: Root, picture: Picture, actions: Actions): void {
  const { words, model } = picture;
  const slots = slotsOf(model);
  const chosen = chosenIn(sheet, slots) ?? slots[0];
  if (!chosen) return;
  const form = sheet
    .selectAll<HTMLFormElement, unknown>(':scope > form')
    .data([0])
    .join('form')
    .attr('class', 'go-to')
    .attr('novalidate', '') as unknown as Root;
  const own = detailSlot(picture, stepAt(model, picture.position));
  const isNew = form.select('select').empty();
  const shown = isNew && own && slots.some((slot) => slotKey(slot) === slotKey(own)) ? own : chosen;
  const options = slots.map((slot) => ({ value: slotKey(slot), text: nameOf(model, slot) }));
  const place = drawRow(form, 'place', words.say('Row, column'));
  drawInput(place, picture, shown);
  const array = drawRow(form, 'array', words.say('of'));
  drawSelect(array, 'array', options, slotKey(shown), () => draw(sheet, picture, actions));
  button(form).text(words.say('Go'));
  const typed = () => {
    const text = form.select<HTMLInputElement>('input').property('value') as string;
    const slot = chosenIn(sheet, slots)!;
    return { slot, at: typedPlace(text, targetOf(model, slot)), isEmpty: text.trim() === '' };
  };
  const check = () => {
    const { at, isEmpty } = typed();
    refuse(form, 'why' in at && !isEmpty ? words.of(at.why) : '');
  };
  form.on('input', check).on('submit', (event: Event) => {
    event.preventDefault();
    const { slot, at } = typed();
    if ('why' in at) return refuse(form, words.of(at.why));
    go(picture, actions, slot, at);
  });
}

/** The arrays that have cells to go to. */
function slotsOf(model: Model): Slot[] {
  return (['value', 'gradient'] as const).flatMap((lane) =>
    model.graph.data
      .map(({ id }): Slot => ({ lane, id }))
      .filter((slot) => model.array(slot) && hasCell(model, { slot, cell: 0 })),
  );
}

function chosenIn(sheet: Root, slots: readonly Slot[]): Slot | undefined {
  const value = sheet.select<HTMLSelectElement>('select').node()?.value;
  return slots.find((slot) => slotKey(slot) === value);
}

function targetOf(model: Model, slot: Slot): Target {
  const shape = shapeOf(model, slot)!;
  return { ...rowsAndColumns(shape), name: nameOf(model, slot), axes: shape.length };
}

function drawInput(place: Root, { model, words }: Picture, slot: Slot): void {
  const { rows, columns, axes } = targetOf(model, slot);
  const last = axes > 1 ? `${rows - 1}, ${columns - 1}` : String(columns - 1);
  place
    .selectAll('input')
    .data([0])
    .join('input')
    .attr('type', 'text')
    .attr('inputmode', 'numeric')
    .attr('autocomplete', 'off')
    .attr('spellcheck', 'false')
    .attr('placeholder', words.say('at most {last}', { last }));
}

function button(form: Root) {
  return form.selectAll('button').data([0]).join('button').attr('type', 'submit');
}

function refuse(form: Root, why: string): void {
  form
    .selectAll('p.refusal')
    .data([0])
    .join('p')
    .attr('class', 'refusal')
    .attr('id', 'go-to-refusal')
    .attr('role', 'alert')
    .text(why);
  form
    .select('input')
    .attr('aria-invalid', why ? 'true' : null)
    .attr('aria-describedby', why ? 'go-to-refusal' : null);
}

/** Turns the window to the array and the cell, and gives the cell the keyboard. */
function go(
  { view, model, position }: Picture,
  actions: Actions,
  slot: Slot,
  at: { readonly row: number; readonly column: number },
): void {
  const under = { ...targetOf(model, slot), inPlay: undefined };
  const detail = movedOnto({ ...view.detail, slot, zoom: 0 }, at, under, position);
  actions.toggleTool();
  actions.setView({ detail });
  const cell = at.row * under.columns + at.column;
  const near = document.querySelector('[data-window="near"] [data-matrix]') ?? undefined;
  (elementOf(document, { slot, cell }, near) as SVGElement | undefined)?.focus();
}
