import {
  checkGradients,
  checkOf,
  errorCurve,
  isWithinTolerance,
  type Check,
  type Compared,
  type Passes,
} from '../../../src/core';
import type { Model, PanelArray } from '../../model';
import type { Picture } from '../../scene-view';

/** The power of ten by which entries are nudged, unless the user has chosen another. */
const DEFAULT_NUDGE = -4;
/** The powers of ten of the error curve's steps. */
const CURVE = Array.from({ length: 28 }, (_, i) => -1 - i / 3);

/** The check on show: all of it, how far it has come, and the one entry that is looked at. */
export interface CheckAtHand {
  readonly check: Check;
  readonly nudge: number;
  /** Those that have been compared at the position. */
  readonly done: readonly Compared[];
  readonly failed: readonly Compared[];
  /** The entry at the position, or the pinned one, or the worst. */
  readonly current: Compared | undefined;
  readonly worst: Compared | undefined;
}

/** The check at a picture's position. */
export function checkAtHand({ model, view, position }: Picture): CheckAtHand {
  const nudge = view.nudge ?? DEFAULT_NUDGE;
  const check = checkOfModel(model, nudge);
  const { cell } = position;
  const done = check.compared.filter(({ index }) => cell === undefined || index <= cell);
  const worst = done.reduce<Compared | undefined>(
    (so, one) => (so && !(one.error > so.error) ? so : one),
    undefined,
  );
  const pinned = view.pinned && checkOf(model.trace, view.pinned);
  const looked = cell ?? pinned;
  const current = looked === undefined ? worst : check.one(looked);
  const failed = done
    .filter((one) => !isWithinTolerance(one))
    .sort((a, b) => b.error - a.error || a.index - b.index);
  return { check, nudge, done, failed, current, worst };
}

const kept = new WeakMap<Model, Map<number, Check>>();

/** Checks are made once for a model and a step: scrubbing over one costs nothing. */
function checkOfModel(model: Model, nudge: number): Check {
  const own = kept.get(model) ?? new Map<number, Check>();
  kept.set(model, own);
  const check = own.get(nudge) ?? checkGradients(model.trace, passesOf(model), 10 ** nudge);
  own.set(nudge, check);
  return check;
}

/** The error of one entry's gradient with steps from 10⁻¹ to 10⁻¹⁰. */
export function curveOf(model: Model, { index }: Compared) {
  return errorCurve(
    model.trace,
    passesOf(model),
    index,
    CURVE.map((power) => 10 ** power),
  );
}

function passesOf(model: Model): Passes {
  const arrays = (lane: 'value' | 'gradient') =>
    new Map(
      model.graph.data.flatMap(({ id }): [string, PanelArray][] => {
        const array = model.array({ lane, id });
        return array ? [[id, array]] : [];
      }),
    );
  const { upstream } = model.scene;
  return { values: arrays('value'), gradients: arrays('gradient'), upstream, notes: [] };
}
