import { sizeOf, tensor, type Shape, type Tensor } from '../../core';

/** Draws arrays of numbers that are neither near 0 nor alike; the same ones for the same seed. */
export class Draws {
  private state: number;

  constructor(seed: number) {
    this.state = seed * 0x9e3779b9;
  }

  /** An array of numbers between 0.5 and 2, of either sign. */
  array(shape: Shape): Tensor {
    return tensor(
      shape,
      Float64Array.from({ length: sizeOf(shape) }, () => this.next()),
    );
  }

  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    const unit = ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
    return unit < 0.5 ? 0.5 + 3 * unit : -(0.5 + 3 * (unit - 0.5));
  }
}
