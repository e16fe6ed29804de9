import type { Picture } from '../scene-view';
import { drawGrid, type Group } from './grid';
import { drawHeat } from './heat';
import type { Look } from './look';
import type { MatrixView } from './matrix-view';

/** How a matrix is drawn: cell by cell with a look, else as heat that fills its box. */
export interface Frame {
  readonly look: Look | undefined;
  readonly box: { readonly width: number; readonly height: number };
}

/** Draws a matrix at a group's origin: as cells, as heat, or as an empty box where it has none. */
export function drawMatrix(
  group: Group,
  picture: Picture,
  matrix: MatrixView,
  { look, box }: Frame,
): void {
  const isEmpty = matrix.rows * matrix.columns === 0;
  group
    .selectAll('rect.empty')
    .data(isEmpty ? [box] : [])
    .join('rect')
    .attr('class', 'empty')
    .attr('width', box.width)
    .attr('height', box.height);
  group
    .selectAll('text.empty')
    .data(isEmpty ? [matrix.shape ? '∅' : '—'] : [])
    .join('text')
    .attr('class', 'empty')
    .attr('x', box.width / 2)
    .attr('y', box.height / 2)
    .text((text) => text);
  if (isEmpty) {
    group
      .selectAll('g.cell, path.ghost-lines, rect.outline, image, .heat-ghost, .heat-dash')
      .remove();
  } else if (look) drawGrid(group, matrix, look, picture.scales);
  else drawHeat(group, matrix, picture.model.array(matrix.slot), box, picture.scales);
}
