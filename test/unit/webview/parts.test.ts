import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../src/core';
import { layoutGraph } from '../../../webview/graph/layout';
import { roundUp, strength } from '../../../src/core';
import { termSheet } from '../../../webview/stage/term-sheet';
import { indexAt, segmentsOf } from '../../../webview/timeline/segments';
import { piecesOf, withoutMarks } from '../../../webview/words';
import { pictureAt } from './support';

describe('the colour scale', () => {
  it('ends at a round number that holds the largest magnitude', () => {
    const cases = [
      [7, 8],
      [8, 8],
      [0.23, 0.3],
      [999, 1000],
      [1, 1],
      [0, 1],
      [61, 80],
      [NaN, 1],
      [1e-7, 1e-7],
    ] as const;
    for (const [magnitude, end] of cases) expect(roundUp(magnitude)).toBe(end);
  });

  it('fills zero and what is no number with nothing, and the end fully', () => {
    expect([0, NaN, Infinity, 8, 20, 2].map((value) => strength(value, 8))).toEqual([
      0, 0, 0, 1, 1, 0.5,
    ]);
  });
});

describe('the graph’s layout', () => {
  it('is the drawing’s at its size', () => {
    const { model } = pictureAt([2, 3, 2], { step: 0 }, 'operation');
    const layout = layoutGraph(model, 760);
    expect(layout.nodes.map(({ x, y, r }) => [x, y, r])).toEqual([
      [278, 138, 20],
      [480, 138, 20],
    ]);
    expect(layout.values.get('X')!.value).toEqual({ x: 76, y: 14, width: 98, height: 41 });
    expect([...layout.values.values()].map(({ id, road }) => [id, road])).toEqual([
      ['X', 66],
      ['W', 210],
      ['XW', 138],
      ['b', 246],
      ['Y', 138],
    ]);
  });

  it('has the largest cells with numbers that fit, and heat only where none do', () => {
    const cellWidth = (size: [number, number, number], width: number) =>
      layoutGraph(pictureAt(size, { step: 0 }, 'operation').model, width).look?.cellWidth;
    expect([760, 520, 400].map((width) => cellWidth([2, 3, 2], width))).toEqual([32, 28, 24]);
    expect([1000, 520, 400].map((width) => cellWidth([4, 3, 2], width))).toEqual([32, 28, 24]);
    expect([1600, 640, 520].map((width) => cellWidth([5, 4, 5], width))).toEqual([
      28,
      24,
      undefined,
    ]);
    expect(cellWidth([12, 12, 12], 1600)).toBeUndefined();
  });

  it('is no wider than the panel and no higher than leaves room for the rest', () => {
    for (const size of [
      [2, 3, 2],
      [3, 5, 2],
      [5, 4, 5],
      [6, 6, 6],
    ] as [number, number, number][]) {
      for (const width of [400, 480, 520, 640, 700, 760, 1600]) {
        const layout = layoutGraph(pictureAt(size, { step: 0 }, 'operation').model, width);
        expect({ size, width, drawn: layout.width }).toEqual({ size, width, drawn: width });
        expect(layout.height).toBeLessThanOrEqual(420);
      }
    }
  });

  it('keeps every grid inside and apart at any size and width', () => {
    for (const size of [
      [1, 1, 1],
      [2, 3, 2],
      [4, 2, 3],
      [6, 6, 6],
      [1, 12, 1],
      [12, 12, 12],
      [20, 50, 10],
    ] as const) {
      for (const width of [400, 480, 680, 760, 1000, 1600]) {
        const { model } = pictureAt([...size], { step: 0 }, 'operation');
        const layout = layoutGraph(model, width);
        const boxes = [...layout.values.values()].flatMap(({ value, gradient }) => [
          value,
          gradient,
        ]);
        for (const [i, a] of boxes.entries()) {
          expect(
            a.x >= 0 &&
              a.y >= 0 &&
              a.x + a.width <= layout.width &&
              a.y + a.height <= layout.height,
          ).toBe(true);
          const overlapping = boxes
            .slice(i + 1)
            .filter(
              (b) =>
                a.x < b.x + b.width &&
                b.x < a.x + a.width &&
                a.y < b.y + b.height &&
                b.y < a.y + a.height,
            );
          expect({ size, width, overlapping }).toEqual({ size, width, overlapping: [] });
        }
      }
    }
  });
});

describe('the term sheet', () => {
  it('writes a cell’s sum out, its running sum ending at the cell’s number', () => {
    const sheet = termSheet(pictureAt([2, 3, 2], { step: 1, cell: 3 }, 'cell'))!;
    expect(sheet.letter).toBe('D');
    expect(
      sheet.terms.map(({ factors }) => factors.map(({ base, index }) => base + index).join('·')),
    ).toEqual(['x10·w01', 'x11·w11', 'x12·w21']);
    expect(sheet.terms.at(-1)!.running).toBe(sheet.result.value);
  });

  it('stops at the term that has been reached', () => {
    const sheet = termSheet(pictureAt([2, 3, 2], { step: 1, cell: 0, term: 1 }, 'term'))!;
    expect(sheet.terms.map(({ isMade, isCurrent }) => [isMade, isCurrent])).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ]);
    expect(sheet.isDone).toBe(false);
  });

  it('names gradients by where they come from', () => {
    const sheet = termSheet(pictureAt([2, 3, 2], { step: 7, cell: 2 }, 'cell'))!;
    expect(sheet.result.base + sheet.result.index).toBe('dw10');
    expect(sheet.terms[1]!.factors.map(({ base, index }) => base + index)).toEqual(['x11', 'dy10']);
  });
});

describe('the timeline', () => {
  it('has a segment for each step, passed as far as the position', () => {
    const { model } = pictureAt([2, 3, 2], { step: 0 }, 'cell');
    const segments = segmentsOf(model.trace, { step: 1, cell: 1 }, 'cell');
    expect(segments.map(({ passed }) => passed)).toEqual([1, 0.5, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(segments.map(({ ticks }) => ticks)).toEqual([2, 4, 4, 1, 1, 2, 6, 6, 1, 14]);
    expect(indexAt(model.trace, 1, 0.99, 'cell')).toBe(5);
  });
});

describe('sentences with marks', () => {
  it('are split into their pieces, and read out without them', () => {
    const sentence = 'add the <D>D = 3</D> products of <m>X</m>, if 1 < 2';
    expect(piecesOf(sentence).filter(({ mark }) => mark)).toEqual([
      { mark: 'D', text: 'D = 3' },
      { mark: 'm', text: 'X' },
    ]);
    expect(withoutMarks(sentence)).toBe('add the D = 3 products of X, if 1 < 2');
    expect(formatNumber(-3)).toBe('−3');
  });
});
