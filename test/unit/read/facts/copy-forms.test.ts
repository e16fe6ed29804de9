import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DType } from '../../../../src/core';
import { copyAs } from '../../../../src/read/facts';
import { copyForm, type CopyForm } from '../../../../src/read/facts/copy-forms';

const array = (shape: number[], entries: number[], dtype: DType = 'float64') => ({
  shape,
  dtype,
  data: Float64Array.from(entries),
});

describe('an array copied for PyTorch', () => {
  it('is a tensor of the same type', () => {
    expect(copyForm(array([2, 2], [1, -0.5, 2, 0.1]), 'pytorch')).toBe(
      'torch.tensor([[1.0, -0.5],\n              [2.0, 0.1]], dtype=torch.float64)',
    );
    expect(copyForm(array([2], [1, 2], 'int64'), 'pytorch')).toBe('torch.tensor([1, 2])');
    expect(copyForm(array([2], [1, 0], 'bool'), 'pytorch')).toBe('torch.tensor([True, False])');
    expect(copyForm(array([1], [Math.fround(0.1)], 'float32'), 'pytorch')).toBe(
      'torch.tensor([0.1], dtype=torch.float32)',
    );
  });

  it('names what is no number, and keeps the shape of what is empty', () => {
    expect(copyForm(array([4], [NaN, Infinity, -Infinity, -0]), 'pytorch')).toBe(
      'torch.tensor([float("nan"), float("inf"), float("-inf"), -0.0], dtype=torch.float64)',
    );
    expect(copyForm(array([0, 3], []), 'pytorch')).toBe(
      'torch.zeros((0, 3,), dtype=torch.float64)',
    );
    expect(copyForm(array([], [2.5]), 'pytorch')).toBe('torch.tensor(2.5, dtype=torch.float64)');
  });
});

describe('an array copied as Markdown', () => {
  it('is a table with the indices of its rows and columns', () => {
    expect(copyForm(array([2, 2], [1, -0.5, 2, 0.1]), 'markdown')).toBe(
      ['|  | 0 | 1 |', '| --- | ---: | ---: |', '| 0 | 1 | -0.5 |', '| 1 | 2 | 0.1 |'].join('\n'),
    );
    expect(copyForm(array([2], [1, -0]), 'markdown')).toBe(
      ['|  | 0 | 1 |', '| --- | ---: | ---: |', '|  | 1 | -0 |'].join('\n'),
    );
  });

  it('gives the rows of more axes all their indices', () => {
    const lines = copyForm(array([2, 2, 1], [1, 2, 3, 4], 'int64'), 'markdown')!.split('\n');
    expect(lines.slice(2)).toEqual(['| 0,0 | 1 |', '| 0,1 | 2 |', '| 1,0 | 3 |', '| 1,1 | 4 |']);
  });

  it('keeps every number exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 1 }), (entries) => {
        const row = copyForm(array([entries.length], entries), 'markdown')!.split('\n')[2]!;
        const cells = row.split('|').slice(2, -1);
        const read = cells.map((cell) => Number(cell.trim().replace('inf', 'Infinity')));
        expect(read.every((entry, i) => Object.is(entry, entries[i]))).toBe(true);
      }),
    );
  });
});

describe('an array copied in any form', () => {
  it('is the one a hover copies, where that has it', () => {
    const whole = { ...array([1, 2], [1, 2]), state: 'known', span: { start: 0, end: 0 } } as const;
    for (const form of ['numpy', 'latex', 'csv'] as const) {
      expect(copyForm(whole, form)).toBe(copyAs(whole, form));
    }
  });

  it.each<CopyForm>(['numpy', 'pytorch', 'latex', 'markdown', 'csv'])(
    'is not copied as %s where its numbers are not known, or are too many',
    (form) => {
      expect(copyForm({ shape: [1], dtype: 'float64' }, form)).toBeUndefined();
      expect(copyForm(array([1_000_001], []), form)).toBeUndefined();
    },
  );
});
