import { affineGraph, type Graph } from './graph';
import { lossOf, type Loss, type Upstream } from './loss';
import { inferShapes, runBackward, runForward } from './run';
import { say, type Sentence } from './sentence';
import { sameShape, shapeText, type Shape } from './shape';
import { filled, type Tensor, type ValueState } from './tensor';
import { makeTrace, type Trace } from './trace';

/** An array of the computation: its numbers are missing where they are not known. */
export interface Computed {
  readonly shape: Shape;
  readonly dtype: Tensor['dtype'];
  readonly state: ValueState;
  readonly data?: Float64Array;
}

/** An array as it goes in: what the code calls it, and a shape only where it is known. */
export interface GivenArray extends Omit<Computed, 'shape'> {
  readonly name?: string;
  readonly shape?: Shape;
}

/** The inputs of an Affine layer, as read from code or given by another extension. */
export interface AffineInputs {
  readonly X: GivenArray;
  readonly W: GivenArray;
  readonly b?: GivenArray;
  readonly dY?: GivenArray;
  /** What Y is measured with; its gradient then takes the place of dY. */
  readonly loss?: Loss;
}

/** What both passes give, as far as shapes and values allow: plain data, to be sent anywhere. */
export interface Passes {
  /** By data node id. */
  readonly values: ReadonlyMap<string, Computed>;
  readonly gradients: ReadonlyMap<string, Computed>;
  /** Where the upstream gradient comes from. */
  readonly upstream: Upstream;
  /** Why the upstream gradient in the code was not taken. */
  readonly notes: readonly Sentence[];
}

/** An Affine computation: the graph, its passes, and the line of their steps. */
export interface Computation extends Passes {
  readonly graph: Graph;
  readonly trace: Trace;
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
  return computationOf(inputs, runPasses(inputs));
}

/** The computation whose passes have been run, here or elsewhere. */
export function computationOf(inputs: AffineInputs, passes: Passes): Computation {
  const trace = traceOf(inputs);
  return { graph: trace.graph, trace, ...passes };
}

/** Runs both passes, as {@link compute}, and gives no more than their results. */
export function runPasses(inputs: AffineInputs): Passes {
  const trace = traceOf(inputs);
  const leaves = new Map(leavesOf(inputs));
  const state = weakest([...leaves.values()]);
  const given = new Map([...leaves].map(([id, leaf]) => [id, asComputed(leaf)]));
  return trace.stopped
    ? { values: given, gradients: new Map(), upstream: { kind: 'ones' }, notes: [] }
    : bothPasses(trace, given, state, inputs);
}

function traceOf(inputs: AffineInputs): Trace {
  const graph = affineGraph({ bias: inputs.b !== undefined });
  const shapes = new Map(leavesOf(inputs).map(([id, { shape }]) => [id, shape!]));
  return makeTrace(graph, inferShapes(graph, shapes));
}

function leavesOf({ X, W, b }: AffineInputs): [string, GivenArray][] {
  return [['X', X], ['W', W], ...(b ? [['b', b] as [string, GivenArray]] : [])];
}

function bothPasses(
  trace: Trace,
  given: ReadonlyMap<string, Computed>,
  state: ValueState,
  inputs: AffineInputs,
): Passes {
  const { graph, shapes } = trace;
  const tensors = new Map([...given].flatMap(([id, leaf]) => asTensors(id, leaf)));
  const values = runForward(graph, tensors);
  const {
    source,
    dY: upstream,
    notes,
  } = upstreamOf(inputs, shapes.get(graph.output)!, values.get(graph.output), state);
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
    upstream: source,
    notes,
  };
}

/** The gradient of Y: that of a loss (as certain as Y), else the given one if it fits, else all ones. */
function upstreamOf(
  { dY, loss }: AffineInputs,
  shape: Shape,
  Y: Tensor | undefined,
  state: ValueState,
): { source: Upstream; dY: Computed; notes: Sentence[] } {
  if (loss) {
    if (!Y) {
      const unknown: Computed = { shape, dtype: 'float64', state: 'shape-only' };
      return { source: { kind: loss.kind }, dY: unknown, notes: [] };
    }
    const { value, dY: gradient } = lossOf(Y, loss);
    return {
      source: { kind: loss.kind, loss: { ...loss, value } },
      dY: { ...gradient, state },
      notes: [],
    };
  }
  if (dY?.shape !== undefined && sameShape(dY.shape, shape)) {
    return { source: { kind: 'given' }, dY: asComputed(dY), notes: [] };
  }
  const ones: Computed = { ...filled(shape, 1), state: 'known' };
  return { source: { kind: 'ones' }, dY: ones, notes: dY ? [misfit(dY, shape)] : [] };
}

function misfit(dY: GivenArray, shape: Shape): Sentence {
  return say(
    '{name} has shape {shape}, but the gradient of Y must have the shape of Y, {wanted}; all ones stand in',
    {
      name: dY.name ?? 'dY',
      shape: dY.shape ? shapeText(dY.shape) : '?',
      wanted: shapeText(shape),
    },
  );
}

function asComputed({ shape, dtype, state, data }: GivenArray): Computed {
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
