import { dataNode, producerOf, type Graph, type OpNode } from './graph';
import { gradientName } from './names';
import { operandShapes, partOf, usesOf } from './run';
import { sameShape, sizeOf, type Shape } from './shape';
import { slotOfFactor, type Slot, type Step } from './step';

type Shapes = ReadonlyMap<string, Shape>;

/** The steps that make the gradients of an operation's operands, but for those that pass through. */
export function backwardSteps(graph: Graph, shapes: Shapes, node: OpNode): Step[] {
  return node.inputs.flatMap((id, input) => {
    if (passesUnchanged(graph, shapes, node, input)) return [];
    const isShared = usesOf(graph, id) > 1;
    const step = backwardStep(graph, shapes, node, input, isShared);
    const isLastUse = isShared && partsOf(graph, id).at(-1)!.id === partOf(node, input);
    return isLastUse ? [step, gatherStep(graph, shapes, id)] : [step];
  });
}

function backwardStep(
  graph: Graph,
  shapes: Shapes,
  node: OpNode,
  input: number,
  isShared: boolean,
): Step {
  const id = node.inputs[input]!;
  const inputs = operandShapes(node, shapes);
  const rule = node.op.backwardTerms(input);
  return {
    kind: 'backward',
    title: gradientName(dataNode(graph, id).name),
    node,
    input,
    writes: { lane: 'gradient', id: isShared ? partOf(node, input) : id },
    copies: isShared ? [] : copiesOf(graph, shapes, id),
    reads: rule.at(inputs, 0, 0).map((factor) => slotOfFactor(node, factor)),
    cells: sizeOf(inputs[input]!),
    terms: rule.count(inputs),
  };
}

/** Contributions of several uses, added: the last step of a gradient that fans out. */
function gatherStep(graph: Graph, shapes: Shapes, id: string): Step {
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

/** Where a gradient stands unchanged as soon as it is made, down the graph. */
export function copiesOf(graph: Graph, shapes: Shapes, id: string): Slot[] {
  const node = producerOf(graph, id);
  if (!node) return [];
  return node.inputs.flatMap((operand, input): Slot[] =>
    passesUnchanged(graph, shapes, node, input)
      ? [{ lane: 'gradient', id: operand }, ...copiesOf(graph, shapes, operand)]
      : [],
  );
}

/** Whether an inner value's gradient is its output's gradient, entry for entry. */
function passesUnchanged(graph: Graph, shapes: Shapes, node: OpNode, input: number): boolean {
  const id = node.inputs[input]!;
  if (!producerOf(graph, id) || usesOf(graph, id) > 1) return false;
  if (!sameShape(shapes.get(id)!, shapes.get(node.output)!)) return false;
  const inputs = operandShapes(node, shapes);
  const rule = node.op.backwardTerms(input);
  if (rule.count(inputs) !== 1) return false;
  const [factor, ...others] = rule.at(inputs, 0, 0);
  return factor?.from === 'upstream' && others.length === 0;
}
