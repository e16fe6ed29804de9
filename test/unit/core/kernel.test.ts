import fc from 'fast-check';
import { setFlagsFromString } from 'node:v8';
import { describe, expect, it } from 'vitest';
import fused from '../../../src/core/kernel/assembly/product.fused.wasm';
import plain from '../../../src/core/kernel/assembly/product.wasm';
import { multiplyPacked } from '../../../src/core/kernel/packed';
import { multiplyInTiles } from '../../../src/core/kernel/tiles';
import { blockOf, type MatrixView, type Product } from '../../../src/core/kernel/view';
import { wasmProduct } from '../../../src/core/kernel/wasm';
import { matmul, rowMajor, transposed } from '../../../src/core/matmul';
import { entryOf, plainSum, sizeOfTerms, views } from './support/views';

// Node 20 knows it, but only when asked; newer ones have it on.
setFlagsFromString('--experimental-wasm-relaxed-simd');

const inTiles: Product = (A, B) => {
  const out = new Float64Array(A.rows * B.columns);
  multiplyInTiles(A, B, rowMajor(out, A.rows, B.columns));
  return out;
};

/** These round as the plain sum does. */
const exact: Record<string, Product> = {
  'in tiles': inTiles,
  packed: multiplyPacked,
  'in plain WebAssembly': wasmProduct([plain])!,
};

/** These may fuse a product with the sum. */
const close: Record<string, Product> = {
  'in fused WebAssembly': wasmProduct([fused])!,
  matmul,
};

const all = { ...exact, ...close };
const name = (variants: Record<string, Product>) => Object.keys(variants);

/** Lengths on both sides of the tiles', and past a block of the kernel. */
const sizes = fc.record({
  rows: fc.oneof(fc.nat(12), fc.nat(40)),
  inner: fc.oneof(fc.nat(6), fc.nat(40), fc.integer({ min: 250, max: 600 })),
  columns: fc.oneof(fc.nat(10), fc.nat(40)),
});

const ordinary = fc.double({ min: -4, max: 4, noNaN: true });
const whole = fc.integer({ min: -9, max: 9 });
const special = fc.constantFrom(0, -0, 1, -1.5, 3, NaN, Infinity, -Infinity, 1e-200, -1e-200);
const overflowing = fc.oneof(special, fc.constantFrom(1e200, -1e200, 5e-324));

function expectSame(got: Float64Array, wanted: Float64Array): void {
  expect(got.length).toBe(wanted.length);
  const differing = wanted.findIndex((entry, cell) => !Object.is(entry, got[cell]));
  if (differing >= 0) {
    expect.fail(`cell ${differing} is ${got[differing]}, not ${wanted[differing]}`);
  }
}

/** Two sums of K products, each rounded in its own way, are this close: K·eps·(|A|·|B|). */
function expectClose(got: Float64Array, A: MatrixView, B: MatrixView): void {
  const wanted = plainSum(A, B);
  const bound = sizeOfTerms(A, B);
  expect(got.length).toBe(wanted.length);
  for (const [cell, entry] of wanted.entries()) {
    const isFine = Number.isFinite(entry)
      ? Math.abs(got[cell]! - entry) <= A.columns * (Number.EPSILON * bound[cell]! + 5e-324)
      : Object.is(got[cell], entry);
    if (!isFine || Object.is(got[cell], -0)) {
      expect.fail(`cell ${cell} is ${got[cell]}, not near ${entry}`);
    }
  }
}

describe('a product', () => {
  it.each(name(exact))('%s is the plain sum of products, however the operands lie', (variant) => {
    fc.assert(
      fc.property(views(sizes, ordinary), ([A, B]) =>
        expectSame(exact[variant]!(A, B), plainSum(A, B)),
      ),
      { numRuns: 800 },
    );
  });

  it('by matmul is the plain sum as long as its products can be followed', () => {
    const few = fc.record({ rows: fc.nat(20), inner: fc.nat(50), columns: fc.nat(20) });
    fc.assert(
      fc.property(views(few, ordinary), ([A, B]) => expectSame(matmul(A, B), plainSum(A, B))),
      { numRuns: 800 },
    );
    const [X, W] = [filled(20, 50), filled(50, 10)];
    expectSame(matmul(X, W), plainSum(X, W));
  });

  it.each(name(exact))('%s treats NaN, infinities and −0 as a plain sum does', (variant) => {
    fc.assert(
      fc.property(views(sizes, overflowing), ([A, B]) =>
        expectSame(exact[variant]!(A, B), plainSum(A, B)),
      ),
      { numRuns: 300 },
    );
  });

  it.each(name(close))('%s is within K·eps·(|A|·|B|) of it', (variant) => {
    fc.assert(
      fc.property(views(sizes, ordinary), ([A, B]) => expectClose(close[variant]!(A, B), A, B)),
      { numRuns: 800 },
    );
  });

  it.each(name(close))('%s treats NaN, infinities and −0 alike', (variant) => {
    fc.assert(
      fc.property(views(sizes, special), ([A, B]) => expectClose(close[variant]!(A, B), A, B)),
      { numRuns: 300 },
    );
  });

  it.each(name(all))('%s of whole numbers is exact', (variant) => {
    fc.assert(
      fc.property(views(sizes, whole), ([A, B]) =>
        expectSame(all[variant as keyof typeof all]!(A, B), plainSum(A, B)),
      ),
      { numRuns: 200 },
    );
  });

  const large = [
    [401, 3, 513],
    [803, 2, 7],
    [6, 257, 1025],
    [101, 512, 5],
    [99, 783, 51],
    [300, 600, 150],
  ] as const;

  it.each(large)('is right past a block, %i × %i × %i', (rows, inner, columns) => {
    const [A, B] = [filled(rows, inner), filled(inner, columns)];
    const wanted = plainSum(A, B);
    for (const product of Object.values(exact)) {
      expectSame(product(A, B), wanted);
      expectSame(product(columnsFirst(A), columnsFirst(B)), wanted);
    }
    for (const product of Object.values(close)) {
      expectClose(product(A, B), A, B);
      expectClose(product(columnsFirst(A), columnsFirst(B)), A, B);
    }
  });

  it.each(name(all))('%s does not depend on what was computed before', (variant) => {
    const product = all[variant as keyof typeof all]!;
    const [A, B] = [filled(20, 50), filled(50, 10)];
    const first = product(A, B);
    const kept = first.slice();
    product(filled(300, 300, NaN), filled(300, 300, NaN));
    expectSame(product(A, B), kept);
    expectSame(first, kept);
  });

  it.each(name(all))('%s over an empty axis is zeros', (variant) => {
    const product = all[variant as keyof typeof all]!;
    expectSame(product(filled(30, 0), filled(0, 40)), new Float64Array(1200));
    expect(product(filled(0, 30), filled(30, 40))).toHaveLength(0);
    expect(product(filled(30, 40), filled(40, 0))).toHaveLength(0);
  });

  it('in tiles can be written column by column', () => {
    const [A, B] = [filled(23, 7), filled(7, 13)];
    const C = transposed(rowMajor(new Float64Array(23 * 13), 13, 23));
    multiplyInTiles(A, B, C);
    plainSum(A, B).forEach((entry, cell) => {
      expect(entryOf(C, Math.floor(cell / 13), cell % 13)).toBe(entry);
    });
  });

  it('of a part of a matrix leaves the rest alone', () => {
    const M = filled(40, 40);
    const kept = M.data.slice();
    const [A, B] = [blockOf(M, 3, 5, 30, 20), blockOf(M, 11, 2, 20, 25)];
    for (const product of Object.values(exact)) expectSame(product(A, B), plainSum(A, B));
    expectSame(M.data, kept);
  });
});

/** A row-major matrix of some numbers without a pattern, or of one. */
function filled(rows: number, columns: number, entry?: number): MatrixView {
  const some = (cell: number) => entry ?? Math.sin(cell * 12.9898) * 3;
  return rowMajor(
    Float64Array.from({ length: rows * columns }, (_, i) => some(i)),
    rows,
    columns,
  );
}

/** The same matrix with the entries of each column side by side. */
function columnsFirst(view: MatrixView): MatrixView {
  const { rows, columns } = view;
  const at = (cell: number) => entryOf(view, cell % rows, Math.floor(cell / rows));
  const data = Float64Array.from({ length: rows * columns }, (_, cell) => at(cell));
  return transposed(rowMajor(data, columns, rows));
}
