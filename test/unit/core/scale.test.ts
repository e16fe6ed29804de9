import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundUp, strength } from '../../../src/core';

describe('a scale', () => {
  it.each([
    [0, 1],
    [NaN, 1],
    [1, 1],
    [1.01, 2],
    [6.5, 8],
    [9, 10],
    [0.07, 0.08],
    [3e5, 3e5],
    [5e-324, 5e-324],
    [1.7e308, 1.7e308],
  ])('rounds %d up to %d', (magnitude, end) => {
    expect(roundUp(magnitude)).toBe(end);
  });

  it('holds what it was made for, at no more than twice its size', () => {
    fc.assert(
      fc.property(
        fc.double({ min: Number.MIN_VALUE, noNaN: true, noDefaultInfinity: true }),
        (x) => {
          const end = roundUp(x);
          expect(end).toBeGreaterThanOrEqual(x * (1 - 1e-12));
          expect(end / 2).toBeLessThanOrEqual(x);
          expect(strength(x, end)).toBeGreaterThan(0.7);
          expect(strength(x, end)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('fills by the root of the share, and nothing for what is no number', () => {
    expect([0, 1, -4, 16, 64].map((x) => strength(x, 16))).toEqual([0, 0.25, 0.5, 1, 1]);
    expect([NaN, Infinity].map((x) => strength(x, 16))).toEqual([0, 0]);
  });
});
