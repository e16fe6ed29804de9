import { select } from 'd3-selection';
import { inputsOf, isWithinTolerance, type Compared } from '../../../src/core';
import { regionOfCell } from '../../focus';
import { fit } from '../../matrix/grid';
import { gridSize, type Look } from '../../matrix/look';
import type { Frame } from '../../matrix/matrix';
import { matrixView, type MatrixView } from '../../matrix/matrix-view';
import type { Picture } from '../../scene-view';
import { drawFigure, marginsOf } from '../figure';
import { group, html, type Html } from '../parts';
import type { CheckAtHand } from './at-hand';
import { drawErrorHeat } from './heat';
import { drawLegend } from './legend';
import { numericText } from './words';

const look = (cellWidth: number, cellHeight: number, fontSize: number): Look => ({
  cellWidth,
  cellHeight,
  gap: 2,
  radius: 3,
  digits: 4,
  fontSize,
});

/** Cells of two lines, the gradient by formula over the numerical one: the largest that fit are taken. */
const LOOKS: readonly Look[] = [
  look(84, 44, 15),
  look(76, 44, 15),
  look(66, 40, 13),
  look(58, 38, 13),
];
/** The room of the two lines' names, of what is between matrices, and of a matrix's rail and name. */
const NAMES = 66;
const GAP = 8;
const AROUND = 52;
/** How high all lines of matrices may be together; beyond, errors are drawn as heat. */
const HIGHEST = { wide: 330, narrow: 420 };

/** Draws the gradient of each variable, every cell with what was measured; large ones by their errors. */
export function drawChecked(
  body: Html,
  picture: Picture,
  atHand: CheckAtHand,
  width: number,
): void {
  const matrices = inputsOf(picture.model.graph).map(({ id }): MatrixView => {
    const view = matrixView(picture, { lane: 'gradient', id });
    return { ...view, calm: false, read: undefined, written: writtenIn(picture, view, atHand) };
  });
  const cells = lookFor(matrices, width);
  const place = placeFor(body, cells ? 'cells' : 'heat');
  if (cells) drawLineNames(place, picture);
  place
    .selectAll<HTMLElement, MatrixView>(':scope > div.checked-matrix')
    .data(matrices, ({ key }) => key)
    .join('div')
    .attr('class', 'checked-matrix')
    .each(function (matrix) {
      const figure = select(this as HTMLElement);
      if (cells) drawCells(figure, picture, matrix, cells, atHand);
      else drawErrorHeat(figure, picture, matrix, atHand, width < 600);
    });
  if (!cells) drawLegend(place, picture);
}

/** Cells and heat have nothing in common: where one takes the other's place, all is made anew. */
function placeFor(body: Html, kind: string): Html {
  return html(body, 'div', 'check-matrices')
    .selectAll<HTMLElement, string>(':scope > div')
    .data([kind], (datum) => datum)
    .join('div')
    .attr('class', `checked as-${kind}`) as unknown as Html;
}

function writtenIn(
  { model }: Picture,
  { slot }: MatrixView,
  { current }: CheckAtHand,
): MatrixView['written'] {
  if (current?.at.slot.id !== slot.id) return undefined;
  return regionOfCell(model, slot, current.at.cell);
}

/** The largest look with which all matrices stand in one line, or at least in few; none if none does. */
function lookFor(matrices: readonly MatrixView[], width: number): Look | undefined {
  const limit = width < 600 ? HIGHEST.narrow : HIGHEST.wide;
  const heights = LOOKS.map((cells) => heightOf(matrices, cells, width - NAMES));
  const inLine = LOOKS.find((cells, i) => {
    const highest = Math.max(
      ...matrices.map(({ rows }) => frameOf({ rows, columns: 1 }, cells).box.height),
    );
    return heights[i]! <= highest + AROUND && heights[i]! <= limit;
  });
  return inLine ?? LOOKS.findLast((_, i) => heights[i]! <= limit);
}

/** How high the matrices are in lines of a width. */
function heightOf(matrices: readonly MatrixView[], cells: Look, width: number): number {
  let [x, height, line] = [0, 0, 0];
  for (const matrix of matrices) {
    const frame = frameOf(matrix, cells);
    const { left, right } = marginsOf({ matrix, frame, indices: 'none' });
    const own = left + frame.box.width + right;
    if (own > width) return Infinity;
    const isNew = x > 0 && x + GAP + own > width;
    if (isNew) [x, height, line] = [0, height + line, 0];
    x += own + (x > 0 ? GAP : 0);
    line = Math.max(line, frame.box.height + AROUND);
  }
  return height + line;
}

function frameOf({ rows, columns }: Pick<MatrixView, 'rows' | 'columns'>, cells: Look): Frame {
  return { look: cells, box: gridSize(rows, columns, cells) };
}

/** What the two lines in each cell are, beside the first row. */
function drawLineNames(place: Html, { words }: Picture): void {
  html(place, 'div', 'check-lines')
    .selectAll('span')
    .data([words.say('analytic'), words.say('numeric')])
    .join('span')
    .text((text) => text);
}

/** Where the two lines stand in a cell, as shares of its height. */
const LINES = { analytic: 0.34, numeric: 0.74 };

function drawCells(
  place: Html,
  picture: Picture,
  matrix: MatrixView,
  cells: Look,
  { done, current, isHalfway }: CheckAtHand,
): void {
  drawFigure(place, picture, { matrix, frame: frameOf(matrix, cells), indices: 'none' });
  const compared = new Map(
    done.flatMap((one) => (one.at.slot.id === matrix.slot.id ? [[one.at.cell, one] as const] : [])),
  );
  place
    .selectAll<SVGGElement, unknown>('g.cell')
    .attr('aria-label', function () {
      return [spoken(this), spokenNumeric(picture, compared.get(cellOf(this)))].join('');
    })
    .select('text')
    .attr('x', cells.cellWidth / 2)
    .attr('y', cells.cellHeight * LINES.analytic);
  const nudged = current?.at.slot.id === matrix.slot.id ? current.at.cell : undefined;
  group(place.select('svg.figure > g.inner'), 'numerics')
    .attr('aria-hidden', 'true')
    .selectAll('text')
    .data(Array.from({ length: matrix.rows * matrix.columns }, (_, cell) => cell))
    .join('text')
    .attr('class', (cell) => {
      const isNudged = cell === nudged && picture.position.cell !== undefined;
      const motion = isNudged ? (isHalfway ? 'nudged-up' : 'nudged') : '';
      return `numeric ${compared.has(cell) ? '' : 'ghost'} ${motion}`;
    })
    .attr(
      'x',
      (cell) => (cell % matrix.columns) * (cells.cellWidth + cells.gap) + cells.cellWidth / 2,
    )
    .attr(
      'y',
      (cell) =>
        Math.floor(cell / matrix.columns) * (cells.cellHeight + cells.gap) +
        cells.cellHeight * LINES.numeric,
    )
    .attr('font-size', cells.fontSize - 3)
    .style('font-size', `${cells.fontSize - 3}px`)
    .text((cell) => numericIn(compared.get(cell), decimalsIn(cells)))
    .each(function () {
      fit(this as SVGTextElement, cells.cellWidth - 4);
    });
}

function cellOf(element: Element): number {
  return Number(element.getAttribute('data-cell'));
}

/** What the grid calls a cell. */
function spoken(element: Element): string {
  return element.getAttribute('aria-label') ?? '';
}

function spokenNumeric({ words }: Picture, one: Compared | undefined): string {
  return one ? words.say(', numerically {slope}', { slope: numericText(one.slope) }) : '';
}

/** How many decimals there is room for. */
function decimalsIn({ cellWidth }: Look): number {
  return cellWidth < 70 ? 5 : 6;
}

function numericIn(one: Compared | undefined, decimals: number): string {
  if (!one) return '—';
  return `${isWithinTolerance(one) ? '' : '✕ '}${numericText(one.slope, decimals)}`;
}
