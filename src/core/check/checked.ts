import { inputsOf } from '../graph';
import { sizeOf } from '../shape';
import type { PlacedCell } from '../step';
import type { Trace } from '../trace';

/**
 * Which entry the i-th cell of the check is about, with its value: all entries of all variables, one
 * after the other. Undefined beyond the last.
 */
export function checkedCell({ graph, shapes }: Trace, cell: number): PlacedCell | undefined {
  let rest = cell;
  for (const { id } of inputsOf(graph)) {
    const size = sizeOf(shapes.get(id) ?? [0]);
    if (rest < size) return { slot: { lane: 'value', id }, cell: rest };
    rest -= size;
  }
  return undefined;
}

/** The other way round: which cell of the check is about an entry; undefined if none is. */
export function checkOf({ graph, shapes }: Trace, { slot, cell }: PlacedCell): number | undefined {
  let before = 0;
  for (const { id } of inputsOf(graph)) {
    const size = sizeOf(shapes.get(id) ?? [0]);
    if (id === slot.id) return cell < size ? before + cell : undefined;
    before += size;
  }
  return undefined;
}

/** The cells to check where there are more than `most`: evenly spread, the first and the last among them. */
export function spread(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: most }, (_, i) => Math.floor((i * (count - 1)) / (most - 1)));
}
