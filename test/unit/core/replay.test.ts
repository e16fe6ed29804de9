import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  runBackward,
  termOf,
  type Slot,
  type Step,
  type Tensor,
  type Trace,
} from '../../../src/core';
import { numbersFor, shapedGraph, type ShapedGraph } from './support/graphs';
import { madeBy, slotName, traceOf, traces } from './support/line';
import { sameSum } from './support/numbers';

/** Does what each step says, cell by cell and term by term, from the inputs and dY alone. */
function replay(trace: Trace, given: ReadonlyMap<string, Tensor>, upstream: Tensor) {
  const slots = new Map<string, Float64Array>();
  given.forEach(({ data }, id) => slots.set(slotName({ lane: 'value', id }), data));
  for (const step of trace.steps) {
    if (!step.writes) continue;
    const data =
      step.kind === 'upstream'
        ? upstream.data
        : step.kind === 'pass'
          ? slots.get(slotName(step.reads[0]!))!
          : Float64Array.from({ length: step.cells }, (_, cell) => sumOf(trace, step, cell, slots));
    for (const slot of madeBy(step)) {
      expect(slots.has(slotName(slot)), `${slotName(slot)} is made twice`).toBe(false);
      slots.set(slotName(slot), data);
    }
  }
  return slots;
}

function sumOf(
  trace: Trace,
  step: Step,
  cell: number,
  slots: ReadonlyMap<string, Float64Array>,
): number {
  const product = (i: number) =>
    termOf(trace, step, cell, i)
      .map((factor) => entry(slots, factor.slot, factor.cell))
      .reduce((so, factor) => so * factor);
  const products = Array.from({ length: step.terms }, (_, i) => product(i));
  return products.length === 0 ? 0 : products.reduce((sum, term) => sum + term);
}

/** A number that has been made: a step that reads one that has not is out of order. */
function entry(slots: ReadonlyMap<string, Float64Array>, slot: Slot, cell: number): number {
  const value = slots.get(slotName(slot))?.[cell];
  if (value === undefined) throw new Error(`${slotName(slot)} ${cell} is read before it is made`);
  return value;
}

function expectSame(slots: ReadonlyMap<string, Float64Array>, slot: Slot, of: Tensor): void {
  const data = slots.get(slotName(slot));
  if (!data) return expect.fail(`${slotName(slot)} is never made`);
  expect(data.length).toBe(of.data.length);
  const at = of.data.findIndex((entry, cell) => !sameSum(entry, data[cell]!));
  if (at >= 0) expect.fail(`${slotName(slot)} ${at}: ${data[at]} not ${of.data[at]}`);
}

describe('a trace, followed term by term', () => {
  const check = (shaped: ShapedGraph) => {
    const { given, values, upstream } = numbersFor(shaped);
    const slots = replay(traceOf(shaped), given, upstream);
    const gradients = runBackward(shaped.graph, values, upstream);
    values.forEach((of, id) => expectSame(slots, { lane: 'value', id }, of));
    gradients.forEach((of, id) => expectSame(slots, { lane: 'gradient', id }, of));
    return { slots, made: values.size + gradients.size };
  };

  it('makes every value and every gradient that the passes make, to the last bit', () => {
    fc.assert(
      fc.property(shapedGraph, (shaped) => void check(shaped)),
      { numRuns: 500 },
    );
  });

  it('makes nothing else', () => {
    fc.assert(
      fc.property(shapedGraph, (shaped) => {
        const { slots, made } = check(shaped);
        expect(slots.size).toBe(made);
      }),
    );
  });

  it('reads in each step no more than the step says', () => {
    fc.assert(
      fc.property(traces, (trace) => {
        for (const step of trace.steps.filter(({ node, kind }) => node ?? kind === 'gather')) {
          if (step.cells === 0 || step.terms === 0) continue;
          const read = Array.from({ length: step.terms }, (_, i) => termOf(trace, step, 0, i))
            .flat()
            .map(({ slot }) => slotName(slot));
          expect(new Set(step.reads.map(slotName))).toEqual(new Set(read));
        }
      }),
    );
  });
});
