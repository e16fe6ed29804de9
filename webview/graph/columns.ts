import type { Graph, OpNode } from '../../src/core';

/** Distances that differ between a wide and a narrow panel, in CSS pixels. */
export interface Metrics {
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
  /** How much of the way to the first node, and to the loss, can be spared. */
  readonly spare: { readonly leaf: number; readonly loss: number };
}

/** Names stand to the left of their grids. */
export const WIDE: Metrics = {
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
  spare: { leaf: 42, loss: 42 },
};

/** Names stand above and below their grids. */
export const NARROW: Metrics = {
  leaf: 16,
  top: 22,
  between: 42,
  toDot: 71,
  fromDot: 36,
  toPlus: 33,
  fromPlus: 34,
  toLoss: 39,
  toBias: 39,
  margin: 8,
  r: 18,
  spare: { leaf: 40, loss: 14 },
};

/** The most that the natural width is stretched by to fill the panel. */
const WIDEST = 320;

/** How far from a node's centre labels end: the road of a bias comes up into it from below. */
const BESIDE_LABEL = 4;

/** What is left and right of a label that stands to the left of a grid. */
const AROUND_STACK = 14;

/** What the columns are made of. */
export interface Widths {
  /** The width of a value's grid. */
  of(id: string): number;
  /** The width of what is written to the right of a grid. */
  readonly beside: number;
  /** The width of a label above or below a grid, which roads that bend have to go round. */
  labelOf(id: string): number;
  /** The width of a label to the left of a grid and its gradient's. */
  stackOf(id: string): number;
}

/** Where everything stands from left to right. */
export interface Columns {
  readonly leaf: number;
  readonly bend: number;
  readonly dot: number;
  readonly product: number;
  readonly plus: number;
  readonly output: number;
  readonly stub: number;
  readonly loss: number;
  readonly width: number;
}

/** The columns of a graph as near to a width as they can be drawn, and in the middle of what is wider. */
export function fittedColumns(
  metrics: Metrics,
  graph: Graph,
  widths: Widths,
  available: number,
): Columns {
  const natural = columnsOf(metrics, graph, widths, 0);
  const { leaf, loss } = metrics.spare;
  const extra = Math.min(Math.max(-leaf - loss, available - natural.width), WIDEST);
  const middle = Math.max(0, available - natural.width - extra) / 2;
  return columnsOf(metrics, graph, widths, extra, middle);
}

function columnsOf(
  metrics: Metrics,
  graph: Graph,
  widths: Widths,
  extra: number,
  start = 0,
): Columns {
  const [product, sum] = graph.ops as [OpNode, OpNode?];
  const { beside } = widths;
  const spread = spreadOf(metrics, extra);
  const leafX = Math.max(
    metrics.leaf,
    ...product.inputs.map((id) => widths.stackOf(id) + AROUND_STACK),
  );
  const ends = product.inputs.map((id) => Math.max(widths.of(id), widths.labelOf(id)));
  const leaf = Math.max(...ends) + (beside ? beside + 8 : 8);
  const bend = start + leafX + leaf;
  const dot = bend + metrics.toDot - (beside ? 34 : 0) + spread.leaf;
  const afterNode = (distance: number, id: string) =>
    Math.max(distance, metrics.r + AROUND_STACK - 2 + widths.stackOf(id)) + spread.inner;
  const productX = dot + afterNode(metrics.fromDot, product.output);
  const end = (x: number, id: string) => x + widths.of(id) + beside;
  const plus = Math.max(
    end(productX, product.output) + metrics.toPlus - (beside ? 21 : 0) + spread.inner,
    sum ? productX + widths.labelOf(product.output) + BESIDE_LABEL : 0,
    sum ? productX + widths.labelOf(sum.inputs[1]!) + BESIDE_LABEL : 0,
  );
  const output = sum ? plus + afterNode(metrics.fromPlus, graph.output) : productX;
  const outputEnd = end(output, graph.output);
  const loss = outputEnd + metrics.toLoss - (beside ? 21 : 0) + spread.loss;
  const width = loss + 32 + metrics.margin;
  return {
    leaf: start + leafX,
    bend,
    dot,
    product: productX,
    plus,
    output,
    stub: outputEnd + 14,
    loss,
    width,
  };
}

/** How width to spare, or a lack of it, is shared out: what is missing goes from where nothing is written. */
function spreadOf({ spare }: Metrics, extra: number) {
  if (extra >= 0) return { leaf: extra / 4, inner: extra / 4, loss: 0 };
  const share = extra / (spare.leaf + spare.loss);
  return { leaf: share * spare.leaf, inner: 0, loss: share * spare.loss };
}
