import { rowsAndColumns, type Graph, type OpNode } from '../../src/core';
import { shapeOf, type Model } from '../model';
import { graphLook, gridSize, type Look, type Sizes } from '../matrix/look';

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
  readonly isNarrow: boolean;
  /** Undefined where matrices are drawn as heat. */
  readonly look: Look | undefined;
  readonly values: ReadonlyMap<string, PlacedValue>;
  readonly nodes: readonly PlacedNode[];
  /** Where the roads of the product's operands leave the straight. */
  readonly bend: number;
  readonly loss: Box;
  readonly stub: number;
  readonly legend: { readonly x: number; readonly y: number };
}

/** Distances that differ between a wide and a narrow panel, in CSS pixels. */
interface Metrics {
  readonly leaf: number;
  readonly top: number;
  readonly between: number;
  readonly toDot: number;
  readonly fromDot: number;
  readonly toPlus: number;
  readonly fromPlus: number;
  readonly toLoss: number;
  readonly toBias: number;
  readonly margin: number;
  readonly r: number;
}

const WIDE: Metrics = {
  leaf: 76,
  top: 14,
  between: 20,
  toDot: 96,
  fromDot: 82,
  toPlus: 55,
  fromPlus: 66,
  toLoss: 97,
  toBias: 25,
  margin: 20,
  r: 20,
};

const NARROW: Metrics = {
  leaf: 16,
  top: 22,
  between: 42,
  toDot: 71,
  fromDot: 36,
  toPlus: 33,
  fromPlus: 34,
  toLoss: 39,
  toBias: 39,
  margin: 14,
  r: 18,
};

/** Panels narrower than this stack names above and below their grids. */
const NARROW_BELOW = 680;
/** The least and the most that the natural width is changed by to fit the panel. */
const TIGHTEST = -84;
const WIDEST = 320;

/** How far a grid stands from the centre of its road. */
const OFF_ROAD = 11;
/** Room beside a heat image for its smallest and largest number. */
const BESIDE_HEAT = 46;

/** The axis lengths that decide how an Affine layer is drawn. */
export function sizesOf({ graph, trace }: Model): Sizes {
  const product = graph.ops[0]!;
  const [X, W] = product.inputs.map((id) => trace.shapes.get(id)!);
  const { rows: N, columns: D } = rowsAndColumns(X!);
  return { N, D: Math.max(D, W![0] ?? 1), H: W!.length > 1 ? W!.at(-1)! : 1 };
}

/** Places an Affine layer's graph, Y = XW + b or Y = XW, in a panel of the given width. */
export function layoutGraph(model: Model, available: number): GraphLayout {
  const isNarrow = available < NARROW_BELOW;
  const metrics = isNarrow ? NARROW : WIDE;
  const look = graphLook(sizesOf(model), isNarrow);
  const size = (id: string) => boxSize(model, id, look, isNarrow);
  const [product, sum] = model.graph.ops as [OpNode, OpNode?];
  const [X, W] = product.inputs as [string, string];
  const natural = placeColumns(metrics, size, model.graph, 0, look, isNarrow);
  const extra = Math.min(Math.max(TIGHTEST, available - natural.width), WIDEST);
  const columns = placeColumns(metrics, size, model.graph, extra, look, isNarrow);

  const roadX = metrics.top + size(X).height + OFF_ROAD;
  const roadW = roadX + 2 * OFF_ROAD + size(X).height + metrics.between + size(W).height - 1;
  const middle = Math.round((roadX + roadW) / 2);
  const place = (id: string, x: number, road: number) => placeValue(id, x, road, size(id));
  const values = [
    place(X, metrics.leaf, roadX),
    place(W, metrics.leaf, roadW),
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
  const output = values.at(-1)!;
  const legendTop = Math.max(middle + 84, output.gradient.y + output.gradient.height + 26);
  const belowLabels = isNarrow ? 20 : 0;
  const gridsEnd = Math.max(values[1]!.gradient.y + values[1]!.gradient.height, bottom);
  return {
    width: Math.max(columns.width, available),
    height: Math.max(gridsEnd + belowLabels + 14, legendTop + 56),
    isNarrow,
    look,
    values: new Map(values.map((value) => [value.id, value])),
    nodes,
    bend: columns.bend,
    stub: columns.stub,
    loss: { x: columns.loss, y: middle - 16, width: 32, height: 32 },
    legend: { x: columns.legend, y: legendTop },
  };
}

function placeColumns(
  metrics: Metrics,
  size: (id: string) => { width: number; height: number },
  graph: Graph,
  extra: number,
  look: Look | undefined,
  isNarrow: boolean,
) {
  const [product, sum] = graph.ops as [OpNode, OpNode?];
  const beside = look || isNarrow ? 0 : BESIDE_HEAT;
  const leaf = Math.max(...product.inputs.map((id) => size(id).width)) + (beside ? 40 : 8);
  const bend = metrics.leaf + leaf;
  const dot = bend + metrics.toDot - (beside ? 34 : 0) + spread(extra).leaf;
  const productX = dot + metrics.fromDot + spread(extra).inner;
  const end = (x: number, id: string) => x + size(id).width + beside;
  const plus =
    end(productX, product.output) + metrics.toPlus - (beside ? 21 : 0) + spread(extra).inner;
  const output = sum ? plus + metrics.fromPlus + spread(extra).inner : productX;
  const outputEnd = end(output, graph.output);
  const loss = outputEnd + metrics.toLoss - (beside ? 21 : 0) + spread(extra).loss;
  const legendWidth = isNarrow ? 150 : 250;
  const width = loss + 32 + metrics.margin;
  return {
    bend,
    dot,
    product: productX,
    plus,
    output,
    stub: outputEnd + 14,
    loss,
    width,
    legend: Math.min(plus + (isNarrow ? 26 : 36), width - legendWidth),
  };
}

/** How width to spare, or a lack of it, is shared out: what is missing goes from where nothing is written. */
function spread(extra: number): { leaf: number; inner: number; loss: number } {
  if (extra < 0) return { leaf: extra / 2, inner: 0, loss: extra / 2 };
  return { leaf: extra / 4, inner: extra / 4, loss: 0 };
}

function boxSize(model: Model, id: string, look: Look | undefined, isNarrow: boolean) {
  const shape = shapeOf(model, { lane: 'value', id });
  const isLeft = model.graph.ops[0]!.inputs[0] === id;
  const isRight = model.graph.ops[0]!.inputs[1] === id;
  if (!look) {
    if (isLeft) return { width: isNarrow ? 80 : 100, height: 40 };
    const isBias = shape?.length === 1 || (shape && rowsAndColumns(shape).rows === 1);
    return { width: 40, height: isRight ? 64 : isBias ? 12 : 40 };
  }
  const { rows, columns } = shape ? rowsAndColumns(shape) : { rows: 2, columns: 2 };
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
