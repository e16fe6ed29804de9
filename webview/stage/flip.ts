import type { Slot, Step } from '../../src/core';
import { drawMarked } from '../marked';
import { gridSize, stageLook, type Look } from '../matrix/look';
import type { Frame } from '../matrix/matrix';
import { matrixView, type MatrixView } from '../matrix/matrix-view';
import { nameOf, shapeOf } from '../model';
import { sizesOf } from '../graph/layout';
import type { Picture } from '../scene-view';
import { drawEquation, equationOf, type Part } from './equation';
import { stageFrame } from './frames';
import { drawMini, type Mini } from './mini';
import { html, type Html } from './parts';
import { drawTouched } from './touched';

/** The cosine of the angle at which the turn is shown halfway: more than edge-on, so that it can be read. */
const HALFWAY = 0.5;
/** How much smaller a heat image is beside the equation than in it. */
const SMALLER = 0.6;
/** The part of the axis that is drawn beyond the matrix. */
const AXIS = { from: 4, to: 12 };
/** Figures beside the turn are close to each other. */
const TIGHT = { isNarrow: true, holdsCaption: true } as const;

/** The operand that the step multiplies by the transpose of. */
function turned(step: Step): Slot {
  return { lane: 'value', id: step.node!.inputs[1]! };
}

/**
 * Draws dX = dY·Wᵀ with the turn that makes Wᵀ of W: about the diagonal, every cell keeping its name.
 * What stands there is the same at any position; on coming to the step, Wᵀ turns into its place.
 */
export function drawFlipped(body: Html, picture: Picture, step: Step, isNarrow: boolean): void {
  const parts = equationOf(picture, step, isNarrow).map((part) => tightened(part, isNarrow));
  const matrix = matrixView(picture, turned(step), true);
  const { width, height } = pitch(
    matrix,
    frameOf(parts) ?? stageFrame(picture.model, matrix, isNarrow),
  );
  body.attr('class', 'flipped').style('--ratio', height / width);
  const isWhole = picture.position.cell === undefined && step.cells * step.terms > 0;
  const touched = html(body, 'div', 'touched');
  if (isWhole) drawTouched(touched, picture, step, isNarrow);
  else touched.selectAll('*').remove();
  drawEquation(
    html(body, 'div', 'equation') as unknown as Parameters<typeof drawEquation>[0],
    picture,
    [...parts, { key: 'flip', draw: (place) => drawFlip(place, picture, step, isNarrow) }],
  );
}

/** The largest cells are a little smaller where the turn stands beside them. */
function tightened(part: Part, isNarrow: boolean): Part {
  if (!('figure' in part)) return part;
  const { matrix, frame } = part.figure;
  if (!frame.look || frame.look.cellWidth < 46 || isNarrow) {
    return { ...part, figure: { ...part.figure, ...TIGHT } };
  }
  const look: Look = { ...frame.look, cellWidth: 42 };
  const box = gridSize(matrix.rows, matrix.columns, look);
  return { ...part, figure: { ...part.figure, frame: { look, box }, ...TIGHT } };
}

function frameOf(parts: readonly Part[]): Frame | undefined {
  const last = parts.at(-1);
  return last && 'figure' in last ? last.figure.frame : undefined;
}

/** How far apart the cells of a frame stand. */
function pitch({ rows, columns }: MatrixView, { look, box }: Frame) {
  return look
    ? { width: look.cellWidth + look.gap, height: look.cellHeight + look.gap }
    : { width: box.width / Math.max(1, columns), height: box.height / Math.max(1, rows) };
}

/** From right to left: W, the turn halfway, and what that means for the names of cells. */
function drawFlip(place: Html, picture: Picture, step: Step, isNarrow: boolean): void {
  const { model, words, position } = picture;
  const slot = turned(step);
  const isMatrix = shapeOf(model, slot)?.length === 2;
  const matrix = { ...matrixView(picture, slot), calm: false };
  const frame = smallFrame(picture, matrix, isNarrow);
  const isShown = isMatrix && (frame.look !== undefined || position.cell === undefined);
  const chain = html(place, 'div', 'chain');
  if (!isShown) chain.selectAll('*').remove();
  if (isShown) {
    const [top, left] = [matrix.letters[1], matrix.letters[0]];
    drawPlace(chain, 'halfway', picture, { matrix, frame, top, left, ...halfway(matrix, frame) });
    drawPlace(chain, 'whole', picture, { matrix, frame, top, left });
    drawMarked(html(chain.select('.halfway'), 'p', 'caption').node()!, words.say('halfway'));
    drawMarked(html(chain.select('.whole'), 'p', 'caption').node()!, caption(picture, slot));
  }
  const note = html(place, 'p', 'note', isMatrix);
  if (isMatrix) drawMarked(note.node()!, keptNames(picture, step, slot));
}

function drawPlace(chain: Html, name: string, picture: Picture, mini: Mini): void {
  const place = html(chain, 'div', `turn ${name}`);
  html(place, 'span', 'arrow').text('←');
  drawMini(place, picture, mini);
  drawAxis(place, mini);
}

/** The turned picture: cells keep their pitch, so that the end of the turn is the transpose as drawn. */
function halfway(matrix: MatrixView, frame: Frame): Pick<Mini, 'map' | 'box'> {
  const { width, height } = pitch(matrix, frame);
  const [stay, cross] = [(1 + HALFWAY) / 2, (1 - HALFWAY) / 2];
  const [down, right] = [(cross * height) / width, (cross * width) / height];
  const { box } = frame;
  return {
    map: [stay, down, right, stay],
    box: {
      width: stay * box.width + right * box.height,
      height: down * box.width + stay * box.height,
    },
  };
}

/** The ends of the diagonal that the matrix turns about: it leaves the cells where rows or columns end. */
function drawAxis(place: Html, { matrix, frame }: Mini): void {
  const { width, height } = pitch(matrix, frame);
  const length = Math.hypot(width, height);
  const [u, v] = [width / length, height / length];
  const end = Math.min(matrix.rows, matrix.columns) * length;
  const dash = (from: number, to: number) => `M${from * u},${from * v}L${to * u},${to * v}`;
  place
    .select('g.inner')
    .selectAll('path.turn-axis')
    .data([dash(-AXIS.to, -AXIS.from) + dash(end + AXIS.from, end + AXIS.to)])
    .join('path')
    .attr('class', 'turn-axis')
    .attr('d', (d) => d);
}

function smallFrame({ model }: Picture, matrix: MatrixView, isNarrow: boolean): Frame {
  const look = stageLook(sizesOf(model), isNarrow);
  const { box } = stageFrame(model, matrix, isNarrow);
  if (!look) return { look, box: { width: box.width * SMALLER, height: box.height * SMALLER } };
  const isSmall = matrix.rows <= 3 && matrix.columns <= 3;
  const small: Look = {
    ...look,
    cellWidth: isSmall ? 26 : 24,
    cellHeight: isSmall ? 22 : 16,
    gap: 1,
    radius: 2,
    fontSize: isSmall ? 12 : 10,
    digits: isSmall ? 3 : 2,
  };
  return { look: small, box: gridSize(matrix.rows, matrix.columns, small) };
}

function caption({ model }: Picture, slot: Slot): string {
  const [D, H] = shapeOf(model, slot)!;
  return `<m>${nameOf(model, slot)}</m> (<D>${D}</D>,<H>${H}</H>)`;
}

function keptNames({ model, words, position }: Picture, step: Step, slot: Slot): string {
  const columns = shapeOf(model, step.writes!)?.at(-1) ?? 1;
  const d = position.cell === undefined ? '<D>d</D>' : `<D>d=${position.cell % columns}</D>`;
  return words.say(
    'Cells keep their names: row {d} of <m>{name}</m> is column {d} of <m>{name}ᵀ</m>.',
    { d, name: nameOf(model, slot) },
  );
}
