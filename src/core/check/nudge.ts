import type { Computed, Passes } from '../computation';
import { inputsOf, type Graph } from '../graph';
import { runForward } from '../run';
import { rowsAndColumns } from '../shape';
import type { PlacedCell } from '../step';
import type { Tensor } from '../tensor';
import { measureOf, type Measure } from './measure';

/** L with one entry moved up and down by h, and the slope that this makes. */
export interface Nudged {
  /** L as it is. */
  readonly here: number;
  readonly above: number;
  readonly below: number;
  /** (L₊ − L₋) / 2h. */
  readonly slope: number;
}

/** Moves single entries of the variables and measures what becomes of L. */
export interface Nudging {
  /** L with all entries as they are. */
  readonly here: number;
  /** See {@link Measure}. */
  readonly size: number;
  /** L with an entry moved by `by`. */
  moved(at: PlacedCell, by: number): number;
  /** About how many numbers are computed to move an entry of a variable. */
  work(id: string): number;
}

/**
 * Nudges for a computation; undefined where its numbers are not known. All is computed in float64,
 * whatever the arrays' types, in the order of the graph's own forward pass, and only the row or the
 * column of Y that an entry reaches. See {@link measureOf} for L.
 */
export function nudgingOf(
  graph: Graph,
  { values, gradients, upstream }: Passes,
): Nudging | undefined {
  const inputs = new Map<string, Tensor>();
  for (const { id } of inputsOf(graph)) {
    const tensor = asDouble(values.get(id));
    if (!tensor) return undefined;
    inputs.set(id, tensor);
  }
  const made = runForward(graph, inputs);
  const dY = gradients.get(graph.output)?.data;
  const Y = made.get(graph.output);
  if (!dY || !Y) return undefined;
  const measure = measureOf(Y, upstream, dY);
  const layer = layerIn(graph, made);
  const reach = layer ? layerReach(layer, measure) : anyReach(graph, inputs, measure);
  return { here: measure.of(Y.data), size: measure.size, ...reach };
}

/** (L₊ − L₋) / 2h for an entry moved by h both ways (Deep Learning from Scratch, 4.4). */
export function nudged({ here, moved }: Nudging, at: PlacedCell, h: number): Nudged {
  const [above, below] = [moved(at, h), moved(at, -h)];
  return { here, above, below, slope: (above - below) / (2 * h) };
}

/** A copy, since entries are moved in it. */
function asDouble(array: Computed | undefined): Tensor | undefined {
  return array?.data && { shape: array.shape, dtype: 'float64', data: array.data.slice() };
}

type Reach = Pick<Nudging, 'moved' | 'work'>;

/** The arrays of Y = XW + b, with a W of two axes and a b that is a row. */
interface Layer {
  readonly X: Tensor;
  readonly W: Tensor;
  readonly b: Tensor | undefined;
  readonly XW: Tensor;
  readonly N: number;
  readonly D: number;
  readonly H: number;
}

const LAYERS = ['dot(X,W)=Y', 'dot(X,W)=XW add(XW,b)=Y'];

function layerIn({ ops }: Graph, made: ReadonlyMap<string, Tensor>): Layer | undefined {
  const written = ops.map(({ op, inputs, output }) => `${op.name}(${inputs.join()})=${output}`);
  if (!LAYERS.includes(written.join(' '))) return undefined;
  const [X, W, b, Y] = ['X', 'W', 'b', 'Y'].map((id) => made.get(id));
  const H = W?.shape[1];
  if (!X || !W || !Y || H === undefined) return undefined;
  if (b && !(b.shape.length === 1 && b.shape[0] === H)) return undefined;
  const { rows: N, columns: D } = rowsAndColumns(X.shape);
  return { X, W, b, XW: made.get('XW') ?? Y, N, D, H };
}

/** In such a layer an entry of X reaches one row of Y, one of W or b one column. */
function layerReach(layer: Layer, measure: Measure): Reach {
  const { X, W, b, N, D, H } = layer;
  const { row, column } = measure.work;
  const ways: Readonly<Record<string, Way>> = {
    X: {
      of: X,
      work: D * H + row,
      measured: (cell) => measure.withRow(Math.floor(cell / D), rowOf(layer, Math.floor(cell / D))),
    },
    W: {
      of: W,
      work: N * D + column,
      measured: (cell) => measure.withColumn(cell % H, columnOf(layer, cell % H)),
    },
    ...(b && {
      b: {
        of: b,
        work: N + column,
        measured: (h) => measure.withColumn(h, biasedColumn(layer, h)),
      },
    }),
  };
  return {
    work: (id) => 2 * ways[id]!.work,
    moved: ({ slot, cell }, by) => withMoved(ways[slot.id]!, cell, by),
  };
}

function rowOf({ X, W, b, D, H }: Layer, n: number): Float64Array {
  const row = new Float64Array(H);
  for (let d = 0; d < D; d++) {
    const x = X.data[n * D + d]!;
    for (let h = 0; h < H; h++) row[h]! += x * W.data[d * H + h]!;
  }
  if (b) for (let h = 0; h < H; h++) row[h]! += b.data[h]!;
  return row;
}

function columnOf({ X, W, b, N, D, H }: Layer, h: number): Float64Array {
  const weights = Float64Array.from({ length: D }, (_, d) => W.data[d * H + h]!);
  const column = new Float64Array(N);
  for (let n = 0; n < N; n++) {
    let sum = 0;
    for (let d = 0; d < D; d++) sum += X.data[n * D + d]! * weights[d]!;
    column[n] = b ? sum + b.data[h]! : sum;
  }
  return column;
}

function biasedColumn({ XW, b, N, H }: Layer, h: number): Float64Array {
  return Float64Array.from({ length: N }, (_, n) => XW.data[n * H + h]! + b!.data[h]!);
}

/** How a variable's entries are tried out. */
interface Way {
  readonly of: Tensor;
  readonly work: number;
  /** L as it is while the entry at a cell is another. */
  measured(cell: number): number;
}

/** What comes out with one entry moved, which then is put back. */
function withMoved(
  { of, measured }: Pick<Way, 'of' | 'measured'>,
  cell: number,
  by: number,
): number {
  const kept = of.data[cell]!;
  of.data[cell] = kept + by;
  const L = measured(cell);
  of.data[cell] = kept;
  return L;
}

/** Any other graph is run as a whole. */
function anyReach(graph: Graph, inputs: ReadonlyMap<string, Tensor>, measure: Measure): Reach {
  const measured = () => measure.of(runForward(graph, inputs).get(graph.output)!.data);
  const work = [...inputs.values()].reduce((sum, { data }) => sum + data.length, 0);
  return {
    work: () => 2 * work,
    moved: ({ slot, cell }, by) => withMoved({ of: inputs.get(slot.id)!, measured }, cell, by),
  };
}
