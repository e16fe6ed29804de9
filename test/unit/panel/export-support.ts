import fc from 'fast-check';
import {
  compute,
  sizeOf,
  tensor,
  type AffineInputs,
  type Computation,
  type DType,
  type GivenArray,
  type Loss,
} from '../../../src/core';

/** A known array. */
export function given(
  shape: readonly number[],
  data: readonly number[],
  dtype: DType = 'float64',
): GivenArray {
  return { ...tensor(shape, data, dtype), state: 'known' };
}

/** The inputs of the small example that ships. */
export const small: AffineInputs = {
  X: given([2, 3], [1, 2, -1, 0, -2, 3]),
  W: given([3, 2], [1, -1, 2, 0.5, 0, 3]),
  b: given([2], [0.5, -1]),
  dY: given([2, 2], [1, -0.5, 2, 0.25]),
};

/** The small example with a loss in the place of its dY. */
export function smallWith(loss: Loss): AffineInputs {
  const { X, W, b } = small;
  return { X, W, b: b!, loss };
}

const number = fc.oneof(
  fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
  fc.constantFrom(0, -0, 1, -1, 0.1, 1e-7, 123456.789),
);

/** An array of a shape, of any numbers. */
export function arrayOf(shape: readonly number[]): fc.Arbitrary<GivenArray> {
  const size = sizeOf(shape);
  return fc.array(number, { minLength: size, maxLength: size }).map((data) => given(shape, data));
}

const side = fc.integer({ min: 1, max: 4 });

/** Inputs of any sizes up to four, with and without a bias and a gradient. */
export const anyInputs: fc.Arbitrary<AffineInputs> = fc
  .tuple(side, side, side, fc.boolean(), fc.boolean())
  .chain(([N, D, H, hasBias, isGiven]) =>
    fc.record({
      X: arrayOf([N, D]),
      W: arrayOf([D, H]),
      ...(hasBias ? { b: arrayOf([H]) } : {}),
      ...(isGiven ? { dY: arrayOf([N, H]) } : {}),
    }),
  );

/** Every array of a computation, with its name in the trace. */
export function arraysOf({ values, gradients }: Computation): [string, Float64Array][] {
  return [
    ...[...values].map(([id, { data }]): [string, Float64Array] => [id, data!]),
    ...[...gradients].map(([id, { data }]): [string, Float64Array] => [`d${id}`, data!]),
  ];
}

export const computed = compute(small);
