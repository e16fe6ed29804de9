import {
  inferShapes,
  makeTrace,
  type Level,
  type Position,
  type Slot,
  type Step,
  type Trace,
} from '../../../../src/core';
import { printedAs, shapedGraph, type ShapedGraph } from './graphs';

export const levels: readonly Level[] = ['operation', 'cell', 'term'];

/** The trace of a graph. */
export function traceOf({ graph, inputs }: Pick<ShapedGraph, 'graph' | 'inputs'>): Trace {
  return makeTrace(graph, inferShapes(graph, inputs));
}

/** Traces of random graphs. */
export const traces = shapedGraph.map((of) => printedAs(of.recipe, traceOf(of)));

/** Every position of a trace at a level, written down one by one. */
export function allPositions(trace: Trace, level: Level): Position[] {
  return trace.steps.flatMap(({ cells, terms }, step): Position[] => {
    const list: Position[] = [];
    for (let cell = 0; cell < cells && level !== 'operation'; cell++) {
      if (level === 'cell') list.push({ step, cell });
      for (let term = 0; term < terms && level === 'term'; term++) list.push({ step, cell, term });
    }
    return list.length > 0 ? list : [{ step }];
  });
}

/** How far a position is: steps, whole cells of the step at hand, and terms of the cell at hand. */
export function progress(trace: Trace, { step, cell, term }: Position): [number, number, number] {
  const { cells, terms } = trace.steps[step]!;
  if (cell === undefined) return [step, cells, 0];
  return term === undefined || term === terms - 1 ? [step, cell + 1, 0] : [step, cell, term + 1];
}

/** Whether all is done at `a` that is done at `b`. */
export function covers(trace: Trace, a: Position, b: Position): boolean {
  const [x, y] = [progress(trace, a), progress(trace, b)];
  const at = x.findIndex((part, i) => part !== y[i]);
  return at < 0 || x[at]! > y[at]!;
}

/** The slots that a step fills. */
export function madeBy({ writes, copies }: Step): Slot[] {
  return writes ? [writes, ...copies] : [...copies];
}

/** A slot as the key of a map. */
export function slotName({ lane, id }: Slot): string {
  return `${lane} ${id}`;
}
