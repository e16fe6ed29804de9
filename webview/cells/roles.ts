import { select } from 'd3-selection';
import { rowsAndColumns } from '../../src/core';
import type { PanelArray } from '../arrays/panel-array';
import type { Group } from '../matrix/grid';
import type { MatrixView } from '../matrix/matrix-view';
import type { Picture } from '../scene-view';
import { tabStopOf } from './roving';
import { axesOf, cellName, heatName, matrixName } from './spoken';

/** Gives a grid of cells its names and roles: rows, headers and cells as a table has them. */
export function nameGrid(group: Group, { words, changes }: Picture, matrix: MatrixView): void {
  const stop = tabStopOf(group.node()!, matrix);
  const changed = changes?.get(matrix.key);
  const { whole, top, left } = placedIn(matrix);
  group.attr('role', null).attr('aria-label', null);
  const grid = group
    .select<SVGGElement>('g.cells')
    .attr('role', 'grid')
    .attr('aria-label', matrixName(matrix, words))
    .attr('aria-rowcount', whole.rows + 1)
    .attr('aria-colcount', whole.columns + 1);
  drawColumnHeaders(grid, matrix);
  grid
    .selectAll<SVGGElement, unknown>('g.row')
    .attr('role', 'row')
    .attr('aria-rowindex', (_, row) => top + row + 2)
    .each(function (_, row) {
      drawRowHeader(this, matrix, row);
      select(this)
        .selectAll<SVGGElement, unknown>('g.cell')
        .attr('role', 'gridcell')
        .attr('aria-colindex', (_, column) => left + column + 2)
        .attr('tabindex', (_, column) => (stop.row === row && stop.column === column ? 0 : -1))
        .attr('aria-label', function (_, column) {
          const cell = matrix.cellAt(row, column);
          const content = matrix.contentAt(row, column);
          const shown = this.querySelector('text')?.textContent ?? '';
          return cellName(matrix, cell, { content, shown, change: changed?.get(cell) }, words);
        });
    });
}

/** The whole matrix that a part is of, with its place there; a whole one is at its own beginning. */
function placedIn({ rows, columns, part, shape }: MatrixView) {
  const whole = part ? rowsAndColumns(shape!) : { rows, columns };
  return { whole, top: part?.top ?? 0, left: part?.left ?? 0 };
}

/** The columns' indices, for screen readers alone: on the screen they stand at the rails. */
function drawColumnHeaders(grid: Group, matrix: MatrixView): void {
  grid
    .selectAll<SVGGElement, number>(':scope > g.headers')
    .data([0])
    .join((enter) => enter.insert('g', ':first-child'))
    .attr('class', 'headers')
    .attr('role', 'row')
    .attr('aria-rowindex', 1)
    .selectAll('g.header')
    .data(Array.from({ length: matrix.columns }, (_, column) => column))
    .join((enter) => enter.append('g').call(titled))
    .attr('class', 'header')
    .attr('role', 'columnheader')
    .attr('aria-colindex', (column) => placedIn(matrix).left + column + 2)
    .select('title')
    .text((column) => axesOf(matrix, matrix.cellAt(0, column)).column);
}

function drawRowHeader(row: SVGGElement, matrix: MatrixView, at: number): void {
  const label = axesOf(matrix, matrix.cellAt(at, 0)).row;
  select(row)
    .selectAll<SVGGElement, string>(':scope > g.header')
    .data(label === undefined ? [] : [label])
    .join((enter) => enter.insert('g', ':first-child').call(titled))
    .attr('class', 'header')
    .attr('role', 'rowheader')
    .attr('aria-colindex', 1)
    .select('title')
    .text((text) => text);
}

/** Gives elements a title each: what has no shape on the screen is named by it. */
function titled(elements: { append(name: 'title'): unknown }): void {
  elements.append('title');
}

/** Gives a heat image its name: a picture, with what it shows in a sentence. */
export function nameHeat(
  group: Group,
  { words }: Picture,
  matrix: MatrixView,
  array: PanelArray | undefined,
): void {
  group.attr('role', 'img').attr('aria-label', heatName(matrix, array, words));
}
