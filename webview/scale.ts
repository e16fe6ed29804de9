import { roundUp, strength, termOf, type Slot } from '../src/core';
import type { Preferences } from '../src/protocol';
import { atPercentile, largestOf, type Magnitudes } from './arrays/magnitudes';
import type { Model, PanelArray } from './model';

/** How many products the scale looks at before it trusts the matrices alone. */
const MOST_PRODUCTS = 20_000;

/** How magnitudes become colour: none for 0, the full colour for `max` and all beyond. */
export interface Scale {
  readonly max: number;
  /** Whether numbers it was made for lie beyond `max`. */
  readonly clips: boolean;
}

/** The scales of a run. What the scale of a family says holds for each of its matrices, unless each has its own. */
export interface Scales extends Readonly<Record<Slot['lane'], Scale>> {
  readonly isPerMatrix: boolean;
  /** The scale of the matrix at a slot. */
  of(slot: Slot): Scale;
}

/** Which scales are asked for: the settings they depend on. */
export type ScaleSettings = Pick<Preferences, 'scale' | 'clip'>;

/** How strongly a number is filled on a scale, from 0 to 1; nothing for what is not finite. */
export function fillOf(value: number, { max }: Scale): number {
  return strength(value, max);
}

/** Whether a number is larger than the full colour says. */
export function isClipped(value: number, { max }: Scale): boolean {
  return Number.isFinite(value) && Math.abs(value) > max;
}

/**
 * The scales of a model. A scale ends at the percentile of magnitudes that is asked for (the smallest
 * one that so many percent do not exceed), rounded up to a round number.
 */
export function scalesOf(model: Model, { scale, clip }: ScaleSettings): Scales {
  const own = new Map<string, Scale>();
  const scaleOf = (slots: readonly Slot[], products: readonly number[] = []): Scale =>
    endAt(clip, [...slots.map((slot) => magnitudesOf(model.array(slot))), products]);
  const family = (lane: Slot['lane']) => model.graph.data.map(({ id }): Slot => ({ lane, id }));
  const isPerMatrix = scale === 'matrix';
  const shared = {
    value: scaleOf(family('value')),
    gradient: scaleOf(family('gradient'), products(model)),
  };
  return {
    ...shared,
    isPerMatrix,
    of: (slot) => {
      if (!isPerMatrix) return shared[slot.lane];
      const key = `${slot.lane}:${slot.id}`;
      const known = own.get(key) ?? scaleOf([slot]);
      own.set(key, known);
      return known;
    },
  };
}

function magnitudesOf(array: PanelArray | undefined): Magnitudes {
  return array?.data ?? array?.large?.overview ?? [];
}

function endAt(percentile: number, parts: readonly Magnitudes[]): Scale {
  const largest = parts.reduce((most, part) => Math.max(most, largestOf(part)), 0);
  const end = percentile < 100 ? atPercentile(percentile, parts) : largest;
  // Where most entries are zeros, what is not zero is still to be told apart.
  const max = roundUp(end > 0 ? end : largest);
  return { max, clips: largest > max };
}

/** The products drawn in backward steps, where there are few enough to look at each. */
function products(model: Model): number[] {
  const { trace } = model;
  const number = ({ slot, cell }: { slot: Slot; cell: number }) =>
    model.array(slot)?.data?.[cell] ?? 0;
  return trace.steps.flatMap((step) => {
    const isHere = step.reads.every((slot) => model.array(slot)?.data);
    if (step.kind !== 'backward' || !isHere || step.cells * step.terms > MOST_PRODUCTS) return [];
    return Array.from({ length: step.cells * step.terms }, (_, at) => {
      const factors = termOf(trace, step, Math.floor(at / step.terms), at % step.terms);
      return factors.reduce((so, factor) => so * number(factor), 1);
    });
  });
}
