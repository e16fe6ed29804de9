import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeOf, type Shape } from '../../../../src/core';
import { evaluate } from '../../../../src/read';
import { arrayFacts } from '../../../../src/read/facts';
import { arrayOf, arrays, lastArray } from './support';

const counting = (shape: Shape) =>
  arrayOf(
    shape,
    Float64Array.from({ length: sizeOf(shape) }, (_, i) => i),
    'int64',
  );

describe('the facts of an array', () => {
  it('say what it is called, what made it and where', () => {
    const { array, source } = lastArray(['', 'W = np.array([[1, -1],', '  [2, 0.5], [0, 3]])']);
    expect(arrayFacts(array, source)).toMatchObject({
      name: 'W',
      code: 'np.array([[1, -1], [2, 0.5], [0, 3]])',
      line: 3,
      state: 'known',
      shape: [3, 2],
      dtype: 'float64',
    });
  });

  it('cut long code to one line of sixty letters', () => {
    const { array, source } = lastArray([`W = np.array([${'1, '.repeat(5000)}])`]);
    const { code } = arrayFacts(array, source);
    expect([...code]).toHaveLength(60);
    expect(code).toMatch(/^np\.array\(\[1, 1, .*…$/);
  });

  it('are plain data, and small however large the array is', () => {
    const source = 'import numpy as np\nX = np.random.rand(1000, 1000)\nY = X + X.T';
    const facts = arrayFacts(evaluate(source).globals.get('Y')!, source);
    expect(structuredClone(facts)).toEqual(facts);
    expect(facts.heat!.means.length).toBeLessThanOrEqual(24 * 48);
    expect(JSON.stringify({ ...facts, heat: undefined }).length).toBeLessThan(3000);
    expect(facts.state).toBe('sampled');
  });

  it('have no numbers where only the shape is known, and no shape where not even that', () => {
    const { array, source } = lastArray([
      'import other',
      'x = np.zeros((2, 3))',
      'x[0] = other.f()',
      'y = x',
    ]);
    const facts = arrayFacts(array, source);
    expect(facts).toMatchObject({ state: 'shape-only', shape: [2, 3] });
    expect(Object.keys(facts)).not.toEqual(expect.arrayContaining(['summary']));
    const unknown = arrayFacts(
      { state: 'unknown', dtype: 'float64', span: { start: 0, end: 0 } },
      '',
    );
    expect(unknown).toEqual({
      code: '',
      span: { start: 0, end: 0 },
      line: 1,
      state: 'unknown',
      dtype: 'float64',
    });
  });
});

describe('the summary', () => {
  it('has the extremes of the finite entries and counts the others', () => {
    fc.assert(
      fc.property(arrays, (array) => {
        const { summary } = arrayFacts(array, '');
        const finite = [...array.data!].filter(Number.isFinite);
        expect(summary!.min).toBe(
          finite.length > 0 ? finite.reduce((a, b) => (b < a ? b : a)) : undefined,
        );
        expect(summary!.max).toBe(
          finite.length > 0 ? finite.reduce((a, b) => (b > a ? b : a)) : undefined,
        );
        const nans = [...array.data!].filter(Number.isNaN).length;
        expect(summary!.nans).toBe(nans);
        expect(summary!.infinities).toBe(array.data!.length - finite.length - nans);
      }),
    );
  });

  it('has the mean that np.mean gives', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 1, maxLength: 300 }), (data) => {
        // A whole number with a point, for it is a float however large.
        const written = (x: number) => String(x).replace(/^-?\d+$/, '$&.0');
        const literal = data
          .map((x) => (Number.isFinite(x) ? written(x) : `float('${x || 'nan'}')`))
          .join();
        const { array } = lastArray([`y = np.mean([${literal.replaceAll('Infinity', 'inf')}])`]);
        expect(arrayFacts(arrayOf([data.length], data), '').summary!.mean).toBe(array.data![0]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the cells', () => {
  const cells = (shape: Shape) => arrayFacts(counting(shape), '').cells!;

  it('are all there up to 6 × 8', () => {
    const { slices, left } = cells([6, 8]);
    expect(left).toBe(0);
    expect(slices[0]!.texts.flat().map(Number)).toEqual([...counting([6, 8]).data!]);
  });

  it('are the edges beyond', () => {
    const [slice] = cells([7, 9]).slices;
    expect(slice!.rows).toEqual([0, 1, 2, '…', 4, 5, 6]);
    expect(slice!.columns).toEqual([0, 1, 2, '…', 6, 7, 8]);
    expect(slice!.texts[0]).toEqual(['0', '1', '2', '…', '6', '7', '8']);
    expect(slice!.texts[3]!.every((text) => text === '…')).toBe(true);
    expect(slice!.texts[6]).toEqual(['54', '55', '56', '…', '60', '61', '62']);
  });

  it('of a vector are one row, of a number one', () => {
    expect(cells([4]).slices[0]!.texts).toEqual([['0', '1', '2', '3']]);
    expect(arrayFacts(arrayOf([], [-0.5]), '').cells!.slices[0]!.texts).toEqual([['−0.5']]);
  });

  it('of more axes are the first matrix and the last', () => {
    const { slices, left } = cells([2, 3, 2, 2]);
    expect(slices.map(({ at, texts }) => [at, texts])).toEqual([
      [
        '[0, 0]',
        [
          ['0', '1'],
          ['2', '3'],
        ],
      ],
      [
        '[1, 2]',
        [
          ['20', '21'],
          ['22', '23'],
        ],
      ],
    ]);
    expect(left).toBe(4);
    expect(cells([1, 2, 2]).slices).toHaveLength(1);
  });

  it('show what is no number, and booleans by their names', () => {
    const odd = arrayFacts(arrayOf([4], [NaN, Infinity, -Infinity, -0]), '');
    expect(odd.cells!.slices[0]!.texts).toEqual([['NaN', '∞', '−∞', '−0']]);
    const bools = arrayFacts(arrayOf([2], [1, 0], 'bool'), '');
    expect(bools.cells!.slices[0]!.texts).toEqual([['True', 'False']]);
  });

  it('are none of an array without entries', () => {
    expect(arrayFacts(arrayOf([0, 3], []), '')).toEqual({
      ...arrayFacts(arrayOf([0, 3], []), ''),
      summary: { mean: NaN, nans: 0, infinities: 0 },
    });
    expect(arrayFacts(arrayOf([0, 3], []), '').cells).toBeUndefined();
  });
});

describe('the heat', () => {
  it('has every entry of a small array', () => {
    const { heat } = arrayFacts(counting([24, 48]), '');
    expect(heat).toMatchObject({ rows: 24, columns: 48, rowFactor: 1, columnFactor: 1 });
    expect([...heat!.means]).toEqual([...counting([24, 48]).data!]);
  });

  it('has the means of blocks of a larger one, as a loop over each block finds them', () => {
    const entries = fc.oneof(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.constant(NaN));
    const cases = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 110 }))
      .chain(([rows, columns]) =>
        fc.tuple(
          fc.constant([rows, columns] as const),
          fc.array(entries, { minLength: rows * columns, maxLength: rows * columns }),
        ),
      );
    fc.assert(
      fc.property(cases, ([[rows, columns], data]) => {
        const heat = arrayFacts(arrayOf([rows, columns], data), '').heat!;
        expect(heat.rows).toBeLessThanOrEqual(24);
        expect(heat.columns).toBeLessThanOrEqual(48);
        heat.means.forEach((mean, block) => {
          const inBlock = data.filter(
            (entry, cell) =>
              !Number.isNaN(entry) &&
              Math.floor(Math.floor(cell / columns) / heat.rowFactor) ===
                Math.floor(block / heat.columns) &&
              Math.floor((cell % columns) / heat.columnFactor) === block % heat.columns,
          );
          const sum = inBlock.reduce((total, entry) => total + entry, 0);
          if (inBlock.length === 0) expect(mean).toBeNaN();
          else expect(mean).toBeCloseTo(sum / inBlock.length, 8);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('stays finite for the largest numbers', () => {
    const { heat } = arrayFacts(arrayOf([2, 96], new Float64Array(192).fill(1.7e308)), '');
    expect([...heat!.means].every((mean) => mean > 1.6e308)).toBe(true);
  });
});
