import { select, type Selection } from 'd3-selection';
import { rowsAndColumns, type Slot, type Step } from '../../src/core';
import { matrixView, type MatrixView } from '../matrix/matrix-view';
import { shapeOf } from '../model';
import type { Picture } from '../scene-view';
import { drawFigure } from './figure';
import { stageFrame } from './frames';
import { equationOf, type Part } from './equation';

/** The lent rows that are drawn at most. */
const MOST_ROWS = 6;

/**
 * A sum with a broadcast bias, `XW + b = Y`: the bias is drawn as often as it is used, its own row
 * at full strength and the copies lent to the other rows at half.
 */
export function biasEquation(picture: Picture, step: Step, isNarrow: boolean): Part[] {
  const parts = equationOf(picture, step, isNarrow);
  const bias: Slot = { lane: 'value', id: step.node!.inputs[1]! };
  const out = rowsAndColumns(shapeOf(picture.model, step.writes!)!);
  const own = rowsAndColumns(shapeOf(picture.model, bias)!);
  if (own.rows !== 1 || out.rows < 2 || out.rows > MOST_ROWS) return parts;
  return parts.map((part) =>
    part.key === 'value:' + bias.id && 'figure' in part && part.figure.frame.look
      ? { ...part, figure: lent(picture, part.figure.matrix, out.rows, isNarrow) }
      : part,
  );
}

/** The bias as `rows` rows: every row reads the same cells. */
function lent(picture: Picture, matrix: MatrixView, rows: number, isNarrow: boolean) {
  const row =
    picture.position.cell === undefined ? 0 : Math.floor(picture.position.cell / matrix.columns);
  const read = matrix.read && { ...matrix.read, top: row, bottom: row };
  const repeated: MatrixView = {
    ...matrix,
    rows,
    read,
    copies: true,
    cellAt: (at, column) => at * matrix.columns + column,
    contentAt: (_, column) => matrix.contentAt(0, column),
  };
  return { matrix: repeated, frame: stageFrame(picture.model, repeated, isNarrow) };
}

/**
 * The gradient of a broadcast bias: forward, one row was copied up; backward, all rows are added
 * down. The columns of both stand over each other.
 */
export function drawBiasGradient(
  container: Selection<HTMLDivElement, unknown, null, undefined>,
  picture: Picture,
  step: Step,
  isNarrow: boolean,
): void {
  container.attr('class', 'bias-gradient');
  const upstream = { ...matrixView(picture, step.reads[0]!), calm: false };
  const gradient = { ...matrixView(picture, step.writes!), calm: false };
  const frame = (matrix: MatrixView) => stageFrame(picture.model, matrix, isNarrow);
  const columns = container
    .selectAll<HTMLElement, string>('div.way')
    .data(
      frame(upstream).look && upstream.rows <= MOST_ROWS ? ['up', 'down'] : ['down'],
      (way) => way,
    )
    .join('div')
    .attr('class', (way) => `way ${way}`)
    .order();
  columns.each(function (way) {
    const column = select(this as HTMLElement);
    caption(
      column,
      way === 'up'
        ? picture.words.say('forward: one row copied up')
        : picture.words.say('backward: all rows added down'),
    );
    if (way === 'up') drawCopies(column, picture, step, upstream.rows, isNarrow);
    else drawFall(column, picture, upstream, gradient, isNarrow);
  });
}

function caption(column: Selection<HTMLElement, unknown, null, undefined>, text: string): void {
  column
    .selectAll('p.way-caption')
    .data([text])
    .join('p')
    .attr('class', 'way-caption')
    .text((line) => line);
}

function part(column: Selection<HTMLElement, unknown, null, undefined>, name: string) {
  return column
    .selectAll<HTMLElement, unknown>(`div.${name}`)
    .data([0])
    .join('div')
    .attr('class', name) as unknown as Selection<HTMLElement, unknown, null, undefined>;
}

function drawFall(
  column: Selection<HTMLElement, unknown, null, undefined>,
  picture: Picture,
  upstream: MatrixView,
  gradient: MatrixView,
  isNarrow: boolean,
): void {
  const { model } = picture;
  drawFigure(part(column, 'rows'), picture, {
    matrix: upstream,
    frame: stageFrame(model, upstream, isNarrow),
    name: 'dY',
  });
  part(column, 'fall').text('+ ↓');
  drawFigure(part(column, 'sum'), picture, {
    matrix: gradient,
    frame: stageFrame(model, gradient, isNarrow),
  });
}

function drawCopies(
  column: Selection<HTMLElement, unknown, null, undefined>,
  picture: Picture,
  step: Step,
  rows: number,
  isNarrow: boolean,
): void {
  const bias = matrixView(picture, { lane: 'value', id: step.writes!.id });
  const copies: MatrixView = {
    ...bias,
    rows,
    read: undefined,
    written: undefined,
    copies: true,
    cellAt: (at, at2) => at * bias.columns + at2,
    contentAt: (_, at) => bias.contentAt(0, at),
  };
  drawFigure(part(column, 'rows'), picture, {
    matrix: copies,
    frame: stageFrame(picture.model, copies, isNarrow),
    name: '',
  });
  part(column, 'fall').text('↑');
  drawFigure(part(column, 'sum'), picture, {
    matrix: bias,
    frame: stageFrame(picture.model, bias, isNarrow),
  });
}
