import { sameShape, sizeOf, tensor, type Shape, type Tensor } from '../../core';

/** How far numbers may lie apart, measured by the largest of them, and still be called the same. */
const TOLERANCE = 1e-5;

/** A·B; undefined where the shapes do not fit. */
export function product(a: Tensor, b: Tensor): Tensor | undefined {
  const [rows = 0, inner = 0] = a.shape;
  const [length = 0, columns = 0] = b.shape;
  if (a.shape.length !== 2 || b.shape.length !== 2 || inner !== length) return undefined;
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < inner; k++)
      for (let j = 0; j < columns; j++)
        data[i * columns + j]! += a.data[i * inner + k]! * b.data[k * columns + j]!;
  return tensor([rows, columns], data);
}

/** A matrix with its axes exchanged. */
export function transposed(a: Tensor): Tensor {
  const [rows = 0, columns = 0] = a.shape;
  const data = a.data.map((_, cell) => a.data[(cell % rows) * columns + Math.floor(cell / rows)]!);
  return tensor([columns, rows], data);
}

/** Every entry times a factor. */
export function scaled(a: Tensor, factor: number): Tensor {
  return tensor(
    a.shape,
    a.data.map((entry) => entry * factor),
  );
}

/** Two arrays of one shape, entry by entry; undefined for others. */
export function entrywise(
  a: Tensor,
  b: Tensor,
  of: (a: number, b: number) => number,
): Tensor | undefined {
  if (!sameShape(a.shape, b.shape)) return undefined;
  return tensor(
    a.shape,
    a.data.map((entry, cell) => of(entry, b.data[cell]!)),
  );
}

/** The sums of a matrix along an axis. */
export function sumOver(a: Tensor, axis: 0 | 1): Tensor {
  const [rows = 0, columns = 0] = a.shape;
  const sums = new Float64Array(axis === 0 ? columns : rows);
  a.data.forEach((entry, cell) => {
    sums[axis === 0 ? cell % columns : Math.floor(cell / columns)]! += entry;
  });
  return tensor([sums.length], sums);
}

/** The sum of all entries, as an array of no axes. */
export function total(a: Tensor): Tensor {
  return tensor([], [a.data.reduce((sum, entry) => sum + entry, 0)]);
}

/** The same entries in another shape; undefined where it has not room for them. */
export function reshaped(a: Tensor, shape: Shape): Tensor | undefined {
  return sizeOf(shape) === a.data.length ? tensor(shape, a.data) : undefined;
}

/** The first rows of a matrix. */
export function firstRows(a: Tensor, count: number): Tensor {
  const [, columns = 0] = a.shape;
  return tensor([count, columns], a.data.slice(0, count * columns));
}

/** The cell of the entry that is furthest from 0. */
export function largestCell({ data }: Tensor): number {
  return data.reduce(
    (best, entry, cell) => (Math.abs(entry) > Math.abs(data[best]!) ? cell : best),
    0,
  );
}

/** Whether two arrays hold the same numbers, whatever their shapes. */
export function sameEntries(a: Tensor, b: Tensor): boolean {
  if (a.data.length !== b.data.length) return false;
  const scale = b.data.reduce((most, entry) => Math.max(most, Math.abs(entry)), 1e-9);
  return a.data.every((entry, cell) => Math.abs(entry - b.data[cell]!) <= TOLERANCE * scale);
}

/** A shape without its axes of length 1. */
export function squeezed(shape: Shape): Shape {
  return shape.filter((length) => length !== 1);
}
