import { isLarge, overviewInPieces, type InPieces } from '../../protocol/overview';
import type { Computed, Passes } from '../../core';

/** How long the extension host's thread is kept from other work at a time. */
const SLICE_MS = 12;

/** Does work in slices, with a turn for everything else between two of them. */
export async function inSlices<T>(work: InPieces<T>): Promise<T> {
  for (;;) {
    const end = performance.now() + SLICE_MS;
    do {
      const piece = work.next();
      if (piece.done) return piece.value;
    } while (performance.now() < end);
    await new Promise((turn) => setTimeout(turn));
  }
}

/** Makes the overviews of a computation's large arrays, which are kept, where they were not made elsewhere. */
export async function makeOverviews({
  values,
  gradients,
}: Pick<Passes, 'values' | 'gradients'>): Promise<void> {
  for (const { shape, data } of largeOf([...values.values(), ...gradients.values()])) {
    await inSlices(overviewInPieces({ shape, data: data! }));
  }
}

/** Whether a computation has arrays of which overviews travel. */
export function hasLarge({ values, gradients }: Pick<Passes, 'values' | 'gradients'>): boolean {
  return largeOf([...values.values(), ...gradients.values()]).length > 0;
}

function largeOf(arrays: readonly Computed[]): readonly Computed[] {
  return arrays.filter(({ shape, data }) => data && isLarge(shape));
}
