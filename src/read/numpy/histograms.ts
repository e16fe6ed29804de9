import { say } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { PyTuple, Unknown, type Args, type Value } from '../python/values';
import { flagOf, integerOf, numberOf, taped, type NumpyFunction } from './arguments';
import { invoke } from './library';
import { makeArray, NdArray } from './ndarray';
import { onArrays } from './operands';
import { sumOf } from './sums';

/** The edges of a histogram's bins. */
function edgesOf(
  x: NdArray,
  bins: Value | undefined,
  range: Value | undefined,
  args: Args,
): NdArray | Unknown {
  const count = bins === undefined ? 10 : integerOf(bins);
  if (typeof bins === 'string') throw new Unread();
  if (count === undefined) {
    const own = invoke('asarray', args, [bins!]);
    return own instanceof NdArray ? own : new Unknown('the edges are not known');
  }
  if (count < 1) throw new PyError('ValueError', say('a histogram needs at least one bin'));
  const entries = x.entries()!;
  const bounds = range === undefined || range === null ? undefined : axisPair(range, args);
  const [low, high] = bounds ?? (entries.length === 0 ? [0, 1] : [least(entries), most(entries)]);
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    throw new PyError('ValueError', say('the range of a histogram must be finite'));
  }
  if (low > high)
    throw new PyError('ValueError', say('max must be larger than min in range parameter.'));
  const [from, to] = low === high ? [low - 0.5, high + 0.5] : [low, high];
  return invoke('linspace', args, [from, to, BigInt(count + 1)]) as NdArray;
}

const least = (entries: Float64Array): number => entries.reduce((a, b) => Math.min(a, b), Infinity);

const most = (entries: Float64Array): number => entries.reduce((a, b) => Math.max(a, b), -Infinity);

function axisPair(value: Value, args: Args): [number, number] {
  const [low, high] = [...(args.runtime.iterate(value) ?? [])].map(numberOf);
  if (low === undefined || high === undefined) throw new Unread();
  return [low, high];
}

/** How many entries fall between each two edges, and the edges. */
export const histogram: NumpyFunction = (args, runtime) => {
  const { a, bins, range, density, weights } = bind(
    args,
    'a',
    'bins',
    'range',
    'density',
    'weights',
  );
  if ((weights ?? null) !== null) throw new Unread();
  return onArrays([a], runtime, (x) => {
    if (!x.buffer) return new Unknown('the entries are not known');
    const edges = edgesOf(x, bins, range, args);
    if (edges instanceof Unknown || !edges.buffer) return new Unknown('the edges are not known');
    const e = edges.entries()!;
    if (edges.ndim !== 1 || e.some((edge, i) => i > 0 && edge < e[i - 1]!)) {
      throw new PyError('ValueError', say('the edges of bins must rise'));
    }
    const counts = countsBetween(x.entries()!, e);
    const made = makeArray(
      [counts.length],
      counts,
      'int64',
      x.state,
      taped('histogram', [x], args),
    );
    if (!flagOf(density)) return new PyTuple([made, edges]);
    const total = sumOf(counts, true);
    const shares = counts.map((count, i) => count / (e[i + 1]! - e[i]!) / total);
    return new PyTuple([makeArray([shares.length], shares, 'float64', x.state), edges]);
  });
};

/** The last bin holds its upper edge too. */
function countsBetween(entries: Float64Array, edges: Float64Array): Float64Array {
  const counts = new Float64Array(Math.max(0, edges.length - 1));
  for (const entry of entries) {
    if (Number.isNaN(entry) || entry < edges[0]! || entry > edges.at(-1)!) continue;
    const after = edges.findIndex((edge) => edge > entry);
    counts[after < 0 ? counts.length - 1 : after - 1]!++;
  }
  return counts;
}
