import { sizeOf, stridesOf, type DType, type Shape, type ValueState } from '../../core';
import type { Span } from '../reading';

/** The operation that made an array, with the arrays it was made of. */
export interface Tape {
  readonly op: string;
  readonly operands: readonly NdArray[];
  readonly span: Span;
}

/** How an array lies in its buffer, and what is known of it. */
interface Layout {
  readonly buffer: Float64Array | undefined;
  readonly shape: Shape;
  readonly dtype: DType;
  readonly state: ValueState;
  readonly strides?: readonly number[];
  readonly offset?: number;
  readonly tape?: Tape | undefined;
}

/**
 * An array of the interpreted program. Views share their buffer, as in NumPy, so that a change
 * through one is seen through all. Without a buffer only the shape is known.
 */
export class NdArray {
  buffer: Float64Array | undefined;
  readonly shape: Shape;
  readonly strides: readonly number[];
  readonly offset: number;
  readonly dtype: DType;
  state: ValueState;
  tape: Tape | undefined;

  constructor({ buffer, shape, dtype, state, strides, offset = 0, tape }: Layout) {
    this.buffer = buffer;
    this.shape = shape;
    this.dtype = dtype;
    this.state = state;
    this.strides = strides ?? stridesOf(shape);
    this.offset = offset;
    this.tape = tape;
  }

  /** Makes the array less trustworthy: something less known was written into it. */
  doubt(state: ValueState): void {
    this.state = weaker(this.state, state);
    if (this.state === 'shape-only' || this.state === 'unknown') this.buffer = undefined;
  }

  get size(): number {
    return sizeOf(this.shape);
  }

  get ndim(): number {
    return this.shape.length;
  }

  /** Whether entries lie in row-major order without gaps. */
  get isContiguous(): boolean {
    const dense = stridesOf(this.shape);
    return this.shape.every((length, axis) => length === 1 || this.strides[axis] === dense[axis]);
  }

  /** The entries in row-major order: the buffer's own where it lies so, else a copy. */
  entries(): Float64Array | undefined {
    if (!this.buffer) return undefined;
    if (this.isContiguous) return this.buffer.subarray(this.offset, this.offset + this.size);
    const data = new Float64Array(this.size);
    let at = 0;
    for (const offset of this.offsets()) data[at++] = this.buffer[offset]!;
    return data;
  }

  /** The buffer offset of each entry, in row-major order. */
  *offsets(): Generator<number> {
    const index = new Array<number>(this.ndim).fill(0);
    let offset = this.offset;
    for (let left = this.size; left > 0; left--) {
      yield offset;
      for (let axis = this.ndim - 1; axis >= 0; axis--) {
        offset += this.strides[axis]!;
        if (++index[axis]! < this.shape[axis]!) break;
        offset -= this.strides[axis]! * this.shape[axis]!;
        index[axis] = 0;
      }
    }
  }

  /** Another look at the same entries. */
  view(layout: { shape: Shape; strides: readonly number[]; offset: number; tape: Tape }): NdArray {
    return new NdArray({ buffer: this.buffer, dtype: this.dtype, state: this.state, ...layout });
  }
}

/** An array of its own over entries in row-major order; none where only the shape is known. */
export function makeArray(
  shape: Shape,
  buffer: Float64Array | undefined,
  dtype: DType,
  state: ValueState,
  tape?: Tape,
): NdArray {
  return new NdArray({
    buffer,
    shape,
    dtype,
    state: buffer ? state : weaker(state, 'shape-only'),
    tape,
  });
}

const TRUST: readonly ValueState[] = ['known', 'sampled', 'shape-only', 'unknown'];

/** The less trustworthy of two states. */
export function weaker(a: ValueState, b: ValueState): ValueState {
  return TRUST.indexOf(a) > TRUST.indexOf(b) ? a : b;
}

/** The state of what is made of several arrays. */
export function stateOf(arrays: readonly NdArray[]): ValueState {
  return arrays.reduce<ValueState>((state, array) => weaker(state, array.state), 'known');
}
