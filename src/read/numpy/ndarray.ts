import { sizeOf, stridesOf, type DType, type Shape, type ValueState } from '../../core';
import type { Span } from '../reading';
import { Storage, weaker } from './storage';

export { changesSoFar, weaker, type Storage } from './storage';

/** The operation that made an array, with the arrays it was made of as they were then. */
export interface Tape {
  readonly op: string;
  readonly operands: readonly NdArray[];
  readonly span: Span;
  /** How many operations lie behind it. */
  readonly depth: number;
}

/** Which array of the program something is, and where its entries are kept whatever they are by now. */
export interface Identity {
  readonly storage: Storage;
}

/** How an array lies in its storage. */
interface Layout {
  readonly storage: Storage;
  readonly shape: Shape;
  readonly dtype: DType;
  readonly strides?: readonly number[];
  readonly offset?: number;
  readonly tape?: Tape | undefined;
  readonly identity?: Identity;
  readonly isScalar?: boolean;
}

/**
 * An array of the interpreted program. Views share their storage, as in NumPy, so that a change
 * through one is seen through all, and so is the doubt that a change can bring.
 */
export class NdArray {
  readonly storage: Storage;
  readonly shape: Shape;
  readonly strides: readonly number[];
  readonly offset: number;
  readonly dtype: DType;
  readonly size: number;
  /** Whether entries lie in row-major order without gaps. */
  readonly isContiguous: boolean;
  tape: Tape | undefined;
  /** The array of the program that this is, or that this shows as it was. */
  readonly identity: Identity;
  /** Whether it is a number such as `np.float64(1)`, not an array of no axes such as `np.array(1.0)`. */
  readonly isScalar: boolean;

  constructor({
    storage,
    shape,
    dtype,
    strides,
    offset = 0,
    tape,
    identity,
    isScalar = shape.length === 0,
  }: Layout) {
    this.storage = storage;
    this.shape = shape;
    this.dtype = dtype;
    this.size = sizeOf(shape);
    this.strides = strides ?? stridesOf(shape);
    this.isContiguous = strides === undefined || isDense(shape, strides);
    this.offset = offset;
    this.tape = tape;
    this.identity = identity ?? { storage };
    this.isScalar = isScalar;
  }

  /** The entries of this array and of all that share them; none where only the shape is known. */
  get buffer(): Float64Array | undefined {
    return this.storage.data;
  }

  get state(): ValueState {
    return this.storage.state;
  }

  /** The array as it is now, however the program changes it later. */
  kept(): NdArray {
    return this.withStorage(this.storage.kept(), this.isScalar);
  }

  /** The same entries as an array, also where it was a number. */
  asArray(): NdArray {
    return this.isScalar ? this.withStorage(this.storage, false) : this;
  }

  private withStorage(storage: Storage, isScalar: boolean): NdArray {
    const { shape, dtype, strides, offset, tape, identity } = this;
    return new NdArray({ storage, shape, dtype, strides, offset, tape, identity, isScalar });
  }

  /** Makes the entries less trustworthy, for all that share them. */
  doubt(state: ValueState): void {
    if (state !== 'known') this.storage.doubt(state);
  }

  get ndim(): number {
    return this.shape.length;
  }

  /** The entries in row-major order: the storage's own where it lies so, else a copy. */
  entries(): Float64Array | undefined {
    const { buffer } = this;
    if (!buffer) return undefined;
    if (this.isContiguous) return buffer.subarray(this.offset, this.offset + this.size);
    const data = new Float64Array(this.size);
    let cell = 0;
    this.eachOffset((at) => (data[cell++] = buffer[at]!));
    return data;
  }

  /** Visits the storage offset of each entry, in row-major order. */
  eachOffset(visit: (at: number) => void): void {
    if (this.size === 0) return;
    const { shape, strides, ndim } = this;
    const visitFrom = (axis: number, from: number): void => {
      if (axis === ndim) return visit(from);
      const [length, stride] = [shape[axis]!, strides[axis]!];
      if (axis < ndim - 1) {
        for (let i = 0; i < length; i++) visitFrom(axis + 1, from + i * stride);
      } else {
        for (let i = 0, at = from; i < length; i++, at += stride) visit(at);
      }
    };
    visitFrom(0, this.offset);
  }

  /** Another look at the same entries. */
  view(layout: {
    shape: Shape;
    strides: readonly number[];
    offset: number;
    tape?: Tape | undefined;
  }): NdArray {
    const isScalar = this.isScalar && layout.shape.length === 0;
    return new NdArray({ storage: this.storage, dtype: this.dtype, isScalar, ...layout });
  }
}

function isDense(shape: Shape, strides: readonly number[]): boolean {
  let expected = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (shape[axis] !== 1 && strides[axis] !== expected) return false;
    expected *= shape[axis]!;
  }
  return true;
}

/** An array of its own over entries in row-major order; none where only the shape is known. */
export function makeArray(
  shape: Shape,
  buffer: Float64Array | undefined,
  dtype: DType,
  state: ValueState,
  tape?: Tape,
): NdArray {
  const storage = new Storage(buffer, buffer ? state : weaker(state, 'shape-only'));
  return new NdArray({ storage, shape, dtype, tape });
}

/** The state of what is made of several arrays. */
export function stateOf(arrays: readonly NdArray[]): ValueState {
  return arrays.reduce<ValueState>((state, array) => weaker(state, array.state), 'known');
}
