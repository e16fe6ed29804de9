import type { Graph, OpNode } from './graph';
import type { ShapeClash } from './op';
import { sameShape, type Shape } from './shape';
import { tensor, type Tensor } from './tensor';

/** The shape of every value that has one, and the operation at which shapes stop fitting, if any. */
export interface GraphShapes {
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly stopped?: { readonly at: OpNode; readonly clash: ShapeClash };
}

/** Runs the shape rules from the inputs on. Values behind a clash, or of unknown inputs, have no shape. */
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
    const operands = operandsOf(node, values);
    if (operands) values.set(node.output, node.op.forward(operands));
  }
  return values;
}

/**
 * The backward pass: the gradient of every value from which a path leads to the output. Where a
 * value is used several times, each use's contribution stands under {@link partOf} and the value's
 * own gradient is their sum. Throws RangeError if the upstream gradient does not have the output's
 * shape.
 */
export function runBackward(
  graph: Graph,
  values: ReadonlyMap<string, Tensor>,
  upstream: Tensor,
): Map<string, Tensor> {
  const output = values.get(graph.output);
  if (!output || !sameShape(output.shape, upstream.shape)) {
    throw new RangeError('the upstream gradient must have the shape of the output');
  }
  const gradients = new Map([[graph.output, upstream]]);
  for (const node of graph.ops.toReversed()) {
    const gradient = gradients.get(node.output);
    const operands = operandsOf(node, values);
    if (!gradient || !operands) continue;
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

function operandsOf(node: OpNode, values: ReadonlyMap<string, Tensor>): Tensor[] | undefined {
  const operands = node.inputs.map((id) => values.get(id));
  return operands.every((operand) => operand !== undefined) ? operands : undefined;
}

function plus(a: Tensor, b: Tensor): Tensor {
  return tensor(
    a.shape,
    a.data.map((entry, i) => entry + b.data[i]!),
    a.dtype,
  );
}
