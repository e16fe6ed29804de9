import {
  axisLetters,
  cellsMade,
  dataNode,
  gradientName,
  inferShapes,
  makeTrace,
  ops,
  producerOf,
  type AxisLetters,
  type Graph,
  type PlacedCell,
  type Position,
  type Shape,
  type Slot,
  type Step,
  type Trace,
} from '../src/core';
import type { GraphScene, WireArray, WireGraph } from '../src/protocol';
import { hasNumbers, numberAt, unwired, type PanelArray } from './arrays/panel-array';

export type { PanelArray } from './arrays/panel-array';

/** Everything that is drawn, but for where the user stands. */
export interface Model {
  readonly scene: GraphScene;
  readonly graph: Graph;
  readonly trace: Trace;
  readonly letters: AxisLetters;
  /** The slots, by key, whose shape is still to be foretold. */
  readonly hiddenShapes?: ReadonlySet<string>;
  /** The cell whose number is still to be foretold. */
  readonly asked?: PlacedCell;
  /** The array at a slot; undefined where not even its shape is known. */
  array(slot: Slot): PanelArray | undefined;
}

/** The model of a scene as it came from the host. */
export function modelOf(scene: GraphScene): Model {
  const graph = unwireGraph(scene.graph);
  const arrays = {
    value: unwireArrays(scene.values),
    gradient: unwireArrays(scene.gradients),
  };
  const inputs = graph.data.filter(({ id }) => !producerOf(graph, id));
  const shapes = new Map(
    inputs.flatMap(({ id }) => {
      const array = arrays.value.get(id);
      return array ? [[id, array.shape] as const] : [];
    }),
  );
  const inferred = inferShapes(graph, shapes);
  return {
    scene,
    graph,
    trace: makeTrace(graph, inferred),
    letters: axisLetters(graph, inferred.shapes),
    array: ({ lane, id }) => arrays[lane].get(id),
  };
}

function unwireGraph(graph: WireGraph): Graph {
  return {
    data: graph.data,
    output: graph.output,
    ops: graph.ops.map(({ id, op, inputs, output }) => {
      const known = ops.get(op);
      if (!known) throw new Error(`unknown operation ${op}`);
      return { id, op: known, inputs, output };
    }),
  };
}

function unwireArrays(arrays: Readonly<Record<string, WireArray>>): Map<string, PanelArray> {
  return new Map(Object.entries(arrays).map(([id, array]) => [id, unwired(array)]));
}

/** The step at a position. */
export function stepAt(model: Model, position: Position): Step {
  return model.trace.steps[position.step]!;
}

/** A slot's key in maps and in the page. */
export function slotKey({ lane, id }: Slot): string {
  return `${lane}:${id}`;
}

/** The name shown at a slot: `X`, `dX`, `d(XW)`. */
export function nameOf(model: Model, { lane, id }: Slot): string {
  const { name } = dataNode(model.graph, id);
  return lane === 'value' ? name : gradientName(name);
}

/** Like {@link nameOf}, but a gradient that only passed through goes by the name it came with. */
export function sourceNameOf(model: Model, slot: Slot): string {
  return nameOf(model, sourceOf(model, slot));
}

/** Where the numbers at a slot come from, if they only passed through on the way to it. */
export function sourceOf(model: Model, slot: Slot): Slot {
  const isHere = (other: Slot) => slotKey(other) === slotKey(slot);
  const maker = model.trace.steps.find(
    ({ kind, writes, copies }) => copies.some(isHere) || (kind === 'pass' && isHere(writes!)),
  );
  return (maker?.kind === 'pass' ? maker.reads[0] : maker?.writes) ?? slot;
}

/** What the code calls the array at a slot, where that is not the name shown here anyway. */
export function ownNameOf(model: Model, slot: Slot): string {
  const { origins } = model.scene;
  const isUpstream = slot.lane === 'gradient' && slot.id === model.graph.output;
  const origin = isUpstream ? origins['dY'] : slot.lane === 'value' ? origins[slot.id] : undefined;
  const own = origin?.name.split('.').at(-1) ?? '';
  return own.toLowerCase() === nameOf(model, slot).toLowerCase() ? '' : own;
}

/** The shape at a slot, where shapes could be worked out that far. */
export function shapeOf(model: Model, slot: Slot): Shape | undefined {
  if (model.hiddenShapes?.has(slotKey(slot))) return undefined;
  return model.trace.shapes.get(slot.id);
}

/** The letters of a slot's axes. */
export function lettersOf(model: Model, { id }: Slot): readonly string[] {
  return model.letters.get(id) ?? [];
}

/** What can be said of one cell at a position. */
export type CellContent =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ghost' | 'unknown' | 'awaited' };

/** The cell's number, or why there is none: not made yet, still to come from the host, or not known at all. */
export function contentOf(model: Model, position: Position, slot: Slot, cell: number): CellContent {
  if (cell >= cellsMade(model.trace, position, slot)) return { kind: 'ghost' };
  const array = model.array(slot);
  const value = numberAt(array, cell);
  if (value === 'awaited') return { kind: 'awaited' };
  if (value !== undefined) return { kind: 'number', value };
  // Beside the number that is to be foretold, what is kept back with it counts as not made.
  return {
    kind: hasNumbers(array) && model.asked && !isAsked(model, slot, cell) ? 'ghost' : 'unknown',
  };
}

/** Whether a cell's number is the one to be foretold. */
export function isAsked({ asked }: Model, slot: Slot, cell: number): boolean {
  return asked?.cell === cell && slotKey(asked.slot) === slotKey(slot);
}

/** The letter and length of each axis of the problem; two lengths where they clash. */
export function axisLengths(model: Model): Map<string, number[]> {
  const lengths = new Map<string, number[]>();
  for (const { id } of model.graph.data) {
    const letters = lettersOf(model, { lane: 'value', id });
    (model.trace.shapes.get(id) ?? []).forEach((length, axis) => {
      const letter = letters[axis]!;
      const seen = lengths.get(letter) ?? [];
      if (!seen.includes(length)) lengths.set(letter, [...seen, length]);
    });
  }
  return lengths;
}
