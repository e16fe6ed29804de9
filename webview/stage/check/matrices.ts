import { select } from 'd3-selection';
import { inputsOf, sizeOf, type Compared } from '../../../src/core';
import { gridSize, type Look } from '../../matrix/look';
import type { Frame } from '../../matrix/matrix';
import { matrixView, type MatrixView } from '../../matrix/matrix-view';
import { fit } from '../../matrix/grid';
import { regionOfCell } from '../../focus';
import type { PanelArray } from '../../model';
import type { Picture } from '../../scene-view';
import { drawFigure, type Figure } from '../figure';
import { stageFrame } from '../frames';
import { group, html, type Html } from '../parts';
import type { CheckAtHand } from './at-hand';
import { measured } from './words';

/** Cells of two lines, the gradient by formula over the numerical one. */
const LOOKS: Readonly<Record<'wide' | 'narrow', Look>> = {
  wide: { cellWidth: 84, cellHeight: 44, gap: 2, radius: 3, digits: 5, fontSize: 15 },
  narrow: { cellWidth: 62, cellHeight: 38, gap: 2, radius: 3, digits: 4, fontSize: 13 },
};
/** The most columns, of all matrices together, and rows that are drawn cell by cell. */
const MOST_COLUMNS = { wide: 8, narrow: 6 };
const MOST_ROWS = 6;

/** Draws the gradient of each variable, every cell with what was measured; large ones by their errors. */
export function drawChecked(
  body: Html,
  picture: Picture,
  atHand: CheckAtHand,
  isNarrow: boolean,
): void {
  const room = isNarrow ? 'narrow' : 'wide';
  const views = inputsOf(picture.model.graph).map(({ id }) =>
    matrixView(picture, { lane: 'gradient', id }),
  );
  const columns = views.reduce((sum, view) => sum + view.columns, 0);
  const isFew = columns <= MOST_COLUMNS[room] && views.every(({ rows }) => rows <= MOST_ROWS);
  html(body, 'div', 'checked')
    .selectAll<HTMLElement, MatrixView>(':scope > div')
    .data(views, ({ key }) => `${key} ${isFew}`)
    .join('div')
    .attr('class', isFew ? 'checked-matrix' : 'checked-matrix as-heat')
    .each(function (view) {
      const place = select(this as HTMLElement);
      const written = writtenIn(picture, view, atHand.current);
      const matrix: MatrixView = { ...view, calm: false, read: undefined, written };
      if (isFew) drawCells(place, picture, matrix, LOOKS[room], atHand);
      else drawErrors(place, picture, matrix, atHand, isNarrow);
    });
}

function writtenIn({ model }: Picture, { slot }: MatrixView, current: Compared | undefined) {
  if (current?.at.slot.id !== slot.id) return undefined;
  return regionOfCell(model, slot, current.at.cell);
}

function drawCells(
  place: Html,
  picture: Picture,
  matrix: MatrixView,
  look: Look,
  { done }: CheckAtHand,
): void {
  const frame: Frame = { look, box: gridSize(matrix.rows, matrix.columns, look) };
  drawFigure(place, picture, { matrix, frame });
  const slopes = new Map(
    done.flatMap(({ at, slope }) =>
      at.slot.id === matrix.slot.id ? [[at.cell, slope] as const] : [],
    ),
  );
  const cells = Array.from({ length: matrix.rows * matrix.columns }, (_, at) => ({
    x: (at % matrix.columns) * (look.cellWidth + look.gap) + look.cellWidth / 2,
    y: Math.floor(at / matrix.columns) * (look.cellHeight + look.gap) + look.cellHeight * 0.77,
    slope: slopes.get(at),
  }));
  group(place.select('svg.figure > g.inner'), 'numerics')
    .attr('aria-hidden', 'true')
    .selectAll('text')
    .data(cells)
    .join('text')
    .attr('class', ({ slope }) => (slope === undefined ? 'numeric ghost' : 'numeric'))
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .attr('font-size', look.fontSize - 3)
    .text(({ slope }) => (slope === undefined ? '—' : measured(slope)))
    .each(function () {
      fit(this as SVGTextElement, look.cellWidth - 6);
    });
}

/** The decades of errors that colours tell apart. */
const DECADES = { from: -16, to: -4 };

/** Where there are too many cells for numbers, colour is how large the error is. */
function drawErrors(
  place: Html,
  picture: Picture,
  matrix: MatrixView,
  { done }: CheckAtHand,
  isNarrow: boolean,
): void {
  const data = new Float64Array(sizeOf(matrix.shape ?? []));
  const { max } = picture.scales.of(matrix.slot);
  for (const { at, error } of done) {
    const share = (Math.log10(error) - DECADES.from) / (DECADES.to - DECADES.from);
    // Colour grows with the square root of a magnitude: squared, it grows with the decade.
    if (at.slot.id === matrix.slot.id)
      data[at.cell] = max * Math.min(1, Math.max(0, share || 0)) ** 2;
  }
  const array: PanelArray = { shape: matrix.shape ?? [], dtype: 'float64', state: 'known', data };
  const frame: Frame = { ...stageFrame(picture.model, matrix, isNarrow), look: undefined };
  const figure: Figure = { matrix: { ...matrix, key: `error:${matrix.key}` }, frame, array };
  drawFigure(place, picture, figure);
}
