import { describe, expect, it } from 'vitest';
import {
  GraphBuilder,
  add,
  affineGraph,
  axisLetters,
  dot,
  inferShapes,
  type Graph,
  type Shape,
} from '../../../src/core';

function letters(graph: Graph, inputs: Record<string, Shape>): Record<string, string> {
  const { shapes } = inferShapes(graph, new Map(Object.entries(inputs)));
  const named = axisLetters(graph, shapes);
  return Object.fromEntries([...named].map(([id, axes]) => [id, axes.join('')]));
}

describe('the letters of the axes', () => {
  it('are N, D and H in an Affine layer', () => {
    expect(letters(affineGraph(), { X: [2, 3], W: [3, 4], b: [4] })).toEqual({
      X: 'ND',
      W: 'DH',
      XW: 'NH',
      b: 'H',
      Y: 'NH',
    });
  });

  it('go by place, not by length', () => {
    expect(letters(affineGraph(), { X: [2, 2], W: [2, 2], b: [2] })).toMatchObject({
      X: 'ND',
      W: 'DH',
      Y: 'NH',
    });
  });

  it('start at D for an x of one axis, which is a batch of one', () => {
    expect(letters(affineGraph(), { X: [3], W: [3, 4], b: [4] })).toEqual({
      X: 'D',
      W: 'DH',
      XW: 'H',
      b: 'H',
      Y: 'H',
    });
  });

  it('go on with I behind a second layer', () => {
    const builder = new GraphBuilder();
    const [X, W1, b1, W2, b2] = ['X', 'W1', 'b1', 'W2', 'b2'].map((name) => builder.input(name));
    const hidden = builder.apply(add, [builder.apply(dot, [X!, W1!], 'XW'), b1!], 'A');
    const out = builder.apply(add, [builder.apply(dot, [hidden, W2!], 'AW'), b2!], 'Y');
    const inputs = { X: [9, 2], W1: [2, 3], b1: [3], W2: [3, 4], b2: [4] };
    expect(letters(builder.build(out), inputs)).toEqual({
      X: 'ND',
      W1: 'DH',
      b1: 'H',
      W2: 'HI',
      b2: 'I',
      XW: 'NH',
      A: 'NH',
      AW: 'NI',
      Y: 'NI',
    });
  });

  it('are one for both axes of a clash, and known for what lies behind it', () => {
    expect(letters(affineGraph(), { X: [2, 3], W: [2, 4], b: [4] })).toMatchObject({
      X: 'ND',
      W: 'DH',
      b: 'H',
    });
    expect(letters(affineGraph(), { X: [2, 3], W: [3, 4], b: [5] })).toMatchObject({ b: 'H' });
  });

  it('do not join an axis of length 1 to the one that it is stretched along', () => {
    expect(letters(affineGraph(), { X: [2, 3], W: [3, 4], b: [1, 4] }).b).toBe('IH');
    expect(letters(affineGraph(), { X: [0, 3], W: [3, 4], b: [1, 4] }).b).toBe('IH');
    expect(letters(affineGraph(), { X: [1, 3], W: [3, 4], b: [1, 4] }).b).toBe('NH');
  });

  it('stay the same behind a bias that is a single number', () => {
    expect(letters(affineGraph(), { X: [2, 3], W: [3, 4], b: [] })).toMatchObject({
      b: '',
      Y: 'NH',
    });
  });

  it('are none where shapes are not known', () => {
    expect(letters(affineGraph(), { X: [2, 3] })).toEqual({
      X: 'ND',
      W: '',
      XW: '',
      b: '',
      Y: '',
    });
  });

  it('do not run out', () => {
    const builder = new GraphBuilder();
    const inputs: Record<string, Shape> = { x: [1, 1] };
    let at = builder.input('x');
    for (let i = 0; i < 14; i++) {
      inputs[`W${i}`] = [1, 1];
      at = builder.apply(dot, [at, builder.input(`W${i}`)], `Y${i}`);
    }
    const all = Object.values(letters(builder.build(at), inputs));
    expect(new Set(all.slice(0, 1).concat(all.filter((_, i) => i % 2))).size).toBe(15);
    expect(all.at(-1)).toMatch(/^NA\d+$/);
  });
});
