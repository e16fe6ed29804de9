import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  affine,
  equalAxes,
  outcomeOf,
  plain,
  refusalOfUpdate,
  shapeText,
  wrongRules,
  type LayerArrays,
  type Tensor,
} from '../../../src/core';
import { golden, unpack, type GoldenArray } from './support/golden';
import { drawn, expectWithin, mapped } from './support/numbers';

interface Case extends Record<'X' | 'W' | 'b' | 'dY', GoldenArray> {
  readonly name: string;
  readonly results: readonly {
    readonly of: string;
    readonly rule: string;
    readonly out?: GoldenArray;
    readonly error?: string;
    readonly update?: string;
  }[];
}

const { cases } = golden<{ cases: Case[] }>('wrong-rules.json');

function layerOf({ X, W, b, dY }: Case) {
  return { X: unpack(X), W: unpack(W), b: unpack(b), dY: unpack(dY) };
}

function layer(N: number, D: number, H: number, seed = 1) {
  const array = (shape: number[], at: number) => drawn(shape, seed * 10 + at);
  return { X: array([N, D], 1), W: array([D, H], 2), b: array([H], 3), dY: array([N, H], 4) };
}

/** The right results of a layer, by name. */
function rightOf({ X, W, b, dY }: Required<LayerArrays>): Record<string, Tensor> {
  const pass = affine({ X, W, b });
  return { Y: pass.Y, ...pass.backward(dY) };
}

function rule(name: string) {
  return wrongRules.find((one) => one.name === name)!;
}

describe.each(cases)('NumPy’s answers to wrong rules for N, D, H = $name', (of) => {
  const arrays = layerOf(of);

  it('are all asked for', () => {
    expect(of.results.map(({ rule: name }) => name)).toEqual(wrongRules.map(({ name }) => name));
  });

  it.each(of.results)('$of = $rule', ({ rule: name, out, error, update }) => {
    const result = rule(name).run(arrays);
    if (!result.ok) {
      expect(plain(result.message)).toBe(error?.trim());
      return;
    }
    expect(error).toBeUndefined();
    expectWithin(result.tensor, unpack(out!), () => 1e-13, name);
    if (update === undefined) return;
    const variable = { dX: arrays.X, dW: arrays.W, db: arrays.b }[rule(name).of as 'dX'];
    const refusal = refusalOfUpdate(variable, result.tensor);
    expect(refusal ? plain(refusal) : 'fits').toBe(update.trim());
  });
});

describe('a wrong rule', () => {
  it('shows in the numbers alone where N = D = H, in almost every cell', () => {
    const arrays = layer(3, 3, 3);
    const right = rightOf(arrays);
    for (const one of wrongRules) {
      const outcome = outcomeOf(one, arrays, right[one.of]!);
      if (one.name === 'dY' || one.name === 'np.sum(dY)') {
        expect(outcome.kind).toBe('shape');
        continue;
      }
      expect(outcome.kind, one.name).toBe('values');
      if (outcome.kind !== 'values') continue;
      const { differences, cells, relativeError } = outcome.comparison;
      expect(differences.length, one.name).toBeGreaterThan(cells / 2);
      expect(relativeError, one.name).toBeGreaterThan(0.01);
    }
  });

  it('is right by luck where there is nothing to get wrong', () => {
    const arrays = layer(1, 1, 1);
    const right = rightOf(arrays);
    const lucky = wrongRules.filter((one) => {
      const outcome = outcomeOf(one, arrays, right[one.of]!);
      return outcome.kind === 'values' && outcome.comparison.differences.length === 0;
    });
    expect(lucky.map(({ name }) => name)).toEqual([
      'np.dot(W, X) + b',
      'X * W + b',
      'np.dot(dY, W)',
      'np.dot(W.T, dY)',
      'np.dot(W, dY.T)',
      'np.dot(X, dY)',
      'np.dot(dY.T, X)',
      'np.dot(X.T, dY) / N',
      'np.sum(dY, axis=1)',
      'np.mean(dY, axis=0)',
    ]);
  });

  it('that divides by N is off by exactly that factor, in every cell', () => {
    const sizes = fc.tuple(
      fc.integer({ min: 2, max: 5 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 99 }),
    );
    fc.assert(
      fc.property(sizes, ([N, D, H, seed]) => {
        const arrays = layer(N, D, H, seed);
        const { dW, db } = rightOf(arrays) as Record<'dW' | 'db', Tensor>;
        for (const [name, right] of [
          ['np.dot(X.T, dY) / N', dW],
          ['np.mean(dY, axis=0)', db],
        ] as const) {
          const outcome = outcomeOf(rule(name), arrays, right);
          if (outcome.kind !== 'values') return expect.fail(outcome.kind);
          expectWithin(
            mapped(outcome.got, (entry) => entry * N),
            right,
            () => 1e-14,
          );
          expect(outcome.comparison.relativeError).toBeCloseTo(1 - 1 / N, 10);
        }
      }),
    );
  });

  it('lists the largest difference first, and takes no rounding for one', () => {
    const arrays = layer(3, 3, 3);
    const { dX } = rightOf(arrays) as Record<'dX', Tensor>;
    const outcome = outcomeOf(rule('np.dot(dY, W)'), arrays, dX);
    if (outcome.kind !== 'values') return expect.fail(outcome.kind);
    const sizes = outcome.comparison.differences.map(({ got, wanted }) => Math.abs(got - wanted));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    const nudged = mapped(outcome.got, (entry) => entry * (1 + 2 * Number.EPSILON));
    const again = outcomeOf(rule('np.dot(dY, W)'), arrays, nudged);
    expect(again).toMatchObject({
      kind: 'values',
      comparison: { differences: [], relativeError: 0 },
    });
  });

  it('counts numbers that are none as different, unless both are', () => {
    const arrays = layer(2, 2, 2);
    const broken = { ...arrays, dY: mapped(arrays.dY, () => NaN) };
    const right = rightOf(arrays)['dX']!;
    const outcome = outcomeOf(rule('np.dot(dY, W)'), broken, right);
    expect(outcome).toMatchObject({ kind: 'values', comparison: { relativeError: Infinity } });
    const both = outcomeOf(
      rule('np.dot(dY, W)'),
      broken,
      mapped(right, () => NaN),
    );
    expect(both).toMatchObject({ kind: 'values', comparison: { differences: [] } });
  });

  it('works without a bias', () => {
    const { X, W, dY } = layer(3, 3, 3);
    for (const one of wrongRules.filter(({ of }) => of === 'Y')) {
      const result = one.run({ X, W, dY });
      expect(result.ok && shapeText(result.tensor.shape), one.name).toBe('(3,3)');
    }
  });
});

describe('axes of equal length', () => {
  it.each([
    [2, 3, 4, []],
    [3, 3, 2, ['N = D']],
    [2, 3, 3, ['D = H']],
    [3, 2, 3, ['N = H']],
    [3, 3, 3, ['N = D = H']],
  ])('N, D, H = %i, %i, %i: %j', (N, D, H, equal) => {
    expect(equalAxes(layer(N, D, H))).toEqual(equal);
  });
});
