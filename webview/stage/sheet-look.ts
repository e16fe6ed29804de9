import type { Slot } from '../../src/core';
import type { Scale } from '../scale';
import type { Picture } from '../scene-view';
import type { Words } from '../words';

/** How the numbers of a cell's sum are shown: in which hue and scale, with how many digits. */
export interface SheetLook {
  readonly lane: Slot['lane'];
  readonly scale: Scale;
  readonly digits: number;
  readonly words: Words;
}

/** How the sums of the array at a slot are shown. */
export function sheetLook({ scales, preferences, words }: Picture, slot: Slot): SheetLook {
  return { lane: slot.lane, scale: scales.of(slot), digits: preferences.digits, words };
}
