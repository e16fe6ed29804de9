import { rowsAndColumns, sizeOf, type Computed, type Passes, type Shape } from '../core';
import {
  blockStart,
  BUCKET_SHIFT,
  magnitudeBucket,
  MOST_BLOCKS,
  MOST_ENTRIES,
  MOST_LINES,
  type Overview,
} from './tiles';

type Numbers = Pick<Computed, 'shape'> & { readonly data: Float64Array };

const kept = new WeakMap<Float64Array, Overview>();

/** Work in pieces of a few milliseconds, after each of which others may have their turn. */
export type InPieces<T> = Generator<undefined, T>;

/** An array in brief, made once for its numbers. */
export function overviewOf(array: Numbers): Overview {
  return atOnce(overviewInPieces(array));
}

/** The same in pieces. */
export function* overviewInPieces({ shape, data }: Numbers): InPieces<Overview> {
  const known = kept.get(data) ?? (yield* makeOverview(data, rowsAndColumns(shape)));
  kept.set(data, known);
  return known;
}

function atOnce<T>(work: InPieces<T>): T {
  let piece = work.next();
  while (!piece.done) piece = work.next();
  return piece.value;
}

/** The numbers of a large array, and what was made of them. */
export type MadeOverview = readonly [data: Float64Array, overview: Overview];

/** Overviews of all large arrays of a computation, for another thread: making them takes a while. */
export function overviewsOf({ values, gradients }: Pick<Passes, 'values' | 'gradients'>) {
  const made = new Map<Float64Array, Overview>();
  for (const { shape, data } of [...values.values(), ...gradients.values()]) {
    if (data && isLarge(shape)) made.set(data, overviewOf({ shape, data }));
  }
  return [...made] satisfies MadeOverview[];
}

/** Whether an array stays in the host, and an overview of it travels. */
export function isLarge(shape: Shape): boolean {
  return sizeOf(shape) > MOST_ENTRIES;
}

/** Takes over overviews that were made elsewhere. */
export function keepOverviews(made: readonly MadeOverview[]): void {
  for (const [data, overview] of made) kept.set(data, overview);
}

/** Rows and columns of a matrix. */
interface Size {
  readonly rows: number;
  readonly columns: number;
}

function* makeOverview(data: Float64Array, size: Size): InPieces<Overview> {
  const blocks = blocksOf(size);
  return {
    blocks,
    strongest: (yield* blockwise(data, size, blocks, strongestOf)).buffer,
    ...(yield* talliesOf(data)),
    ranges: yield* rangesOf(data, size),
    magnitudes: yield* magnitudesOf(data),
  };
}

/** About how many entries are looked at in one piece of the work. */
const PIECE = 65_536;

/** How many blocks an overview of a matrix has along its sides. */
export function blocksOf({ rows, columns }: Size): Size {
  return { rows: Math.min(rows, MOST_BLOCKS), columns: Math.min(columns, MOST_BLOCKS) };
}

/** The mean of each block, row after row. */
export function meansOf(array: Numbers): Float64Array<ArrayBuffer> {
  return atOnce(meansInPieces(array));
}

/** The same in pieces. */
export function meansInPieces({ shape, data }: Numbers): InPieces<Float64Array<ArrayBuffer>> {
  const size = rowsAndColumns(shape);
  return blockwise(data, size, blocksOf(size), meanOf);
}

/** A number for each block of a matrix's cells: rows `top` to `bottom`, columns `left` to `right`, ends left out. */
type OfBlock = (
  data: Float64Array,
  columns: number,
  top: number,
  bottom: number,
  left: number,
  right: number,
) => number;

function* blockwise(
  data: Float64Array,
  { rows, columns }: Size,
  blocks: Size,
  ofBlock: OfBlock,
): InPieces<Float64Array<ArrayBuffer>> {
  let looked = 0;
  const made = new Float64Array(blocks.rows * blocks.columns);
  for (let y = 0, i = 0; y < blocks.rows; y++) {
    const [top, bottom] = [y, y + 1].map((block) => blockStart(block, blocks.rows, rows));
    for (let x = 0; x < blocks.columns; x++, i++) {
      const left = blockStart(x, blocks.columns, columns);
      const right = blockStart(x + 1, blocks.columns, columns);
      made[i] = ofBlock(data, columns, top!, bottom!, left, right);
    }
    looked += (bottom! - top!) * columns;
    if (looked < PIECE) continue;
    looked = 0;
    yield;
  }
  return made;
}

const strongestOf: OfBlock = (data, columns, top, bottom, left, right) => {
  let strongest = data[top * columns + left]!;
  let size = Math.abs(strongest);
  for (let row = top; row < bottom; row++) {
    for (let cell = row * columns + left; cell < row * columns + right; cell++) {
      const entry = data[cell]!;
      if (Number.isNaN(entry)) return entry;
      if (Math.abs(entry) <= size) continue;
      strongest = entry;
      size = Math.abs(entry);
    }
  }
  return strongest;
};

const meanOf: OfBlock = (data, columns, top, bottom, left, right) => {
  let sum = 0;
  for (let row = top; row < bottom; row++) {
    for (let cell = row * columns + left; cell < row * columns + right; cell++) sum += data[cell]!;
  }
  return sum / ((bottom - top) * (right - left));
};

function* talliesOf(data: Float64Array): InPieces<Pick<Overview, 'sum' | 'largest' | 'counts'>> {
  let [sum, largest, nan, infinite, zero] = [0, 0, 0, 0, 0];
  for (let i = 0; i < data.length; i++) {
    if (i % PIECE === PIECE - 1) yield;
    const entry = data[i]!;
    const size = Math.abs(entry);
    sum += entry;
    if (size === 0) zero++;
    else if (size === Infinity) infinite++;
    else if (size > largest) largest = size;
    else if (size !== size) nan++;
  }
  return { sum, largest, counts: { nan, infinite, zero } };
}

function* rangesOf(data: Float64Array, { rows, columns }: Size): InPieces<Overview['ranges']> {
  const every = Math.max(1, Math.ceil(rows / MOST_LINES));
  const lines = Math.ceil(rows / every);
  const [lows, highs] = [new Float64Array(lines), new Float64Array(lines)];
  let [low, high] = [Infinity, -Infinity];
  let since = 0;
  for (let line = 0, i = 0; line < lines; line++) {
    const end = Math.min(rows, (line + 1) * every) * columns;
    for (; i < end; i++) {
      const entry = data[i]!;
      if (entry < low) low = entry;
      if (entry > high) high = entry;
    }
    lows[line] = low;
    highs[line] = high;
    if (i - since < PIECE) continue;
    since = i;
    yield;
  }
  return { every, low: lows.buffer, high: highs.buffer };
}

function* magnitudesOf(data: Float64Array): InPieces<Overview['magnitudes']> {
  // Its own, for another array may have its turn in between.
  const tally = new Uint32Array(magnitudeBucket(Infinity));
  const words = new Uint32Array(data.buffer, data.byteOffset, data.length * 2);
  const high = isLittleEndian ? 1 : 0;
  const used: number[] = [];
  for (let i = 0; i < data.length; i++) {
    if (i % PIECE === PIECE - 1) yield;
    const bucket = (words[2 * i + high]! & 0x7fffffff) >>> BUCKET_SHIFT;
    // Infinities and NaN lie beyond the last bucket.
    if (bucket < tally.length && tally[bucket]!++ === 0) used.push(bucket);
  }
  const buckets = Uint32Array.from(used).sort();
  const counts = buckets.map((bucket) => tally[bucket]!);
  return { buckets: buckets.buffer, counts: counts.buffer };
}

const isLittleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
