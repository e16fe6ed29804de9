import { describe, expect, it } from 'vitest';
import type { Experiment, RandomInputs } from '../../../src/core';
import { drawInputs, withTarget } from '../../../src/read/numpy/drawn-inputs';
import golden from '../../oracle/panel/random_inputs.json';

const loss = (kind: 'half-squared' | 'softmax', random?: RandomInputs): Experiment => ({
  cells: [],
  upstream: { kind, target: [], isMean: false },
  ...(random ? { random } : {}),
});
const targetOf = ({ upstream }: Experiment) =>
  upstream && upstream.kind !== 'ones' ? upstream.target : undefined;

describe('random inputs', () => {
  it('are NumPy’s, bit by bit, in its order: X, W, b, dY, and the target after them', () => {
    for (const { random, hasBias, arrays, classes } of golden.cases) {
      const own = random as RandomInputs;
      const drawn = drawInputs(own, hasBias);
      const { X, W, b, dY } = drawn.inputs;
      expect(Array.from(X.data!)).toEqual(arrays.X);
      expect(Array.from(W.data!)).toEqual(arrays.W);
      expect(b && Array.from(b.data!)).toEqual(arrays.b);
      expect(Array.from(dY!.data!)).toEqual(arrays.dY);
      const shape = [own.N, own.H];
      expect(targetOf(withTarget(loss('half-squared', own), shape, drawn))).toEqual(arrays.T);
      expect(targetOf(withTarget(loss('softmax', own), shape, drawn))).toEqual(classes);
    }
  });

  it('are of the types that NumPy gives them', () => {
    const types = (['standard_normal', 'uniform', 'integers'] as const).map((distribution) => {
      const { inputs } = drawInputs({ N: 1, D: 1, H: 1, distribution, seed: 0 }, true);
      return [inputs.X, inputs.W, inputs.b!, inputs.dY!].map(({ dtype }) => dtype);
    });
    expect(types).toEqual([
      Array(4).fill('float64'),
      Array(4).fill('float64'),
      Array(4).fill('int64'),
    ]);
  });

  it('leave a target that fits as it is, and give the code’s own numbers one of their own', () => {
    const own: Experiment = {
      cells: [],
      upstream: { kind: 'softmax', target: [2, 0], isMean: true },
    };
    expect(withTarget(own, [2, 3], undefined)).toBe(own);
    expect(targetOf(withTarget(own, [5, 3], undefined))).toEqual(golden.classes);
    expect(targetOf(withTarget(loss('half-squared'), [2, 3], undefined))).toEqual(golden.T);
    expect(targetOf(withTarget({ ...own }, [2, 2], undefined))).not.toContain(2);
  });
});
