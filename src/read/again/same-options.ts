import { isDeepEqual } from './deep-equal';
import type { RunOptions } from './run';

/** Whether two programs are read with the same budget and the same files. */
export function isSameWith(a: RunOptions, b: RunOptions): boolean {
  return isDeepEqual(a.budget, b.budget) && isDeepEqual(a.modules, b.modules);
}
