import type { Passes } from '../computation';
import type { Graph } from '../graph';
import type { PlacedCell } from '../step';
import type { Trace } from '../trace';
import { checkedCell, spread } from './checked';
import { nudgeOf, type Nudge, type Nudged } from './nudge';

/** Up to this relative error a gradient passes, with steps of 10⁻⁴. */
export const TOLERANCE = 1e-6;
/** The most entries that are checked; of more, so many are. */
const MOST_CHECKED = 2000;
/** About how many numbers may be computed for all of them. */
const MOST_WORK = 4e7;
/** Entries far smaller than the largest of their gradient are compared with this share of it. */
const FLOOR = 1e-3;
/** What a gradient of all zeros is compared with. */
const TINY = 1e-8;

/** One entry's gradient by formula and by trying it out. */
export interface Compared extends Nudged {
  /** Which cell of the check it is. */
  readonly index: number;
  readonly at: PlacedCell;
  readonly analytic: number;
  readonly error: number;
}

/** A check of the gradients of all variables. */
export interface Check {
  readonly h: number;
  /** How many entries there are; not all of them have to be among those compared. */
  readonly count: number;
  readonly compared: readonly Compared[];
  /** Any one entry; undefined where its numbers are not known. */
  one(index: number): Compared | undefined;
}

/**
 * How far a gradient by formula is from the numerical one: |a − n| as a share of the larger of the
 * two, but at least of a thousandth of the largest entry of that gradient, since what is small beside
 * the others is measured with their rounding. NaN where one of them is.
 */
export function relativeError(analytic: number, numeric: number, largest: number): number {
  if (Object.is(analytic, numeric)) return 0;
  const size = Math.max(Math.abs(analytic), Math.abs(numeric), FLOOR * largest, TINY);
  return Math.abs(analytic - numeric) / size;
}

/** Compares the gradients with central differences of step h (Deep Learning from Scratch, 5.7.3). */
export function checkGradients(trace: Trace, passes: Passes, h: number): Check {
  const nudge = nudgeOf(trace.graph, passes);
  const one = comparer(trace, passes, nudge);
  const { cells: count } = trace.steps.at(-1)!;
  const compared = spread(count, mostChecked(trace.graph, passes)).flatMap(
    (index) => one(index, h) ?? [],
  );
  return { h, count, compared, one: (index) => one(index, h) };
}

/** The errors of one entry's gradient with different steps. */
export function errorCurve(
  trace: Trace,
  passes: Passes,
  index: number,
  steps: readonly number[],
): readonly { readonly h: number; readonly error: number }[] {
  const one = comparer(trace, passes, nudgeOf(trace.graph, passes));
  return steps.flatMap((h) => {
    const compared = one(index, h);
    return compared ? [{ h, error: compared.error }] : [];
  });
}

/** Whether an entry's gradient passes. */
export function isWithinTolerance({ error }: Compared): boolean {
  return error <= TOLERANCE;
}

function comparer(trace: Trace, { gradients }: Passes, nudge: Nudge) {
  const largest = new Map<string, number>();
  const largestOf = (id: string, data: Float64Array): number => {
    const known = largest.get(id) ?? data.reduce((most, entry) => Math.max(most, finite(entry)), 0);
    largest.set(id, known);
    return known;
  };
  return (index: number, h: number): Compared | undefined => {
    const at = checkedCell(trace, index);
    const data = at && gradients.get(at.slot.id)?.data;
    const nudged = data && nudge(at, h);
    if (!nudged) return undefined;
    const analytic = data[at.cell]!;
    const error = relativeError(analytic, nudged.slope, largestOf(at.slot.id, data));
    return { ...nudged, index, at, analytic, error };
  };
}

function finite(entry: number): number {
  return Number.isFinite(entry) ? Math.abs(entry) : 0;
}

function mostChecked(graph: Graph, { values, gradients }: Passes): number {
  const sizeOf = (id: string) => gradients.get(id)?.data?.length ?? 0;
  const Y = sizeOf(graph.output);
  const D = values.get('W')?.shape[0] ?? 1;
  const each = 4 * Y + 2 * D * Math.sqrt(Y);
  return Math.max(2, Math.min(MOST_CHECKED, Math.floor(MOST_WORK / Math.max(1, each))));
}
