import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  filled,
  recompute,
  runPasses,
  sizeOf,
  type AffineInputs,
  type Computed,
  type DType,
  type GivenArray,
  type Passes,
  type Shape,
} from '../../../src/core';

const number = fc.double({ min: -4, max: 4, noNaN: true });
const edge = fc.oneof({ weight: 9, arbitrary: number }, fc.constantFrom(NaN, Infinity, -0, 0));

function array(shape: Shape, dtype: DType = 'float64'): fc.Arbitrary<GivenArray> {
  const size = sizeOf(shape);
  return fc.array(number, { minLength: size, maxLength: size }).map((entries) => ({
    shape,
    dtype,
    state: 'known',
    data: Float64Array.from(entries, dtype === 'float32' ? Math.fround : (entry) => entry),
  }));
}

const axis = fc.integer({ min: 1, max: 6 });
const layers = fc
  .record({
    N: fc.oneof(axis, fc.constant(0)),
    D: axis,
    H: axis,
    hasBias: fc.boolean(),
    isGiven: fc.boolean(),
    isOneSample: fc.boolean(),
    dtype: fc.constantFrom<DType>('float64', 'float32'),
  })
  .chain(({ N, D, H, hasBias, isGiven, isOneSample, dtype }) =>
    fc.record<AffineInputs>({
      X: array(isOneSample ? [D] : [N, D], dtype),
      W: array([D, H], dtype),
      ...(hasBias ? { b: array([H], dtype) } : {}),
      ...(isGiven ? { dY: array(isOneSample ? [H] : [N, H]) } : {}),
    } as never),
  );

const edits = fc.array(
  fc.record({ id: fc.constantFrom('X', 'W', 'b', 'dY'), at: fc.nat(), value: edge }),
  { minLength: 1, maxLength: 4 },
);

function edited(
  inputs: AffineInputs,
  changes: typeof edits extends fc.Arbitrary<infer T> ? T : never,
) {
  return changes.reduce<AffineInputs>((now, { id, at, value }) => {
    const before = now[id as 'X'];
    if (!before?.data || before.data.length === 0) return now;
    const data = before.data.slice();
    data[at % data.length] = before.dtype === 'float32' ? Math.fround(value) : value;
    return { ...now, [id]: { ...before, data } };
  }, inputs);
}

/** Sums of so few terms are added in the same order: to the last bit. */
function same(a: ReadonlyMap<string, Computed>, b: ReadonlyMap<string, Computed>): void {
  expect([...a.keys()]).toEqual([...b.keys()]);
  for (const [id, array] of b) expect([id, a.get(id)]).toEqual([id, array]);
}

function expectSame(a: Passes, b: Passes): void {
  same(a.values, b.values);
  same(a.gradients, b.gradients);
  expect([a.upstream, a.notes]).toEqual([b.upstream, b.notes]);
}

describe('a few numbers changed', () => {
  it('give what computing it all anew gives, and leave the earlier passes as they were', () => {
    fc.assert(
      fc.property(layers, edits, (inputs, changes) => {
        const passes = runPasses(inputs);
        const kept = structuredClone(passes);
        const after = edited(inputs, changes);
        expectSame(recompute({ inputs, passes }, after)!, runPasses(after));
        expect(passes).toEqual(kept);
      }),
      { numRuns: 3000 },
    );
  });

  it('in larger products up to rounding', () => {
    const [N, D, H] = [60, 70, 80];
    const noise = (shape: Shape, seed: number): GivenArray => ({
      shape,
      dtype: 'float64',
      state: 'known',
      data: Float64Array.from({ length: sizeOf(shape) }, (_, i) => Math.sin(i * 7.3 + seed)),
    });
    const inputs = {
      X: noise([N, D], 1),
      W: noise([D, H], 2),
      b: noise([H], 3),
      dY: noise([N, H], 4),
    };
    const after = edited(inputs, [
      { id: 'X', at: 77, value: 3 },
      { id: 'W', at: 99, value: -2 },
      { id: 'dY', at: 5, value: 9 },
    ]);
    const quick = recompute({ inputs, passes: runPasses(inputs) }, after)!;
    const full = runPasses(after);
    for (const lane of ['values', 'gradients'] as const) {
      for (const [id, { data }] of full[lane]) {
        const other = quick[lane].get(id)!.data!;
        data!.forEach((entry, cell) => expect(Math.abs(entry - other[cell]!)).toBeLessThan(1e-12));
      }
    }
  });

  it('leave what does not depend on them as it is', () => {
    const [X, W, b] = [[2, 3], [3, 2], [2]].map((shape) => ({
      ...filled(shape, 1),
      state: 'known' as const,
    }));
    const inputs = { X: X!, W: W!, b: b! };
    const passes = runPasses(inputs);
    const after = edited(inputs, [{ id: 'b', at: 0, value: 5 }]);
    const quick = recompute({ inputs, passes }, after)!;
    for (const id of ['X', 'W', 'Y']) {
      expect(quick.gradients.get(id)).toBe(passes.gradients.get(id));
    }
    expect(quick.values.get('XW')).toBe(passes.values.get('XW'));
  });

  it.each<[string, (inputs: AffineInputs) => AffineInputs]>([
    ['another shape', (inputs) => ({ ...inputs, X: { ...filled([4, 3], 1), state: 'known' } })],
    ['another type', (inputs) => ({ ...inputs, X: { ...inputs.X, dtype: 'float32' } })],
    ['a bias gone', ({ X, W }) => ({ X, W })],
    ['a gradient given', (inputs) => ({ ...inputs, dY: { ...filled([2, 2], 1), state: 'known' } })],
    [
      'a loss',
      (inputs) => ({ ...inputs, loss: { kind: 'softmax', target: [0, 1], isMean: true } }),
    ],
    [
      'numbers not known',
      ({ X: { shape, dtype }, ...others }) => ({
        ...others,
        X: { shape: shape!, dtype, state: 'shape-only' },
      }),
    ],
  ])('are not enough for %s', (_, change) => {
    const [X, W, b] = [[2, 3], [3, 2], [2]].map((shape) => ({
      ...filled(shape, 1),
      state: 'known' as const,
    }));
    const inputs = { X: X!, W: W!, b: b! };
    expect(recompute({ inputs, passes: runPasses(inputs) }, change(inputs))).toBeUndefined();
  });
});
