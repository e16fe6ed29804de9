import {
  checkOf,
  checkerOf,
  sampledCheckerOf,
  isWithinTolerance,
  type Check,
  type Checker,
  type Compared,
  type Elsewhere,
  type ErrorAt,
  type Passes,
} from '../../../src/core';
import { largestOf } from '../../arrays/magnitudes';
import { numberAt, type PanelArray } from '../../arrays/panel-array';
import type { Model } from '../../model';
import type { Picture } from '../../scene-view';

/** The powers of ten by which entries can be nudged, and the one by which they are unless chosen. */
export const POWERS = { least: -10, most: -1, usual: -4 };
/** The steps of the error curve: from 10⁻¹ to 10⁻¹⁰ in thirds of a decade. */
const CURVE = Array.from({ length: 28 }, (_, i) =>
  i % 3 === 0 ? tenTo(-1 - i / 3) : 10 ** (-1 - i / 3),
);

/** The check on show: all of it, how far it has come, and the one entry that is looked at. */
export interface CheckAtHand {
  readonly check: Check;
  /** The step, as a power of ten. */
  readonly power: number;
  /** Those that have been compared at the position. */
  readonly done: readonly Compared[];
  /** Those that do not pass, the worst first. */
  readonly failed: readonly Compared[];
  /** All that have been compared, the worst first. */
  readonly ranked: readonly Compared[];
  /** The entry at the position, or the pinned one, or the worst. */
  readonly current: Compared | undefined;
  /** Whether the entry at hand was only moved up so far. */
  readonly isHalfway: boolean;
}

/** The check at a picture's position. */
export function checkAtHand({ model, view, position }: Picture): CheckAtHand {
  const power = powerOf(view.nudge);
  const { check, one } = checkOfModel(model, power);
  const { cell, term } = position;
  const isHalfway = term === 0;
  const looked = cell ?? (view.pinned && checkOf(model.trace, view.pinned));
  const chosen = looked === undefined ? undefined : one(looked, check.h);
  const reached = check.compared.filter(({ index }) => cell === undefined || index < cell);
  const isNew = chosen && !isHalfway && !reached.some(({ index }) => index === chosen.index);
  // An entry that is looked at counts, also where it is not among the sample.
  const done = isNew ? inserted(reached, chosen) : reached;
  const ranked = [...done].sort((a, b) => badness(b) - badness(a) || a.index - b.index);
  return {
    check,
    power,
    done,
    ranked,
    failed: ranked.filter((compared) => !isWithinTolerance(compared)),
    // Until the numbers of the entry that is looked at have come, no other one stands for it.
    current: chosen ?? (looked !== undefined && check.isByPart ? undefined : ranked[0]),
    isHalfway,
  };
}

function inserted(all: readonly Compared[], one: Compared): Compared[] {
  const at = all.findIndex(({ index }) => index > one.index);
  return at < 0 ? [...all, one] : all.toSpliced(at, 0, one);
}

/** What is no number is worse than any error. */
function badness({ error }: Compared): number {
  return Number.isNaN(error) ? Infinity : error;
}

function powerOf(nudge: number = POWERS.usual): number {
  return Math.min(POWERS.most, Math.max(POWERS.least, Math.round(nudge)));
}

/** The number nearest to a whole power of ten, which `10 ** power` is not always. */
function tenTo(power: number): number {
  return Number(`1e${power}`);
}

interface Checked {
  readonly checker: Checker;
  /** By power of ten. */
  readonly checks: Map<number, Check>;
  readonly curves: Map<number, readonly ErrorAt[]>;
}

const kept = new WeakMap<Model, Checked>();

/** Whatever is checked is checked once for a model: going over it again costs nothing. */
function checkedIn(model: Model): Checked {
  let checked = kept.get(model);
  if (!checked) {
    const checker = isHere(model)
      ? checkerOf(model.trace, passesOf(model))
      : sampledCheckerOf(model.trace, elsewhere(model));
    checked = { checker, checks: new Map(), curves: new Map() };
    kept.set(model, checked);
  }
  return checked;
}

function checkOfModel(model: Model, power: number): Pick<Checker, 'one'> & { check: Check } {
  const { checker, checks } = checkedIn(model);
  const check = checks.get(power) ?? checker.check(tenTo(power));
  if (!check.awaited) checks.set(power, check);
  return { check, one: checker.one };
}

/** The error of one entry's gradient with steps from 10⁻¹ to 10⁻¹⁰. */
export function curveOf(model: Model, { index }: Compared): readonly ErrorAt[] {
  const { checker, curves } = checkedIn(model);
  const curve = curves.get(index) ?? checker.curve(index, CURVE);
  if (curve.length > 0) curves.set(index, curve);
  return curve;
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

/** Whether no array stayed in the host. */
function isHere({ graph, array }: Model): boolean {
  return graph.data.every(({ id }) =>
    (['value', 'gradient'] as const).every((lane) => !array({ lane, id })?.large),
  );
}

function elsewhere({ scene, array }: Model): Elsewhere {
  return {
    upstream: scene.upstream,
    read: (slot, cell) => numberAt(array(slot), cell),
    largest: (slot) => {
      const { data, large } = array(slot) ?? {};
      return largestOf(data ?? large?.overview ?? []);
    },
  };
}
