import { bucketEnd, magnitudeBucket } from '../../src/protocol/tiles';
import type { PanelOverview } from './panel-array';

/** Numbers whose magnitudes are looked at: all of them, or how often they occur. */
export type Magnitudes = ArrayLike<number> | PanelOverview;

/** The largest finite magnitude; 0 of none. */
export function largestOf(part: Magnitudes): number {
  if (isOverview(part)) return part.largest;
  let most = 0;
  for (let i = 0; i < part.length; i++) {
    const size = Math.abs(part[i]!);
    if (size > most && size < Infinity) most = size;
  }
  return most;
}

/**
 * The smallest of the finite magnitudes that so many percent of them do not exceed; 0 of none. With an
 * overview among the parts, the end of its bucket, up to 0.2 % above it.
 */
export function atPercentile(percentile: number, parts: readonly Magnitudes[]): number {
  const lists = parts.filter((part): part is ArrayLike<number> => !isOverview(part));
  if (lists.length === parts.length) return exactly(percentile, lists);
  const counts = new Map<number, number>();
  const count = (bucket: number, by: number) => counts.set(bucket, (counts.get(bucket) ?? 0) + by);
  for (const part of parts) {
    if (isOverview(part)) {
      const { buckets, counts: own } = part.magnitudes;
      buckets.forEach((bucket, i) => count(bucket, own[i]!));
    } else {
      for (let i = 0; i < part.length; i++) {
        const size = Math.abs(part[i]!);
        if (size < Infinity) count(magnitudeBucket(size), 1);
      }
    }
  }
  return Math.min(bucketAt(percentile, counts), Math.max(...parts.map(largestOf)));
}

function isOverview(part: Magnitudes): part is PanelOverview {
  return 'magnitudes' in part;
}

function bucketAt(percentile: number, counts: ReadonlyMap<number, number>): number {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let rest = Math.max(1, Math.ceil((percentile / 100) * all));
  for (const [bucket, count] of [...counts].sort(([a], [b]) => a - b)) {
    rest -= count;
    if (rest <= 0) return bucketEnd(bucket);
  }
  return 0;
}

function exactly(percentile: number, parts: readonly ArrayLike<number>[]): number {
  const sizes = new Float64Array(parts.reduce((count, { length }) => count + length, 0));
  let count = 0;
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      const size = Math.abs(part[i]!);
      if (size < Infinity) sizes[count++] = size;
    }
  }
  const sorted = sizes.subarray(0, count).sort();
  return sorted[Math.max(0, Math.ceil((percentile / 100) * count) - 1)] ?? 0;
}
