import { describe, expect, it } from 'vitest';
import {
  GraphBuilder,
  add,
  affineGraph,
  dot,
  runBackward,
  runForward,
  type Graph,
} from '../../../src/core';
import { golden, unpack, type GoldenArray } from './support/golden';
import { UNIT, expectWithin, mapped } from './support/numbers';

interface Case {
  readonly inputs: Readonly<Record<string, GoldenArray>>;
  readonly dY: GoldenArray;
  readonly Y: GoldenArray;
  readonly gradients: Readonly<Record<string, GoldenArray>>;
}

const file = golden<Record<'affine' | 'twoLayers' | 'sharedWeights', Case[]>>('torch.json');

/** More roundings than there are on any path through these graphs, each relative to sums of sizes. */
const ROUNDINGS = 250;

describe('gradients agree with PyTorch’s autograd', () => {
  it.each(numbered(file.affine))('on an Affine layer, case $i', ({ of }) => {
    expectGradients(affineGraph(), of);
  });

  it.each(numbered(file.twoLayers))('on two layers, case $i', ({ of }) => {
    expectGradients(twoLayers(), of);
  });

  it.each(numbered(file.sharedWeights))('on one layer used twice, case $i', ({ of }) => {
    expectGradients(sharedWeights(), of);
  });

  it('on more than 200 cases', () => {
    const { affine, twoLayers, sharedWeights } = file;
    expect(affine.length + twoLayers.length + sharedWeights.length).toBeGreaterThan(200);
  });
});

function numbered(cases: readonly Case[]): { i: number; of: Case }[] {
  return cases.map((of, i) => ({ i, of }));
}

function twoLayers(): Graph {
  const builder = new GraphBuilder();
  const [X, W1, b1, W2, b2] = ['X', 'W1', 'b1', 'W2', 'b2'].map((name) => builder.input(name));
  const hidden = builder.apply(add, [builder.apply(dot, [X!, W1!], 'XW'), b1!], 'A');
  return builder.build(builder.apply(add, [builder.apply(dot, [hidden, W2!], 'AW'), b2!], 'Y'));
}

function sharedWeights(): Graph {
  const builder = new GraphBuilder();
  const [X, W, b] = ['X', 'W', 'b'].map((name) => builder.input(name));
  const hidden = builder.apply(add, [builder.apply(dot, [X!, W!], 'XW'), b!], 'A');
  return builder.build(builder.apply(add, [builder.apply(dot, [hidden, W!], 'AW'), b!], 'Y'));
}

/** The graph run on absolute values gives, cell by cell, the sum of the sizes of all that was added. */
function expectGradients(graph: Graph, of: Case): void {
  const inputs = new Map(Object.entries(of.inputs).map(([id, array]) => [id, unpack(array)]));
  const sizes = new Map([...inputs].map(([id, array]) => [id, mapped(array, Math.abs)]));
  const dY = unpack(of.dY);
  const values = runForward(graph, inputs);
  const gradients = runBackward(graph, values, dY);
  const valueSizes = runForward(graph, sizes);
  const gradientSizes = runBackward(graph, valueSizes, mapped(dY, Math.abs));
  const size = valueSizes.get(graph.output)!;
  expectWithin(values.get(graph.output)!, unpack(of.Y), (i) => ROUNDINGS * UNIT * size.data[i]!);
  expect(Object.keys(of.gradients).sort()).toEqual([...inputs.keys()].sort());
  for (const [id, wanted] of Object.entries(of.gradients)) {
    const tolerance = (cell: number) => ROUNDINGS * UNIT * gradientSizes.get(id)!.data[cell]!;
    expectWithin(gradients.get(id)!, unpack(wanted), tolerance, id);
  }
}
