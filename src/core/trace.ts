import { dataNode, inputsOf, producerOf, type Graph, type OpNode } from './graph';
import { gradientName } from './names';
import type { Factor, ShapeClash, Term } from './op';
import { partOf, usesOf, type GraphShapes } from './run';
import { sameShape, sizeOf, type Shape } from './shape';

/** A place where numbers stand: the value or the gradient of a data node (or a part of a gradient). */
export interface Slot {
  readonly lane: 'value' | 'gradient';
  readonly id: string;
}

/** One step of the pass; `title` is its name in symbols, empty for those named by a word. */
export interface Step {
  readonly kind: 'shapes' | 'forward' | 'upstream' | 'backward' | 'gather' | 'verdict';
  readonly title: string;
  /** The operation at work, and for a backward step the operand whose gradient is made. */
  readonly node?: OpNode;
  readonly input?: number;
  /** What the step makes, cell by cell. */
  readonly writes?: Slot;
  /** What comes to stand elsewhere with it, unchanged: a sum lends its gradient to its operands. */
  readonly copies: readonly Slot[];
  readonly reads: readonly Slot[];
  /** How many cells the step makes one by one, and terms in each; 0 if it is done at once. */
  readonly cells: number;
  readonly terms: number;
}

/** A step's cell made of a term: one product, with the places its factors stand at. */
export type PlacedTerm = readonly { readonly slot: Slot; readonly cell: number }[];

/** The whole pass as a line of steps: a function of the graph and its shapes, not of the numbers. */
export interface Trace {
  readonly graph: Graph;
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly steps: readonly Step[];
  /** Where the pass cannot go on, with the reason. The trace then ends at its Shapes step. */
  readonly stopped?: { readonly at: OpNode; readonly clash: ShapeClash };
}

/** Lays out the pass over a graph: shapes, forward, the upstream gradient, backward, verdict. */
export function makeTrace(graph: Graph, { shapes, stopped }: GraphShapes): Trace {
  const shapesStep: Step = {
    kind: 'shapes',
    title: '',
    copies: [],
    reads: inputsOf(graph).map(({ id }) => ({ lane: 'value', id })),
    cells: stopped ? graph.ops.indexOf(stopped.at) + 1 : graph.ops.length,
    terms: 1,
  };
  if (stopped) return { graph, shapes, steps: [shapesStep], stopped };
  if (!shapes.has(graph.output)) return { graph, shapes, steps: [shapesStep] };
  const backward = graph.ops
    .toReversed()
    .flatMap((node) =>
      node.inputs.flatMap((_, input) => backwardSteps(graph, shapes, node, input)),
    );
  const verdict: Step = {
    kind: 'verdict',
    title: '',
    copies: [],
    reads: inputsOf(graph).flatMap(({ id }): Slot[] => [
      { lane: 'value', id },
      { lane: 'gradient', id },
    ]),
    cells: 0,
    terms: 0,
  };
  const steps = [
    shapesStep,
    ...graph.ops.map((node) => forwardStep(graph, shapes, node)),
    upstreamStep(graph, shapes),
    ...backward,
    verdict,
  ];
  return { graph, shapes, steps };
}

/** The titles of the steps that a clash of shapes keeps away. */
export function titlesBeyond({ graph, stopped }: Trace): string[] {
  if (!stopped) return [];
  const gradients = graph.ops
    .toReversed()
    .flatMap(({ inputs }) => inputs.filter((id) => !producerOf(graph, id)));
  return [
    ...graph.ops.map((node) => forwardTitle(graph, node)),
    ...[graph.output, ...gradients].map((id) => gradientName(dataNode(graph, id).name)),
  ];
}

function forwardTitle(graph: Graph, node: OpNode): string {
  const [left, right] = node.inputs.map((id) => dataNode(graph, id).name);
  return node.op.name === 'dot' ? `${left}·${right}` : `${node.op.symbol} ${right}`;
}

function forwardStep(graph: Graph, shapes: ReadonlyMap<string, Shape>, node: OpNode): Step {
  return {
    kind: 'forward',
    title: forwardTitle(graph, node),
    node,
    writes: { lane: 'value', id: node.output },
    copies: [],
    reads: node.inputs.map((id) => ({ lane: 'value', id })),
    cells: sizeOf(shapes.get(node.output)!),
    terms: node.op.forwardTerms.count(shapesOf(node, shapes)),
  };
}

function upstreamStep(graph: Graph, shapes: ReadonlyMap<string, Shape>): Step {
  return {
    kind: 'upstream',
    title: gradientName(dataNode(graph, graph.output).name),
    writes: { lane: 'gradient', id: graph.output },
    copies: copiesOf(graph, shapes, graph.output),
    reads: [],
    cells: 0,
    terms: 0,
  };
}

function backwardSteps(
  graph: Graph,
  shapes: ReadonlyMap<string, Shape>,
  node: OpNode,
  input: number,
): Step[] {
  if (passesUnchanged(graph, shapes, node, input)) return [];
  const id = node.inputs[input]!;
  const inputs = shapesOf(node, shapes);
  const isShared = usesOf(graph, id) > 1;
  const step: Step = {
    kind: 'backward',
    title: gradientName(dataNode(graph, id).name),
    node,
    input,
    writes: { lane: 'gradient', id: isShared ? partOf(node, input) : id },
    copies: isShared ? [] : copiesOf(graph, shapes, id),
    reads: readsOf(node, input, inputs),
    cells: sizeOf(inputs[input]!),
    terms: node.op.backwardTerms(input).count(inputs),
  };
  return isShared && isLastUse(graph, node, input) ? [step, gatherStep(graph, shapes, id)] : [step];
}

/** Contributions of several uses, added: the last step of a gradient that fans out. */
function gatherStep(graph: Graph, shapes: ReadonlyMap<string, Shape>, id: string): Step {
  const parts = partsOf(graph, id);
  return {
    kind: 'gather',
    title: gradientName(dataNode(graph, id).name),
    writes: { lane: 'gradient', id },
    copies: copiesOf(graph, shapes, id),
    reads: parts,
    cells: sizeOf(shapes.get(id)!),
    terms: parts.length,
  };
}

/** The slots of a shared value's contributions, in the order in which the backward pass makes them. */
function partsOf(graph: Graph, id: string): Slot[] {
  return graph.ops
    .toReversed()
    .flatMap((node) =>
      node.inputs.flatMap((operand, input): Slot[] =>
        operand === id ? [{ lane: 'gradient', id: partOf(node, input) }] : [],
      ),
    );
}

function isLastUse(graph: Graph, node: OpNode, input: number): boolean {
  return partsOf(graph, node.inputs[input]!).at(-1)?.id === partOf(node, input);
}

/** Where a gradient stands unchanged as soon as it is made, down the graph. */
function copiesOf(graph: Graph, shapes: ReadonlyMap<string, Shape>, id: string): Slot[] {
  const node = producerOf(graph, id);
  if (!node) return [];
  return node.inputs.flatMap((operand, input): Slot[] =>
    passesUnchanged(graph, shapes, node, input)
      ? [{ lane: 'gradient', id: operand }, ...copiesOf(graph, shapes, operand)]
      : [],
  );
}

/** Whether an inner value's gradient is its output's gradient, entry for entry. */
function passesUnchanged(
  graph: Graph,
  shapes: ReadonlyMap<string, Shape>,
  node: OpNode,
  input: number,
): boolean {
  const id = node.inputs[input]!;
  if (!producerOf(graph, id) || usesOf(graph, id) > 1) return false;
  if (!sameShape(shapes.get(id)!, shapes.get(node.output)!)) return false;
  const inputs = shapesOf(node, shapes);
  const rule = node.op.backwardTerms(input);
  if (rule.count(inputs) !== 1) return false;
  const [factor, ...others] = rule.at(inputs, 0, 0);
  return factor?.from === 'upstream' && others.length === 0;
}

function readsOf(node: OpNode, input: number, inputs: readonly Shape[]): Slot[] {
  return node.op
    .backwardTerms(input)
    .at(inputs, 0, 0)
    .map((factor) => place(node, factor));
}

function shapesOf(node: OpNode, shapes: ReadonlyMap<string, Shape>): Shape[] {
  return node.inputs.map((id) => shapes.get(id)!);
}

function place(node: OpNode, { from }: Factor): Slot {
  return from === 'upstream'
    ? { lane: 'gradient', id: node.output }
    : { lane: 'value', id: node.inputs[from]! };
}

/** The i-th term of a step's cell: which cells it multiplies. */
export function termOf(trace: Trace, step: Step, cell: number, i: number): PlacedTerm {
  if (step.kind === 'gather') return [{ slot: step.reads[i]!, cell }];
  const node = step.node!;
  const rule = step.input === undefined ? node.op.forwardTerms : node.op.backwardTerms(step.input);
  const term: Term = rule.at(shapesOf(node, trace.shapes), cell, i);
  return term.map((factor) => ({ slot: place(node, factor), cell: factor.cell }));
}
