import type { Graph, OpNode } from './graph';
import type { AxisLink, AxisPlace } from './op';
import type { Shape } from './shape';

/** The letter of each axis of a value: N for the batch, D in, H out, then I, J, … down a chain. */
export type AxisLetters = ReadonlyMap<string, readonly string[]>;

/** The letters of axes, in the order in which they are given. */
export const AXIS_LETTERS: readonly string[] = [...'NDHIJKPQRST'];

/**
 * Names the axes of a graph's values: axes that operations join share one letter, whether or not
 * their lengths agree (where they do not, that is what is wrong). Letters go by first appearance
 * among the graph's values; an only axis of the first input is D, since a 1-D x is a batch of one.
 */
export function axisLetters(graph: Graph, shapes: ReadonlyMap<string, Shape>): AxisLetters {
  const groups = joinAxes(graph, shapes);
  const letters = new Map<string, string>();
  const first = shapes.get(graph.data[0]?.id ?? '');
  let next = first?.length === 1 ? 1 : 0;
  const letterOf = (axis: string): string => {
    const group = groups.find(axis);
    if (!letters.has(group)) letters.set(group, AXIS_LETTERS[next++] ?? `A${next}`);
    return letters.get(group)!;
  };
  return new Map(
    graph.data.map(({ id }) => [
      id,
      (shapes.get(id) ?? []).map((_, axis) => letterOf(key(id, axis))),
    ]),
  );
}

function key(id: string, axis: number): string {
  return `${id}:${axis}`;
}

function joinAxes(graph: Graph, shapes: ReadonlyMap<string, Shape>): AxisGroups {
  const groups = new AxisGroups();
  const assumed = new Map(shapes);
  for (const node of graph.ops) {
    const inputs = node.inputs.map((id) => assumed.get(id));
    if (!inputs.every((shape) => shape !== undefined)) continue;
    const links = node.op.axisLinks(inputs);
    for (const { a, b } of links) groups.join(at(node, a), at(node, b));
    // Behind a clash there is no shape, but the axes that would come still have their names.
    if (!assumed.has(node.output)) assumed.set(node.output, outputOf(links, inputs));
  }
  return groups;
}

/** The shape an output would have by its links alone, whether or not the lengths agree. */
function outputOf(links: readonly AxisLink[], inputs: readonly Shape[]): Shape {
  const shape: number[] = [];
  for (const { a, b } of links) {
    if (b.of === 'output' && a.of !== 'output') shape[b.axis] = inputs[a.of]![a.axis]!;
  }
  return shape;
}

function at(node: OpNode, { of, axis }: AxisPlace): string {
  return key(of === 'output' ? node.output : node.inputs[of]!, axis);
}

/** Disjoint sets of axes, each known by one of its members. */
export class AxisGroups {
  private readonly parent = new Map<string, string>();

  /** The member by which an axis's set is known. */
  find(axis: string): string {
    const parent = this.parent.get(axis);
    return parent === undefined ? axis : this.find(parent);
  }

  /** Makes one set of those of two axes. */
  join(a: string, b: string): void {
    const [from, to] = [this.find(a), this.find(b)];
    if (from !== to) this.parent.set(from, to);
  }
}
