import type { Region } from '../focus';
import { blockStart } from '../../src/protocol/tiles';
import { countSeen, hasNumbers, type PanelArray } from '../arrays/panel-array';
import { fillOf, isClipped, type Scale } from '../scale';
import { drawOutlines, type Group, type Shown } from './grid';
import type { MatrixView } from './matrix-view';
import { heatColours, surfaceKey } from './colours';
import { pixelsOf, type Pixels } from './heat-pixels';

/** Draws a matrix as colour alone into a box at the group's origin. */
export function drawHeat(
  group: Group,
  matrix: MatrixView,
  array: PanelArray | undefined,
  box: Box,
  shown: Shown,
): void {
  // Numbers that are kept back, to be foretold, are not there.
  const known = array && hasNumbers(array) ? countSeen(array) : Infinity;
  const made = Math.min(matrix.made, matrix.rows * matrix.columns, known);
  const isWhole = made >= matrix.rows * matrix.columns;
  const image = array && made > 0 ? heatImage(matrix, array, box, shown) : undefined;
  group
    .selectAll('rect.heat-ghost')
    .data(isWhole && hasNumbers(array) ? [] : [box])
    .join((enter) => enter.insert('rect', ':first-child'))
    .attr('class', 'heat-ghost')
    .attr('width', box.width)
    .attr('height', box.height);
  group
    .selectAll('text.heat-dash')
    .data(made === 0 ? ['—'] : !hasNumbers(array) ? ['?'] : image ? [] : ['…'])
    .join('text')
    .attr('class', 'heat-dash')
    .attr('x', box.width / 2)
    .attr('y', box.height / 2)
    .text((text) => text);
  group
    .selectAll('image')
    .data(image ? [image] : [])
    .join('image')
    .attr('class', matrix.calm ? 'heat calm' : 'heat')
    .attr('width', box.width)
    .attr('height', box.height)
    .attr('preserveAspectRatio', 'none')
    .attr('href', ({ href }) => href)
    .attr('data-covers', ({ covers }) => covers)
    .style('clip-path', madePath(matrix, made, box));
  drawBeyond(group, matrix, image?.beyond ?? [], box);
  drawOutlines(group, matrix, (region) => heatRegionBox(region, matrix, box), 2);
}

/** The part of the box whose cells have been made: whole rows (columns, if transposed) and a rest. */
function madePath(
  { rows, columns, transposed }: MatrixView,
  made: number,
  { width, height }: { width: number; height: number },
): string {
  if (made >= rows * columns) return 'none';
  const perLine = transposed ? rows : columns;
  const lines = transposed ? columns : rows;
  const along = Math.floor(made / perLine) / lines;
  const next = Math.min(1, along + 1 / lines);
  const rest = (made % perLine) / perLine;
  const corners: [number, number][] = [
    [0, 0],
    [1, 0],
    [1, along],
    [rest, along],
    [rest, next],
    [0, next],
  ];
  const placed = corners.map(([u, v]) =>
    transposed ? [v * width, u * height] : [u * width, v * height],
  );
  return `polygon(${placed.map(([x, y]) => `${x}px ${y}px`).join(', ')})`;
}

/** A region's box; at least two pixels, so that it can be seen. */
export function heatRegionBox(
  { top, bottom, left, right }: Region,
  { rows, columns }: MatrixView,
  { width, height }: { width: number; height: number },
) {
  return {
    x: (left / columns) * width,
    y: (top / rows) * height,
    width: Math.max(2, ((right - left + 1) / columns) * width),
    height: Math.max(2, ((bottom - top + 1) / rows) * height),
  };
}

/** More marks than this are not drawn: they would hide what they mark. */
const MOST_MARKS = 1000;

/** A corner on each place whose number is larger than its colour says. */
function drawBeyond(
  group: Group,
  { made }: MatrixView,
  beyond: readonly Beyond[],
  { width, height }: { width: number; height: number },
): void {
  const shown = beyond.filter(({ cell }) => cell < made);
  const corners = shown.map(({ right, top, across, down }) => {
    const side = Math.max(1.5, Math.min(6, across * width, down * height) / 2);
    return `M${right * width},${top * height}v${side}l${-side},${-side}z`;
  });
  group
    .selectAll('path.beyond')
    .data(shown.length > 0 && shown.length <= MOST_MARKS ? [corners.join('')] : [])
    .join('path')
    .attr('class', 'beyond')
    .attr('d', (d) => d);
}

/** A pixel whose number lies beyond the scale, with its first cell, in shares of the image. */
interface Beyond {
  readonly cell: number;
  readonly right: number;
  readonly top: number;
  readonly across: number;
  readonly down: number;
}

interface HeatImage {
  readonly href: string;
  readonly beyond: readonly Beyond[];
  /** The most rows and columns of cells that one of its pixels stands for: `4×2`. */
  readonly covers: string;
}

const images = new WeakMap<object, Map<string, HeatImage>>();
/** The most images that are kept of an array: of other sizes, scales, themes. */
const MOST_IMAGES = 16;

/** The matrix as an image, one pixel for each entry, or block of entries where there are more than pixels. */
function heatImage(
  matrix: MatrixView,
  array: PanelArray,
  box: Box,
  shown: Shown,
): HeatImage | undefined {
  const { transposed, slot } = matrix;
  const { scale, pixels: kind = 'strongest' } = shown;
  const most = pixelsIn(box, transposed);
  const { rows, columns } = most;
  const numbers = array.data ?? array.large?.overview;
  if (!numbers) return undefined;
  const key = [kind, rows, columns, transposed, slot.lane, scale.max, surfaceKey()].join();
  const kept = images.get(numbers) ?? new Map<string, HeatImage>();
  images.set(numbers, kept);
  const known = kept.get(key);
  if (known) return known;
  const pixels = pixelsOf(array, kind, most);
  const image = pixels && paint(pixels, matrix, scale);
  if (image) kept.set(key, image);
  for (const [oldest] of kept) if (kept.size > MOST_IMAGES) kept.delete(oldest);
  return image;
}

interface Box {
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
  const { rows, columns, values, covers } = pixels;
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
