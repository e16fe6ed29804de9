import { inputsOf, type Graph } from '../graph';
import { lossOf, type Upstream } from '../loss';
import { rowsAndColumns, type Shape } from '../shape';
import type { PlacedCell, Slot } from '../step';
import type { Trace } from '../trace';
import type { Nudged } from './nudge';

/** A number that may be elsewhere: undefined where it is not known. */
export type Read = (slot: Slot, cell: number) => number | 'awaited' | undefined;

/** What an entry's nudge does to L: of the row or column of Y that it reaches, for the rest stays as it is. */
export interface Reached {
  readonly analytic: number;
  /** The size of what is added up, and so of the rounding it carries. */
  readonly size: number;
  nudged(h: number): Nudged;
}

/** Y = XW + b with a W of two axes and a b that is a row, by its sizes. */
interface Layer {
  readonly output: string;
  readonly N: number;
  readonly D: number;
  readonly H: number;
}

const LAYERS = ['dot(X,W)=Y', 'dot(X,W)=XW add(XW,b)=Y'];

function layerOf(graph: Graph, shapes: ReadonlyMap<string, Shape>): Layer | undefined {
  const written = graph.ops.map(
    ({ op, inputs, output }) => `${op.name}(${inputs.join()})=${output}`,
  );
  const [X, W, b] = ['X', 'W', 'b'].map((id) => shapes.get(id));
  if (!LAYERS.includes(written.join(' ')) || !X || W?.length !== 2) return undefined;
  const [D, H] = W as [number, number];
  if (b && !(b.length === 1 && b[0] === H)) return undefined;
  return { output: graph.output, N: rowsAndColumns(X).rows, D, H };
}

/** Cells of an array, one after the other, `step` apart. */
interface Run {
  readonly slot: Slot;
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

/** What an entry reaches: the cells of Y, and by how much each moves with it; by as much if unsaid. */
interface Way {
  readonly reached: Omit<Run, 'slot'>;
  readonly factors: Run | undefined;
  /** Whether it is a row of Y, all of one sample. */
  readonly isRow: boolean;
}

function wayOf({ N, D, H }: Layer, { slot: { id }, cell }: PlacedCell): Way {
  if (id === 'X') {
    const [n, d] = [Math.floor(cell / D), cell % D];
    return {
      reached: { first: n * H, step: 1, count: H },
      factors: { slot: { lane: 'value', id: 'W' }, first: d * H, step: 1, count: H },
      isRow: true,
    };
  }
  const [d, h] = [Math.floor(cell / H), cell % H];
  return {
    reached: { first: h, step: H, count: N },
    factors:
      id === 'W' ? { slot: { lane: 'value', id: 'X' }, first: d, step: D, count: N } : undefined,
    isRow: false,
  };
}

/**
 * Nudges of single entries of a layer whose numbers are read one by one, as few as can be: the product is
 * not made anew, but the row or column of Y that the entry reaches is moved. Undefined where the layer has
 * another form or a number is not known, or where a softmax would need all of Y.
 */
export function reachOf(
  { graph, shapes }: Trace,
  upstream: Upstream,
  read: Read,
): (at: PlacedCell) => Reached | 'awaited' | undefined {
  const layer = layerOf(graph, shapes);
  const isInput = (id: string) => inputsOf(graph).some((input) => input.id === id);
  return (at) => {
    if (!layer || !isInput(at.slot.id)) return undefined;
    const { reached, factors, isRow } = wayOf(layer, at);
    if (upstream.kind === 'softmax' && !isRow) return undefined;
    const id = layer.output;
    const numbers = [
      { slot: at.slot, first: at.cell, step: 1, count: 1 },
      { slot: { lane: 'gradient', id: at.slot.id }, first: at.cell, step: 1, count: 1 },
      { slot: { lane: 'value', id }, ...reached },
      ...(upstream.loss ? [] : [{ slot: { lane: 'gradient', id }, ...reached } as const]),
    ] satisfies Run[];
    // All are read before any is missed, so that all that are not here are asked for at once.
    const lists = numbers.map((run) => numbersOf(run, read));
    const by = factors ? numbersOf(factors, read) : new Float64Array(reached.count).fill(1);
    const all = [...lists, by];
    if (all.includes(undefined)) return undefined;
    if (all.includes('awaited')) return 'awaited';
    const [[entry], [analytic], Y, dY] = lists as Float64Array[] as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array?,
    ];
    const part = partOfLoss(layer, upstream, reached, dY);
    return reachedBy(entry!, analytic!, Y, by as Float64Array, part);
  };
}

/** The numbers of a run; 'awaited' where one is still to come. */
function numbersOf(
  { slot, first, step, count }: Run,
  read: Read,
): Float64Array | 'awaited' | undefined {
  const numbers = new Float64Array(count);
  let isAwaited = false;
  for (let i = 0; i < count; i++) {
    const number = read(slot, first + i * step);
    if (number === undefined) return undefined;
    if (number === 'awaited') isAwaited = true;
    else numbers[i] = number;
  }
  return isAwaited ? 'awaited' : numbers;
}

/** The part of L that a row, or a column, of Y makes, and the size of what it is added up from. */
interface Part {
  of(y: Float64Array): number;
  sizeOf(y: Float64Array): number;
}

function partOfLoss(
  { N, H }: Layer,
  { loss }: Upstream,
  { first, step }: Omit<Run, 'slot'>,
  dY: Float64Array | undefined,
): Part {
  if (!loss) {
    const of = (y: Float64Array) => carefulSum(y.map((entry, i) => dY![i]! * entry));
    const squares = (y: Float64Array) =>
      y.reduce((sum, entry, i) => sum + (dY![i]! * entry) ** 2, 0);
    return { of, sizeOf: (y) => Math.max(Math.abs(of(y)), Math.sqrt(squares(y))) };
  }
  const samples = loss.isMean ? N : 1;
  const { target } = loss;
  if (loss.kind === 'softmax') {
    const own = [target[first / H]!];
    const of = (data: Float64Array) => {
      const row = { shape: [1, H], data, dtype: 'float64' } as const;
      return lossOf(row, { kind: 'softmax', target: own, isMean: false }).value / samples;
    };
    // A logarithm of what is near 1 carries the rounding of 1.
    return { of, sizeOf: (y) => of(y) + 1 / samples };
  }
  const of = (y: Float64Array) =>
    carefulSum(y.map((entry, i) => (entry - target[first + i * step]!) ** 2)) / 2 / samples;
  return { of, sizeOf: of };
}

/**
 * A sum with what rounding takes from it added at the end (Neumaier): of thousands of large terms a plain
 * one is rounded by more than what a nudge changes.
 */
function carefulSum(terms: Float64Array): number {
  let [sum, lost] = [0, 0];
  for (const term of terms) {
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}

function reachedBy(
  entry: number,
  analytic: number,
  Y: Float64Array,
  factors: Float64Array,
  part: Part,
): Reached {
  const moved = (by: number) => {
    const own = entry + by - entry;
    return part.of(Y.map((y, i) => y + own * factors[i]!));
  };
  const here = part.of(Y);
  return {
    analytic,
    size: part.sizeOf(Y),
    nudged: (h) => {
      const [above, below] = [moved(h), moved(-h)];
      return { here, above, below, slope: (above - below) / (2 * h) };
    },
  };
}
