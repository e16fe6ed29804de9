import type { Extent } from './zoom';
import type { Look } from '../../matrix/look';

/** The least that a cell must take on screen to carry its number, in CSS pixels. */
const LEAST = { width: 27, height: 13 };
/** More cells than these stay an image, however near. */
const MOST_CELLS = 400;
const FONT_SIZE = 11;

/**
 * The look of a matrix that is drawn as heat, once it is looked at so near that its cells have room for
 * their numbers; undefined until then. In the graph's units: the numbers keep their size on screen.
 */
export function zoomedLook(
  { rows, columns }: { readonly rows: number; readonly columns: number },
  { width, height }: Extent,
  k: number,
): Look | undefined {
  if (rows * columns === 0 || rows * columns > MOST_CELLS) return undefined;
  const scale = stepped(k);
  const gap = 1 / scale;
  const cellWidth = (width - gap * (columns - 1)) / columns;
  const cellHeight = (height - gap * (rows - 1)) / rows;
  if (cellWidth * scale < LEAST.width || cellHeight * scale < LEAST.height) return undefined;
  const fontSize = Math.min(FONT_SIZE / scale, cellHeight * 0.7);
  return { cellWidth, cellHeight, gap, radius: 2 / scale, digits: 4, fontSize };
}

/** The scale in steps: between them, numbers grow and shrink with the graph, not anew at each turn. */
function stepped(k: number): number {
  return 2 ** (Math.floor(Math.log2(k) * 4) / 4);
}
