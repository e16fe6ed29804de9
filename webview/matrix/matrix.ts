import { remember } from '../cells/drawn';
import { drawMarks, marksAt } from '../cells/marks';
import { nameGrid, nameHeat } from '../cells/roles';
import type { PanelArray } from '../model';
import type { Picture } from '../scene-view';
import { drawGrid, gridRegionBox, type Group, type Shown } from './grid';
import { drawHeat, heatRegionBox } from './heat';
import type { Look } from './look';
import type { MatrixView } from './matrix-view';
import { drawSignHatch } from './sign-hatch';

/** How a matrix is drawn: cell by cell with a look, else as heat that fills its box. */
export interface Frame {
  readonly look: Look | undefined;
  readonly box: { readonly width: number; readonly height: number };
}

/**
 * Draws a matrix at a group's origin: as cells, as heat, or as an empty box where it has none. Heat is
 * that of `array`, the matrix's own unless said.
 */
export function drawMatrix(
  group: Group,
  picture: Picture,
  matrix: MatrixView,
  { look, box }: Frame,
  array: PanelArray | undefined = picture.model.array(matrix.slot),
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
  // What replaces the other kind is made anew, outlines and all: they come after what they outline.
  const others = group.selectAll(look ? HEAT : CELLS);
  if (!others.empty()) group.selectAll('rect.outline').remove();
  others.remove();
  if (isEmpty) group.selectAll(`${CELLS}, ${HEAT}`).remove();
  if (isEmpty) group.attr('role', null).attr('aria-label', null).selectAll('rect.outline').remove();
  else if (look) showCells(group, picture, matrix, look);
  else showHeat(group, picture, matrix, box, array);
  if (isEmpty) remember(group.node()!, undefined);
  drawMarks(group.node()!, picture);
}

/** What is drawn for cells alone, and for heat alone. */
const CELLS = 'g.cells, path.ghost-lines';
const HEAT = 'image, .heat-ghost, .heat-dash, .heat-area, .heat-hatch, .beyond';

function shownIn({ scales, preferences, view }: Picture, { slot }: MatrixView): Shown {
  return {
    scale: scales.of(slot),
    digits: preferences.digits,
    pixels: view.pixels ?? 'strongest',
  };
}

function showCells(group: Group, picture: Picture, matrix: MatrixView, look: Look): void {
  drawGrid(group, matrix, look, shownIn(picture, matrix), marksAt(picture, matrix.key));
  nameGrid(group, picture, matrix);
  remember(group.node()!, {
    matrix,
    kind: 'cells',
    boxOf: (region) => gridRegionBox(region, look),
  });
}

function showHeat(
  group: Group,
  picture: Picture,
  matrix: MatrixView,
  box: Frame['box'],
  array: PanelArray | undefined,
): void {
  drawHeat(group, matrix, array, box, shownIn(picture, matrix));
  nameHeat(group, picture, matrix, array);
  group
    .selectAll('rect.heat-area')
    .data([box])
    .join((enter) => enter.insert('rect', '.outline, .marks'))
    .attr('class', 'heat-area')
    .attr('width', box.width)
    .attr('height', box.height);
  drawSignHatch(group, matrix, box);
  remember(group.node()!, {
    matrix,
    kind: 'heat',
    boxOf: (region) => heatRegionBox(region, matrix, box),
  });
}
