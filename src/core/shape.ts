/** The length of each axis, outermost first, as NumPy's `ndarray.shape`. */
export type Shape = readonly number[];

/** The number of entries in an array of this shape; 1 for a scalar's `()`. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((size, length) => size * length, 1);
}

/** Whether two shapes are the same, axis by axis. */
export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}

/** The shape as NumPy's error messages write it: `()`, `(3,)`, `(2,3)`. */
export function shapeText(shape: Shape): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(',')})`;
}

/** How far apart neighbours on each axis lie in row-major order. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= shape[axis]!;
  }
  return strides;
}

/** The index along each axis of the cell at a flat, row-major offset. */
export function indexOfCell(shape: Shape, cell: number): number[] {
  return stridesOf(shape).map((stride, axis) => Math.floor(cell / stride) % shape[axis]!);
}

/** The flat, row-major offset of the cell with these indices. */
export function cellOfIndex(shape: Shape, index: readonly number[]): number {
  return stridesOf(shape).reduce((cell, stride, axis) => cell + stride * index[axis]!, 0);
}

/**
 * An array seen as rows and columns, as the panel draws it: the last axis runs along a row, all
 * axes before it are stacked; a 1-D array is one row.
 */
export function rowsAndColumns(shape: Shape): { rows: number; columns: number } {
  const columns = shape.at(-1) ?? 1;
  return { rows: sizeOf(shape.slice(0, -1)), columns };
}
