import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitScale,
  fitted,
  NEAREST,
  settled,
  viewOf,
  zoomedBy,
} from '../../../webview/graph/zoom/zoom';
import { zoomedLook } from '../../../webview/graph/zoom/zoom-look';

const length = fc.double({ min: 50, max: 3000, noNaN: true });
const extent = fc.record({ width: length, height: length });
const window = fc.record({ graph: extent, room: extent });
const at = fc.record({
  x: fc.double({ min: -500, max: 4000, noNaN: true }),
  y: fc.double({ min: -500, max: 4000, noNaN: true }),
});

describe('the zoom of the graph', () => {
  it('never shows what is past the graph, and all of it from afar', () => {
    fc.assert(
      fc.property(window, at, fc.double({ min: 0.01, max: 50, noNaN: true }), (one, point, k) => {
        const zoom = settled({ k }, one) ?? { k: 1 };
        const { x, y, width, height } = viewOf(zoom, point, one);
        expect(width / one.room.width).toBeCloseTo(height / one.room.height, 9);
        for (const [start, size, whole] of [
          [x, width, one.graph.width],
          [y, height, one.graph.height],
        ] as const) {
          if (size > whole) expect(start + size / 2).toBeCloseTo(whole / 2, 6);
          else {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(start + size).toBeLessThanOrEqual(whole + 1e-6);
          }
        }
      }),
    );
  });

  it('keeps the asked point in the middle where there is enough around it', () => {
    const one = { graph: { width: 600, height: 300 }, room: { width: 600, height: 300 } };
    expect(viewOf({ k: 3 }, { x: 300, y: 150 }, one)).toEqual({
      x: 200,
      y: 100,
      width: 200,
      height: 100,
    });
    expect(viewOf({ k: 3 }, { x: 0, y: 290 }, one)).toMatchObject({ x: 0, y: 200 });
  });

  it('ends at the nearest, and is none again where all is shown at its usual size', () => {
    const one = { graph: { width: 600, height: 300 }, room: { width: 600, height: 300 } };
    expect(zoomedBy(undefined, 100, one)).toEqual({ k: NEAREST });
    expect(zoomedBy({ k: 1.5 }, 1 / 1.5, one)).toBeUndefined();
    expect(fitted(one)).toBeUndefined();
  });

  it('shows a graph that is wider than the panel as a whole', () => {
    const one = { graph: { width: 500, height: 300 }, room: { width: 400, height: 300 } };
    expect(fitScale(one)).toBe(0.8);
    expect(fitted(one)).toEqual({ k: 0.8 });
    expect(zoomedBy(undefined, 0.1, one)).toEqual({ k: 0.8 });
  });
});

describe('the look of heat from near', () => {
  it('has numbers once the cells have room for them, in a type that keeps its size', () => {
    const box = { width: 80, height: 40 };
    expect(zoomedLook({ rows: 4, columns: 3 }, box, 1)).toBeUndefined();
    for (const k of [2, 4, 8]) {
      const look = zoomedLook({ rows: 4, columns: 3 }, box, k)!;
      expect(look.fontSize * k).toBeCloseTo(11, 9);
      expect(3 * look.cellWidth + 2 * look.gap).toBeCloseTo(80, 9);
      expect(4 * look.cellHeight + 3 * look.gap).toBeCloseTo(40, 9);
    }
  });

  it('stays an image where there are too many cells, or none', () => {
    const box = { width: 80, height: 40 };
    expect(zoomedLook({ rows: 100, columns: 784 }, box, 8)).toBeUndefined();
    expect(zoomedLook({ rows: 0, columns: 3 }, box, 8)).toBeUndefined();
  });
});
