import {
  affineGraph,
  filled,
  inferShapes,
  makeTrace,
  runBackward,
  runForward,
  sameShape,
  say,
  shapeText,
  type Graph,
  type Sentence,
  type Shape,
  type Tensor,
  type Trace,
  type ValueState,
} from '../core';
import type { ReadArray } from '../read';

/** The inputs of an Affine layer, as read from code or given by another extension. */
export interface AffineInputs {
  readonly X: ReadArray;
  readonly W: ReadArray;
  readonly b?: ReadArray;
  readonly dY?: ReadArray;
}

/** An array of the computation: its numbers are missing where they are not known. */
export interface Computed {
  readonly shape: Shape;
  readonly dtype: Tensor['dtype'];
  readonly state: ValueState;
  readonly data?: Float64Array;
}

/** An Affine computation, both passes done as far as shapes and values allow. */
export interface Computation {
  readonly graph: Graph;
  readonly trace: Trace;
  /** By data node id. */
  readonly values: ReadonlyMap<string, Computed>;
  readonly gradients: ReadonlyMap<string, Computed>;
  readonly upstream: 'given' | 'ones';
  /** Why the upstream gradient in the code was not taken. */
  readonly notes: readonly Sentence[];
}

/** Whether every input has at least a shape, without which there is nothing to draw. */
export function hasShapes(inputs: AffineInputs): boolean {
  return [inputs.X, inputs.W, ...(inputs.b ? [inputs.b] : [])].every(({ shape }) => shape);
}

/**
 * Runs forward and backward on the inputs. Without a dY of Y's shape the gradient of L = ΣY, all
 * ones, stands in. Throws if an input has no shape.
 */
export function compute(inputs: AffineInputs): Computation {
  const graph = affineGraph({ bias: inputs.b !== undefined });
  const leaves = new Map(leavesOf(inputs));
  const shapes = new Map([...leaves].map(([id, { shape }]) => [id, shape!]));
  const trace = makeTrace(graph, inferShapes(graph, shapes));
  const state = weakest([...leaves.values()]);
  const given = new Map([...leaves].map(([id, leaf]) => [id, asComputed(leaf)]));
  const outcome = trace.stopped
    ? {
        values: given,
        gradients: new Map<string, Computed>(),
        upstream: 'ones' as const,
        notes: [],
      }
    : bothPasses(trace, given, state, inputs.dY);
  return { graph, trace, ...outcome };
}

function leavesOf({ X, W, b }: AffineInputs): [string, ReadArray][] {
  return [['X', X], ['W', W], ...(b ? [['b', b] as [string, ReadArray]] : [])];
}

function bothPasses(
  trace: Trace,
  given: ReadonlyMap<string, Computed>,
  state: ValueState,
  dY: ReadArray | undefined,
): Pick<Computation, 'values' | 'gradients' | 'upstream' | 'notes'> {
  const { graph, shapes } = trace;
  const shape = shapes.get(graph.output)!;
  const fits = dY?.shape !== undefined && sameShape(dY.shape, shape);
  const upstream: Computed = fits ? asComputed(dY) : { ...filled(shape, 1), state: 'known' };
  const tensors = new Map([...given].flatMap(([id, leaf]) => asTensors(id, leaf)));
  const values = runForward(graph, tensors);
  const [dYTensor] = asTensors('', upstream);
  const gradients =
    dYTensor && values.has(graph.output)
      ? runBackward(graph, values, dYTensor[1])
      : new Map<string, Tensor>();
  const gradientState = weakest([{ state }, upstream]);
  const withState = (made: ReadonlyMap<string, Tensor>, id: string, of: ValueState): Computed => {
    const tensor = made.get(id);
    if (tensor) return { ...tensor, state: of };
    return { shape: shapes.get(id)!, dtype: 'float64', state: 'shape-only' };
  };
  return {
    values: new Map(
      graph.data.map(({ id }) => [id, given.get(id) ?? withState(values, id, state)]),
    ),
    gradients: new Map(
      graph.data.map(({ id }) => [
        id,
        id === graph.output ? upstream : withState(gradients, id, gradientState),
      ]),
    ),
    upstream: fits ? 'given' : 'ones',
    notes: dY && !fits ? [misfit(dY, shape)] : [],
  };
}

function misfit(dY: ReadArray, shape: Shape): Sentence {
  return say(
    '{name} has shape {shape}, but the gradient of Y must have the shape of Y, {wanted}; all ones stand in',
    {
      name: dY.name ?? 'dY',
      shape: dY.shape ? shapeText(dY.shape) : '?',
      wanted: shapeText(shape),
    },
  );
}

function asComputed({ shape, dtype, state, data }: ReadArray): Computed {
  return { shape: shape!, dtype, state, ...(data ? { data } : {}) };
}

function asTensors(id: string, { shape, dtype, data }: Computed): [string, Tensor][] {
  return data ? [[id, { shape, dtype, data }]] : [];
}

const trust: readonly ValueState[] = ['known', 'sampled', 'shape-only', 'unknown'];

/** The state of what is made of several values: no better than the worst of them. */
function weakest(values: readonly { readonly state: ValueState }[]): ValueState {
  return trust[Math.max(...values.map(({ state }) => trust.indexOf(state)))]!;
}
