import { piecesOf, rowsAndColumns, usesOfEachCell, type Slot, type Step } from '../../../src/core';
import { gridSize, type Look } from '../../matrix/look';
import { drawMatrix, type Frame } from '../../matrix/matrix';
import { matrixView, type MatrixView } from '../../matrix/matrix-view';
import { lettersOf, shapeOf, slotKey } from '../../model';
import type { Picture } from '../../scene-view';
import { textRoom } from '../../text-room';
import { drawFlows, type Flow } from '../flow';
import { stageFrame } from '../frames';
import { group, markedText, svg, type Group, type Html } from '../parts';
import { copyOf, drawGaps, drawRows, MOST_ROWS, placeRows, type PlacedRow } from './rows';

/** The room left of the cells for the stem, right of them with and without indices, and what the captions need. */
const LEFT = 22;
const RIGHT = { indices: 44, none: 6 };
const LEAST_WIDTH = 126;
/** The room for the name above, between the stored row and its copies, and for the caption below. */
const TOP = 18;
const BETWEEN = 26;
const BOTTOM = 26;
const RAIL = 7;

/** Cells of a row that has room for its digits although the matrices have not. */
const FEW: Look = { cellWidth: 40, cellHeight: 20, gap: 2, radius: 3, digits: 3, fontSize: 12 };

/** A bias of one row that is added to every row of a batch. */
export interface Loan {
  readonly bias: MatrixView;
  /** How many rows it is lent to. */
  readonly N: number;
  /** The letter of the axis along which it is lent. */
  readonly letter: string;
}

/** The loan of a sum's bias, in its forward or its backward step; undefined where its bias is no row. */
export function loanOf(picture: Picture, step: Step): Loan | undefined {
  const { model } = picture;
  const { inputs, output } = step.node!;
  const slot: Slot = { lane: 'value', id: inputs[1]! };
  const own = rowsAndColumns(shapeOf(model, slot)!);
  const Y: Slot = { lane: 'value', id: output };
  const out = rowsAndColumns(shapeOf(model, Y)!);
  if (own.rows !== 1 || own.columns !== out.columns || out.rows < 1) return undefined;
  const letters = lettersOf(model, Y);
  const letter = letters.length > 1 ? letters[0]! : '';
  return { bias: matrixView(picture, slot), N: out.rows, letter };
}

/** How many numbers of the output each entry of a sum's bias goes into, and whether it is lent row by row. */
export function biasUse(picture: Picture, step: Step): { uses: number; isRow: boolean } {
  const [own, out] = [step.node!.inputs[1]!, step.node!.output].map((id) =>
    shapeOf(picture.model, { lane: 'value', id })!,
  );
  return { uses: usesOfEachCell(own!, out!), isRow: loanOf(picture, step) !== undefined };
}

/** How a lone row is drawn: with digits if it is short. */
export function rowFrame(picture: Picture, row: MatrixView, isNarrow: boolean): Frame {
  const frame = stageFrame(picture.model, row, isNarrow);
  if (frame.look || row.columns > MOST_ROWS) return frame;
  return { look: FEW, box: gridSize(1, row.columns, FEW) };
}

/** A matrix's name and shape, marked. */
export function nameAndShape({ name, shape, letters }: MatrixView): string {
  const axes = (shape ?? []).map((length, axis) => {
    const letter = letters[axis];
    return letter ? `<${letter}>${length}</${letter}>` : String(length);
  });
  const text = axes.length === 1 ? `${axes[0]},` : axes.join(',');
  return `<m>${name}</m> (${shape ? text : '?'})`;
}

/** The bias as it stands in memory, once, with the copies that the rows of the batch borrow. */
export function drawLoan(cell: Html, picture: Picture, loan: Loan, isNarrow: boolean): void {
  const { bias, N } = loan;
  const frame = rowFrame(picture, bias, isNarrow);
  const { width, height } = frame.box;
  const placed = placeRows(N > 1 ? N : 0, {
    height,
    pitch: height + (frame.look?.gap ?? 4),
    current: currentRow(picture, bias),
  });
  const below = N > 1 ? BETWEEN + placed.height : 0;
  const right = placed.gaps.length > 0 ? RIGHT.indices : RIGHT.none;
  const note = usesText(picture, loan);
  const inner = Math.max(LEAST_WIDTH, noteRoom(note), width + right);
  const figure = svg(cell, 'figure loan', LEFT + inner, TOP + height + below + BOTTOM)
    .attr('role', 'group')
    .attr('data-matrix', bias.key)
    .attr('aria-label', `${bias.name} ${bias.shape?.join(' × ') ?? '?'}`);
  const root = group(figure, 'inner').attr(
    'transform',
    `translate(${LEFT + Math.min((inner - width) / 2, inner - width - right)},${TOP})`,
  );
  drawFlows(group(root, 'stems'), stems(picture, loan, placed.rows, frame));
  drawMatrix(group(root, 'stored'), picture, { ...bias, calm: false }, frame);
  const copies = group(root, 'copies').attr('transform', `translate(0,${height + BETWEEN})`);
  drawRows(
    group(copies, 'rows'),
    picture,
    placed.rows,
    (row) => copyOf(bias, isInUse(picture, bias, row)),
    frame,
  );
  drawGaps(group(copies, 'gaps'), placed.gaps, width / 2, `⋮ ×${N}`);
  drawRail(group(copies, 'rails'), bias, width, placed.rows.length > 0);
  drawLabels(group(copies, 'indices'), loan, placed.gaps.length > 0 ? placed.rows : [], frame);
  const middle = { x: width / 2, anchor: 'middle' };
  markedText(root, 'stored-name', nameAndShape(bias), { ...middle, y: -10 });
  markedText(root, 'uses-note', note, { ...middle, y: height + below + 17 });
}

function noteRoom(note: string): number {
  const text = piecesOf(note).map((piece) => piece.text);
  return textRoom(text.join(''), 11);
}

function usesText({ words }: Picture, { bias: { name }, N, letter }: Loan): string {
  if (N === 1) return words.say('one row: nothing to lend');
  return letter === 'N'
    ? words.say('one <m>{name}</m>, used <N>N = {N}</N> times', { name, N })
    : words.say('one <m>{name}</m>, used {N} times', { name, N });
}

/** The row that the position is in; undefined at the operation level. */
function currentRow({ position: { cell } }: Picture, { columns }: MatrixView): number | undefined {
  return cell === undefined ? undefined : Math.floor(cell / columns);
}

function isInUse(picture: Picture, bias: MatrixView, row: number): boolean {
  return currentRow(picture, bias) === row && picture.focus.read.has(slotKey(bias.slot));
}

/** From the stored row down to each row that is drawn. */
function stems(
  picture: Picture,
  { bias }: Loan,
  rows: readonly PlacedRow[],
  { box: { height } }: Frame,
): Flow[] {
  const current = currentRow(picture, bias);
  const stateOf = (row: number): Flow['state'] => {
    if (current === undefined || isInUse(picture, bias, row)) return 'active';
    return row < current ? 'done' : 'ghost';
  };
  const from = height / 2;
  const flows = rows.map(({ index, y }): Flow => {
    const to = height + BETWEEN + y + height / 2;
    return {
      key: `stem${index}`,
      lane: 'value',
      state: stateOf(index),
      d: `M-5,${from}H-12Q-18,${from} -18,${from + 6}V${to - 6}Q-18,${to} -12,${to}H-9`,
      head: { x: -4, y: to, turn: 0 },
    };
  });
  const rank = ['ghost', 'done', 'active'];
  return flows.sort((a, b) => rank.indexOf(a.state) - rank.indexOf(b.state));
}

function drawRail(rails: Group, { letters }: MatrixView, width: number, isPresent: boolean): void {
  rails
    .selectAll('path')
    .data(isPresent ? [letters.at(-1) ?? ''] : [])
    .join('path')
    .attr('class', (letter) => `rail axis-${letter}`)
    .attr('d', `M0,${-RAIL}H${width}`);
}

/** Which rows are drawn, where some are left out. */
function drawLabels(
  indices: Group,
  { letter }: Loan,
  rows: readonly PlacedRow[],
  { box: { width, height } }: Frame,
): void {
  indices
    .selectAll('text')
    .data(rows)
    .join('text')
    .attr('class', `index axis axis-${letter}`)
    .attr('x', width + 6)
    .attr('y', ({ y }) => y + height / 2)
    .text(({ index }) => (letter ? `${letter.toLowerCase()}=${index}` : String(index)));
}
