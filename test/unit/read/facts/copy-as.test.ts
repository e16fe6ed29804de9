import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundingOf } from '../../../../src/core';
import { COPY_FORMATS, copyAs, MOST_COPIED } from '../../../../src/read/facts';
import { arrayOf, arrays, lastArray } from './support';

describe('a copy as NumPy', () => {
  it('reads back as the same array, bit by bit', () => {
    fc.assert(
      fc.property(arrays, (array) => {
        const text = copyAs(array, 'numpy')!;
        const read = lastArray([`x = ${text}`]).array;
        expect(read.shape).toEqual(array.shape);
        expect(read.dtype).toBe(array.dtype);
        // `toBe` tells −0 from 0.
        array.data!.forEach((entry, i) => expect(read.data![i]).toBe(entry));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    [
      arrayOf([2, 2], [1, -0, NaN, -Infinity]),
      'np.array([[1.0, -0.0],\n          [np.nan, -np.inf]])',
    ],
    [arrayOf([2], [1, 2], 'int64'), 'np.array([1, 2])'],
    [arrayOf([2], [1, 2], 'int32'), 'np.array([1, 2], dtype=np.int32)'],
    [arrayOf([1], [Math.fround(0.1)], 'float32'), 'np.array([0.1], dtype=np.float32)'],
    [arrayOf([1], [2 ** 24], 'float32'), 'np.array([16777216.0], dtype=np.float32)'],
    [arrayOf([2], [1, 0], 'bool'), 'np.array([True, False])'],
    [arrayOf([], [0.1 + 0.2]), 'np.array(0.30000000000000004)'],
    [arrayOf([1], [2 ** 60], 'int64'), 'np.array([1152921504606846976])'],
    [arrayOf([1], [2 ** 63], 'uint64'), 'np.array([9223372036854775808], dtype=np.uint64)'],
    [
      arrayOf([2], [0.0999755859375, 65504], 'float16'),
      'np.array([0.1, 65504.0], dtype=np.float16)',
    ],
    [arrayOf([0, 3], []), 'np.zeros((0, 3))'],
    [arrayOf([0], [], 'bool'), 'np.zeros((0,), dtype=bool)'],
    [arrayOf([2, 1, 2], [1, 2, 3, 4], 'int64'), 'np.array([[[1, 2]],\n\n          [[3, 4]]])'],
  ])('of %o is %s', (array, text) => {
    expect(copyAs(array, 'numpy')).toBe(text);
  });
});

describe('a copy as CSV', () => {
  it('has a line for each row, and a blank line between matrices', () => {
    const array = arrayOf([2, 2, 2], [1, 2, 3, 4, 0.1, -0, NaN, Infinity]);
    expect(copyAs(array, 'csv')).toBe('1,2\n3,4\n\n0.1,-0\nnan,inf');
  });

  it('of a vector is one line, of a number one number', () => {
    expect(copyAs(arrayOf([3], [1, 2, 3]), 'csv')).toBe('1,2,3');
    expect(copyAs(arrayOf([], [-1.5]), 'csv')).toBe('-1.5');
  });

  it('gives back every number', () => {
    fc.assert(
      fc.property(arrays, (array) => {
        const numbers: Record<string, number> = { nan: NaN, inf: Infinity, '-inf': -Infinity };
        Object.assign(numbers, { True: 1, False: 0 });
        const fields = copyAs(array, 'csv')!
          .split(/[,\n]+/)
          .filter(Boolean);
        const read = fields.map((field) => numbers[field] ?? Number(field));
        const round = roundingOf(array.dtype) ?? ((entry: number) => entry);
        expect(read.map((entry) => round(entry))).toEqual([...array.data!]);
      }),
    );
  });
});

describe('a copy as LaTeX', () => {
  it('is a pmatrix, a vector one row', () => {
    expect(copyAs(arrayOf([2, 2], [1, -2, 0.5, 1e-7]), 'latex')).toBe(
      '\\begin{pmatrix}\n1 & -2 \\\\\n0.5 & 1 \\times 10^{-7}\n\\end{pmatrix}',
    );
    expect(copyAs(arrayOf([3], [1e21, NaN, -Infinity]), 'latex')).toBe(
      '\\begin{pmatrix}\n1 \\times 10^{21} & \\mathrm{NaN} & -\\infty\n\\end{pmatrix}',
    );
    expect(copyAs(arrayOf([], [3]), 'latex')).toBe('3');
  });

  it('has a matrix for each slice, and says where LaTeX needs more columns', () => {
    expect(copyAs(arrayOf([2, 1, 1], [1, 0], 'bool'), 'latex')).toBe(
      '\\begin{pmatrix}\n1\n\\end{pmatrix},\n\\begin{pmatrix}\n0\n\\end{pmatrix}',
    );
    const wide = copyAs(arrayOf([1, 11], new Float64Array(11)), 'latex');
    expect(wide).toMatch(/^% \\setcounter\{MaxMatrixCols\}\{11\}\n\\begin/);
  });
});

describe('a copy', () => {
  const long = (length: number) =>
    arrayOf(
      [length / 10, 10],
      Float64Array.from({ length }, (_, i) => Math.sin(i)),
    );

  it.each(COPY_FORMATS)('as %s is made of a million entries, and not of more', (format) => {
    expect(copyAs(long(MOST_COPIED), format)!.length).toBeGreaterThan(10 * MOST_COPIED);
    expect(copyAs(long(MOST_COPIED + 10), format)).toBeUndefined();
  });

  it('is not made where the entries are not known', () => {
    const { array } = lastArray([
      'import unknown',
      'x = np.zeros(3)',
      'x[0] = unknown.value()',
      'y = x',
    ]);
    expect(array.state).toBe('shape-only');
    expect(copyAs(array, 'numpy')).toBeUndefined();
  });
});
