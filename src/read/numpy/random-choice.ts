import { say } from '../../core';
import { PyError } from '../python/signals';
import type { Stream } from './random-seeds';
import type { Source } from './streams/source';

/** How to choose. */
interface Choosing {
  readonly replaces: boolean;
  readonly shuffles: boolean;
  readonly weights: Float64Array | undefined;
}

/** Which of so many are chosen, as NumPy chooses. Raises ValueError where that cannot be done. */
export function chosen(
  { source }: Stream,
  length: number,
  count: number,
  { replaces, shuffles, weights }: Choosing,
): Float64Array {
  if (weights) checkWeights(weights, length);
  if (replaces) {
    const draw = weights ? byWeight(source, weights) : () => source.below(length - 1);
    return Float64Array.from({ length: count }, draw);
  }
  if (count > length) {
    throw new PyError(
      'ValueError',
      say('Cannot take a larger sample than population when replace is False'),
    );
  }
  if (weights) return differentByWeight(source, weights, count);
  if (source.isLegacy) return shuffled(length, (i) => source.interval(i), 1).slice(0, count);
  return sampled(source, length, count, shuffles);
}

function checkWeights(weights: Float64Array, length: number): void {
  if (weights.length !== length)
    throw new PyError('ValueError', say("'a' and 'p' must have same size"));
  if (weights.some((each) => !(each >= 0)))
    throw new PyError('ValueError', say('probabilities are not non-negative'));
  const sum = weights.reduce((total, each) => total + each, 0);
  if (Math.abs(sum - 1) > 1.5e-8)
    throw new PyError('ValueError', say('probabilities do not sum to 1'));
}

function byWeight(source: Source, weights: Float64Array): () => number {
  const edges = cumulated(weights);
  return () => placeAmong(edges, source.uniform());
}

function cumulated(weights: Float64Array): Float64Array {
  let sum = 0;
  const sums = weights.map((weight) => (sum += weight));
  return sums.map((each) => each / sum);
}

function placeAmong(edges: Float64Array, at: number): number {
  const place = edges.findIndex((edge) => edge > at);
  return place < 0 ? edges.length : place;
}

/** Several at a time, those that came up before at no weight any more. */
function differentByWeight(source: Source, weights: Float64Array, count: number): Float64Array {
  if (weights.filter((weight) => weight > 0).length < count) {
    throw new PyError('ValueError', say('Fewer non-zero entries in p than size'));
  }
  const [left, found] = [weights.slice(), [] as number[]];
  while (found.length < count) {
    const draws = Float64Array.from({ length: count - found.length }, () => source.uniform());
    for (const place of found) left[place] = 0;
    const edges = cumulated(left);
    found.push(...new Set(Array.from(draws, (draw) => placeAmong(edges, draw))));
  }
  return Float64Array.from(found);
}

/** The numbers from 0 on, shuffled from the end down to a place. */
function shuffled(length: number, draw: (most: number) => number, first: number): Float64Array {
  const order = Float64Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i >= first; i--) {
    const j = draw(i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** A generator's sample: the tail of a shuffled row where much is taken, else Floyd's method. */
function sampled(source: Source, length: number, count: number, shuffles: boolean): Float64Array {
  const below = (most: number) => source.below(most);
  if (length > 10_000 && count > Math.floor(length / (shuffles ? 50 : 20))) {
    return shuffled(length, below, Math.max(length - count, 1)).slice(length - count);
  }
  const members = new Set<number>();
  const picked = Float64Array.from({ length: count }, (_, i) => {
    const j = length - count + i;
    const drawn = below(j);
    const own = members.has(drawn) ? j : drawn;
    members.add(own);
    return own;
  });
  if (!shuffles) return picked;
  const order = shuffled(count, below, 1);
  return order.map((i) => picked[i]!);
}
