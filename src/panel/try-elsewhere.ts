import { computationOf, type Computed, type Experiment, type Passes } from '../core';
import { keepOverviews } from '../protocol/overview';
import type { TriedAffine } from './host';
import type { Shown } from './session';
import { hasLarge } from './tiles/slices';
import { sceneBase, type TriedOut } from './try-out';

/**
 * What was read, with experiments on it made by `ask` where its arrays are so large that making them
 * here would hold the extension host up.
 */
export function withTryingElsewhere(
  read: Shown,
  ask: (experiment: Experiment) => Promise<TriedAffine | undefined>,
): Shown {
  const { computation, inputs, draw } = read;
  if (!computation || !inputs || !draw) return read;
  if (!hasLarge(computation)) return read;
  const elsewhere = async (wanted: Experiment): Promise<TriedOut> => {
    const tried = await ask(wanted);
    if (!tried) return { shown: read, experiment: wanted };
    keepOverviews(tried.overviews);
    const passes = completed(tried.passes, computation);
    const made = computationOf(inputs, passes);
    const scene = { ...draw(made), base: sceneBase(inputs) };
    return { shown: { ...read, computation: made, scene }, experiment: tried.experiment };
  };
  return { ...read, elsewhere };
}

/** Passes with the numbers of the arrays that an experiment has left as they were. */
function completed(passes: Passes, before: Passes): Passes {
  return {
    ...passes,
    values: filledFrom(before.values, passes.values),
    gradients: filledFrom(before.gradients, passes.gradients),
  };
}

type Arrays = ReadonlyMap<string, Computed>;

function filledFrom(before: Arrays, after: Arrays): Map<string, Computed> {
  return new Map(
    [...after].map(([id, array]) => {
      const data = array.data ?? before.get(id)?.data;
      return [id, data ? { ...array, data } : array];
    }),
  );
}
