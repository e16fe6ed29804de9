import type { Slot, Step } from '../../src/core';
import { hasCell } from '../cells/places';
import { slotKey } from '../model';
import type { Picture } from '../scene-view';
import { figurePart } from './equation';
import { drawLensPair, lensPair } from './lens';
import { isOuter } from './outer';
import type { Html } from './parts';

/** The matrix that the window is turned to: the one that was chosen, else what the step makes. */
export function detailSlot({ view, model }: Picture, step: Step): Slot | undefined {
  const chosen = view.detail?.slot;
  return chosen && hasCell(model, { slot: chosen, cell: 0 }) ? chosen : step.writes;
}

/** Whether an equation of the step has the window beside its result, where there is room for it. */
export function isInEquation(picture: Picture, step: Step, isNarrow: boolean): boolean {
  const slot = detailSlot(picture, step);
  if (isNarrow || !slot || !step.writes || slotKey(slot) !== slotKey(step.writes)) return false;
  const hasEquation = step.kind === 'forward' || (step.kind === 'backward' && isOfProduct(step));
  return hasEquation && !isOuter(picture, step);
}

function isOfProduct({ node }: Step): boolean {
  return node?.op.name === 'dot';
}

/** Draws the window under the computation, where no equation has it: with the whole matrix beside it. */
export function drawDetail(place: Html, picture: Picture, step: Step, isNarrow: boolean): void {
  const slot = isInEquation(picture, step, isNarrow) ? undefined : detailSlot(picture, step);
  const pair =
    slot && lensPair(picture, slot, figurePart(picture, slot, false, isNarrow).figure, false);
  place.attr('class', pair ? 'detail' : 'no-detail');
  if (pair) drawLensPair(place, picture, pair);
  else place.selectAll(':scope > *').remove();
}
