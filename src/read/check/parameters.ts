import { sameShape, type Tensor } from '../../core';
import { NdArray } from '../numpy/ndarray';
import { Draws } from './draws';
import type { Layer } from './layer';
import { entrywise, sameEntries } from './matrices';
import { arrayOf, numbersOf, type Slot } from './slots';

/** Where a layer takes an array from: places in the instance that share it, or an argument. */
export interface Place {
  /** How the code would write it; its first name, if it has several. */
  readonly path: string;
  readonly read: () => Tensor | undefined;
  readonly write: (value: Tensor) => void;
  /** Whether other places look at the same entries in another way, so that they must not be replaced. */
  readonly isViewed: boolean;
}

/** Every place that a layer may take an array from. */
export function placesOf(layer: Layer): Place[] {
  const handed = [...layer.parameters.keys()].map((name): Place => ({
    path: name,
    read: () => layer.parameters.get(name),
    write: (value) => layer.parameters.set(name, value),
    isViewed: false,
  }));
  const groups = new Map<NdArray, Slot[]>();
  for (const slot of layer.slots) {
    if (!(slot.value instanceof NdArray)) continue;
    groups.set(slot.value, [...(groups.get(slot.value) ?? []), slot]);
  }
  const arrays = [...groups.keys()];
  const kept = [...groups].map(([array, slots]): Place => ({
    path: slots[0]!.path,
    read: () => numbersOf(array),
    write: (value) => {
      const made = arrayOf(value);
      slots.forEach((slot) => slot.put(made));
    },
    isViewed: arrays.some((other) => other !== array && other.storage === array.storage),
  }));
  return [...handed, ...kept];
}

/** The places whose arrays the output depends on, beside the input; undefined where it is random. */
export function influencesOn(layer: Layer, X: Tensor): Place[] | undefined {
  const Y = layer.forward(X);
  const again = Y && layer.forward(X);
  if (!Y || !again || !sameEntries(Y, again)) return undefined;
  const draws = new Draws(7);
  return placesOf(layer).filter((place) => {
    const before = place.read();
    if (!before || place.isViewed) return false;
    place.write(entrywise(before, draws.array(before.shape), (a, b) => a + b)!);
    const changed = layer.forward(X);
    place.write(before);
    return changed !== undefined && !(sameShape(changed.shape, Y.shape) && sameEntries(changed, Y));
  });
}
