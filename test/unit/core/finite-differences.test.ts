import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affine, numericalGradient, type Tensor } from '../../../src/core';
import { UNIT, drawn, expectWithin, mapped } from './support/numbers';
import { lengths } from './support/shapes';

const RUNS = 2500;
const STEP = 1e-4;

/** The loss whose gradient with respect to Y is dY: L = Σ dY·Y. */
function loss(Y: Tensor, dY: Tensor): number {
  return Y.data.reduce((sum, entry, i) => sum + entry * dY.data[i]!, 0);
}

/**
 * How far a central difference may be off. L is linear in each single entry, so the difference has
 * no error but rounding. An evaluation of L makes fewer than D + 3 + N·H roundings on any path, each
 * at most UNIT times the sum S of the sizes of all products; two evaluations, divided by 2h, give
 * (D + 3 + N·H)·UNIT·S/h, and x ± h being rounded as well adds less than that again: hence the 2.
 */
function toleranceOf(X: Tensor, W: Tensor, b: Tensor, dY: Tensor): number {
  const [x, w, c] = [X, W, b].map((of) => mapped(of, (entry) => Math.abs(entry) + STEP));
  const S = loss(affine({ X: x!, W: w!, b: c! }).Y, mapped(dY, Math.abs));
  const roundings = X.shape.at(-1)! + 3 + dY.data.length;
  return (2 * roundings * UNIT * S) / STEP;
}

function expectAgreement(X: Tensor, W: Tensor, b: Tensor): void {
  const { Y, backward } = affine({ X, W, b });
  const dY = drawn(Y.shape, 4);
  const { dX, dW, db } = backward(dY);
  const tolerance = toleranceOf(X, W, b, dY);
  const again = () => loss(affine({ X, W, b }).Y, dY);
  for (const [at, gradient, name] of [
    [X, dX, 'dX'],
    [W, dW, 'dW'],
    [b, db, 'db'],
  ] as const) {
    expect(gradient.shape).toEqual(at.shape);
    expectWithin(gradient, numericalGradient(again, at, STEP), () => tolerance, name);
  }
}

describe('the gradients of an Affine layer agree with central differences', () => {
  it(`for ${RUNS} random shapes, with 0 and 1 on every axis`, () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 1e6 }), ({ N, D, H }, seed) => {
        expectAgreement(drawn([N, D], seed), drawn([D, H], seed + 1), drawn([H], seed + 2));
      }),
      { numRuns: RUNS },
    );
  });

  it.each([0, 1, 2].flatMap((N) => [0, 1, 2].flatMap((D) => [0, 1, 2].map((H) => ({ N, D, H })))))(
    'for N = $N, D = $D, H = $H',
    ({ N, D, H }) => {
      expectAgreement(drawn([N, D], 1), drawn([D, H], 2), drawn([H], 3));
    },
  );

  it('for a 1-D x, a batch of one that keeps its own shape', () => {
    fc.assert(
      fc.property(lengths, ({ D, H }) => {
        expectAgreement(drawn([D], 1), drawn([D, H], 2), drawn([H], 3));
      }),
    );
  });

  it('tightly: an error of one part in a million would show', () => {
    const [X, W, b] = [drawn([4, 3], 1), drawn([3, 5], 2), drawn([5], 3)];
    const dY = drawn([4, 5], 4);
    const { dW } = affine({ X, W, b }).backward(dY);
    const largest = Math.max(...dW.data.map(Math.abs));
    expect(toleranceOf(X, W, b, dY)).toBeLessThan(1e-6 * largest);
  });
});

describe('a numerical gradient', () => {
  it('leaves the entries as they were', () => {
    const at = drawn([2, 3], 1);
    const kept = [...at.data];
    numericalGradient(() => at.data[0]! ** 2, at);
    expect([...at.data]).toEqual(kept);
  });

  it('is 2x for x², to the square of the step', () => {
    const at = drawn([4], 1);
    const gradient = numericalGradient(() => at.data.reduce((sum, x) => sum + x * x, 0), at);
    gradient.data.forEach((slope, i) => expect(slope).toBeCloseTo(2 * at.data[i]!, 8));
  });
});
