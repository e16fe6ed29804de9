import { path } from 'd3-path';
import { cellsMade, producerOf, type Slot } from '../../src/core';
import { slotKey } from '../model';
import type { Picture } from '../scene-view';
import type { GraphLayout, PlacedNode, PlacedValue } from './layout';

/** How far each lane lies from the centre of its road. */
const LANE = 4;
/** How far from a node's centre the roads of its two operands arrive. */
const ARRIVAL = 12;
const TURN = 30;

/** One lane of a road: the value going forward, or the gradient coming back. */
export interface Lane {
  readonly slot: Slot;
  readonly d: string;
  /** Where its head stands and the direction it points in, in degrees. */
  readonly head: { readonly x: number; readonly y: number; readonly turn: number };
  readonly state: 'active' | 'done' | 'ghost';
  /** The dotted rest between the output and the loss. */
  readonly isStub: boolean;
}

/** Both lanes of every road. */
export function lanesOf(picture: Picture, layout: GraphLayout): Lane[] {
  const [dot, plus] = layout.nodes as [PlacedNode, PlacedNode?];
  const value = (id: string) => layout.values.get(id)!;
  const [X, W] = dot.node.inputs as [string, string];
  const output = value(picture.model.graph.output);
  const lanes = [
    ...curved(picture, value(X), dot, layout.bend, -ARRIVAL),
    ...curved(picture, value(W), dot, layout.bend, ARRIVAL),
    ...(plus ? straight(picture, value(dot.node.output), dot.x + dot.r, plus.x - plus.r) : []),
    ...(plus ? turned(picture, value(plus.node.inputs[1]!), plus) : []),
    ...straight(picture, output, (plus ?? dot).x + dot.r, layout.stub),
    ...stub(picture, output, layout),
  ];
  return lanes;
}

/** From a leaf, straight on and then in an S into a node. */
function curved(
  picture: Picture,
  { id, road, value }: PlacedValue,
  node: PlacedNode,
  bend: number,
  arrival: number,
): Lane[] {
  const lane = (offset: number, endGap: number) => {
    const y = node.y + arrival + offset;
    const x = node.x - Math.sqrt(Math.max(0, node.r ** 2 - (arrival + offset) ** 2)) - endGap;
    const middle = (bend + x) / 2;
    const p = path();
    p.moveTo(value.x, road + offset);
    p.lineTo(bend, road + offset);
    p.bezierCurveTo(middle, road + offset, middle, y, x, y);
    return { d: p.toString(), x, y };
  };
  const forward = lane(-LANE, 2);
  const backward = lane(LANE, 1);
  return [
    makeLane(picture, 'value', id, forward.d, { x: forward.x, y: forward.y, turn: 0 }),
    makeLane(picture, 'gradient', id, backward.d, { x: value.x, y: road + LANE, turn: 180 }),
  ];
}

/** From a bias, along under its grid and up into a node from below. */
function turned(picture: Picture, { id, road, value }: PlacedValue, node: PlacedNode): Lane[] {
  const bottom = node.y + node.r;
  const lane = (offset: number, radius: number) => {
    const p = path();
    p.moveTo(value.x, road + offset);
    p.lineTo(node.x + offset - radius, road + offset);
    p.arcTo(node.x + offset, road + offset, node.x + offset, road + offset - radius, radius);
    p.lineTo(node.x + offset, bottom + 2);
    return p.toString();
  };
  return [
    makeLane(picture, 'value', id, lane(-LANE, TURN), {
      x: node.x - LANE,
      y: bottom + 2,
      turn: -90,
    }),
    makeLane(picture, 'gradient', id, lane(LANE, TURN + 2 * LANE), {
      x: value.x,
      y: road + LANE,
      turn: 180,
    }),
  ];
}

function straight(picture: Picture, { id, road }: PlacedValue, from: number, to: number): Lane[] {
  const line = (y: number, start: number, end: number) => {
    const p = path();
    p.moveTo(start, y);
    p.lineTo(end, y);
    return p.toString();
  };
  return [
    makeLane(picture, 'value', id, line(road - LANE, from, to - 2), {
      x: to - 1,
      y: road - LANE,
      turn: 0,
    }),
    makeLane(picture, 'gradient', id, line(road + LANE, from + 2, to - 1), {
      x: from + 1,
      y: road + LANE,
      turn: 180,
    }),
  ];
}

/** The dotted way from the output to the loss, in the lanes' colours once they carry something. */
function stub(
  picture: Picture,
  { id, road }: PlacedValue,
  { stub: from, loss }: GraphLayout,
): Lane[] {
  return (['value', 'gradient'] as const).map((lane) => {
    const y = road + (lane === 'value' ? -LANE : LANE);
    const made = makeLane(picture, lane, id, `M${from + 4},${y}H${loss.x - 3}`, {
      x: 0,
      y: 0,
      turn: 0,
    });
    return { ...made, isStub: true };
  });
}

function makeLane(
  picture: Picture,
  lane: Slot['lane'],
  id: string,
  d: string,
  head: Lane['head'],
): Lane {
  const slot: Slot = { lane, id };
  return { slot, d, head, state: laneState(picture, slot), isStub: false };
}

function laneState({ model, position, focus }: Picture, slot: Slot): Lane['state'] {
  const step = model.trace.steps[position.step]!;
  const isMoving = step.kind !== 'shapes' && step.kind !== 'verdict';
  const isWaiting =
    model.trace.stopped !== undefined && producerOf(model.graph, slot.id) !== undefined;
  if (isWaiting) return 'ghost';
  if (isMoving && focus.active.has(slotKey(slot))) return 'active';
  return cellsMade(model.trace, position, slot) > 0 ? 'done' : 'ghost';
}
