import fc from 'fast-check';
import type { Shape } from '../../../../src/core';

/** An axis: short, and often one of the lengths at which things go wrong. */
export const length = fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 2, max: 5 }));

/** A shape of some number of axes. */
export const shapeOf = (axes: { minLength: number; maxLength: number }): fc.Arbitrary<Shape> =>
  fc.array(length, axes);

/** The lengths of an Affine layer. */
export const lengths = fc.record({ N: length, D: length, H: length });

/** A shape that broadcasting can stretch to the given one: axes dropped in front, others made 1. */
const stretchable = (to: Shape): fc.Arbitrary<Shape> =>
  fc
    .tuple(
      fc.integer({ min: 0, max: to.length }),
      fc.array(fc.boolean(), { minLength: to.length, maxLength: to.length }),
    )
    .map(([dropped, ones]) => to.map((axis, i) => (ones[i] ? 1 : axis)).slice(dropped));

const fitting: Readonly<Record<string, fc.Arbitrary<readonly Shape[]>>> = {
  dot: fc
    .record({
      leading: fc.array(length, { maxLength: 2 }),
      D: length,
      H: fc.option(length, { nil: undefined }),
    })
    .map(({ leading, D, H }) => [[...leading, D], H === undefined ? [D] : [D, H]]),
  add: shapeOf({ minLength: 0, maxLength: 3 }).chain((to) =>
    fc.tuple(stretchable(to), stretchable(to)),
  ),
};

/** Operand shapes that an operation takes. */
export function fittingShapes(op: string): fc.Arbitrary<readonly Shape[]> {
  const shapes = fitting[op];
  if (!shapes) throw new Error(`support/shapes.ts needs an arbitrary for ${op}`);
  return shapes;
}

/** Two shapes that mostly do not fit each other. */
export const anyTwoShapes: fc.Arbitrary<readonly Shape[]> = fc.tuple(
  shapeOf({ minLength: 0, maxLength: 3 }),
  shapeOf({ minLength: 0, maxLength: 3 }),
);
