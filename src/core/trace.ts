import { backwardSteps, copiesOf } from './backward-steps';
import { dataNode, inputsOf, opNames, producerOf, type Graph, type OpNode } from './graph';
import { gradientName } from './names';
import type { ShapeClash } from './op';
import { operandShapes, type GraphShapes } from './run';
import { sizeOf, type Shape } from './shape';
import { slotOfFactor, type PlacedTerm, type Slot, type Step } from './step';

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
  const first = shapesStep(graph, stopped?.at);
  if (stopped) return { graph, shapes, steps: [first], stopped };
  if (!shapes.has(graph.output)) return { graph, shapes, steps: [first] };
  const steps = [
    first,
    ...graph.ops.map((node) => forwardStep(graph, shapes, node)),
    upstreamStep(graph),
    ...passSteps(graph, shapes),
    ...graph.ops.toReversed().flatMap((node) => backwardSteps(graph, shapes, node)),
    verdictStep(graph),
    checkStep(graph, shapes),
  ];
  return { graph, shapes, steps };
}

/** One cell for each operation whose shapes are compared, as far as the pass can go. */
function shapesStep(graph: Graph, stoppedAt: OpNode | undefined): Step {
  return {
    kind: 'shapes',
    title: '',
    copies: [],
    reads: inputsOf(graph).map(({ id }) => ({ lane: 'value', id })),
    cells: stoppedAt ? graph.ops.indexOf(stoppedAt) + 1 : graph.ops.length,
    terms: 1,
  };
}

function forwardStep(graph: Graph, shapes: ReadonlyMap<string, Shape>, node: OpNode): Step {
  return {
    kind: 'forward',
    title: node.op.title(opNames(graph, node)),
    node,
    writes: { lane: 'value', id: node.output },
    copies: [],
    reads: node.inputs.map((id) => ({ lane: 'value', id })),
    cells: sizeOf(shapes.get(node.output)!),
    terms: node.op.forwardTerms.count(operandShapes(node, shapes)),
  };
}

function upstreamStep(graph: Graph): Step {
  return {
    kind: 'upstream',
    title: gradientName(dataNode(graph, graph.output).name),
    writes: { lane: 'gradient', id: graph.output },
    copies: [],
    reads: [],
    cells: 0,
    terms: 0,
  };
}

/** The upstream gradient goes through a sum unchanged, to both sides. */
function passSteps(graph: Graph, shapes: ReadonlyMap<string, Shape>): Step[] {
  const [first, ...others] = copiesOf(graph, shapes, graph.output);
  if (!first) return [];
  const node = producerOf(graph, graph.output)!;
  return [
    {
      kind: 'pass',
      title: node.op.symbol,
      node,
      writes: first,
      copies: others,
      reads: [{ lane: 'gradient', id: graph.output }],
      cells: 0,
      terms: 0,
    },
  ];
}

/** Every variable beside its gradient. */
function verdictStep(graph: Graph): Step {
  return {
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
}

/** Every entry of every variable, nudged up and down: the gradients are compared with what L does. */
function checkStep(graph: Graph, shapes: ReadonlyMap<string, Shape>): Step {
  return {
    ...verdictStep(graph),
    kind: 'check',
    cells: inputsOf(graph).reduce((sum, { id }) => sum + sizeOf(shapes.get(id)!), 0),
    terms: 2,
  };
}

/** The titles of the steps that a clash of shapes keeps away. */
export function titlesBeyond({ graph, stopped }: Trace): string[] {
  if (!stopped) return [];
  const gradients = graph.ops
    .toReversed()
    .flatMap(({ inputs }) => inputs.filter((id) => !producerOf(graph, id)));
  return [
    ...graph.ops.map((node) => node.op.title(opNames(graph, node))),
    ...[graph.output, ...gradients].map((id) => gradientName(dataNode(graph, id).name)),
  ];
}

/** The i-th term of a step's cell: which cells it multiplies. */
export function termOf(trace: Trace, step: Step, cell: number, i: number): PlacedTerm {
  if (step.kind === 'gather') return [{ slot: step.reads[i]!, cell }];
  const node = step.node!;
  const rule = step.input === undefined ? node.op.forwardTerms : node.op.backwardTerms(step.input);
  return rule
    .at(operandShapes(node, trace.shapes), cell, i)
    .map((factor) => ({ slot: slotOfFactor(node, factor), cell: factor.cell }));
}
