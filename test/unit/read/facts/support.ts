import fc from 'fast-check';
import {
  DTYPES,
  isFloat,
  isUnsigned,
  roundingOf,
  sizeOf,
  type DType,
  type Shape,
} from '../../../../src/core';
import { evaluate, type ReadArray } from '../../../../src/read';

/** The array that the last line of a program binds. */
export function lastArray(lines: readonly string[]): { array: ReadArray; source: string } {
  const source = ['import numpy as np', ...lines].join('\n');
  return { array: evaluate(source).bindings.at(-1)!.value, source };
}

/** An array made from its entries. */
export function arrayOf(shape: Shape, data: Iterable<number>, dtype: DType = 'float64'): ReadArray {
  const entries = Float64Array.from(data);
  return { state: 'known', shape, dtype, data: entries, span: { start: 0, end: 0 } };
}

const FLOATS = fc.oneof(
  fc.double(),
  fc.integer({ min: -9, max: 9 }),
  fc.constantFrom(-0, NaN, 0.1),
);
const WHOLE = fc.oneof(fc.maxSafeInteger(), fc.constantFrom(2 ** 60, -(2 ** 62), 1e18 + 1024));

/** Any entry that an element type can hold. */
function entriesOf(dtype: DType): fc.Arbitrary<number> {
  const round = roundingOf(dtype) ?? ((entry: number) => entry);
  if (isFloat(dtype)) return FLOATS.map((entry) => round(entry));
  return WHOLE.map((entry) => round(isUnsigned(dtype) ? Math.abs(entry) : entry));
}

/** Random arrays of up to three axes and every element type, with NaN, ∞ and −0 among the floats. */
export const arrays: fc.Arbitrary<ReadArray> = fc
  .tuple(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }), fc.constantFrom(...DTYPES))
  .chain(([shape, dtype]) =>
    fc
      .array(entriesOf(dtype), { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
      .map((data) => arrayOf(shape, data, dtype)),
  );
