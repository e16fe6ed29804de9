import { roundUp, termOf, type Slot } from '../src/core';
import type { Model } from './model';

/** How many products the scale looks at before it trusts the matrices alone. */
const MOST_PRODUCTS = 20_000;

/** For each family, the magnitude that gets the full colour. Fixed for a run. */
export interface Scales {
  readonly value: number;
  readonly gradient: number;
}

/** The scales of a model: the largest finite magnitude of each family, rounded up to a round number. */
export function scalesOf(model: Model): Scales {
  const lanes = { value: 0, gradient: 0 };
  for (const { id } of model.graph.data) {
    for (const lane of ['value', 'gradient'] as const) {
      const data = model.array({ lane, id })?.data;
      lanes[lane] = Math.max(lanes[lane], largest(data ?? []));
    }
  }
  return {
    value: roundUp(lanes.value),
    gradient: roundUp(Math.max(lanes.gradient, largestProduct(model))),
  };
}

function largest(data: Iterable<number>): number {
  let most = 0;
  for (const entry of data) {
    const size = Math.abs(entry);
    if (size > most && size < Infinity) most = size;
  }
  return most;
}

/** The largest product drawn in a backward step, where there are few enough to look at each. */
function largestProduct(model: Model): number {
  const { trace } = model;
  const number = (slot: Slot, cell: number) => model.array(slot)?.data?.[cell] ?? 0;
  let most = 0;
  for (const step of trace.steps) {
    if (step.kind !== 'backward' || step.cells * step.terms > MOST_PRODUCTS) continue;
    for (let cell = 0; cell < step.cells; cell++) {
      for (let i = 0; i < step.terms; i++) {
        const factors = termOf(trace, step, cell, i);
        const product = factors.reduce((so, { slot, cell: at }) => so * number(slot, at), 1);
        most = Math.max(most, largest([product]));
      }
    }
  }
  return most;
}
