import type { Op, OpNames } from './op';
import { add, dot } from './ops';

/** A value of the graph: an input, or what an operation makes. Its gradient has the same id. */
export interface DataNode {
  readonly id: string;
  /** The name the panel shows, such as `X` or `XW`. */
  readonly name: string;
}

/** An operation of the graph; its operands and output are data nodes, by id. */
export interface OpNode {
  readonly id: string;
  readonly op: Op;
  readonly inputs: readonly string[];
  readonly output: string;
}

/**
 * A computation: operations in an order in which each finds its operands made. Every value leads to
 * the output, so that every value has a gradient.
 */
export interface Graph {
  readonly data: readonly DataNode[];
  readonly ops: readonly OpNode[];
  /** The last value; the gradient that starts the backward pass is its own. */
  readonly output: string;
}

/** Builds a graph operation by operation. */
export class GraphBuilder {
  private readonly data: DataNode[] = [];
  private readonly ops: OpNode[] = [];

  /** Adds an input and gives its id, which is its name made unique. */
  input(name: string): string {
    const id = unique(name, this.data);
    this.data.push({ id, name });
    return id;
  }

  /** Adds an operation on earlier values and gives the id of its output. */
  apply(op: Op, inputs: readonly string[], outputName: string): string {
    const output = this.input(outputName);
    this.ops.push({ id: unique(op.name, this.ops), op, inputs, output });
    return output;
  }

  /** The finished graph of all that leads to the given value. */
  build(output: string): Graph {
    const leading = new Set([output]);
    for (const node of this.ops.toReversed()) {
      if (leading.has(node.output)) node.inputs.forEach((id) => leading.add(id));
    }
    return {
      data: this.data.filter(({ id }) => leading.has(id)),
      ops: this.ops.filter((node) => leading.has(node.output)),
      output,
    };
  }
}

/** The name itself if no node has it for an id yet, or else with a number. */
function unique(name: string, taken: readonly { readonly id: string }[]): string {
  let id = name;
  for (let n = 2; taken.some((node) => node.id === id); n++) id = `${name}#${n}`;
  return id;
}

/** The graph of one Affine layer, Y = XW + b, or of Y = XW where there is no bias. */
export function affineGraph(options: { bias: boolean } = { bias: true }): Graph {
  const builder = new GraphBuilder();
  const X = builder.input('X');
  const W = builder.input('W');
  if (!options.bias) return builder.build(builder.apply(dot, [X, W], 'Y'));
  const XW = builder.apply(dot, [X, W], 'XW');
  const b = builder.input('b');
  return builder.build(builder.apply(add, [XW, b], 'Y'));
}

/** The operation that makes a value, if one does. */
export function producerOf(graph: Graph, id: string): OpNode | undefined {
  return graph.ops.find((node) => node.output === id);
}

/** The values that no operation makes. */
export function inputsOf(graph: Graph): DataNode[] {
  return graph.data.filter((node) => !producerOf(graph, node.id));
}

/** The data node with this id. Throws if the graph has none. */
export function dataNode(graph: Graph, id: string): DataNode {
  const node = graph.data.find((candidate) => candidate.id === id);
  if (!node) throw new Error(`no value ${id} in this graph`);
  return node;
}

/** The names with which an operation of the graph explains itself. */
export function opNames(graph: Graph, node: OpNode): OpNames {
  const nameOf = (id: string) => dataNode(graph, id).name;
  const next = graph.ops.find(({ op, inputs }) => op === add && inputs.includes(node.output));
  return {
    inputs: node.inputs.map(nameOf),
    output: nameOf(node.output),
    ...(next ? { biased: nameOf(next.output) } : {}),
  };
}
