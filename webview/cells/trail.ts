import type { PlacedCell, PlacedTerm } from '../../src/core';
import { knownAt } from '../arrays/panel-array';
import { slotKey, type Model } from '../model';
import { makingOf, type Making } from './making';

/** Why a number is 0, NaN or infinite, as far as its own making says. */
export type Why =
  /** It was given so: by the code, or by a try. */
  | 'given'
  /** It is another one, passed on. */
  | 'same'
  /** Every product has a factor 0 (terms of one factor: every term is 0). */
  | 'factors'
  /** Terms that are not 0 add up to 0. */
  | 'cancel'
  /** A product too small for its kind of number. */
  | 'underflow'
  /** No terms at all. */
  | 'empty'
  /** An entry of Y equals its target; the softmax gives just the target. */
  | 'target'
  | 'probability'
  /** A number that is not finite takes part. */
  | 'operand'
  /** 0 × ∞ and ∞ − ∞ have no value. */
  | 'zero-times-infinity'
  | 'infinities'
  /** Finite numbers make one that is too large. */
  | 'overflow';

/** A number that is 0, NaN or infinite, why it is, and the cells that are to blame. */
export interface Blame {
  readonly cell: PlacedCell;
  readonly value: number;
  readonly why: Why;
  readonly causes: readonly PlacedCell[];
  /** How many terms its sum has; 0 where it is no sum. */
  readonly terms: number;
  /** How many factors a term has. */
  readonly factors: number;
}

/**
 * From a number that is 0, NaN or infinite back to the one that made it so, each step blaming the
 * first of its causes; undefined for any other number, and for one that is not known.
 */
export function trailOf(model: Model, cell: PlacedCell): readonly Blame[] | undefined {
  const trail: Blame[] = [];
  let at: PlacedCell | undefined = cell;
  while (at) {
    const blame = blameFor(model, at);
    if (!blame) break;
    trail.push(blame);
    const goesOn = !['zero-times-infinity', 'infinities', 'cancel', 'overflow'].includes(blame.why);
    at = goesOn ? blame.causes[0] : undefined;
  }
  return trail.length > 0 ? trail : undefined;
}

function numberAt(model: Model, { slot, cell }: PlacedCell): number | undefined {
  return knownAt(model.array(slot), cell);
}

function blameFor(model: Model, cell: PlacedCell): Blame | undefined {
  const value = numberAt(model, cell);
  if (value === undefined || (value !== 0 && Number.isFinite(value))) return undefined;
  const making = makingOf(model, cell);
  const found = value === 0 ? whyZero(model, making) : whyNotFinite(model, making, value);
  const isSum = making.kind === 'sum' && making.count > 0;
  return {
    cell,
    value,
    ...found,
    terms: isSum ? making.count : 0,
    factors: isSum ? making.term(0).length : 0,
  };
}

type Found = Pick<Blame, 'why' | 'causes'>;

function whyZero(model: Model, making: Making): Found {
  switch (making.kind) {
    case 'given':
      return { why: 'given', causes: [] };
    case 'same':
      return { why: 'same', causes: [making.of] };
    case 'loss':
      return making.of.length === 1 && model.scene.upstream.kind === 'half-squared'
        ? { why: 'target', causes: [] }
        : { why: 'probability', causes: [] };
    case 'sum':
      return whyZeroSum(model, making);
  }
}

function whyZeroSum(model: Model, { count, term }: Extract<Making, { kind: 'sum' }>): Found {
  if (count === 0) return { why: 'empty', causes: [] };
  const causes: PlacedCell[] = [];
  let isUnderflow = false;
  for (let i = 0; i < count; i++) {
    const factors = term(i);
    if (productOf(model, factors) !== 0) return { why: 'cancel', causes: [] };
    const zero = factors.find((factor) => numberAt(model, factor) === 0);
    if (zero) causes.push(zero);
    else isUnderflow = true;
  }
  return isUnderflow ? { why: 'underflow', causes: [] } : { why: 'factors', causes: once(causes) };
}

function whyNotFinite(model: Model, making: Making, value: number): Found {
  switch (making.kind) {
    case 'given':
      return { why: 'given', causes: [] };
    case 'same':
      return { why: 'same', causes: [making.of] };
    case 'loss': {
      const causes = making.of.filter((cell) => isNotFinite(model, cell));
      return causes.length > 0 ? { why: 'operand', causes } : { why: 'overflow', causes };
    }
    case 'sum':
      return whyNotFiniteSum(model, making, value);
  }
}

/** The first term that is not finite decides; where two infinities meet, both do. */
function whyNotFiniteSum(
  model: Model,
  { count, term }: Extract<Making, { kind: 'sum' }>,
  value: number,
): Found {
  const infinite: PlacedCell[] = [];
  for (let i = 0; i < count; i++) {
    const factors = term(i);
    const product = productOf(model, factors);
    if (product === undefined || Number.isFinite(product)) continue;
    const causes = factors.filter((factor) => isNotFinite(model, factor));
    if (!Number.isNaN(product)) {
      infinite.push(...causes);
      // An infinite sum is made by its first infinite term; one that is NaN by a second, later on.
      if (!Number.isNaN(value)) {
        return causes.length > 0 ? { why: 'operand', causes } : { why: 'overflow', causes };
      }
      continue;
    }
    if (causes.some((cause) => Number.isNaN(numberAt(model, cause)))) {
      return {
        why: 'operand',
        causes: causes.filter((cause) => Number.isNaN(numberAt(model, cause))),
      };
    }
    return { why: 'zero-times-infinity', causes: [...factors] };
  }
  return Number.isNaN(value)
    ? { why: 'infinities', causes: once(infinite) }
    : { why: 'overflow', causes: [] };
}

function productOf(model: Model, factors: PlacedTerm): number | undefined {
  return factors.reduce<number | undefined>((so, factor) => {
    const number = numberAt(model, factor);
    return so === undefined || number === undefined ? undefined : so * number;
  }, 1);
}

function isNotFinite(model: Model, cell: PlacedCell): boolean {
  const number = numberAt(model, cell);
  return number !== undefined && !Number.isFinite(number);
}

function once(cells: readonly PlacedCell[]): PlacedCell[] {
  const seen = new Set<string>();
  return cells.filter(({ slot, cell }) => {
    const key = `${slotKey(slot)}[${cell}]`;
    return !seen.has(key) && seen.add(key);
  });
}
