import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compute,
  editsOn,
  experimentOn,
  isExperiment,
  noExperiment,
  settled,
  targetFits,
  withCell,
  type AffineInputs,
  type CellEdit,
  type DType,
  type Experiment,
} from '../../../src/core';

const array = (shape: readonly number[], data: readonly number[], dtype: DType = 'float64') =>
  ({ shape, data: Float64Array.from(data), dtype, state: 'known' }) as const;

const inputs: AffineInputs = {
  X: array([2, 3], [1, 2, -1, 0, -2, 3]),
  W: array([3, 2], [1, -1, 2, 0.5, 0, 3]),
  b: array([2], [0.5, -1]),
};
const given: AffineInputs = { ...inputs, dY: array([2, 2], [1, -0.5, 2, 0.25]) };

const trying = (...cells: CellEdit[]): Experiment => ({ cells });
const edit = (id: CellEdit['id'], cell: number, value: number): CellEdit => ({ id, cell, value });

describe('an experiment on inputs', () => {
  it('changes the cells it names and no others, and leaves the inputs as they are', () => {
    const anyEdit = fc.record({
      id: fc.constantFrom('X' as const, 'W' as const, 'b' as const, 'dY' as const),
      cell: fc.nat(7),
      value: fc.double(),
    });
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 6 }), (edits) => {
        const experiment = edits.reduce(withCell, noExperiment);
        const before = structuredClone(given);
        const after = experimentOn(given, experiment);
        expect(given).toEqual(before);
        const last = new Map(edits.map(({ id, cell, value }) => [`${id}${cell}`, value]));
        for (const id of ['X', 'W', 'b', 'dY'] as const) {
          expect(Array.from(after[id]!.data!)).toEqual(
            Array.from(given[id]!.data!, (entry, cell) => last.get(`${id}${cell}`) ?? entry),
          );
        }
      }),
    );
  });

  it('makes given values of a dY that was all ones', () => {
    const { gradients, upstream } = compute(experimentOn(inputs, trying(edit('dY', 1, 5))));
    expect(Array.from(gradients.get('Y')!.data!)).toEqual([1, 5, 1, 1]);
    expect(upstream.kind).toBe('given');
    const misfit = { ...inputs, dY: array([2], [7, 7]) };
    expect(experimentOn(misfit, trying(edit('dY', 0, 2))).dY!.data).toEqual(
      Float64Array.of(2, 1, 1, 1),
    );
  });

  it('takes all ones, or a loss, in the place of what the code gives', () => {
    const ones = compute(experimentOn(given, { cells: [], upstream: { kind: 'ones' } }));
    expect(Array.from(ones.gradients.get('Y')!.data!)).toEqual([1, 1, 1, 1]);
    const loss = { kind: 'half-squared', target: [5.5, -4, -3.5, 0], isMean: false } as const;
    const { gradients, upstream } = compute(experimentOn(given, { cells: [], upstream: loss }));
    expect(Array.from(gradients.get('Y')!.data!)).toEqual([0, 0, 0, 7]);
    expect(upstream.loss!.value).toBe(24.5);
  });

  it('lets a target that does not fit change nothing', () => {
    const loss = { kind: 'softmax', target: [0, 2], isMean: false } as const;
    expect(experimentOn(given, { cells: [], upstream: loss })).toEqual(given);
    expect(targetFits(loss, [2, 3])).toBe(true);
    expect(targetFits({ ...loss, target: [0, 0.5] }, [2, 3])).toBe(false);
    expect(targetFits({ ...loss, target: [1] }, [3])).toBe(true);
    expect(targetFits({ ...loss, kind: 'half-squared' }, [2])).toBe(true);
    expect(targetFits({ ...loss, kind: 'half-squared' }, [2, 2])).toBe(false);
  });

  it('keeps to the array’s type as a literal would: whole numbers stay whole, 1.5 makes floats', () => {
    const whole = { ...inputs, X: array([2, 3], [1, 2, 3, 4, 5, 6], 'int64') };
    expect(experimentOn(whole, trying(edit('X', 0, 9))).X.dtype).toBe('int64');
    expect(experimentOn(whole, trying(edit('X', 0, 1.5))).X.dtype).toBe('float64');
    const single = { ...inputs, b: array([2], [0.5, -1], 'float32') };
    expect(experimentOn(single, trying(edit('b', 0, 0.1))).b!.data![0]).toBe(Math.fround(0.1));
  });

  it('lets go of edits that say what is there anyway, not of those that may fit again', () => {
    const kept = edit('X', 99, 1);
    const experiment = trying(edit('X', 0, 1), edit('W', 1, -1), edit('dY', 0, 1), kept);
    expect(settled(inputs, experiment).cells).toEqual([kept]);
    expect(settled(given, trying(edit('dY', 1, 1))).cells).toHaveLength(1);
    expect(settled(inputs, trying(edit('X', 3, -0))).cells).toHaveLength(1);
    const changed = trying(edit('X', 0, 2));
    expect(settled(inputs, changed)).toBe(changed);
    expect(isExperiment(settled(inputs, trying(edit('X', 0, 1))))).toBe(false);
    expect(editsOn(inputs, experiment).map(({ cell }) => cell)).not.toContain(99);
  });
});
