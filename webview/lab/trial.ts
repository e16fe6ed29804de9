import {
  equalAxes,
  outcomeOf,
  refusalOfUpdate,
  wrongRules,
  type LayerArrays,
  type Outcome,
  type Sentence,
  type Slot,
  type Tensor,
  type WrongRule,
} from '../../src/core';
import { stepAt, type Model } from '../model';
import type { Picture } from '../scene-view';

/** A wrong rule tried on the numbers at hand. */
export interface Trial {
  readonly rule: WrongRule;
  readonly layer: LayerArrays;
  /** Where the right result stands. */
  readonly slot: Slot;
  readonly wanted: Tensor;
  readonly outcome: Outcome;
  /** Whether the variable takes the gradient in an update: not at all, or with NumPy's refusal. */
  readonly update?: { readonly variable: string; readonly refusal?: Sentence };
  /** Equal axes, such as `N = D`. */
  readonly equal: readonly string[];
}

const SLOTS: Readonly<Record<WrongRule['of'], (model: Model) => Slot>> = {
  Y: ({ graph }) => ({ lane: 'value', id: graph.output }),
  dX: ({ graph }) => ({ lane: 'gradient', id: graph.ops[0]!.inputs[0]! }),
  dW: ({ graph }) => ({ lane: 'gradient', id: graph.ops[0]!.inputs[1]! }),
  db: ({ graph }) => ({ lane: 'gradient', id: graph.ops[1]?.inputs[1] ?? '' }),
};

/** The rules that can be tried: those for b only where there is one. */
export function rulesFor({ graph }: Model): readonly WrongRule[] {
  const hasBias = graph.ops.length > 1;
  return wrongRules.filter(({ of }) => hasBias || of !== 'db');
}

/** The rule at hand: the chosen one, or the first for what the step at hand makes. */
export function ruleAtHand({ model, view, position }: Picture): WrongRule {
  const rules = rulesFor(model);
  const made = stepAt(model, position).writes;
  return (
    rules.find(({ name }) => name === view.wrongRule) ??
    rules.find(({ of }) => isSameSlot(SLOTS[of](model), made)) ??
    rules.find(({ of }) => of === 'dX')!
  );
}

function isSameSlot(a: Slot, b: Slot | undefined): boolean {
  return a.lane === b?.lane && a.id === b.id;
}

/**
 * Tries the rule at hand; undefined where there are no numbers to try it on: unknown, kept back to be
 * foretold, or of more axes than the rules are for.
 */
export function trialOf(picture: Picture): Trial | undefined {
  const { model } = picture;
  const rule = ruleAtHand(picture);
  const layer = layerOf(model);
  const slot = SLOTS[rule.of](model);
  const wanted = tensorAt(model, slot);
  if (!layer || !wanted) return undefined;
  const outcome = outcomeOf(rule, layer, wanted);
  const variable = rule.of === 'Y' ? undefined : tensorAt(model, { lane: 'value', id: slot.id });
  return {
    rule,
    layer,
    slot,
    wanted,
    outcome,
    equal: equalAxes(layer),
    ...(variable && outcome.kind !== 'clash' ? { update: updateOf(slot, variable, outcome) } : {}),
  };
}

function updateOf({ id }: Slot, variable: Tensor, outcome: { readonly got: Tensor }) {
  const refusal = refusalOfUpdate(variable, outcome.got);
  return { variable: id, ...(refusal ? { refusal } : {}) };
}

function layerOf(model: Model): LayerArrays | undefined {
  const { graph } = model;
  const [X, W] = graph.ops[0]!.inputs.map((id) => tensorAt(model, { lane: 'value', id }));
  const biasId = graph.ops[1]?.inputs[1];
  const b = biasId === undefined ? undefined : tensorAt(model, { lane: 'value', id: biasId });
  const dY = tensorAt(model, { lane: 'gradient', id: graph.output });
  if (!X || !W || !dY || (biasId !== undefined && !b)) return undefined;
  const isSmall = [X, W, dY].every(({ shape }) => shape.length === 1 || shape.length === 2);
  return isSmall ? { X, W, dY, ...(b ? { b } : {}) } : undefined;
}

function tensorAt(model: Model, slot: Slot): Tensor | undefined {
  const array = model.array(slot);
  const isWhole = array?.data?.length === array?.shape.reduce((size, length) => size * length, 1);
  return array?.data && isWhole
    ? { shape: array.shape, dtype: array.dtype, data: array.data }
    : undefined;
}
