import type { Loss } from './loss';
import { rowsAndColumns, sizeOf, type Shape } from './shape';

/** Whether a loss can be measured on a Y of this shape: a number for each entry, or a class for each row. */
export function targetFits({ kind, target }: Loss, shape: Shape): boolean {
  const { rows, columns } = rowsAndColumns(shape);
  if (kind === 'half-squared') return target.length === sizeOf(shape);
  const isClass = (entry: number) => Number.isInteger(entry) && entry >= 0 && entry < columns;
  return target.length === rows && target.every(isClass);
}
