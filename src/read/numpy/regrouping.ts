import { sizeOf, type Shape } from '../../core';
import { type NdArray } from './ndarray';

/**
 * The strides with which the same entries show as another shape; undefined where they lie in no such
 * order. Axes are taken together, on both sides, until they have as many entries.
 */
export function regrouped(x: NdArray, shape: Shape): number[] | undefined {
  const old = [...x.shape.keys()].filter((axis) => x.shape[axis] !== 1);
  const strides = new Array<number>(shape.length).fill(0);
  let [from, to] = [0, 0];
  while (from < old.length && to < shape.length) {
    let [fromEnd, toEnd] = [from + 1, to + 1];
    let [left, right] = [x.shape[old[from]!]!, shape[to]!];
    while (left !== right) {
      if (left < right) left *= x.shape[old[fromEnd++]!]!;
      else right *= shape[toEnd++]!;
    }
    for (let i = from; i < fromEnd - 1; i++) {
      const isInOrder = x.strides[old[i]!] === x.shape[old[i + 1]!]! * x.strides[old[i + 1]!]!;
      if (!isInOrder) return undefined;
    }
    strides[toEnd - 1] = x.strides[old[fromEnd - 1]!]!;
    for (let i = toEnd - 1; i > to; i--) strides[i - 1] = strides[i]! * shape[i]!;
    [from, to] = [fromEnd, toEnd];
  }
  return strides;
}

/** The strides of entries that lie in a row. */
export function rowMajorStrides(shape: Shape): number[] {
  return shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
}
