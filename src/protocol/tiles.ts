import type { Slot } from '../core';

/** Arrays of more entries than this stay in the host: the webview gets an {@link Overview} of them. */
export const MOST_ENTRIES = 250_000;
/** The most blocks along a side of an overview. */
export const MOST_BLOCKS = 256;
/** The most lines of an overview's table of ranges. */
export const MOST_LINES = 4096;
/** The most cells in one answer. */
export const MOST_CELLS = 65_536;

/** A large array in brief. Buffers hold float64 unless said. */
export interface Overview {
  /** Its rows and columns of blocks; see {@link blockStart}. */
  readonly blocks: { readonly rows: number; readonly columns: number };
  /** Of each block, row after row, the entry of largest magnitude; the first NaN before any other. */
  readonly strongest: ArrayBuffer;
  /** What its entries add up to, one after the other. */
  readonly sum: number;
  /** The largest finite magnitude. */
  readonly largest: number;
  readonly counts: { readonly nan: number; readonly infinite: number; readonly zero: number };
  /** The least and the largest number of the first `every`, 2·`every`, … rows; NaN is neither. */
  readonly ranges: {
    readonly every: number;
    readonly low: ArrayBuffer;
    readonly high: ArrayBuffer;
  };
  /** How often finite magnitudes occur, by {@link magnitudeBucket}, ascending; uint32. */
  readonly magnitudes: { readonly buckets: ArrayBuffer; readonly counts: ArrayBuffer };
}

/** A rectangle of a matrix's cells. */
export interface Tile {
  readonly slot: Slot;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** The first row (column) of a block when so many rows are cut into so many blocks, as evenly as can be. */
export function blockStart(block: number, blocks: number, count: number): number {
  return Math.floor((block * count) / blocks);
}

const view = new DataView(new ArrayBuffer(8));
/** How many bits of a number's upper half its bucket leaves out: its numbers are 0.2 % apart at most. */
export const BUCKET_SHIFT = 11;

/** The bucket of a finite magnitude: it grows with it. */
export function magnitudeBucket(magnitude: number): number {
  view.setFloat64(0, magnitude);
  return view.getUint32(0) >>> BUCKET_SHIFT;
}

/** The largest magnitude in a bucket. */
export function bucketEnd(bucket: number): number {
  view.setUint32(0, ((bucket << BUCKET_SHIFT) | ((1 << BUCKET_SHIFT) - 1)) >>> 0);
  view.setUint32(4, 0xffffffff);
  return view.getFloat64(0);
}
