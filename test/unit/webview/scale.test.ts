import { describe, expect, it } from 'vitest';
import { compute, roundUp } from '../../../src/core';
import { sceneOfComputation } from '../../../src/panel/scene';
import { modelOf } from '../../../webview/model';
import { fillOf, isClipped, scalesOf } from '../../../webview/scale';

const span = { start: 0, end: 0 };
const array = (shape: readonly number[], data: readonly number[]) =>
  ({ shape, data: Float64Array.from(data), dtype: 'float64', state: 'known', span }) as const;

/** X·W with given entries, where W is the unit matrix: XW = X. */
function modelWith(X: readonly number[], dY?: readonly number[]) {
  const [N, D] = [X.length / 2, 2];
  return modelOf(
    sceneOfComputation(
      compute({
        X: array([N, D], X),
        W: array([D, D], [1, 0, 0, 1]),
        ...(dY ? { dY: array([N, D], dY) } : {}),
      }),
    ),
  );
}

const all = { scale: 'shared', clip: 100 } as const;
const X = { lane: 'value', id: 'X' } as const;
const W = { lane: 'value', id: 'W' } as const;

describe('shared scales', () => {
  it('end at the largest magnitude of each family, rounded up', () => {
    const scales = scalesOf(modelWith([1, -7, 2, 3], [0.1, 0.2, -0.03, 0]), all);
    expect(scales.value).toEqual({ max: 8, clips: false });
    // dW = Xᵀ·dY = [[0.04, 0.2], [−0.79, −1.4]], with products up to 1.4.
    expect(scales.gradient).toEqual({ max: 2, clips: false });
    expect(scales.of(X)).toBe(scales.value);
    expect(scales.of({ lane: 'gradient', id: 'X' })).toBe(scales.gradient);
  });

  it('cover the products of the backward pass', () => {
    // The terms 30 and −30 of dW add up to 0.
    const scales = scalesOf(modelWith([10, 0, -10, 0], [3, 0, 3, 0]), all);
    expect(scales.gradient.max).toBe(30);
  });

  it('leave out what is not finite', () => {
    const scales = scalesOf(modelWith([1, Infinity, NaN, 3]), all);
    expect(scales.value.max).toBe(3);
    expect([fillOf(Infinity, scales.value), fillOf(NaN, scales.value)]).toEqual([0, 0]);
    expect(isClipped(Infinity, scales.value)).toBe(false);
  });

  it('are 1 where there is nothing', () => {
    expect(scalesOf(modelWith([0, 0]), all).value.max).toBe(1);
    expect(scalesOf(modelWith([]), { scale: 'matrix', clip: 50 }).of(X).max).toBe(1);
  });
});

describe('scales of each matrix', () => {
  it('end at its own largest magnitude', () => {
    const scales = scalesOf(modelWith([100, -700, 200, 300]), { scale: 'matrix', clip: 100 });
    expect(scales.isPerMatrix).toBe(true);
    expect([scales.of(X).max, scales.of(W).max]).toEqual([800, 1]);
  });
});

describe('clipping', () => {
  const sizes = [1, -2, 3, -4, 5, -6, 7, -8, 9, -1000];
  const model = modelWith(sizes);

  it.each([50, 70, 75, 90, 91, 99, 100])(
    'at %d percent ends at the smallest magnitude that so many do not exceed',
    (clip) => {
      const scale = scalesOf(model, { scale: 'matrix', clip }).of(X);
      const magnitudes = sizes.map(Math.abs).toSorted((a, b) => a - b);
      const end = magnitudes.find(
        (one) => magnitudes.filter((other) => other <= one).length >= (clip / 100) * sizes.length,
      )!;
      expect(scale.max).toBe(roundUp(end));
      const beyond = sizes.filter((value) => isClipped(value, scale));
      expect(beyond).toEqual(sizes.filter((value) => Math.abs(value) > scale.max));
      expect(scale.clips).toBe(beyond.length > 0);
    },
  );

  it('gives all beyond the full colour', () => {
    const scale = scalesOf(model, { scale: 'matrix', clip: 90 }).of(X);
    expect([fillOf(-1000, scale), isClipped(-1000, scale)]).toEqual([1, true]);
    expect([fillOf(9, scale) < 1, isClipped(9, scale)]).toEqual([true, false]);
  });

  it('does not end at 0 where most entries are', () => {
    const scale = scalesOf(modelWith([0, 0, 0, 0, 0, 0, 0, 5]), { scale: 'matrix', clip: 50 });
    expect(scale.of(X)).toEqual({ max: 5, clips: false });
  });
});
