import type { Corner } from './place';
import type { Size } from './zoom';

/** Into how many steps of an arrow key a window is divided. */
const STEPS = 8;

/** Where a key takes a window that shows no numbers; undefined for a key that is not of moving. */
export function panAfter(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { row, column }: Corner,
  shown: Size,
  { rows, columns }: Size,
): Corner | undefined {
  const isCorner = ctrlKey || metaKey;
  const step = (size: number) => Math.max(1, Math.round(size / STEPS));
  const moved: Readonly<Record<string, Corner>> = {
    ArrowLeft: { row, column: column - step(shown.columns) },
    ArrowRight: { row, column: column + step(shown.columns) },
    ArrowUp: { row: row - step(shown.rows), column },
    ArrowDown: { row: row + step(shown.rows), column },
    PageUp: { row: row - shown.rows, column },
    PageDown: { row: row + shown.rows, column },
    Home: { row: isCorner ? 0 : row, column: 0 },
    End: { row: isCorner ? rows : row, column: columns },
  };
  if (!Object.hasOwn(moved, key) || (isCorner && key !== 'Home' && key !== 'End')) return undefined;
  return moved[key];
}
