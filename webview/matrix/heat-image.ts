import { blockStart } from '../../src/protocol/tiles';
import type { PanelArray } from '../arrays/panel-array';
import { fillOf, isClipped, type Scale } from '../scale';
import { heatColours, surfaceKey } from './colours';
import type { Shown } from './grid';
import { pixelsOf, type Pixels } from './heat-pixels';
import { pixelsOfPart } from './part-pixels';
import type { MatrixView } from './matrix-view';

/** A pixel whose number lies beyond the scale, with its first cell, in shares of the image. */
export interface Beyond {
  readonly cell: number;
  readonly right: number;
  readonly top: number;
  readonly across: number;
  readonly down: number;
}

/** A matrix as an image. */
export interface HeatImage {
  readonly href: string;
  readonly beyond: readonly Beyond[];
  /** The most rows and columns of cells that one of its pixels stands for: `4×2`. */
  readonly covers: string;
}

const images = new WeakMap<object, Map<string, HeatImage>>();
/** The most images that are kept of an array: of other sizes, scales, themes. */
const MOST_IMAGES = 16;
const parts = new WeakMap<object, Map<string, HeatImage>>();
/** The most images that are kept of an array's parts: a window that moves has many. */
const MOST_PARTS = 4;

/** The image of a matrix, one pixel for each entry, or block of entries where there are more than pixels. */
export function heatImage(
  matrix: MatrixView,
  array: PanelArray,
  box: Box,
  shown: Shown,
): HeatImage | undefined {
  const { transposed, slot, part } = matrix;
  const { scale, pixels: kind = 'strongest' } = shown;
  const most = pixelsIn(box, transposed);
  const { rows, columns } = most;
  const numbers = array.data ?? array.large?.overview;
  if (!numbers) return undefined;
  const from = part ? [...Object.values(part), array.large?.tiles.version] : [];
  const how = [kind, rows, columns, transposed, slot.lane, scale.max, surfaceKey()];
  return keptIn(part ? parts : images, numbers, part ? MOST_PARTS : MOST_IMAGES, () => {
    const pixels = part ? pixelsOfPart(array, kind, most, part) : pixelsOf(array, kind, most);
    return pixels && paint(pixels, matrix, scale);
  })([...from, ...how].join());
}

/** What is kept of an array's images by a key, or made; of more than so many the oldest goes. */
function keptIn(
  all: WeakMap<object, Map<string, HeatImage>>,
  numbers: object,
  most: number,
  make: () => HeatImage | undefined,
): (key: string) => HeatImage | undefined {
  const kept = all.get(numbers) ?? new Map<string, HeatImage>();
  all.set(numbers, kept);
  return (key) => {
    const image = kept.get(key) ?? make();
    if (image) kept.set(key, image);
    for (const [oldest] of kept) if (kept.size > most) kept.delete(oldest);
    return image;
  };
}

/** The size of a box on the page. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** How many rows and columns of the untransposed matrix can be told apart in a box on this screen. */
function pixelsIn({ width, height }: Box, transposed: boolean) {
  const ratio = Math.max(1, window.devicePixelRatio || 1);
  const [across, down] = [width, height].map((side) => Math.max(1, Math.round(side * ratio)));
  return transposed ? { rows: across!, columns: down! } : { rows: down!, columns: across! };
}

function paint(
  pixels: Pixels,
  { transposed, slot, ...matrix }: MatrixView,
  scale: Scale,
): HeatImage {
  const { rows, columns, values, covers, awaited } = pixels;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = transposed ? [rows, columns] : [columns, rows];
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(canvas.width, canvas.height);
  const colours = heatColours(slot.lane);
  const [across, down] = [1 / canvas.width, 1 / canvas.height];
  const size = transposed
    ? { rows: matrix.columns, columns: matrix.rows }
    : { rows: matrix.rows, columns: matrix.columns };
  const beyond: Beyond[] = [];
  values.forEach((value, i) => {
    // What has not come is left out: it is not to look like a 0.
    if (awaited?.has(i)) return;
    const [row, column] = [Math.floor(i / columns), i % columns];
    const [x, y] = transposed ? [row, column] : [column, row];
    const step = Math.round(fillOf(value, scale) * 255) * 4;
    const ramp = value < 0 ? colours.negative : colours.positive;
    image.data.set(ramp.subarray(step, step + 4), (y * canvas.width + x) * 4);
    if (!isClipped(value, scale)) return;
    const [top, left] = [
      blockStart(row, rows, size.rows),
      blockStart(column, columns, size.columns),
    ];
    const cell = top * size.columns + left;
    beyond.push({ cell, right: (x + 1) * across, top: y * down, across, down });
  });
  context.putImageData(image, 0, 0);
  return { href: canvas.toDataURL(), beyond, covers: `${covers.rows}×${covers.columns}` };
}
