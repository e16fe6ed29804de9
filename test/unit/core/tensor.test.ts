import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asMatrix,
  asTensor,
  cellOfIndex,
  filled,
  indexOfCell,
  promote,
  rounded,
  rowsAndColumns,
  shapeText,
  sizeOf,
  stridesOf,
  tensor,
  toNested,
  type DType,
  type Nested,
  type Shape,
} from '../../../src/core';
import { drawn } from './support/numbers';
import { shapeOf } from './support/shapes';

describe('a tensor from nested lists', () => {
  it.each<[Nested, Shape, number[]]>([
    [3, [], [3]],
    [[1, 2], [2], [1, 2]],
    [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [2, 3],
      [1, 2, 3, 4, 5, 6],
    ],
    [[], [0], []],
    [[[], []], [2, 0], []],
    [[NaN, -0, Infinity], [3], [NaN, -0, Infinity]],
  ])('of %j has shape %j', (nested, shape, data) => {
    const made = asTensor(nested);
    expect(made.shape).toEqual(shape);
    expect([...made.data]).toEqual(data);
    expect(made.dtype).toBe('float64');
  });

  it('is the tensor itself where it is one already', () => {
    const given = filled([2], 1, 'int64');
    expect(asTensor(given)).toBe(given);
  });

  it.each<[Nested, string]>([
    [[[1, 2], [3]], 'on axis 0 the first entry is a list of 2, a later one a list of 1'],
    [[[1], 2], 'on axis 0 the first entry is a list of 1, a later one a number'],
    [[1, [2]], 'on axis 0 the first entry is a number, a later one a list of 1'],
    [[[[1]], [[1, 2]]], 'on axis 1 the first entry is a list of 1, a later one a list of 2'],
    [[[], [1]], 'on axis 0 the first entry is a list of 0, a later one a list of 1'],
  ])('is refused if the lists are ragged: %j', (nested, why) => {
    expect(() => asTensor(nested)).toThrow(new RangeError(`ragged list: ${why}`));
  });

  it.each([['a'], [null], [undefined], [true], [{}]])('is refused if an entry is %j', (entry) => {
    expect(() => asTensor([[1], [entry]] as unknown as Nested)).toThrow(/^not a number: /);
    expect(() => asTensor(entry as unknown as Nested)).toThrow(TypeError);
  });

  it('goes back to the same lists', () => {
    fc.assert(
      fc.property(shapeOf({ minLength: 0, maxLength: 3 }), (shape) => {
        const of = drawn(shape, 1);
        const back = asTensor(toNested(of));
        expect(back.data).toEqual(of.data);
        // What lies inside an axis of length 0 cannot be written in lists.
        const end = shape.indexOf(0);
        expect(back.shape).toEqual(end < 0 ? shape : shape.slice(0, end + 1));
      }),
    );
  });
});

describe('a tensor of entries', () => {
  it('keeps them, and refuses a wrong number of them', () => {
    const data = Float64Array.of(1, 2);
    expect(tensor([2], data).data).toBe(data);
    expect(() => tensor([3], data)).toThrow(RangeError);
    expect(() => tensor([], [])).toThrow(RangeError);
  });

  it('is a matrix of its last axis by all before it', () => {
    expect(asMatrix(drawn([2, 3, 4], 1))).toMatchObject({ rows: 6, columns: 4 });
    expect(asMatrix(drawn([4], 1))).toMatchObject({ rows: 1, columns: 4 });
    expect(asMatrix(drawn([], 1))).toMatchObject({ rows: 1, columns: 1 });
    expect(rowsAndColumns([2, 0])).toEqual({ rows: 2, columns: 0 });
  });
});

describe('cells and indices', () => {
  it('count in row-major order, and turn into each other', () => {
    fc.assert(
      fc.property(shapeOf({ minLength: 0, maxLength: 4 }), (shape) => {
        for (let cell = 0; cell < sizeOf(shape); cell++) {
          expect(cellOfIndex(shape, indexOfCell(shape, cell))).toBe(cell);
        }
      }),
    );
    expect(indexOfCell([2, 3], 5)).toEqual([1, 2]);
    expect(stridesOf([2, 3, 4])).toEqual([12, 4, 1]);
  });

  it.each<[Shape, string]>([
    [[], '()'],
    [[3], '(3,)'],
    [[2, 3], '(2,3)'],
  ])('of shape %j are written %s', (shape, text) => {
    expect(shapeText(shape)).toBe(text);
  });
});

describe('entries are what their type can hold', () => {
  it.each<[DType, number[], number[]]>([
    ['bool', [0, 1, 2, -0], [0, 1, 1, 0]],
    ['int32', [2 ** 31, 46341 ** 2, -5], [-(2 ** 31), -2147479015, -5]],
    ['int64', [2 ** 31, -5], [2 ** 31, -5]],
    ['float32', [0.1, 1], [0.10000000149011612, 1]],
    ['float64', [0.1, NaN], [0.1, NaN]],
  ])('%s of %j are %j', (dtype, entries, held) => {
    expect([...rounded(Float64Array.from(entries), dtype)]).toEqual(held);
  });
});

describe('the type of a result', () => {
  // The columns: bool, int32, int64, float32, float64, as NumPy's `result_type` has them.
  const types: DType[] = ['bool', 'int32', 'int64', 'float32', 'float64'];
  it.each<[DType, DType[]]>([
    ['bool', ['bool', 'int32', 'int64', 'float32', 'float64']],
    ['int32', ['int32', 'int32', 'int64', 'float64', 'float64']],
    ['int64', ['int64', 'int64', 'int64', 'float64', 'float64']],
    ['float32', ['float32', 'float64', 'float64', 'float32', 'float64']],
    ['float64', ['float64', 'float64', 'float64', 'float64', 'float64']],
  ])('of %s and each other is %j', (type, results) => {
    expect(types.map((other) => promote(type, other))).toEqual(results);
    expect(types.map((other) => promote(other, type))).toEqual(results);
  });
});
