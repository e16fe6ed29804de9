import type { Region } from '../focus';
import { countSeen, hasNumbers, type PanelArray } from '../arrays/panel-array';
import { drawOutlines, type Group, type Shown } from './grid';
import { heatImage, type Beyond, type Box } from './heat-image';
import type { MatrixView } from './matrix-view';

/** What lies over the colours, in whichever order parts come and go. */
export const ABOVE_HEAT = '.heat-area, .outline, .marks';

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
    .join((enter) => enter.insert('text', `image, .beyond, ${ABOVE_HEAT}`))
    .attr('class', 'heat-dash')
    .attr('x', box.width / 2)
    .attr('y', box.height / 2)
    .text((text) => text);
  group
    .selectAll('image')
    .data(image ? [image] : [])
    .join((enter) => enter.insert('image', `.beyond, ${ABOVE_HEAT}`))
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
    .join((enter) => enter.insert('path', ABOVE_HEAT))
    .attr('class', 'beyond')
    .attr('d', (d) => d);
}
