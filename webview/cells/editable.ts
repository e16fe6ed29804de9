import { cellsMade, say, type CellEdit, type PlacedCell, type Sentence } from '../../src/core';
import { numberAt } from '../arrays/panel-array';
import { nameOf, slotKey } from '../model';
import type { Picture } from '../scene-view';

/** A number that can be changed: which one it is in an experiment, and what it is now. */
export interface Editable {
  readonly id: CellEdit['id'];
  readonly cell: number;
  readonly value: number;
  /** Whether it is one of an array of whole numbers. */
  readonly isWhole: boolean;
}

/** The cell as one that can be edited, or why it cannot. */
export function editableAt(
  picture: Picture,
  { slot, cell }: PlacedCell,
): Editable | { readonly why: Sentence } {
  const { model, position } = picture;
  const name = nameOf(model, slot);
  const id = inputAt(picture, slot);
  if (!id) return { why: whyComputed(picture, name, slot.lane) };
  const { kind } = model.scene.upstream;
  if (id === 'dY' && kind !== 'given' && kind !== 'ones') {
    return {
      why: say('{name} is the gradient of the loss: change the target, or X, W or b.', { name }),
    };
  }
  const array = model.array(slot);
  const value = numberAt(array, cell);
  if (value === 'awaited') return { why: say('The number is on its way: try again.') };
  if (value === undefined) {
    return { why: say('The numbers of {name} are not known: there is none to edit.', { name }) };
  }
  if (cell >= cellsMade(model.trace, position, slot)) {
    return { why: say('{name} has not come yet at this step.', { name }) };
  }
  return { id, cell, value, isWhole: !array!.dtype.startsWith('float') };
}

/** Which input stands at a slot; d(XW) holds the very numbers of dY. */
function inputAt({ model }: Picture, slot: PlacedCell['slot']): CellEdit['id'] | undefined {
  if (slot.lane === 'value') return (['X', 'W', 'b'] as const).find((id) => id === slot.id);
  const upstream = model.trace.steps.find(({ kind }) => kind === 'upstream');
  const passed = model.trace.steps.filter(({ kind }) => kind === 'pass');
  const same = [upstream, ...passed].flatMap((step) =>
    step?.writes ? [step.writes, ...step.copies] : [],
  );
  return same.some((other) => slotKey(other) === slotKey(slot)) ? 'dY' : undefined;
}

function whyComputed({ model }: Picture, name: string, lane: 'value' | 'gradient'): Sentence {
  const inputs = model.graph.data
    .map(({ id }) => id)
    .filter((id) => ['X', 'W', 'b'].includes(id))
    .join(', ');
  return lane === 'value'
    ? say('{name} is computed: edit {inputs}.', { name, inputs })
    : say('{name} is computed by the backward pass: edit {inputs} or dY.', { name, inputs });
}
