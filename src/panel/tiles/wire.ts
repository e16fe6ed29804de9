import type { Computed } from '../../core';
import type { WireArray } from '../../protocol';
import { isLarge, overviewOf } from '../../protocol/overview';
import { wireArrays } from '../../protocol/wire';

/** Arrays of a computation as they travel to the webview, by data node id: of large ones an overview. */
export function travelling(
  arrays: Iterable<readonly [string, Computed]>,
): Record<string, WireArray> {
  return Object.fromEntries(
    Array.from(arrays, ([id, array]): [string, WireArray] => {
      const { shape, dtype, state, data } = array;
      if (!data || !isLarge(shape)) return [id, wireArrays([[id, array]])[id]!];
      return [
        id,
        {
          shape,
          dtype,
          state,
          // Made when the array is sent: by then it may have been made in slices.
          get overview() {
            return overviewOf({ shape, data });
          },
        },
      ];
    }),
  );
}
