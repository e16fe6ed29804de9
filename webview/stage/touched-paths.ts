import type { Slot, Step } from '../../src/core';
import { gridSize, type Look } from '../matrix/look';
import { matrixView, type MatrixView } from '../matrix/matrix-view';
import { drawMatrix } from '../matrix/matrix';
import { contentOf, nameOf, shapeOf, slotKey, sourceOf } from '../model';
import type { Picture } from '../scene-view';
import { textRoom } from '../text-room';
import { drawFlows, type Flow } from './flow';
import { group, markedText, svg, type Group, type Html } from './parts';
import { entryName } from './term-sheet';

/** So many paths are drawn; of more, the first ones and the last. */
const MOST_PATHS = 5;
const FIRST_PATHS = 3;

const LOOK: Look = { cellWidth: 46, cellHeight: 20, gap: 8, radius: 3, digits: 4, fontSize: 13 };
const NARROW: Look = { ...LOOK, cellWidth: 36, digits: 3, fontSize: 11 };
/** How long the paths are from column to column, and how far its two lanes are apart. */
const PATH = { wide: 64, narrow: 28 };
const LANE = 3;
const TOP = 20;
const INDEX_SIZE = 12;

/** One column of the drawing: cells of a slot, one under the other. */
interface Column {
  readonly slot: Slot;
  readonly cells: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly title: string;
}

/**
 * Draws the paths of one entry of X: forward from it through the weights to y, solid; back from dy along
 * the same paths to dx, dashed, a lane below.
 */
export function drawPaths(
  fan: Html,
  picture: Picture,
  step: Step,
  cell: number,
  isNarrow: boolean,
): void {
  const look = isNarrow ? NARROW : LOOK;
  const shown = pathsOf(step.terms);
  const columns = columnsOf(picture, step, cell, shown, isNarrow);
  const last = columns.at(-1)!;
  const height = TOP + shown.length * (look.cellHeight + look.gap);
  const isPart = shown.length < step.terms;
  const beside = isPart ? 6 + textRoom(leftOut(picture, step), INDEX_SIZE) : 34;
  const drawing = svg(fan, 'paths', last.x + look.cellWidth + beside, height)
    .attr('role', 'group')
    .attr('aria-label', picture.words.say('{count} paths', { count: step.terms }));
  drawFlows(group(drawing, 'flows'), flowsOf(columns, look));
  columns.forEach((column, i) =>
    drawColumn(group(drawing, `column column-${i}`), picture, column, look),
  );
  drawIndices(group(drawing, 'indices'), picture, step, shown, columns, look);
}

/** The indices of the paths on show: all, or the first ones and the last. */
function pathsOf(count: number): number[] {
  const all = Array.from({ length: count }, (_, h) => h);
  return count <= MOST_PATHS ? all : [...all.slice(0, FIRST_PATHS), count - 1];
}

/** x over dx, the weights, y, and dy beside it. */
function columnsOf(
  { model }: Picture,
  step: Step,
  cell: number,
  shown: readonly number[],
  isNarrow: boolean,
): Column[] {
  const look = isNarrow ? NARROW : LOOK;
  const path = isNarrow ? PATH.narrow : PATH.wide;
  const own: Slot = step.writes!;
  const columns = shapeOf(model, own)!.at(-1)!;
  const [n, d] = [Math.floor(cell / columns), cell % columns];
  const H = step.terms;
  const upstream = sourceOf(model, step.reads[0]!);
  const value: Slot = { lane: 'value', id: upstream.id };
  const middle = TOP + (shown.length * (look.cellHeight + look.gap) - look.gap) / 2;
  const entry = (slot: Slot) => entryName(nameOf(model, slot));
  const x: Slot = { lane: 'value', id: own.id };
  const right: Slot = { lane: 'value', id: step.node!.inputs[1]! };
  const at = [0, 1, 2].map((i) => 4 + i * (look.cellWidth + path));
  const rows = shown.map((h) => n * H + h);
  return [
    { slot: x, cells: [cell], x: at[0]!, y: middle - look.cellHeight - LANE, title: entry(x) },
    { slot: own, cells: [cell], x: at[0]!, y: middle + LANE, title: '' },
    { slot: right, cells: shown.map((h) => d * H + h), x: at[1]!, y: TOP, title: entry(right) },
    { slot: value, cells: rows, x: at[2]!, y: TOP, title: entry(value) },
    { slot: upstream, cells: rows, x: at[2]! + look.cellWidth + 2, y: TOP, title: entry(upstream) },
  ];
}

function drawColumn(place: Group, picture: Picture, column: Column, look: Look): void {
  const { slot, cells, x, y, title } = column;
  const own = matrixView(picture, slot);
  const matrix: MatrixView = {
    ...own,
    rows: cells.length,
    columns: 1,
    read: undefined,
    written: undefined,
    calm: false,
    cellAt: (row) => cells[row]!,
    contentAt: (row) => contentOf(picture.model, picture.position, slot, cells[row]!),
  };
  const grid = group(place, 'grid')
    .attr('transform', `translate(${x},${y})`)
    .attr('data-matrix', slotKey(slot));
  drawMatrix(grid, picture, matrix, { look, box: gridSize(cells.length, 1, look) });
  markedText(place, 'title', `<m>${title}</m>`, {
    x: x + look.cellWidth / 2,
    y: y - 7,
    anchor: 'middle',
  });
}

/** Forward from x through the weights to y, solid; back from there to dx, dashed, a lane below. */
function flowsOf(columns: readonly Column[], { cellWidth, cellHeight, gap }: Look): Flow[] {
  const [x, dx, w, y] = columns as [Column, Column, Column, Column, Column];
  const middle = (column: Column, i = 0) => column.y + cellHeight / 2 + i * (cellHeight + gap);
  return w.cells.flatMap((_, i): Flow[] => {
    const [over, under] = [middle(w, i) - LANE, middle(w, i) + LANE];
    const [near, far] = [w.x - 3, w.x + cellWidth + 3];
    const out = x.x + cellWidth + 3;
    return [
      flow(`out:${i}`, 'value', [out, middle(x)], [near, over]),
      flow(`on:${i}`, 'value', [far, over], [y.x - 3, over]),
      flow(`back:${i}`, 'gradient', [y.x - 3, under], [far, under]),
      flow(`home:${i}`, 'gradient', [near, under], [out, middle(dx)]),
    ];
  });
}

type Point = readonly [number, number];

function flow(key: string, lane: Flow['lane'], from: Point, to: Point): Flow {
  const turn = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  return {
    key,
    lane,
    state: lane === 'value' ? 'done' : 'active',
    d: `M${from.join()}L${to.join()}`,
    head: { x: to[0], y: to[1], turn },
  };
}

/** How many paths there are, where some are left out. */
function leftOut({ words }: Picture, { terms }: Step): string {
  return words.say('⋮ {count} paths', { count: terms });
}

/** `h=0` beside each path; dots where paths are left out, with how many there are. */
function drawIndices(
  place: Group,
  picture: Picture,
  step: Step,
  shown: readonly number[],
  columns: readonly Column[],
  { cellWidth, cellHeight, gap }: Look,
): void {
  const x = columns.at(-1)!.x + cellWidth + 6;
  const rows = shown.map((h, i) => ({
    kind: 'index axis axis-H',
    text: i === 0 ? `h=${h}` : String(h),
    y: TOP + i * (cellHeight + gap) + cellHeight / 2,
  }));
  const isPart = shown.length < step.terms;
  const dots = {
    kind: 'index left-out',
    text: leftOut(picture, step),
    y: TOP + (shown.length - 1) * (cellHeight + gap) - gap / 2,
  };
  place
    .selectAll('text')
    .data(isPart ? [...rows, dots] : rows)
    .join('text')
    .attr('class', ({ kind }) => kind)
    .attr('x', x)
    .attr('y', ({ y }) => y)
    .text(({ text }) => text);
}
