import {
  experimentOn,
  outputShape,
  recompute,
  runPasses,
  settled,
  type AffineInputs,
  type Computed,
  type Experiment,
  type Passes,
} from '../core';
import { overviewsOf, type MadeOverview } from '../protocol/overview';
import { withTarget } from '../read';

/** An experiment on an Affine computation as it came out. */
export interface TriedAffine {
  /** With its target, and without edits that say what the inputs say anyway. */
  readonly experiment: Experiment;
  /** Of arrays that are as they were without it, no numbers. */
  readonly passes: Passes;
  readonly overviews: readonly MadeOverview[];
}

/** Makes an experiment on inputs whose passes have been run, as far as it changes them. */
export function triedOn(inputs: AffineInputs, before: Passes, wanted: Experiment): TriedAffine {
  const experiment = settled(inputs, withTarget(wanted, outputShape(inputs), undefined));
  const edited = experimentOn(inputs, experiment);
  const after = recompute({ inputs, passes: before }, edited) ?? runPasses(edited);
  const passes = {
    ...after,
    values: changedOf(before.values, after.values),
    gradients: changedOf(before.gradients, after.gradients),
  };
  return { experiment, passes, overviews: overviewsOf(passes) };
}

type Arrays = ReadonlyMap<string, Computed>;

function changedOf(before: Arrays, after: Arrays): Map<string, Computed> {
  const kept = new Set([...before.values()].map(({ data }) => data));
  return new Map(
    [...after].map(([id, { data, ...array }]): [string, Computed] => [
      id,
      data && !kept.has(data) ? { ...array, data } : array,
    ]),
  );
}
