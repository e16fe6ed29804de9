import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { compute, sizeOf } from '../../../src/core';
import { answerOf, cellsOf, numberOf } from '../../../src/panel/tiles/cells';
import { meansOf, overviewInPieces, overviewOf } from '../../../src/protocol/overview';
import { inSlices } from '../../../src/panel/tiles/slices';
import { travelling } from '../../../src/panel/tiles/wire';
import { sceneOfComputation } from '../../../src/panel/scene';
import {
  blockStart,
  bucketEnd,
  magnitudeBucket,
  MOST_BLOCKS,
  MOST_CELLS,
} from '../../../src/protocol/tiles';
import { isHostMessage, isWebviewMessage } from '../../../src/protocol/guards';
import { Tiles } from '../../../webview/arrays/tiles';

const entry = fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 }), fc.constant(NaN));
const matrix = fc
  .record({ rows: fc.integer({ min: 1, max: 600 }), columns: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      shape: fc.constantFrom([rows, columns], [columns, rows]),
      data: fc
        .array(entry, { minLength: rows * columns, maxLength: rows * columns })
        .map((list) => Float64Array.from(list)),
    }),
  );

function cellsOfBlock(
  { shape, data }: { shape: readonly number[]; data: Float64Array },
  { rows, columns }: { rows: number; columns: number },
  block: number,
): number[] {
  const [y, x] = [Math.floor(block / columns), block % columns];
  const cells: number[] = [];
  for (let row = blockStart(y, rows, shape[0]!); row < blockStart(y + 1, rows, shape[0]!); row++) {
    const end = blockStart(x + 1, columns, shape[1]!);
    for (let column = blockStart(x, columns, shape[1]!); column < end; column++) {
      cells.push(data[row * shape[1]! + column]!);
    }
  }
  return cells;
}

describe('an overview', () => {
  it('is made in pieces of few entries, with a turn for others between slices of them', async () => {
    const data = Float64Array.from({ length: 600 * 700 }, (_, i) => Math.sin(i));
    const work = overviewInPieces({ shape: [600, 700], data });
    let pieces = 0;
    const counted = (function* () {
      for (;;) {
        const piece = work.next();
        if (piece.done) return piece.value;
        pieces++;
        yield;
      }
    })();
    let [now, turns] = [0, 0];
    // Each piece takes 5 ms by this clock: a slice is three of them.
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 5));
    const timer = setInterval(() => turns++);
    const overview = await inSlices(counted);
    clearInterval(timer);
    clock.mockRestore();
    expect(pieces).toBeGreaterThanOrEqual(4 * 6);
    expect(turns).toBeGreaterThan(0);
    expect(overview).toEqual(overviewOf({ shape: [600, 700], data: data.slice() }));
  });

  it('has of every block one of its cells of largest magnitude, or its NaN, and its mean', () => {
    fc.assert(
      fc.property(matrix, (array) => {
        const { blocks, strongest } = overviewOf(array);
        expect(Math.max(blocks.rows, blocks.columns)).toBeLessThanOrEqual(MOST_BLOCKS);
        const means = meansOf(array);
        let count = 0;
        new Float64Array(strongest).forEach((value, block) => {
          const cells = cellsOfBlock(array, blocks, block);
          count += cells.length;
          expect(cells.some((cell) => Object.is(cell, value))).toBe(true);
          const most = Math.max(...cells.map(Math.abs));
          expect(Math.abs(value)).toBe(most);
          expect(means[block]).toEqual(cells.reduce((sum, cell) => sum + cell, 0) / cells.length);
        });
        expect(count).toBe(array.data.length);
      }),
      { numRuns: 60 },
    );
  });

  it('counts what is no number, and every finite magnitude in the bucket it lies in', () => {
    fc.assert(
      fc.property(matrix, ({ shape, data }) => {
        const { counts, magnitudes, largest, sum } = overviewOf({ shape, data });
        const list = [...data];
        expect(counts).toEqual({
          nan: list.filter(Number.isNaN).length,
          infinite: list.filter((it) => Math.abs(it) === Infinity).length,
          zero: list.filter((it) => it === 0).length,
        });
        const finite = list.filter(Number.isFinite).map(Math.abs);
        expect(largest).toBe(Math.max(0, ...finite));
        expect(sum).toEqual(list.reduce((so, it) => so + it, 0));
        const expected = new Map<number, number>();
        for (const size of finite) {
          const bucket = magnitudeBucket(size);
          expect(size).toBeLessThanOrEqual(bucketEnd(bucket));
          expected.set(bucket, (expected.get(bucket) ?? 0) + 1);
        }
        const buckets = [...new Uint32Array(magnitudes.buckets)];
        expect(buckets).toEqual([...expected.keys()].sort((a, b) => a - b));
        expect([...new Uint32Array(magnitudes.counts)]).toEqual(
          buckets.map((bucket) => expected.get(bucket)),
        );
      }),
      { numRuns: 60 },
    );
  });
});

function computationOfSize(N: number, D: number, H: number) {
  const array = (shape: number[]) => ({
    shape,
    dtype: 'float64' as const,
    state: 'known' as const,
    data: Float64Array.from({ length: sizeOf(shape) }, (_, i) => Math.sin(i)),
  });
  return compute({ X: array([N, D]), W: array([D, H]), b: array([H]) });
}

describe('tiles', () => {
  const computation = computationOfSize(41, 37, 5);
  const scene = sceneOfComputation(computation);

  it('are the slices of the array, cut to it', () => {
    const slot = { lane: 'value', id: 'X' } as const;
    const side = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(side, side, side, side, (top, left, rows, columns) => {
        const { tiles, data } = cellsOf(computation, [{ slot, top, left, rows, columns }]);
        const X = computation.values.get('X')!.data!;
        const expected: number[] = [];
        for (let row = top; row < Math.min(41, top + rows); row++)
          for (let column = left; column < Math.min(37, left + columns); column++)
            expected.push(X[row * 37 + column]!);
        expect([...new Float64Array(data)]).toEqual(expected);
        expect(tiles).toHaveLength(expected.length > 0 ? 1 : 0);
      }),
    );
  });

  it('are not given of another scene, nor of what is not there, nor more than fit', () => {
    const want = {
      slot: { lane: 'value', id: 'X' } as const,
      top: 0,
      left: 0,
      rows: 9,
      columns: 9,
    };
    const shown = { scene, computation };
    const ask = (number: number, slot = want.slot) =>
      answerOf({ type: 'cells', scene: number, wants: [{ ...want, slot }] }, shown);
    const answer = ask(numberOf(scene));
    expect(isHostMessage(answer)).toBe(true);
    expect(ask(numberOf(scene) + 1)).toBeUndefined();
    expect(ask(numberOf(scene), { lane: 'value', id: 'Q' } as never)).toMatchObject({ tiles: [] });
    const many = Array.from({ length: 60 }, () => ({ ...want, rows: 41, columns: 37 }));
    expect(cellsOf(computation, many).data.byteLength).toBeLessThanOrEqual(8 * MOST_CELLS);
    const bad = { type: 'cells', scene: 1, wants: [{ ...want, top: -1 }] };
    expect(isWebviewMessage(bad)).toBe(false);
  });

  it('bring every number that was waited for, once they have come', () => {
    const [rows, columns] = [41, 37];
    const X = computation.values.get('X')!.data!;
    const slot = { lane: 'value', id: 'X' } as const;
    fc.assert(
      fc.property(fc.array(fc.nat({ max: rows * columns - 1 }), { minLength: 1 }), (cells) => {
        const tiles = new Tiles([rows, columns]);
        for (const cell of cells) expect(tiles.at(cell)).toBe('awaited');
        const wants = tiles.takeWanted(MOST_CELLS).map((part) => ({ slot, ...part }));
        const answer = cellsOf(computation, wants);
        let at = 0;
        for (const tile of answer.tiles) {
          const count = tile.rows * tile.columns;
          tiles.put(tile, new Float64Array(answer.data).subarray(at, at + count));
          at += count;
        }
        for (const cell of cells) expect(tiles.at(cell)).toBe(X[cell]);
        expect(tiles.takeWanted(MOST_CELLS)).toEqual([]);
      }),
    );
  });
});

describe('what travels', () => {
  it('is all of a small array, and of a large one an overview', () => {
    const data = new Float64Array(600 * 500);
    const of = { dtype: 'float64', state: 'known' } as const;
    const { small, large } = travelling([
      ['small', { ...of, shape: [2], data: data.slice(0, 2) }],
      ['large', { ...of, shape: [600, 500], data }],
    ]);
    expect(small).toMatchObject({ data: new ArrayBuffer(16) });
    expect(large!.data).toBeUndefined();
    expect(large!.overview!.blocks).toEqual({ rows: 256, columns: 256 });
  });
});
