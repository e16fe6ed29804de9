import type { DType, Shape, ValueState } from '../core';
import type { NdArray } from './numpy/ndarray';
import type { ReadArray, Span, TapeEntry } from './reading';

/** How what an array was made of is told, when somebody asks. */
type Told = () => TapeEntry;

/**
 * An array for the outside. Its entries are copied and its tape is told when they are first looked at:
 * thousands of arrays are described, and few are looked into.
 */
export class Described {
  declare readonly name?: string;
  readonly state: ValueState;
  readonly shape: Shape;
  readonly dtype: DType;
  readonly span: Span;
  readonly #array: NdArray;
  readonly #told: Told | undefined;
  #data: Float64Array | undefined;
  #tape: TapeEntry | undefined;

  private constructor(
    array: NdArray,
    name: string | undefined,
    state: ValueState,
    span: Span,
    told: Told | undefined,
  ) {
    if (name) this.name = name;
    this.state = state;
    this.shape = array.shape;
    this.dtype = array.dtype;
    this.span = span;
    this.#array = array;
    this.#told = told;
  }

  /** An array with what it is called, how far it can be trusted, and where it was made. */
  static of(
    array: NdArray,
    name: string | undefined,
    state: ValueState,
    span: Span,
    told?: Told,
  ): ReadArray {
    return new Described(array, name, state, span, told) as ReadArray;
  }

  get data(): Float64Array | undefined {
    if (!this.#data && this.#array.buffer) this.#data = new Float64Array(this.#array.entries()!);
    return this.#data;
  }

  get tape(): TapeEntry | undefined {
    return (this.#tape ??= this.#told?.());
  }
}
