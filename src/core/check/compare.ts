import type { Passes } from '../computation';
import { inputsOf } from '../graph';
import { sizeOf } from '../shape';
import type { PlacedCell } from '../step';
import type { Trace } from '../trace';
import { checkedCell, spread } from './checked';
import { nudged, nudgingOf, type Nudged, type Nudging } from './nudge';

/** Up to this relative error a gradient passes, with steps of 10⁻⁴. */
export const TOLERANCE = 1e-6;
/** The most entries that are checked; of more, so many are. */
const MOST_CHECKED = 2000;
/** About how many numbers may be computed for all of them: a few tenths of a second. */
const MOST_WORK = 3e8;
/** Entries smaller than this share of the largest of their gradient are compared with that. */
export const OF_LARGEST = 1e-3;
/** So are those smaller than this share of L, or of all gradients. */
export const OF_ALL = 1e-5;

/** One entry's gradient by formula and by trying it out. */
export interface Compared extends Nudged {
  /** Which cell of the check it is. */
  readonly index: number;
  /** The entry, at its variable's value. */
  readonly at: PlacedCell;
  readonly h: number;
  readonly analytic: number;
  /** See {@link relativeError}. */
  readonly error: number;
  /** What the difference is at least a share of. */
  readonly least: number;
}

/** A check of the gradients of all variables with one step. */
export interface Check {
  readonly h: number;
  /** How many entries there are; not all of them have to be among those compared. */
  readonly count: number;
  readonly compared: readonly Compared[];
  /** How many more will be compared once their numbers have come. */
  readonly awaited?: number;
  /** Whether L is measured over what an entry reaches alone. */
  readonly isByPart?: boolean;
}

/** The relative error with a step. */
export interface ErrorAt {
  readonly h: number;
  readonly error: number;
}

/** Compares the gradients of a computation with what L does. */
export interface Checker {
  /** All entries, or evenly spread ones where there are too many. */
  check(h: number): Check;
  /** Any one entry; undefined where its numbers are not known. */
  one(index: number, h: number): Compared | undefined;
  /** One entry with several steps. */
  curve(index: number, steps: readonly number[]): readonly ErrorAt[];
}

/**
 * How far a gradient by formula is from the numerical one: |a − n| as a share of the larger of the two,
 * but at least of `least`, for what is small beside the rest drowns in its rounding. 0 where both are the
 * same, NaN where one of them is no number.
 */
export function relativeError(analytic: number, numeric: number, least: number): number {
  if (analytic === numeric) return 0;
  const size = Math.max(Math.abs(analytic), Math.abs(numeric), least);
  return Math.abs(analytic - numeric) / size;
}

/** Whether an entry is so small beside the rest that its error is not a share of itself. */
export function isDrowned({ analytic, slope, least }: Compared): boolean {
  return analytic !== slope && Math.max(Math.abs(analytic), Math.abs(slope)) < least;
}

/** Whether an entry's gradient passes. One that is NaN does not. */
export function isWithinTolerance({ error }: Pick<Compared, 'error'>): boolean {
  return error <= TOLERANCE;
}

/** The checks of a computation, by central differences (Deep Learning from Scratch, 5.7.3). */
export function checkerOf(trace: Trace, passes: Passes): Checker {
  const nudging = nudgingOf(trace.graph, passes);
  const count = trace.steps.find(({ kind }) => kind === 'check')?.cells ?? 0;
  if (!nudging || count === 0) {
    return { check: (h) => ({ h, count, compared: [] }), one: () => undefined, curve: () => [] };
  }
  const leasts = leastsOf(trace, passes, nudging);
  const one = (index: number, h: number): Compared | undefined => {
    const at = checkedCell(trace, index);
    const analytic = passes.gradients.get(at?.slot.id ?? '')?.data?.[at?.cell ?? 0];
    if (!at || analytic === undefined) return undefined;
    const tried = nudged(nudging, at, h);
    const least = leasts.get(at.slot.id)!;
    const error = relativeError(analytic, tried.slope, least);
    return { ...tried, index, at, h, analytic, error, least };
  };
  const indices = spread(count, mostChecked(trace, nudging, count));
  return {
    one,
    check: (h) => ({ h, count, compared: indices.flatMap((index) => one(index, h) ?? []) }),
    curve: (index, steps) =>
      steps.flatMap((h) => {
        const compared = one(index, h);
        return compared ? [{ h, error: compared.error }] : [];
      }),
  };
}

/** For each variable, what an entry of its gradient is at least compared with. */
function leastsOf({ graph }: Trace, { gradients }: Passes, { size }: Nudging): Map<string, number> {
  const largest = new Map([...gradients].map(([id, { data }]) => [id, largestOf(data ?? [])]));
  const all = Math.max(...largest.values(), Number.isFinite(size) ? size : 0);
  return new Map(
    inputsOf(graph).map(({ id }) => [
      id,
      Math.max(OF_LARGEST * (largest.get(id) ?? 0), OF_ALL * all),
    ]),
  );
}

function largestOf(data: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < data.length; i++) {
    const size = Math.abs(data[i]!);
    if (size > most && size < Infinity) most = size;
  }
  return most;
}

/** As many as there is time for, each nudged both ways. */
function mostChecked({ graph, shapes }: Trace, { work }: Nudging, count: number): number {
  const all = inputsOf(graph).reduce((sum, { id }) => {
    const size = sizeOf(shapes.get(id)!);
    return size > 0 ? sum + size * work(id) : sum;
  }, 0);
  const each = Math.max(1, (2 * all) / count);
  return Math.max(2, Math.min(MOST_CHECKED, Math.floor(MOST_WORK / each)));
}
