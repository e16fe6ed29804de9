import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draws } from '../../../../src/read/check/draws';
import {
  biasShape,
  fromRows,
  inputShape,
  outputShape,
  toRows,
  weightShape,
  type Form,
} from '../../../../src/read/check/form';
import { entrywise, product, reshaped, sameEntries } from '../../../../src/read/check/matrices';
import { affineGradients, numericGradients } from '../../../../src/read/check/truth';

const forms: fc.Arbitrary<Form> = fc.record({
  input: fc.constantFrom('rows', 'columns', 'vector', 'stacked', 'sequence'),
  weights: fc.constantFrom('DH', 'HD'),
  bias: fc.constantFrom('flat', 'row', 'column'),
});

const sizes = fc.record({
  N: fc.integer({ min: 1, max: 4 }),
  D: fc.constantFrom(2, 4, 6),
  H: fc.integer({ min: 1, max: 4 }),
});

describe('the true gradients', () => {
  it('are those of central differences, in every layout', () => {
    fc.assert(
      fc.property(forms, sizes, fc.nat(1000), (form, sizes, seed) => {
        const draws = new Draws(seed);
        const arrays = {
          X: draws.array(inputShape(form, sizes)),
          W: draws.array(weightShape(form, sizes)),
          b: draws.array(biasShape(form, sizes)),
          dY: draws.array(outputShape(form, sizes)),
        };
        const numeric = numericGradients(form, arrays, ({ X, W, b }) => {
          const XW = product(toRows(form, 'X', X), toRows(form, 'W', W))!;
          const bias = toRows(form, 'b', b!);
          const rows = { ...XW, data: XW.data.map((y, cell) => y + bias.data[cell % sizes.H]!) };
          return reshaped(fromRows(form, 'X', rows), arrays.dY.shape);
        });
        const exact = affineGradients(form, arrays);
        for (const variable of ['X', 'W', 'b'] as const) {
          expect(numeric[variable].shape).toEqual(exact[variable].shape);
          expect(sameEntries(numeric[variable], exact[variable])).toBe(true);
        }
      }),
    );
  });

  it('are told from others that differ in one entry', () => {
    const draws = new Draws(3);
    const a = draws.array([3, 2]);
    const b = entrywise(a, draws.array([3, 2]), (x) => x)!;
    b.data[4]! += 1e-3;
    expect(sameEntries(a, a)).toBe(true);
    expect(sameEntries(b, a)).toBe(false);
  });
});
