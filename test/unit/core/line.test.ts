import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampPosition,
  countPositions,
  indexOfPosition,
  levelOf,
  move,
  positionAt,
  positionsIn,
  toLevel,
} from '../../../src/core';
import { allPositions, covers, levels, traces } from './support/line';

describe.each(levels)('the line at the level of the %s', (level) => {
  it('has the positions that can be written down one by one, in that order', () => {
    fc.assert(
      fc.property(traces, (trace) => {
        const all = allPositions(trace, level);
        expect(countPositions(trace, level)).toBe(all.length);
        expect(all.map((_, index) => positionAt(trace, level, index))).toEqual(all);
        trace.steps.forEach((step, at) => {
          expect(positionsIn(step, level)).toBe(all.filter((one) => one.step === at).length);
        });
      }),
    );
  });

  it('finds its own positions again', () => {
    fc.assert(
      fc.property(traces, (trace) => {
        allPositions(trace, level).forEach((position, index) => {
          if (indexOfPosition(trace, position, level) !== index) expect.fail(`at ${index}`);
        });
      }),
    );
  });

  it.each(levels)('finds for a %s the first position by which all that is done', (from) => {
    fc.assert(
      fc.property(traces, fc.nat(), (trace, pick) => {
        const given = allPositions(trace, from);
        const position = given[pick % given.length]!;
        const wanted = allPositions(trace, level).findIndex((one) => covers(trace, one, position));
        expect(indexOfPosition(trace, position, level)).toBe(wanted);
      }),
      { numRuns: 200 },
    );
  });

  it('is walked by moving, and ends at its ends', () => {
    fc.assert(
      fc.property(traces, fc.nat(), fc.integer({ min: -9, max: 9 }), (trace, pick, by) => {
        const all = allPositions(trace, level);
        const from = pick % all.length;
        const to = Math.min(all.length - 1, Math.max(0, from + by));
        expect(move(trace, all[from]!, by, level)).toEqual(all[to]);
        expect(move(trace, all[from]!, -Infinity, level)).toEqual(all[0]);
        expect(move(trace, all[from]!, Infinity, level)).toEqual(all.at(-1));
      }),
    );
  });

  it('can be walked from end to end, forward and back, without standing still', () => {
    fc.assert(
      fc.property(traces, (trace) => {
        const all = allPositions(trace, level);
        for (const by of [1, -1]) {
          const line = by > 0 ? all : all.toReversed();
          let position = line[0]!;
          for (const next of line.slice(1)) {
            position = move(trace, position, by, level);
            if (indexOfPosition(trace, next, level) !== indexOfPosition(trace, position, level)) {
              expect.fail(`stuck before ${JSON.stringify(next)}`);
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('takes any number for an index: fractions, beyond the ends, NaN', () => {
    fc.assert(
      fc.property(traces, fc.double(), (trace, index) => {
        const all = allPositions(trace, level);
        const whole = Number.isNaN(index) ? 0 : Math.trunc(index);
        const wanted = all[Math.min(all.length - 1, Math.max(0, whole))];
        expect(positionAt(trace, level, index)).toEqual(wanted);
      }),
    );
  });

  it.each(levels)('is entered from the level of the %s in the same step', (from) => {
    fc.assert(
      fc.property(traces, fc.nat(), (trace, pick) => {
        const given = allPositions(trace, from);
        const position = given[pick % given.length]!;
        const entered = toLevel(trace, position, level);
        const line = allPositions(trace, level);
        expect(line).toContainEqual(entered);
        expect(entered.step).toBe(position.step);
        if (entered.cell !== undefined) expect(entered.cell).toBe(position.cell ?? 0);
        if (entered.term !== undefined) expect(entered.term).toBe(position.term ?? 0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a position from outside', () => {
  const odd = fc.oneof(
    fc.integer({ min: -3, max: 40 }),
    fc.constantFrom(NaN, Infinity, -Infinity, 1.5, -0),
  );
  const outside = fc.record(
    { step: odd, cell: odd, term: odd },
    { requiredKeys: ['step'], noNullPrototype: true },
  );

  it('becomes one that the trace has', () => {
    fc.assert(
      fc.property(traces, outside, (trace, position) => {
        const clamped = clampPosition(trace, position);
        expect(allPositions(trace, levelOf(clamped))).toContainEqual(clamped);
      }),
      { numRuns: 500 },
    );
  });

  it('is the whole nearest step where its own is not there', () => {
    fc.assert(
      fc.property(traces, (trace) => {
        expect(clampPosition(trace, { step: -1, cell: 0, term: 0 })).toEqual({ step: 0 });
        expect(clampPosition(trace, { step: 1.5, cell: 0 })).toEqual({ step: 1 });
        const last = trace.steps.length - 1;
        expect(clampPosition(trace, { step: last + 1, cell: 0 })).toEqual({ step: last });
      }),
    );
  });

  it('stays as it is if the trace has it', () => {
    fc.assert(
      fc.property(traces, fc.nat(), fc.constantFrom(...levels), (trace, pick, level) => {
        const all = allPositions(trace, level);
        const position = all[pick % all.length]!;
        expect(clampPosition(trace, position)).toEqual(position);
      }),
    );
  });

  it('keeps its step and its cell as far as the trace has them', () => {
    fc.assert(
      fc.property(traces, outside, (trace, position) => {
        const { step, cell } = clampPosition(trace, position);
        if (!trace.steps[position.step]) return;
        expect(step).toBe(position.step + 0);
        const { cells } = trace.steps[step]!;
        if (cell !== undefined && position.cell! >= 0 && position.cell! < cells) {
          expect(cell).toBe(Math.trunc(position.cell!) + 0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
