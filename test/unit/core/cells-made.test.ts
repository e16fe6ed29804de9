import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affineGraph, cellsMade, inputsOf, sizeOf, type Slot, type Trace } from '../../../src/core';
import { allPositions, madeBy, progress, slotName, traceOf, traces } from './support/line';

const affine = traceOf({
  graph: affineGraph(),
  inputs: new Map([
    ['X', [2, 3]],
    ['W', [3, 2]],
    ['b', [2]],
  ]),
});

/** Cells of each slot, counted by walking there term by term and filling in what gets whole. */
function counted(trace: Trace, upTo: number): Map<string, number> {
  const made = new Map<string, number>();
  for (const position of allPositions(trace, 'term').slice(0, upTo + 1)) {
    const [step, cells] = progress(trace, position);
    const { cells: all } = trace.steps[step]!;
    const isWhole = position.cell === undefined || cells === all;
    for (const slot of madeBy(trace.steps[step]!)) {
      made.set(slotName(slot), isWhole ? Infinity : cells);
    }
  }
  return made;
}

const capped = (count: number, size: number) => Math.min(count, size);

describe('how many cells have been made', () => {
  it('is what walking there term by term has made', () => {
    fc.assert(
      fc.property(traces, fc.nat(), (trace, pick) => {
        const line = allPositions(trace, 'term');
        const at = pick % line.length;
        const made = counted(trace, at);
        const slots = trace.steps.flatMap(madeBy);
        for (const slot of slots) {
          const size = sizeOf(trace.shapes.get(slot.id.split('@')[0]!)!);
          const got = cellsMade(trace, line[at]!, slot);
          expect(capped(got, size), slotName(slot)).toBe(
            capped(made.get(slotName(slot)) ?? 0, size),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is all of the inputs from the start, and none of what is not in the graph', () => {
    for (const { id } of inputsOf(affine.graph)) {
      expect(cellsMade(affine, { step: 0 }, { lane: 'value', id })).toBe(Infinity);
      expect(cellsMade(affine, { step: 0 }, { lane: 'gradient', id })).toBe(0);
    }
    const last = { step: affine.steps.length - 1 };
    expect(cellsMade(affine, last, { lane: 'value', id: 'Z' })).toBe(0);
    expect(cellsMade(affine, last, { lane: 'gradient', id: 'Z' })).toBe(0);
  });

  const XW: Slot = { lane: 'value', id: 'XW' };

  it.each([
    [{ step: 0 }, 0],
    [{ step: 1, cell: 0, term: 0 }, 0],
    [{ step: 1, cell: 0, term: 1 }, 0],
    [{ step: 1, cell: 0, term: 2 }, 1],
    [{ step: 1, cell: 0 }, 1],
    [{ step: 1, cell: 2, term: 0 }, 2],
    [{ step: 1, cell: 3 }, 4],
    [{ step: 1 }, Infinity],
    [{ step: 2, cell: 0, term: 0 }, Infinity],
  ])('of XW at %j is %d', (position, count) => {
    expect(cellsMade(affine, position, XW)).toBe(count);
  });

  it('of d(XW) come all at once, where the sum passes dY on', () => {
    const slot: Slot = { lane: 'gradient', id: 'XW' };
    expect(cellsMade(affine, { step: 3 }, slot)).toBe(0);
    expect(cellsMade(affine, { step: 4 }, slot)).toBe(Infinity);
  });
});
