import type { Computed, Passes } from '../computation';
import { lossOf, type Loss, type Upstream } from '../loss';
import { inputsOf, type Graph } from '../graph';
import { runForward } from '../run';
import { rowsAndColumns, sameShape, type Shape } from '../shape';
import type { PlacedCell } from '../step';
import type { Tensor } from '../tensor';

/** L with one entry moved up and down by h, and the slope that this makes. */
export interface Nudged {
  readonly above: number;
  readonly below: number;
  /** (L₊ − L₋) / 2h. */
  readonly slope: number;
}

/** Moves one entry of a variable by h both ways and measures L. Undefined where numbers are not known. */
export type Nudge = (at: PlacedCell, h: number) => Nudged | undefined;

/**
 * What measures L: the loss if there is one, or else L = Σ dY·Y with dY held fixed, whose gradient by
 * Y is the dY that the backward pass started from. Computed in float64, whatever the arrays' types;
 * of Y only the row or the column that the entry reaches is computed anew.
 */
export function nudgeOf(graph: Graph, { values, gradients, upstream }: Passes): Nudge {
  const inputs = new Map<string, Tensor>();
  for (const { id } of inputsOf(graph)) {
    const tensor = asDouble(values.get(id));
    if (!tensor) return () => undefined;
    inputs.set(id, tensor);
  }
  const dY = gradients.get(graph.output)?.data;
  const Y = runForward(graph, inputs).get(graph.output);
  if (!dY || !Y) return () => undefined;
  const measure = measureOf(Y.shape, upstream, dY);
  const reach = reachOf(graph, inputs, Y);
  return ({ slot: { id }, cell }, h) => {
    const after = (by: number) => measure(Y.data, reach(id, cell, by));
    const [above, below] = [after(h), after(-h)];
    return { above, below, slope: (above - below) / (2 * h) };
  };
}

function asDouble(array: Computed | undefined): Tensor | undefined {
  return array?.data && { shape: array.shape, dtype: 'float64', data: array.data };
}

/** The cells of Y that change, with their new numbers. */
type Changes = readonly (readonly [cell: number, value: number])[];

/** L of Y with some of its cells changed. */
type Measure = (Y: Float64Array, changes: Changes) => number;

function measureOf(shape: Shape, { loss }: Upstream, dY: Float64Array): Measure {
  const measured = loss ? ofLoss(shape, loss) : ofProduct(dY);
  return (Y, changes) => {
    const kept = changes.map(([cell]) => Y[cell]!);
    for (const [cell, value] of changes) Y[cell] = value;
    const L = measured(Y);
    changes.forEach(([cell], i) => (Y[cell] = kept[i]!));
    return L;
  };
}

function ofLoss(shape: Shape, loss: Loss): (Y: Float64Array) => number {
  return (data) => lossOf({ shape, dtype: 'float64', data }, loss).value;
}

function ofProduct(dY: Float64Array): (Y: Float64Array) => number {
  return (Y) => {
    let sum = 0;
    for (let cell = 0; cell < Y.length; cell++) sum += dY[cell]! * Y[cell]!;
    return sum;
  };
}

/** Which cells of Y an entry reaches, and what they become when it moves. */
type Reach = (id: string, cell: number, by: number) => Changes;

function reachOf(graph: Graph, inputs: ReadonlyMap<string, Tensor>, Y: Tensor): Reach {
  const [X, W, b] = ['X', 'W', 'b'].map((id) => inputs.get(id));
  const isRow = !b || (b.shape.length === 1 && b.shape[0] === W?.shape[1]);
  const isPlain = X && W && W.shape.length === 2 && isRow && !hasOthers(inputs);
  return isPlain ? layerReach(X, W, b, Y) : anyReach(graph, inputs, Y);
}

function hasOthers(inputs: ReadonlyMap<string, Tensor>): boolean {
  return [...inputs.keys()].some((id) => !['X', 'W', 'b'].includes(id));
}

/** An entry of X reaches a row of Y; one of W, or of b, a column. Sums run in the kernel's order. */
function layerReach(X: Tensor, W: Tensor, b: Tensor | undefined, Y: Tensor): Reach {
  const { rows: N, columns: D } = rowsAndColumns(X.shape);
  const H = rowsAndColumns(Y.shape).columns;
  const y = (n: number, h: number) => {
    let sum = 0;
    for (let d = 0; d < D; d++) sum += X.data[n * D + d]! * W.data[d * H + h]!;
    return b ? sum + b.data[h]! : sum;
  };
  const row = (n: number) => Array.from({ length: H }, (_, h) => [n * H + h, y(n, h)] as const);
  const column = (h: number) => Array.from({ length: N }, (_, n) => [n * H + h, y(n, h)] as const);
  const moved = (of: Tensor, cell: number, by: number, changes: () => Changes) => {
    const kept = of.data[cell]!;
    of.data[cell] = kept + by;
    const made = changes();
    of.data[cell] = kept;
    return made;
  };
  return (id, cell, by) => {
    if (id === 'X') return moved(X, cell, by, () => row(Math.floor(cell / D)));
    return moved(id === 'W' ? W : b!, cell, by, () => column(cell % H));
  };
}

/** Any other graph is run as a whole. */
function anyReach(graph: Graph, inputs: ReadonlyMap<string, Tensor>, Y: Tensor): Reach {
  return (id, cell, by) => {
    const tensor = inputs.get(id)!;
    const data = tensor.data.slice();
    data[cell]! += by;
    const made = runForward(graph, new Map([...inputs, [id, { ...tensor, data }]]));
    const after = made.get(graph.output)!;
    if (!sameShape(after.shape, Y.shape)) return [];
    return Array.from(after.data, (value, at) => [at, value] as const);
  };
}
