import type { DType } from './dtype';
import { rowsAndColumns, sizeOf, type Shape } from './shape';

/** Where a value comes from, and so how far it can be trusted. Never drawn alike. */
export type ValueState =
  /** What NumPy would give. */
  | 'known'
  /** Unseeded random: an example, the same at every look. */
  | 'sampled'
  /** The shape is known, the entries are not. */
  | 'shape-only'
  | 'unknown';

/** An array: entries in row-major order. A matrix has two axes; a scalar has none. */
export interface Tensor {
  readonly shape: Shape;
  readonly data: Float64Array;
  readonly dtype: DType;
}

/** Nested lists of numbers, as a literal in code. */
export type Nested = number | readonly Nested[];

/** What functions that take a tensor also accept. */
export type TensorLike = Tensor | Nested;

/** A tensor over the given entries, which are kept, not copied. Throws RangeError if the count is wrong. */
export function tensor(
  shape: Shape,
  data: Float64Array | readonly number[],
  dtype: DType = 'float64',
): Tensor {
  const entries = data instanceof Float64Array ? data : Float64Array.from(data);
  if (entries.length !== sizeOf(shape)) {
    throw new RangeError(`shape (${shape.join(',')}) does not hold ${entries.length} entries`);
  }
  return { shape, data: entries, dtype };
}

/** A tensor of one repeated number. */
export function filled(shape: Shape, value: number, dtype: DType = 'float64'): Tensor {
  return { shape, data: new Float64Array(sizeOf(shape)).fill(value), dtype };
}

/**
 * A tensor from nested lists, or the tensor itself. Throws RangeError for a ragged list, TypeError for
 * an entry that is no number.
 */
export function asTensor(value: TensorLike): Tensor {
  if (isTensor(value)) return value;
  const shape: number[] = [];
  for (let level: Nested | undefined = value; isList(level); level = level[0]) {
    shape.push(level.length);
  }
  const data: number[] = [];
  collect(value, shape, 0, data);
  return tensor(shape, data);
}

function collect(value: Nested, shape: Shape, axis: number, into: number[]): void {
  if (!isList(value) && typeof value !== 'number') {
    throw new TypeError(`not a number: ${JSON.stringify(value)}`);
  }
  const length = isList(value) ? value.length : undefined;
  if (length !== shape[axis]) {
    throw new RangeError(
      `ragged list: on axis ${axis - 1} the first entry is ${listText(shape[axis])}, a later one ${listText(length)}`,
    );
  }
  if (isList(value)) for (const entry of value) collect(entry, shape, axis + 1, into);
  else into.push(value);
}

function listText(length: number | undefined): string {
  return length === undefined ? 'a number' : `a list of ${length}`;
}

function isTensor(value: unknown): value is Tensor {
  return typeof value === 'object' && value !== null && 'data' in value;
}

function isList(value: Nested | undefined): value is readonly Nested[] {
  return Array.isArray(value);
}

/** The tensor as nested lists, as NumPy's `tolist`. */
export function toNested(value: Tensor): Nested {
  const build = (axis: number, offset: number, stride: number): Nested => {
    const length = value.shape[axis];
    if (length === undefined) return value.data[offset]!;
    const step = stride / length;
    return Array.from({ length }, (_, i) => build(axis + 1, offset + i * step, step));
  };
  return build(0, 0, value.data.length);
}

/** A tensor of one or more axes seen as a matrix: the same entries, leading axes stacked. */
export function asMatrix(value: Tensor): { rows: number; columns: number; data: Float64Array } {
  return { ...rowsAndColumns(value.shape), data: value.data };
}
