import { copyArray } from './numpy/convert';
import type { NdArray } from './numpy/ndarray';

/** An array as it was at one moment, however the program changes it later. */
export interface Snapshot {
  array: NdArray;
}

/**
 * Keeps snapshots true. Taking one costs nothing; only when the program is about to change a buffer
 * are the snapshots that look at it given copies of their own.
 */
export class Snapshots {
  private readonly watching = new Map<Float64Array, Set<Snapshot>>();

  /** The array as it is now. */
  take(array: NdArray): Snapshot {
    const snapshot: Snapshot = { array };
    if (array.buffer) {
      const set = this.watching.get(array.buffer) ?? new Set();
      this.watching.set(array.buffer, set.add(snapshot));
    }
    return snapshot;
  }

  /** A snapshot that nobody looks at any more. */
  drop(snapshot: Snapshot): void {
    const { array } = snapshot;
    const set = array.buffer && this.watching.get(array.buffer);
    set?.delete(snapshot);
    if (set?.size === 0) this.watching.delete(array.buffer!);
  }

  /** To be called before a buffer changes. Gives the number of entries it had to copy. */
  beforeChange({ buffer }: NdArray): number {
    const set = buffer && this.watching.get(buffer);
    if (!set) return 0;
    this.watching.delete(buffer);
    let copied = 0;
    for (const snapshot of set) {
      snapshot.array = copyArray(snapshot.array);
      copied += snapshot.array.size;
    }
    return copied;
  }
}
