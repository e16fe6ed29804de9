import { strength } from '../../src/core';
import type { Region } from '../focus';
import type { PanelArray } from '../model';
import type { Scales } from '../scale';
import { drawOutlines, type Group } from './grid';
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
  scales: Scales,
): void {
  const made = Math.min(matrix.made, matrix.rows * matrix.columns);
  const isWhole = made >= matrix.rows * matrix.columns;
  group
    .selectAll('rect.heat-ghost')
    .data(isWhole && array?.data ? [] : [box])
    .join('rect')
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
  const image = array?.data && made > 0 ? heatImage(matrix, array.data, scales) : undefined;
  group
    .selectAll('image')
    .data(image ? [image] : [])
    .join('image')
    .attr('class', matrix.calm ? 'heat calm' : 'heat')
    .attr('width', box.width)
    .attr('height', box.height)
    .attr('preserveAspectRatio', 'none')
    .attr('href', (href) => href)
    .style('clip-path', madePath(matrix, made, box));
  drawOutlines(group, matrix, (region) => regionBox(region, matrix, box), 2);
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
function regionBox(
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

const images = new WeakMap<Float64Array, Map<string, string>>();

/** The matrix as an image, one pixel for each entry (or block of entries); kept per theme. */
function heatImage(matrix: MatrixView, data: Float64Array, scales: Scales): string {
  const key = [
    matrix.transposed,
    matrix.slot.lane,
    scales[matrix.slot.lane],
    document.body.className,
  ].join();
  const kept = images.get(data) ?? new Map<string, string>();
  images.set(data, kept);
  let image = kept.get(key);
  if (!image) {
    image = paint(matrix, data, scales);
    kept.set(key, image);
  }
  return image;
}

function paint(matrix: MatrixView, data: Float64Array, scales: Scales): string {
  const { rows, columns, slot } = matrix;
  const canvas = document.createElement('canvas');
  canvas.width = Math.min(columns, MOST_PIXELS);
  canvas.height = Math.min(rows, MOST_PIXELS);
  const context = canvas.getContext('2d')!;
  const pixels = context.createImageData(canvas.width, canvas.height);
  const colours = heatColours(slot.lane);
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) {
      const value = strongest(matrix, data, canvas, x, y);
      const step = Math.round(strength(value, scales[slot.lane]) * 255) * 4;
      const ramp = value < 0 ? colours.negative : colours.positive;
      pixels.data.set(ramp.subarray(step, step + 4), (y * canvas.width + x) * 4);
    }
  }
  context.putImageData(pixels, 0, 0);
  return canvas.toDataURL();
}

/** The entry of the largest magnitude among those that one pixel covers. */
function strongest(
  { rows, columns, cellAt }: MatrixView,
  data: Float64Array,
  { width, height }: { width: number; height: number },
  x: number,
  y: number,
): number {
  let most = 0;
  for (let row = Math.floor((y * rows) / height); row < ((y + 1) * rows) / height; row++) {
    for (
      let column = Math.floor((x * columns) / width);
      column < ((x + 1) * columns) / width;
      column++
    ) {
      const value = data[cellAt(row, column)]!;
      if (Math.abs(value) > Math.abs(most)) most = value;
    }
  }
  return most;
}
