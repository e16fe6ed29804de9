import { describe, expect, it } from 'vitest';
import {
  GraphBuilder,
  add,
  affineGraph,
  dataNode,
  dot,
  gradientName,
  inputsOf,
  opNames,
  producerOf,
  runBackward,
  runForward,
} from '../../../src/core';
import { drawn, expectSameTensor } from './support/numbers';

describe('building a graph', () => {
  it('gives every value and every operation an id of its own', () => {
    const builder = new GraphBuilder();
    const ids = ['X', 'X', 'X#2', 'X'].map((name) => builder.input(name));
    const sum = ids.reduce((at, id) => builder.apply(add, [at, id], 'X'));
    const graph = builder.build(sum);
    const all = [...graph.data, ...graph.ops].map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    expect(ids.slice(0, 2)).toEqual(['X', 'X#2']);
    expect(graph.data.filter(({ name }) => name === 'X').length).toBe(6);
    expect(graph.ops.map(({ id }) => id)).toEqual(['add', 'add#2', 'add#3']);
  });

  it('leaves out what does not lead to the output', () => {
    const builder = new GraphBuilder();
    const [X, W, V] = ['X', 'W', 'V'].map((name) => builder.input(name));
    const Y = builder.apply(dot, [X!, W!], 'Y');
    builder.apply(dot, [Y, V!], 'Z');
    const graph = builder.build(Y);
    expect(graph.data.map(({ id }) => id)).toEqual(['X', 'W', 'Y']);
    expect(graph.ops.map(({ id }) => id)).toEqual(['dot']);
  });

  it('is over once it is built: what is added later is not in it', () => {
    const builder = new GraphBuilder();
    const X = builder.input('X');
    const graph = builder.build(X);
    builder.apply(add, [X, X], 'Y');
    expect(graph.ops).toEqual([]);
  });
});

describe('the graph of an Affine layer', () => {
  it('has the values X, W, XW, b and Y', () => {
    const graph = affineGraph();
    expect(graph.data.map(({ name }) => name)).toEqual(['X', 'W', 'XW', 'b', 'Y']);
    expect(inputsOf(graph).map(({ name }) => name)).toEqual(['X', 'W', 'b']);
    expect(producerOf(graph, 'XW')!.op).toBe(dot);
    expect(producerOf(graph, graph.output)!.op).toBe(add);
    expect(producerOf(graph, 'X')).toBeUndefined();
  });

  it('has the values X, W and Y where there is no bias', () => {
    const graph = affineGraph({ bias: false });
    expect(graph.data.map(({ name }) => name)).toEqual(['X', 'W', 'Y']);
  });

  it('says so if it is asked for a value that it does not have', () => {
    expect(() => dataNode(affineGraph(), 'Z')).toThrow('no value Z in this graph');
  });

  it('names what the bias is added to make, where one is added', () => {
    const [product, sum] = affineGraph().ops;
    expect(opNames(affineGraph(), product!)).toEqual({
      inputs: ['X', 'W'],
      output: 'XW',
      biased: 'Y',
    });
    const builder = new GraphBuilder();
    const [X, W, V] = ['X', 'W', 'V'].map((name) => builder.input(name));
    const XW = builder.apply(dot, [X!, W!], 'XW');
    const graph = builder.build(builder.apply(dot, [XW, V!], 'Y'));
    expect(opNames(graph, graph.ops[0]!)).toEqual({ inputs: ['X', 'W'], output: 'XW' });
    expect(opNames(affineGraph(), sum!)).toEqual({ inputs: ['XW', 'b'], output: 'Y' });
  });
});

describe('running a graph', () => {
  it('makes what can be made of the inputs that are known', () => {
    const given = new Map([
      ['X', drawn([2, 3], 1)],
      ['W', drawn([3, 4], 2)],
    ]);
    const values = runForward(affineGraph(), given);
    expect([...values.keys()]).toEqual(['X', 'W', 'XW']);
    expect(() => runBackward(affineGraph(), values, drawn([2, 4], 3))).toThrow(
      'the value of Y is not known',
    );
  });

  it('of no operation gives the input back, and its gradient', () => {
    const builder = new GraphBuilder();
    const graph = builder.build(builder.input('X'));
    const values = new Map([['X', drawn([2], 1)]]);
    const dX = runBackward(graph, runForward(graph, values), drawn([2], 2)).get('X')!;
    expectSameTensor(dX, drawn([2], 2));
  });
});

describe('the name of a gradient', () => {
  it.each([
    ['X', 'dX'],
    ['b', 'db'],
    ['XW', 'd(XW)'],
    ['θ', 'dθ'],
    ['𝑥', 'd𝑥'],
  ])('of %s is %s', (name, gradient) => {
    expect(gradientName(name)).toBe(gradient);
  });
});
