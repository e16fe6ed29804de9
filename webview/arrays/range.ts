import { rowsAndColumns } from '../../src/core';
import type { LargeArray, PanelArray } from './panel-array';
import { numberAt } from './panel-array';

/** The least and the largest of some numbers; `low` is above `high` where there is none. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

const kept = new WeakMap<object, { made: number; range: Range }>();

/**
 * The range of an array's first cells; NaN is neither. Of a large array it is that of whole rows and
 * of what has come of the rest; undefined while none has.
 */
export function rangeOf(array: PanelArray, made: number): Range | undefined {
  const of = array.data ?? array.large;
  if (!of || made === 0) return undefined;
  const known = kept.get(of);
  if (known?.made === made) return known.range;
  if (!array.data) return largeRange(array, array.large!, made);
  const range = rangeIn(array.data, made);
  kept.set(of, { made, range });
  return range;
}

function rangeIn(data: Float64Array, made: number): Range {
  let [low, high] = [Infinity, -Infinity];
  for (let cell = 0; cell < made; cell++) {
    const entry = data[cell]!;
    if (entry < low) low = entry;
    if (entry > high) high = entry;
  }
  return { low, high };
}

function largeRange(
  array: PanelArray,
  { overview, tiles }: LargeArray,
  made: number,
): Range | undefined {
  const { every, low: lows, high: highs } = overview.ranges;
  const perLine = every * rowsAndColumns(array.shape).columns;
  const isWhole = made >= tiles.length;
  const lines = isWhole ? lows.length : Math.floor(made / perLine);
  let [low, high] = lines > 0 ? [lows[lines - 1]!, highs[lines - 1]!] : [Infinity, -Infinity];
  for (let cell = lines * perLine; cell < Math.min(made, tiles.length); cell++) {
    if (!tiles.has(cell)) continue;
    const entry = numberAt(array, cell) as number;
    if (entry < low) low = entry;
    if (entry > high) high = entry;
  }
  return lines > 0 || low <= high ? { low, high } : undefined;
}
