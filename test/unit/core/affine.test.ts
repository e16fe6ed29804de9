import { describe, expect, it } from 'vitest';
import { Affine, ShapeError, affine, asTensor, toNested } from '../../../src/core';

const X = [
  [1, 2, -1],
  [0, -2, 3],
];
const W = [
  [1, -1],
  [2, 0.5],
  [0, 3],
];
const b = [0.5, -1];
const dY = [
  [1, 2],
  [-1, 0],
];

describe('affine({X, W, b})', () => {
  it('gives Y, and backward gives dX, dW and db', () => {
    const { Y, backward } = affine({ X, W, b });
    expect(toNested(Y)).toEqual([
      [5.5, -4],
      [-3.5, 7],
    ]);
    const { dX, dW, db } = backward(dY);
    expect(toNested(dX)).toEqual([
      [-1, 3, 6],
      [-1, -2, 0],
    ]);
    expect(toNested(dW)).toEqual([
      [1, 2],
      [4, 4],
      [-4, -2],
    ]);
    expect(toNested(db)).toEqual([0, 2]);
  });

  it('keeps the shape of a 1-D x, of its Y and of its dx', () => {
    const { Y, backward } = affine({ X: X[0]!, W, b });
    expect(toNested(Y)).toEqual([5.5, -4]);
    const { dX, dW, db } = backward(dY[0]!);
    expect(toNested(dX)).toEqual([-1, 3, 6]);
    expect(toNested(dW)).toEqual([
      [1, 2],
      [2, 4],
      [-1, -2],
    ]);
    expect(toNested(db)).toEqual([1, 2]);
  });

  it('can go backward several times, each time from the start', () => {
    const { backward } = affine({ X, W, b });
    expect(backward(dY)).toEqual(backward(dY));
  });

  it('leaves its operands as they are', () => {
    const given = { X: asTensor(X), W: asTensor(W), b: asTensor(b) };
    affine(given).backward(dY);
    expect(Object.values(given).map(toNested)).toEqual([X, W, b]);
  });

  it('refuses shapes that do not fit, in NumPy’s words', () => {
    expect(() => affine({ X, W: X, b })).toThrow(ShapeError);
    expect(() => affine({ X, W: X, b })).toThrow(
      'shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)',
    );
    expect(() => affine({ X, W, b: [1, 2, 3] })).toThrow(
      'operands could not be broadcast together with shapes (2,2) (3,)',
    );
  });

  it('refuses a dY that does not have the shape of Y', () => {
    const { backward } = affine({ X, W, b });
    expect(() => backward([1, 2])).toThrow(
      new RangeError('the gradient of Y has shape (2,), not (2,2)'),
    );
  });

  it('takes no notice of what else it is given', () => {
    const more = { X, W, b, dY, Y: [[1]] };
    expect(toNested(affine(more).Y)).toEqual(toNested(affine({ X, W, b }).Y));
  });
});

describe('the book’s class Affine', () => {
  it('has no gradients and no x until it is run', () => {
    const { x, dW, db } = new Affine(W, b);
    expect([x, dW, db]).toEqual([null, null, null]);
  });

  it('keeps x in forward, and dW and db in backward, which gives dx', () => {
    const layer = new Affine(W, b);
    const given = asTensor(X);
    const out = layer.forward(given);
    expect(layer.x).toBe(given);
    expect([layer.dW, layer.db]).toEqual([null, null]);
    const { Y, backward } = affine({ X, W, b });
    expect(out).toEqual(Y);
    const { dX, dW, db } = backward(dY);
    expect(layer.backward(dY)).toEqual(dX);
    expect([layer.dW, layer.db]).toEqual([dW, db]);
  });

  it('goes backward from the last forward', () => {
    const layer = new Affine(W, b);
    layer.forward(X);
    layer.forward(X[1]!);
    expect(layer.backward(dY[1]!)).toEqual(affine({ X: X[1]!, W, b }).backward(dY[1]!).dX);
  });

  it('cannot go backward first', () => {
    expect(() => new Affine(W, b).backward(dY)).toThrow('backward needs a forward pass first');
  });

  it('keeps the last x if the next does not fit', () => {
    const layer = new Affine(W, b);
    layer.forward(X);
    expect(() => layer.forward([1, 2])).toThrow(ShapeError);
    expect(toNested(layer.x!)).toEqual(X);
    expect(layer.backward(dY)).toEqual(affine({ X, W, b }).backward(dY).dX);
  });
});
