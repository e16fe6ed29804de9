import type { Computed } from '../core';
import type { WireArray } from '../protocol';

/** Arrays of a computation as they travel, by data node id. */
export function wireArrays(
  arrays: Iterable<readonly [string, Computed]>,
): Record<string, WireArray> {
  return Object.fromEntries(
    Array.from(arrays, ([id, { shape, dtype, state, data }]) => [
      id,
      { shape, dtype, state, ...(data ? { data: bufferOf(data) } : {}) },
    ]),
  );
}

/** Exactly the entries: a view into a larger buffer is cut out. */
function bufferOf(data: Float64Array): ArrayBuffer {
  return new Float64Array(data).buffer;
}
