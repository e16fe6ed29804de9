import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShapeError, ops, plain, type Op, type Shape } from '../../../src/core';
import { drawn } from './support/numbers';
import { anyTwoShapes, fittingShapes } from './support/shapes';

/** What forward does on operands of these shapes: the output's shape, or the error. */
function tried(op: Op, shapes: readonly Shape[]): Shape | ShapeError {
  try {
    return op.forward(shapes.map((shape, i) => drawn(shape, i))).shape;
  } catch (error) {
    if (error instanceof ShapeError) return error;
    throw error;
  }
}

describe.each([...ops.values()].map((op) => ({ name: op.name, op })))('$name', ({ name, op }) => {
  it('is known by its name', () => {
    expect(ops.get(op.name)).toBe(op);
  });

  it('gives the shape its rule foretells, or fails with the rule’s message', () => {
    const shapes = fc.oneof(fittingShapes(name), anyTwoShapes);
    fc.assert(
      fc.property(shapes, (of) => {
        const answer = op.shape(of);
        const result = tried(op, of);
        if (answer.ok) {
          expect(result).toEqual(answer.shape);
        } else {
          expect(result).toBeInstanceOf(ShapeError);
          expect(result).toMatchObject({
            message: plain(answer.clash.message),
            clash: answer.clash,
          });
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('takes all shapes that fit', () => {
    fc.assert(fc.property(fittingShapes(name), (of) => op.shape(of).ok));
  });

  it('names two axes of different lengths where it says that they clash', () => {
    let clashes = 0;
    fc.assert(
      fc.property(anyTwoShapes, (of) => {
        const answer = op.shape(of);
        if (answer.ok || !answer.clash.axes) return;
        const { left, right } = answer.clash.axes;
        expect([left.operand, right.operand]).toEqual([0, 1]);
        for (const { operand, axis, length } of [left, right]) {
          expect(of[operand]![axis]).toBe(length);
        }
        expect(left.length).not.toBe(right.length);
        clashes++;
      }),
      { numRuns: 1000 },
    );
    expect(clashes).toBeGreaterThan(50);
  });

  it('links axes of equal length, and every axis of the output to one of an operand', () => {
    fc.assert(
      fc.property(fittingShapes(name), (of) => {
        const answer = op.shape(of);
        if (!answer.ok) return;
        const shapeAt = (place: number | 'output') =>
          place === 'output' ? answer.shape : of[place]!;
        const linked = new Set<number>();
        for (const { a, b } of op.axisLinks(of)) {
          expect(shapeAt(a.of)[a.axis]).toBe(shapeAt(b.of)[b.axis]);
          if (b.of === 'output') linked.add(b.axis);
        }
        expect([...linked].sort()).toEqual([...answer.shape.keys()]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a clash is told in NumPy’s words', () => {
  const message = (name: string, shapes: Shape[]) => {
    const answer = ops.get(name)!.shape(shapes);
    return answer.ok ? 'fits' : plain(answer.clash.message);
  };

  it.each([
    ['dot', [2, 3], [2, 2], 'shapes (2,3) and (2,2) not aligned: 3 (dim 1) != 2 (dim 0)'],
    ['dot', [3], [2, 2], 'shapes (3,) and (2,2) not aligned: 3 (dim 0) != 2 (dim 0)'],
    ['add', [2, 3], [4], 'operands could not be broadcast together with shapes (2,3) (4,)'],
  ])('%s of %j and %j', (name, left, right, words) => {
    expect(message(name, [left, right])).toBe(words);
  });

  it('or in our own, where NumPy would do something that is no product of matrices', () => {
    for (const shapes of [
      [[], [2]],
      [[2], []],
      [
        [2, 3],
        [1, 3, 2],
      ],
    ]) {
      expect(message('dot', shapes)).toMatch(/^dot needs a left array of 1 or more axes/);
    }
  });
});
