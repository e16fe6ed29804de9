import type { DType, Shape, ValueState } from '../../src/core';
import type { WireArray } from '../../src/protocol';
import type { Overview } from '../../src/protocol/tiles';
import { Tiles } from './tiles';

/**
 * An array as the panel holds it: all of its numbers, or of a large one an overview and the cells that
 * have come. With neither its numbers are not known.
 */
export interface PanelArray {
  readonly shape: Shape;
  readonly dtype: DType;
  readonly state: ValueState;
  readonly data?: Float64Array;
  readonly large?: LargeArray;
}

/** What is at hand of an array that stays in the host. */
export interface LargeArray {
  readonly overview: PanelOverview;
  readonly tiles: Tiles;
  /** How many of its cells may be seen, in row-major order; all unless said. */
  readonly seen?: number;
}

/** An {@link Overview} with its buffers opened. */
export interface PanelOverview extends Omit<Overview, 'strongest' | 'ranges' | 'magnitudes'> {
  readonly strongest: Float64Array;
  readonly ranges: {
    readonly every: number;
    readonly low: Float64Array;
    readonly high: Float64Array;
  };
  readonly magnitudes: { readonly buckets: Uint32Array; readonly counts: Uint32Array };
  /** The mean of each block, once it has come. */
  means?: Float64Array;
  /** Whether the means were needed and are not here. */
  wantsMeans?: boolean;
}

/** A cell's number; undefined where it is not known. */
export type CellNumber = number | undefined | 'awaited';

/** An array that came from the host. */
export function unwired({ shape, dtype, state, data, overview }: WireArray): PanelArray {
  return {
    shape,
    dtype,
    state,
    ...(data ? { data: new Float64Array(data) } : {}),
    ...(overview ? { large: { overview: opened(overview), tiles: new Tiles(shape) } } : {}),
  };
}

function opened(overview: Overview): PanelOverview {
  const { ranges, magnitudes } = overview;
  return {
    ...overview,
    strongest: new Float64Array(overview.strongest),
    ranges: {
      every: ranges.every,
      low: new Float64Array(ranges.low),
      high: new Float64Array(ranges.high),
    },
    magnitudes: {
      buckets: new Uint32Array(magnitudes.buckets),
      counts: new Uint32Array(magnitudes.counts),
    },
  };
}

/** The number of a cell, in row-major order. One that has not come yet is asked for. */
export function numberAt(array: PanelArray | undefined, cell: number): CellNumber {
  if (array?.data) return array.data[cell];
  const { tiles, seen = Infinity } = array?.large ?? {};
  return tiles && cell < Math.min(seen, tiles.length) ? tiles.at(cell) : undefined;
}

/** The same where it makes no difference why there is none. */
export function knownAt(array: PanelArray | undefined, cell: number): number | undefined {
  const number = numberAt(array, cell);
  return number === 'awaited' ? undefined : number;
}

/** Whether an array has numbers, here or in the host. */
export function hasNumbers(array: PanelArray | undefined): boolean {
  return array?.data !== undefined || array?.large !== undefined;
}

/** How many of an array's numbers may be seen. */
export function countSeen({ data, large }: PanelArray): number {
  return data?.length ?? Math.min(large?.seen ?? Infinity, large?.tiles.length ?? 0);
}

/** An array of which no more than its first numbers may be seen. */
export function firstOf(array: PanelArray, count: number): PanelArray {
  if (count >= countSeen(array)) return array;
  const { data, large } = array;
  if (data) return { ...array, data: data.subarray(0, count) };
  return large ? { ...array, large: { ...large, seen: count } } : array;
}
