import type { Step } from '../../src/core';
import { matrixView, type MatrixView } from '../matrix/matrix-view';
import { nameOf } from '../model';
import type { Picture } from '../scene-view';
import { biasUse } from './bias/loan';
import { drawFigure, marginsOf, type Figure } from './figure';
import { drawFlows, type Flow } from './flow';
import { stageFrame } from './frames';
import { group, html, svg, type Html, type Svg } from './parts';

/** Above a figure's cells there is as much room as below. */
const AROUND = 26;
const RADIUS = 18;
const ROOM = { wide: 150, narrow: 60 };
/** How far from a figure's cells the ways on its left and on its right end. */
const OFF = { left: 18, right: 10 };
const OFF_NARROW = { left: 10, right: 7 };
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
  const figureOf = (matrix: MatrixView): Figure => ({
    matrix,
    frame,
    isNarrow,
    holdsCaption: true,
  });
  const [toProduct, toBias, arriving] = [figureOf(kept), figureOf(lent), figureOf(source)];
  const branches = html(body, 'div', 'branches');
  drawFigure(html(branches, 'div', 'to-product'), picture, toProduct);
  drawFigure(html(branches, 'div', 'to-bias'), picture, toBias);
  const height = frame.box.height + 2 * AROUND;
  const width = isNarrow ? ROOM.narrow : ROOM.wide;
  const off = isNarrow ? OFF_NARROW : OFF;
  const ways = svg(body, 'ways-through', width, 2 * height + GAP);
  drawWays(ways, step, height, {
    node: width * 0.6,
    from: width + marginsOf(arriving).left - off.left,
    toProduct: off.right - marginsOf(toProduct).right,
    toBias: off.right - marginsOf(toBias).right,
  });
  drawFigure(html(body, 'div', 'arriving'), picture, arriving);
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

/** Where the node stands, where the way in begins, and where both branches end, from left to right. */
interface Across {
  readonly node: number;
  readonly from: number;
  readonly toProduct: number;
  readonly toBias: number;
}

function drawWays(
  ways: Svg,
  step: Step,
  figureHeight: number,
  { node: x, from, toProduct, toBias }: Across,
): void {
  const middle = figureHeight + GAP / 2;
  const up = { x, y: middle - RADIUS };
  const down = { x, y: middle + RADIUS };
  drawFlows(group(ways, 'roads'), [
    way('in', `M${from},${middle}H${x + RADIUS + 6}`, x + RADIUS + 2, middle),
    branch('to-product', up, { x: toProduct, y: figureHeight / 2 }),
    branch('to-bias', down, { x: toBias, y: figureHeight * 1.5 + GAP }),
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

interface Point {
  readonly x: number;
  readonly y: number;
}

/** From the node up or down, and then to the left. */
function branch(key: string, from: Point, { x, y }: Point): Flow {
  const bend = from.y < y ? y - 16 : y + 16;
  const d = `M${from.x},${from.y}V${bend}Q${from.x},${y} ${from.x - 16},${y}H${x + 4}`;
  return way(key, d, x, y);
}
