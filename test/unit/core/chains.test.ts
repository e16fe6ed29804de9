import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  GraphBuilder,
  add,
  dot,
  inputsOf,
  numericalGradient,
  partOf,
  runBackward,
  runForward,
  usesOf,
  type Tensor,
} from '../../../src/core';
import { numbersFor, shapedGraph, type ShapedGraph } from './support/graphs';
import { UNIT, drawn, expectSameTensor, expectWithin, mapped } from './support/numbers';

const STEP = 1e-4;

function loss(Y: Tensor, dY: Tensor): number {
  return Y.data.reduce((sum, entry, i) => sum + entry * dY.data[i]!, 0);
}

/**
 * Along such a graph L is a polynomial in each entry. With the sizes of all numbers for the numbers,
 * each made larger by 1, the graph gives a bound on every derivative: by Taylor's theorem the
 * gradient there is at least half the third derivative here, so the difference of the parabola is off by less
 * than h² times it. The loss there, times the roundings on a path, bounds what rounding adds.
 */
function bounds(shaped: ShapedGraph, given: ReadonlyMap<string, Tensor>, dY: Tensor) {
  const larger = new Map(
    [...given].map(([id, of]) => [id, mapped(of, (entry) => Math.abs(entry) + 1)]),
  );
  const sizes = mapped(dY, Math.abs);
  const values = runForward(shaped.graph, larger);
  const gradients = runBackward(shaped.graph, values, sizes);
  const rounding = (200 * UNIT * loss(values.get(shaped.graph.output)!, sizes)) / STEP;
  return (id: string) => (cell: number) => STEP * STEP * gradients.get(id)!.data[cell]! + rounding;
}

describe('a chain of operations of any length', () => {
  it('has gradients that agree with central differences, also where values fan out', () => {
    fc.assert(
      fc.property(shapedGraph, (shaped) => {
        const { given, values, upstream } = numbersFor(shaped);
        const gradients = runBackward(shaped.graph, values, upstream);
        const tolerance = bounds(shaped, given, upstream);
        const again = () => {
          const made = runForward(shaped.graph, given);
          return loss(made.get(shaped.graph.output)!, upstream);
        };
        for (const { id } of inputsOf(shaped.graph)) {
          const numerical = numericalGradient(again, given.get(id)!, STEP);
          expectWithin(gradients.get(id)!, numerical, tolerance(id), id);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has a gradient for every value, in the value’s shape', () => {
    fc.assert(
      fc.property(shapedGraph, (shaped) => {
        const { values, upstream } = numbersFor(shaped);
        const gradients = runBackward(shaped.graph, values, upstream);
        for (const { id } of shaped.graph.data) {
          expect(gradients.get(id)!.shape).toEqual(values.get(id)!.shape);
        }
      }),
    );
  });
});

describe('a value that is used twice', () => {
  const builder = new GraphBuilder();
  const [X, W] = [builder.input('X'), builder.input('W')];
  const XW = builder.apply(dot, [X, W], 'XW');
  const graph = builder.build(builder.apply(add, [XW, X], 'Y'));
  const given = new Map([
    ['X', drawn([2, 3], 1)],
    ['W', drawn([3, 3], 2)],
  ]);
  const dY = drawn([2, 3], 3);
  const gradients = runBackward(graph, runForward(graph, given), dY);

  it('is counted twice', () => {
    expect([X, W, XW, 'Y'].map((id) => usesOf(graph, id))).toEqual([2, 1, 1, 0]);
  });

  it('keeps the contribution of each use, and their sum in the order in which they came', () => {
    const [product, sum] = graph.ops;
    const parts = [partOf(sum!, 1), partOf(product!, 0)].map((key) => gradients.get(key)!);
    expectSameTensor(parts[0]!, dY);
    expectSameTensor(parts[1]!, dot.backward(0, [given.get('X')!, given.get('W')!], dY));
    const data = parts[0]!.data.map((entry, i) => entry + parts[1]!.data[i]!);
    expectSameTensor(gradients.get('X')!, { ...dY, data });
  });

  it('keeps no contributions of values that are used once', () => {
    expect([...gradients.keys()].sort()).toEqual(['W', 'X', 'X@add.1', 'X@dot.0', 'XW', 'Y']);
  });
});
