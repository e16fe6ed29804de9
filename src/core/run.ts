import type { Graph, OpNode } from './graph';
import type { ShapeClash } from './op';
import { sameShape, shapeText, type Shape } from './shape';
import { promote, rounded } from './dtype';
import type { Tensor } from './tensor';

/** The shape of every value that has one, and the operation at which shapes stop fitting, if any. */
export interface GraphShapes {
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly stopped?: { readonly at: OpNode; readonly clash: ShapeClash };
}

/**
 * Runs the shape rules from the inputs on, up to the first clash. Values made after it, or of inputs
 * without a shape, have none.
 */
export function inferShapes(graph: Graph, inputs: ReadonlyMap<string, Shape>): GraphShapes {
  const shapes = new Map(inputs);
  for (const node of graph.ops) {
    const operands = node.inputs.map((id) => shapes.get(id));
    if (!operands.every((shape) => shape !== undefined)) continue;
    const answer = node.op.shape(operands);
    if (!answer.ok) return { shapes, stopped: { at: node, clash: answer.clash } };
    shapes.set(node.output, answer.shape);
  }
  return { shapes };
}

/** The forward pass: every value that can be computed from the given inputs. Throws ShapeError. */
export function runForward(graph: Graph, inputs: ReadonlyMap<string, Tensor>): Map<string, Tensor> {
  const values = new Map(inputs);
  for (const node of graph.ops) {
    const operands = node.inputs.map((id) => values.get(id));
    if (!operands.every((operand) => operand !== undefined)) continue;
    values.set(node.output, node.op.forward(operands));
  }
  return values;
}

/**
 * The backward pass: the gradient of every value, from the values of a forward pass that reached the
 * output. Where a value is used several times, each use's contribution stands under {@link partOf}
 * and the value's own gradient is their sum. Throws RangeError if the upstream gradient does not
 * have the output's shape.
 */
export function runBackward(
  graph: Graph,
  values: ReadonlyMap<string, Tensor>,
  upstream: Tensor,
): Map<string, Tensor> {
  const output = values.get(graph.output);
  if (!output) throw new Error(`the value of ${graph.output} is not known`);
  if (!sameShape(output.shape, upstream.shape)) {
    const [given, wanted] = [upstream.shape, output.shape].map(shapeText);
    throw new RangeError(`the gradient of ${graph.output} has shape ${given}, not ${wanted}`);
  }
  const gradients = new Map([[graph.output, upstream]]);
  for (const node of graph.ops.toReversed()) {
    const gradient = gradients.get(node.output)!;
    const operands = node.inputs.map((id) => values.get(id)!);
    node.inputs.forEach((id, input) => {
      const contribution = node.op.backward(input, operands, gradient);
      const earlier = gradients.get(id);
      gradients.set(id, earlier ? plus(earlier, contribution) : contribution);
      if (usesOf(graph, id) > 1) gradients.set(partOf(node, input), contribution);
    });
  }
  return gradients;
}

/** The key of what one use of a value contributes to its gradient. */
export function partOf(node: OpNode, input: number): string {
  return `${node.inputs[input]!}@${node.id}.${input}`;
}

/** How many times operations use a value. */
export function usesOf(graph: Graph, id: string): number {
  return graph.ops.flatMap((node) => node.inputs).filter((use) => use === id).length;
}

function plus(a: Tensor, b: Tensor): Tensor {
  const data = a.data.map((entry, i) => entry + b.data[i]!);
  const dtype = promote(a.dtype, b.dtype);
  return { shape: a.shape, data: rounded(data, dtype), dtype };
}

/** The shapes of an operation's operands, which must all be known. */
export function operandShapes(node: OpNode, shapes: ReadonlyMap<string, Shape>): Shape[] {
  return node.inputs.map((id) => shapes.get(id)!);
}
