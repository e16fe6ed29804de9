import { describe, expect, it } from 'vitest';
import { add, affine, asMatrix, runForward, affineGraph, type Tensor } from '../../../src/core';
import { golden, unpack, type GoldenArray } from './support/golden';
import { UNIT, expectSameTensor, expectWithin } from './support/numbers';

type Name = 'X' | 'W' | 'b' | 'dY' | 'XW' | 'Y' | 'dX' | 'dW' | 'db';
type Case = { readonly name: string } & Readonly<Record<Name, GoldenArray>>;

const { affine: cases } = golden<{ affine: Case[] }>('numpy.json');

/** The largest error in a sum of K products, as a multiple of K·u·Σ|products|: theory gives 1 a side. */
const FACTOR = 2;

describe('an Affine layer gives what NumPy gives', () => {
  it('has several hundred cases to compare with', () => {
    expect(cases.length).toBeGreaterThan(300);
    for (const axis of ['X', 'W'] as const) {
      const shapes = cases.map((of) => of[axis].shape);
      expect(shapes.some((shape) => shape[0] === 0)).toBe(true);
      expect(shapes.some((shape) => shape[1] === 0)).toBe(true);
    }
  });

  it.each(cases)('on $name', (of) => {
    const [X, W, b, dY] = [of.X, of.W, of.b, of.dY].map(unpack) as [Tensor, Tensor, Tensor, Tensor];
    const values = runForward(affineGraph(), new Map(Object.entries({ X, W, b })));
    const { Y, backward } = affine({ X, W, b });
    const { dX, dW, db } = backward(dY);
    const XW = values.get('XW')!;
    expectProduct(XW, unpack(of.XW), [X, W, 'rows', 'columns']);
    expectProduct(dX, unpack(of.dX), [dY, W, 'rows', 'rows']);
    expectProduct(dW, unpack(of.dW), [X, dY, 'columns', 'columns']);
    expectSameTensor(add.forward([unpack(of.XW), b]), unpack(of.Y), 'Y of NumPy’s own XW');
    expectSameTensor(add.forward([XW, b]), Y, 'Y');
    expectSum(db, unpack(of.db), dY);
  });
});

type Side = 'rows' | 'columns';

/** A product's cell may be off by a few K·u·(|A|·|B|), in the roundings of its element type. */
function expectProduct(
  got: Tensor,
  wanted: Tensor,
  [A, B, ofA, ofB]: [Tensor, Tensor, Side, Side],
) {
  const [a, b] = [lines(A, ofA), lines(B, ofB)];
  const u = wanted.dtype === 'float32' ? 2 ** -24 : UNIT;
  const columns = Math.max(1, b.length);
  expect(got.dtype).toBe(wanted.dtype);
  expectWithin(got, wanted, (cell) => {
    const [left, right] = [a[Math.floor(cell / columns)]!, b[cell % columns]!];
    const size = left.reduce((sum, entry, k) => sum + Math.abs(entry * right[k]!), 0);
    return FACTOR * left.length * u * size;
  });
}

/** The rows (or the columns) of an array seen as a matrix. */
function lines(of: Tensor, side: Side): number[][] {
  const { rows, columns, data } = asMatrix(of);
  const [count, length] = side === 'rows' ? [rows, columns] : [columns, rows];
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length }, (_, k) => data[side === 'rows' ? i * columns + k : k * columns + i]!),
  );
}

/**
 * NumPy adds rows in order as we do; but a single column pairwise, and float32 rounding every sum,
 * where we round the last.
 */
function expectSum(got: Tensor, wanted: Tensor, dY: Tensor): void {
  const isPairwise = dY.shape.length === 2 && dY.shape[1] === 1;
  if (!isPairwise && dY.dtype !== 'float32') return expectSameTensor(got, wanted, 'db');
  const size = dY.data.reduce((sum, entry) => sum + Math.abs(entry), 0);
  const u = wanted.dtype === 'float32' ? 2 ** -24 : UNIT;
  expect(got.dtype).toBe(wanted.dtype);
  expectWithin(got, wanted, () => FACTOR * dY.data.length * u * size, 'db');
}
