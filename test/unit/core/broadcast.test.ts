import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, broadcastShapes, isClash, type Shape, type Tensor } from '../../../src/core';
import { drawn, expectSameTensor } from './support/numbers';
import { anyTwoShapes, fittingShapes } from './support/shapes';

/** All indices of a shape, in row-major order. */
function indices(shape: Shape): number[][] {
  return shape.reduce<number[][]>(
    (before, length) => before.flatMap((index) => Array.from({ length }, (_, i) => [...index, i])),
    [[]],
  );
}

/** What stands at an index of the broadcast array: found by walking nested lists, axis by axis. */
function entryAt(of: Tensor, index: readonly number[]): number {
  const own = index.slice(index.length - of.shape.length);
  const clamped = own.map((i, axis) => (of.shape[axis] === 1 ? 0 : i));
  const cell = indices(of.shape).findIndex((at) => at.every((i, axis) => i === clamped[axis]));
  return of.data[cell]!;
}

const operands = fittingShapes('add').map((shapes) =>
  shapes.map((shape, i) => drawn(shape, i + 1)),
);

describe('broadcasting agrees with a naive reference', () => {
  it('forward', () => {
    fc.assert(
      fc.property(operands, ([a, b]) => {
        const shape = broadcastShapes(a!.shape, b!.shape) as Shape;
        const sums = indices(shape).map((index) => entryAt(a!, index) + entryAt(b!, index));
        const data = Float64Array.from(sums);
        expectSameTensor(add.forward([a!, b!]), { shape, data, dtype: 'float64' });
      }),
      { numRuns: 500 },
    );
  });

  it('backward: each gradient is added to the entry that was lent', () => {
    fc.assert(
      fc.property(operands, (of) => {
        const upstream = drawn(add.forward(of).shape, 7);
        of.forEach((operand, input) => {
          const isStretched = operand.shape.join() !== upstream.shape.join();
          const positions = { ...operand, data: operand.data.map((_, cell) => cell) };
          const data = new Float64Array(operand.data.length);
          indices(upstream.shape).forEach((index, cell) => {
            const at = entryAt(positions, index);
            data[at] = isStretched ? data[at]! + upstream.data[cell]! : upstream.data[cell]!;
          });
          expectSameTensor(add.backward(input, of, upstream), { ...operand, data });
        });
      }),
      { numRuns: 500 },
    );
  });

  it('in which shapes fit, and in the shape they make', () => {
    fc.assert(
      fc.property(anyTwoShapes, ([a, b]) => {
        const rank = Math.max(a!.length, b!.length);
        const [left, right] = [a!, b!].map((shape) => [
          ...new Array<number>(rank - shape.length).fill(1),
          ...shape,
        ]);
        const pairs = left!.map((length, axis) => new Set([length, right![axis]!]));
        pairs.forEach((pair) => pair.size > 1 && pair.delete(1));
        const answer = broadcastShapes(a!, b!);
        if (pairs.some((pair) => pair.size > 1)) expect(isClash(answer)).toBe(true);
        else expect(answer).toEqual(pairs.map((pair) => [...pair][0]));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a sum', () => {
  it('keeps −0 where both are −0 or where the gradient passes through', () => {
    const zeros: Tensor = { shape: [2], data: Float64Array.of(-0, 0), dtype: 'float64' };
    expectSameTensor(add.forward([zeros, zeros]), zeros);
    expectSameTensor(add.backward(1, [zeros, zeros], zeros), zeros);
  });

  it('starts at 0 where copies are added up, as NumPy does', () => {
    const b: Tensor = { shape: [1], data: Float64Array.of(5), dtype: 'float64' };
    const upstream: Tensor = { shape: [2, 1], data: Float64Array.of(-0, -0), dtype: 'float64' };
    const db = add.backward(1, [upstream, b], upstream);
    expect(Object.is(db.data[0], 0)).toBe(true);
  });

  it('passes a gradient on as a copy: changing one leaves the other', () => {
    const [a, b] = [drawn([2], 1), drawn([2], 2)];
    const upstream = drawn([2], 3);
    add.backward(0, [a, b], upstream).data[0] = 9;
    expect(upstream.data[0]).not.toBe(9);
  });
});
