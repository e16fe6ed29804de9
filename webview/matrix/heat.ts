import type { Region } from '../focus';
import type { PanelArray } from '../model';
import { fillOf, isClipped, type Scale } from '../scale';
import { drawOutlines, type Group, type Shown } from './grid';
import type { MatrixView } from './matrix-view';
import { heatColours } from './colours';

/** The most pixels a side of a heat image has; beyond, each pixel is the strongest entry it covers. */
export const MOST_PIXELS = 512;

/** Draws a matrix as colour alone into a box at the group's origin. */
export function drawHeat(
  group: Group,
  matrix: MatrixView,
  array: PanelArray | undefined,
  box: { readonly width: number; readonly height: number },
  { scale }: Shown,
): void {
  // Numbers that are kept back, to be foretold, are not there.
  const known = array?.data?.length ?? Infinity;
  const made = Math.min(matrix.made, matrix.rows * matrix.columns, known);
  const isWhole = made >= matrix.rows * matrix.columns;
  group
    .selectAll('rect.heat-ghost')
    .data(isWhole && array?.data ? [] : [box])
    .join((enter) => enter.insert('rect', ':first-child'))
    .attr('class', 'heat-ghost')
    .attr('width', box.width)
    .attr('height', box.height);
  group
    .selectAll('text.heat-dash')
    .data(made === 0 || !array?.data ? [made === 0 ? '—' : '?'] : [])
    .join('text')
    .attr('class', 'heat-dash')
    .attr('x', box.width / 2)
    .attr('y', box.height / 2)
    .text((text) => text);
  const image = array?.data && made > 0 ? heatImage(matrix, array.data, scale) : undefined;
  group
    .selectAll('image')
    .data(image ? [image.href] : [])
    .join('image')
    .attr('class', matrix.calm ? 'heat calm' : 'heat')
    .attr('width', box.width)
    .attr('height', box.height)
    .attr('preserveAspectRatio', 'none')
    .attr('href', (href) => href)
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

/** A pixel whose number lies beyond the scale, in shares of the image. */
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
}

const images = new WeakMap<Float64Array, Map<string, HeatImage>>();

/** The matrix as an image, one pixel for each entry (or block of entries); kept per theme and scheme. */
function heatImage(matrix: MatrixView, data: Float64Array, scale: Scale): HeatImage {
  const { className, dataset } = document.body;
  const { transposed, slot } = matrix;
  const key = [transposed, slot.lane, scale.max, className, dataset['scheme']].join();
  const kept = images.get(data) ?? new Map<string, HeatImage>();
  images.set(data, kept);
  let image = kept.get(key);
  if (!image) {
    image = paint(matrix, data, scale);
    kept.set(key, image);
  }
  return image;
}

function paint(matrix: MatrixView, data: Float64Array, scale: Scale): HeatImage {
  const { rows, columns, slot } = matrix;
  const canvas = document.createElement('canvas');
  canvas.width = Math.min(columns, MOST_PIXELS);
  canvas.height = Math.min(rows, MOST_PIXELS);
  const context = canvas.getContext('2d')!;
  const pixels = context.createImageData(canvas.width, canvas.height);
  const colours = heatColours(slot.lane);
  const [across, down] = [1 / canvas.width, 1 / canvas.height];
  const beyond: Beyond[] = [];
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) {
      const cell = strongest(matrix, data, canvas, x, y);
      const value = data[cell]!;
      const step = Math.round(fillOf(value, scale) * 255) * 4;
      const ramp = value < 0 ? colours.negative : colours.positive;
      pixels.data.set(ramp.subarray(step, step + 4), (y * canvas.width + x) * 4);
      if (isClipped(value, scale)) {
        beyond.push({ cell, right: (x + 1) * across, top: y * down, across, down });
      }
    }
  }
  context.putImageData(pixels, 0, 0);
  return { href: canvas.toDataURL(), beyond };
}

/** The cell of the largest magnitude among those that one pixel covers. */
function strongest(
  { rows, columns, cellAt }: MatrixView,
  data: Float64Array,
  { width, height }: { width: number; height: number },
  x: number,
  y: number,
): number {
  let [most, size] = [-1, -1];
  for (let row = Math.floor((y * rows) / height); row < ((y + 1) * rows) / height; row++) {
    for (
      let column = Math.floor((x * columns) / width);
      column < ((x + 1) * columns) / width;
      column++
    ) {
      const cell = cellAt(row, column);
      const own = Math.abs(data[cell]!);
      if (most < 0 || own > size) [most, size] = [cell, own];
    }
  }
  return most;
}
