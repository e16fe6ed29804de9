import { hasShapes, runPasses, type AffineInputs, type Experiment, type Passes } from '../core';
import { overviewsOf } from '../protocol/overview';
import type { AffineReading } from '../read';
import { Handed, handOver } from './handed';
import type { ComputedAffine, PlaceInText } from './questions';
import { triedOn, type TriedAffine } from './trying';

/** Runs passes, and keeps the last large ones: experiments on them are made from them. */
export class Computing {
  private last: (PlaceInText & { inputs: AffineInputs; passes: Passes }) | undefined;

  /** Both passes of an Affine computation that was read at a place. */
  computed(place: PlaceInText, affine: AffineReading): Handed<ComputedAffine> {
    this.last = undefined;
    if (!hasShapes(affine)) return handOver({ affine }, new Set(arraysOf(affine)));
    const passes = runPasses(affine);
    const overviews = overviewsOf(passes);
    const isLarge = overviews.length > 0;
    if (isLarge) this.last = { ...place, inputs: affine, passes };
    const keep = [...arraysOf(affine), ...(isLarge ? arraysOf(passes) : [])];
    return handOver({ affine, passes, overviews }, new Set(keep));
  }

  /** An experiment on it. */
  tried(
    place: PlaceInText,
    affine: AffineReading,
    experiment: Experiment,
  ): Handed<TriedAffine | undefined> {
    if (!hasShapes(affine)) return handOver(undefined, new Set());
    if (!this.last || !isSamePlace(this.last, place)) {
      this.last = { ...place, inputs: affine, passes: runPasses(affine) };
    }
    const { inputs, passes } = this.last;
    const keep = new Set([...arraysOf(inputs), ...arraysOf(passes)]);
    return handOver(triedOn(inputs, passes, experiment), keep);
  }

  /** Forgets what was computed of a document. */
  forget(key: string): void {
    if (this.last?.key === key) this.last = undefined;
  }
}

/** The numbers of a computation's arrays. */
function arraysOf(of: AffineInputs | Passes): Float64Array[] {
  const arrays =
    'values' in of ? [...of.values.values(), ...of.gradients.values()] : [of.X, of.W, of.b, of.dY];
  return arrays.flatMap((array) => (array?.data ? [array.data] : []));
}

function isSamePlace(a: PlaceInText, b: PlaceInText): boolean {
  return a.key === b.key && a.version === b.version && a.offset === b.offset;
}
