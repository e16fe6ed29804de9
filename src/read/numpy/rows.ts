import { NdArray } from './ndarray';

/** A view of one item along an array's first axis; of one entry, an array of no axes. */
export function arrayOfRow(array: NdArray, i: number): NdArray {
  const [, ...shape] = array.shape;
  return new NdArray({
    buffer:
      shape.length === 0
        ? array.buffer?.slice(
            array.offset + i * array.strides[0]!,
            array.offset + i * array.strides[0]! + 1,
          )
        : array.buffer,
    shape,
    dtype: array.dtype,
    state: array.state,
    strides: array.strides.slice(1),
    offset: shape.length === 0 ? 0 : array.offset + i * array.strides[0]!,
  });
}
