import { rowsAndColumns, type OpNode, type Slot } from '../../src/core';
import { nameOf, shapeOf, type Model } from '../model';
import { shortName } from '../matrix/label';
import { graphLooks, gridSize, type Look, type Sizes } from '../matrix/look';
import { textRoom } from '../text-room';
import { fittedColumns, NARROW, WIDE, type Columns, type Metrics } from './columns';

/** A rectangle in the graph's coordinates. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a value stands: its grid above its road, its gradient's grid below. */
export interface PlacedValue {
  readonly id: string;
  /** The height of the road's centre. */
  readonly road: number;
  readonly value: Box;
  readonly gradient: Box;
}

export interface PlacedNode {
  readonly node: OpNode;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** The whole graph, placed. */
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  /** How much of the width is seen at once. */
  readonly seen: number;
  readonly isNarrow: boolean;
  /** Undefined where matrices are drawn as heat. */
  readonly look: Look | undefined;
  readonly values: ReadonlyMap<string, PlacedValue>;
  readonly nodes: readonly PlacedNode[];
  /** Where the roads of the product's operands leave the straight. */
  readonly bend: number;
  readonly loss: Box;
  readonly stub: number;
  /** Where there may be room for the legend, to the right of the bias, and where that room ends. */
  readonly corner: { readonly x: number; readonly y: number };
  readonly end: number;
}

/** Panels narrower than this stack names above and below their grids. */
const NARROW_BELOW = 680;
/** Panels as wide as this are read from further away. */
const ROOMY_FROM = 1100;
/** Panels narrower than this have a graph that scrolls sideways. */
const SCROLLS_BELOW = 400;
/** A graph with cells higher than this would leave too little of the panel to the rest. */
const HIGHEST = 420;
/** How far a grid stands from the centre of its road. */
const OFF_ROAD = 11;
/** Room beside a heat image for its smallest and largest number. */
const BESIDE_HEAT = 54;

/** The axis lengths that decide how an Affine layer is drawn. */
export function sizesOf({ graph, trace }: Model): Sizes {
  const product = graph.ops[0]!;
  const [X, W] = product.inputs.map((id) => trace.shapes.get(id)!);
  const { rows: N, columns: D } = rowsAndColumns(X!);
  return { N, D: Math.max(D, W![0] ?? 1), H: W!.length > 1 ? W!.at(-1)! : 1 };
}

/**
 * Places an Affine layer's graph, Y = XW + b or Y = XW, in a panel of the given width: with cells as
 * large as there is room for, and as heat where even the smallest have none.
 */
export function layoutGraph(model: Model, available: number): GraphLayout {
  // Names above and below their grids leave a wide panel more room for cells.
  const ways = available < NARROW_BELOW ? [NARROW] : [WIDE, NARROW];
  const room = Math.max(available, SCROLLS_BELOW);
  const kindOf = (metrics: Metrics) =>
    metrics === NARROW ? 'narrow' : available < ROOMY_FROM ? 'wide' : 'roomy';
  for (const metrics of ways) {
    for (const look of graphLooks(sizesOf(model), kindOf(metrics))) {
      const layout = placeGraph(model, available, metrics, look);
      if (layout.width <= room && layout.height <= HIGHEST) return layout;
    }
  }
  const heat = ways.map((metrics) => placeGraph(model, available, metrics, undefined));
  return heat.find(({ width }) => width <= available) ?? heat.at(-1)!;
}

function placeGraph(
  model: Model,
  available: number,
  metrics: Metrics,
  look: Look | undefined,
): GraphLayout {
  const isNarrow = metrics === NARROW;
  const size = (id: string) => boxSize(model, id, look, isNarrow);
  const columns = fittedColumns(
    metrics,
    model.graph,
    {
      of: (id) => size(id).width,
      beside: look || isNarrow ? 0 : BESIDE_HEAT,
      labelOf: (id) => (isNarrow ? labelRoom(model, { lane: 'gradient', id }) : 0),
      stackOf: (id) => (isNarrow ? 0 : stackRoom(model, { lane: 'gradient', id })),
    },
    available,
  );
  const { values, nodes, middle, bottom } = placeRows(model, metrics, columns, size);
  const output = values.at(-1)!;
  const besideTop = Math.max(middle + 84, output.gradient.y + output.gradient.height + 26);
  const gridsEnd = Math.max(values[1]!.gradient.y + values[1]!.gradient.height, bottom);
  return {
    width: Math.max(columns.width, available),
    seen: available,
    height: gridsEnd + (isNarrow ? 20 : 0) + 14,
    isNarrow,
    look,
    values: new Map(values.map((value) => [value.id, value])),
    nodes,
    bend: columns.bend,
    stub: columns.stub,
    loss: { x: columns.loss, y: middle - 16, width: 32, height: 32 },
    corner: { x: columns.plus + (isNarrow ? 16 : 36), y: besideTop },
    end: columns.width - (isNarrow ? 4 : metrics.margin),
  };
}

/** Where everything stands from top to bottom: the product in the middle of its operands, b below it. */
function placeRows(
  { graph }: Model,
  metrics: Metrics,
  columns: Columns,
  size: (id: string) => { width: number; height: number },
) {
  const [product, sum] = graph.ops as [OpNode, OpNode?];
  const [X, W] = product.inputs as [string, string];
  const roadX = metrics.top + size(X).height + OFF_ROAD;
  const roadW = roadX + 2 * OFF_ROAD + size(X).height + metrics.between + size(W).height - 1;
  const middle = Math.round((roadX + roadW) / 2);
  const place = (id: string, x: number, road: number) => placeValue(id, x, road, size(id));
  const values = [
    place(X, columns.leaf, roadX),
    place(W, columns.leaf, roadW),
    place(product.output, columns.product, middle),
  ];
  const nodes: PlacedNode[] = [{ node: product, x: columns.dot, y: middle, r: metrics.r }];
  let bottom = values[2]!.gradient.y + values[2]!.gradient.height;
  if (sum) {
    const b = sum.inputs[1]!;
    const roadB = bottom + metrics.toBias + size(b).height + OFF_ROAD;
    values.push(place(b, columns.product, roadB), place(sum.output, columns.output, middle));
    nodes.push({ node: sum, x: columns.plus, y: middle, r: metrics.r });
    bottom = roadB + OFF_ROAD + size(b).height;
  }
  return { values, nodes, middle, bottom };
}

/** The room of a matrix's name over its shape. */
function stackRoom(model: Model, slot: Slot): number {
  return Math.max(textRoom(nameOf(model, slot), 14), textRoom(`(${shapeText(model, slot)})`, 11));
}

/** The room of a matrix's name and shape in a row, and of what the code calls it. */
export function labelRoom(model: Model, slot: Slot, ownName = ''): number {
  const own = ownName ? textRoom(shortName(ownName), 10) + 5 : 0;
  return textRoom(nameOf(model, slot), 14) + textRoom(`(${shapeText(model, slot)})`, 11) + own + 8;
}

function shapeText(model: Model, slot: Slot): string {
  return shapeOf(model, slot)?.join() ?? '?,?';
}

function boxSize(model: Model, id: string, look: Look | undefined, isNarrow: boolean) {
  const shape = shapeOf(model, { lane: 'value', id });
  const isLeft = model.graph.ops[0]!.inputs[0] === id;
  const isRight = model.graph.ops[0]!.inputs[1] === id;
  const isBias = model.graph.ops[1]?.inputs[1] === id;
  const { rows, columns } = shape ? rowsAndColumns(shape) : { rows: 2, columns: 2 };
  if (!look) {
    if (isLeft) return { width: isNarrow ? 80 : 100, height: 40 };
    // Beside a row that has a road to its left there is to be room for a name and a shape.
    const rowHeight = isBias ? 12 : 24;
    return { width: 40, height: isRight ? 64 : rows === 1 ? rowHeight : 40 };
  }
  return gridSize(Math.max(1, rows), Math.max(1, columns), look);
}

function placeValue(
  id: string,
  x: number,
  road: number,
  { width, height }: { width: number; height: number },
): PlacedValue {
  return {
    id,
    road,
    value: { x, y: road - OFF_ROAD - height, width, height },
    gradient: { x, y: road + OFF_ROAD, width, height },
  };
}
