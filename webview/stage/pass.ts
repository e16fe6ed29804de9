import type { Step } from '../../src/core';
import { matrixView, type MatrixView } from '../matrix/matrix-view';
import { nameOf } from '../model';
import type { Picture } from '../scene-view';
import { biasUse } from './bias/loan';
import { drawFigure } from './figure';
import { drawFlows, type Flow } from './flow';
import { stageFrame } from './frames';
import { group, html, svg, type Html, type Svg } from './parts';

/** Above a figure's cells there is as much room as below. */
const AROUND = 26;
const RADIUS = 18;
const ROOM = { wide: 150, narrow: 60 };
/** How far the way in begins within the room that a figure keeps for its indices. */
const REACH = { wide: 26, narrow: 4 };
/** The room between the two branches. */
const GAP = 6;

/**
 * Draws how a sum passes its gradient on: from the right into the + and out of it along two branches,
 * the same numbers in each. What goes to the bias still has a row for each sample.
 */
export function drawPass(body: Html, picture: Picture, step: Step, isNarrow: boolean): void {
  body.attr('class', 'pass-on');
  const { model } = picture;
  const source = { ...matrixView(picture, step.reads[0]!), calm: false };
  const kept = { ...matrixView(picture, step.writes!), calm: false };
  const lent: MatrixView = { ...source, read: undefined, written: undefined };
  const frame = stageFrame(model, source, isNarrow);
  const show = (place: Html, matrix: MatrixView, name: string) =>
    drawFigure(place, picture, { matrix, frame, name, isNarrow });
  const branches = html(body, 'div', 'branches');
  show(html(branches, 'div', 'to-product'), kept, kept.name);
  show(html(branches, 'div', 'to-bias'), lent, source.name);
  const height = frame.box.height + 2 * AROUND;
  const room = isNarrow ? 'narrow' : 'wide';
  const ways = svg(body, 'ways-through', ROOM[room], 2 * height + GAP);
  drawWays(ways, step, height, room);
  show(html(body, 'div', 'arriving'), source, source.name);
  html(body, 'p', 'rows-note').text(rowsText(picture, step, source.rows));
}

/** What the bias's branch carries, which only the next step adds up. */
function rowsText(picture: Picture, step: Step, N: number): string {
  const { words } = picture;
  const { uses, isRow } = biasUse(picture, step);
  const bias = nameOf(picture.model, { lane: 'value', id: step.node!.inputs[1]! });
  if (uses === 1) return words.say('to {bias}: one for each of its entries', { bias });
  return isRow
    ? words.say('to {bias}: all N = {N} rows, which the next step adds up', { bias, N })
    : words.say('to {bias}: {uses} for each of its entries, which the next step adds up', {
        bias,
        uses,
      });
}

function drawWays(ways: Svg, step: Step, figureHeight: number, room: keyof typeof ROOM): void {
  const middle = figureHeight + GAP / 2;
  const x = ROOM[room] * 0.6;
  const start = ROOM[room] + REACH[room];
  drawFlows(group(ways, 'roads'), [
    way('in', `M${start},${middle}H${x + RADIUS + 6}`, x + RADIUS + 2, middle),
    branch('to-product', x, middle - RADIUS, figureHeight / 2),
    branch('to-bias', x, middle + RADIUS, figureHeight * 1.5 + GAP),
  ]);
  const node = group(ways, 'node active').attr('transform', `translate(${x},${middle})`);
  node.selectAll('circle').data([0]).join('circle').attr('r', RADIUS);
  node
    .selectAll('text')
    .data([step.node!.op.symbol])
    .join('text')
    .attr('class', 'symbol')
    .text((symbol) => symbol);
}

/** A gradient's way to the left. */
function way(key: string, d: string, x: number, y: number): Flow {
  return { key, lane: 'gradient', state: 'active', d, head: { x, y, turn: 180 } };
}

/** From the node up or down, and then to the left. */
function branch(key: string, x: number, from: number, y: number): Flow {
  const bend = from < y ? y - 16 : y + 16;
  return way(key, `M${x},${from}V${bend}Q${x},${y} ${x - 16},${y}H8`, 4, y);
}
