import { inputsOf } from '../graph';
import type { Upstream } from '../loss';
import { sizeOf } from '../shape';
import type { Slot } from '../step';
import type { Trace } from '../trace';
import { checkedCell, checkOf, spread } from './checked';
import { OF_ALL, OF_LARGEST, relativeError, type Checker, type Compared } from './compare';
import { reachOf, type Read, type Reached } from './reach';

/** How many entries of each variable are checked: for each, rows and columns have to come from elsewhere. */
const MOST_OF_EACH = 5;

/** Arrays that are not here: their numbers are read one by one. */
export interface Elsewhere {
  readonly upstream: Upstream;
  readonly read: Read;
  /** The largest finite magnitude at a slot. */
  largest(slot: Slot): number;
}

/**
 * The checks of a computation whose arrays are elsewhere: of a few entries of each variable, evenly
 * spread, or of any one; as far as the numbers they need have come.
 */
export function sampledCheckerOf(trace: Trace, elsewhere: Elsewhere): Checker {
  const { upstream, read } = elsewhere;
  const reach = reachOf(trace, upstream, read);
  const inputs = inputsOf(trace.graph);
  const count = trace.steps.find(({ kind }) => kind === 'check')?.cells ?? 0;
  const largest = new Map(
    inputs.map(({ id }) => [id, elsewhere.largest({ lane: 'gradient', id })]),
  );
  const most = Math.max(0, ...largest.values());
  const reachedAt = (index: number) => {
    const at = checkedCell(trace, index);
    return at && reach(at);
  };
  const compare = (index: number, { analytic, size, nudged }: Reached, h: number): Compared => {
    const at = checkedCell(trace, index)!;
    const tried = nudged(h);
    const all = Math.max(most, Number.isFinite(size) ? size : 0);
    const least = Math.max(OF_LARGEST * largest.get(at.slot.id)!, OF_ALL * all);
    const error = relativeError(analytic, tried.slope, least);
    return { ...tried, index, at, h, analytic, error, least };
  };
  const indices = inputs.flatMap(({ id }) => {
    const size = sizeOf(trace.shapes.get(id) ?? [0]);
    return spread(size, MOST_OF_EACH).map((cell) =>
      checkOf(trace, { slot: { lane: 'value', id }, cell })!,
    );
  });
  return {
    one: (index, h) => {
      const reached = reachedAt(index);
      return typeof reached === 'object' ? compare(index, reached, h) : undefined;
    },
    check: (h) => {
      const all = indices.map((index) => ({ index, reached: reachedAt(index) }));
      return {
        h,
        count,
        compared: all.flatMap(({ index, reached }) =>
          typeof reached === 'object' ? [compare(index, reached, h)] : [],
        ),
        awaited: all.filter(({ reached }) => reached === 'awaited').length,
        isByPart: true,
      };
    },
    curve: (index, steps) => {
      const reached = reachedAt(index);
      if (typeof reached !== 'object') return [];
      return steps.map((h) => ({ h, error: compare(index, reached, h).error }));
    },
  };
}
