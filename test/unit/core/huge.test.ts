import { describe, expect, it } from 'vitest';
import {
  affineGraph,
  cellsMade,
  countPositions,
  indexOfPosition,
  move,
  positionAt,
  termOf,
  type Position,
} from '../../../src/core';
import { traceOf } from './support/line';

const SIDE = 2048;
const CELLS = SIDE * SIDE;

const trace = traceOf({
  graph: affineGraph(),
  inputs: new Map([
    ['X', [SIDE, SIDE]],
    ['W', [SIDE, SIDE]],
    ['b', [SIDE]],
  ]),
});

/** 2 shapes; X·W, dX and dW of 2048³ products; + b of two terms a cell; dY; +; db; the verdict. */
const TO_CHECK = 2 + 3 * CELLS * SIDE + 2 * CELLS + 2 + CELLS + 1;
/** Every entry of X, W and b, checked. */
const CHECKED = 2 * CELLS + SIDE;
const TERMS = TO_CHECK + 2 * CHECKED;

describe('a pass of 26 billion products', () => {
  it('is counted without being listed', () => {
    expect(countPositions(trace, 'term')).toBe(TERMS);
    expect(countPositions(trace, 'cell')).toBe(2 + 4 * CELLS + 2 + SIDE + 1 + CHECKED);
    expect(countPositions(trace, 'operation')).toBe(10);
  });

  it.each<[number, Position]>([
    [0, { step: 0, cell: 0, term: 0 }],
    [2, { step: 1, cell: 0, term: 0 }],
    [2 + CELLS * SIDE - 1, { step: 1, cell: CELLS - 1, term: SIDE - 1 }],
    [2 + CELLS * SIDE, { step: 2, cell: 0, term: 0 }],
    [TO_CHECK - 2, { step: 7, cell: CELLS - 1, term: SIDE - 1 }],
    [TO_CHECK - 1, { step: 8 }],
    [TERMS - 1, { step: 9, cell: CHECKED - 1, term: 1 }],
  ])('has at index %d the position %j, and the other way round', (index, position) => {
    expect(positionAt(trace, 'term', index)).toEqual(position);
    expect(indexOfPosition(trace, position, 'term')).toBe(index);
  });

  it('is walked across its whole length in a moment', () => {
    const begun = performance.now();
    let position: Position = { step: 0 };
    for (let i = 0; i < 1000; i++) {
      position = move(trace, position, Math.floor(TERMS / 1000), 'term');
      cellsMade(trace, position, { lane: 'gradient', id: 'W' });
    }
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(position.step).toBeGreaterThan(5);
  });

  it('has its last product where it must be', () => {
    expect(termOf(trace, trace.steps[1]!, CELLS - 1, SIDE - 1)).toEqual([
      { slot: { lane: 'value', id: 'X' }, cell: CELLS - 1 },
      { slot: { lane: 'value', id: 'W' }, cell: CELLS - 1 },
    ]);
    expect(termOf(trace, trace.steps[5]!, 5, SIDE - 1)).toEqual([
      { slot: { lane: 'gradient', id: 'Y' }, cell: CELLS - SIDE + 5 },
    ]);
  });
});
