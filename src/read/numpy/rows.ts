import { makeArray, type NdArray } from './ndarray';

/** A view of one item along an array's first axis; of one entry, an array of no axes. */
export function arrayOfRow(array: NdArray, i: number): NdArray {
  const [, ...shape] = array.shape;
  const at = array.offset + i * array.strides[0]!;
  return shape.length === 0
    ? makeArray([], array.buffer?.slice(at, at + 1), array.dtype, array.state)
    : array.view({ shape, strides: array.strides.slice(1), offset: at });
}
