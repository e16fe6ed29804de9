import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compute, plain, sizeOf, type AffineInputs } from '../../../src/core';
import { numpyScript, scriptObstacle } from '../../../src/panel/export/numpy-script';
import { evaluate } from '../../../src/read';
import { anyInputs, given, small, smallWith } from './export-support';

const script = (inputs: AffineInputs) => numpyScript(compute(inputs), { source: 'layer.py' });

const { X, W, b } = small as Required<AffineInputs>;
const counting = (shape: readonly number[], scale = 1) =>
  given(
    shape,
    Array.from({ length: sizeOf(shape) }, (_, i) => (((i * 7) % 11) - 5) * scale),
  );

/** The scripts that NumPy itself has run: test/oracle/panel/run_scripts.py runs them again. */
const goldens: Record<string, AffineInputs> = {
  small,
  ones: { X, W, b },
  no_bias: { X, W },
  one_sample: { X: given([3], [1, -2, 0.1]), W, b },
  single_precision: {
    X: given(
      [2, 3],
      [1, 2, -1, 0, -2, 3].map((entry) => Math.fround(entry / 3)),
      'float32',
    ),
    W: given([3, 2], [1, -1, 2, 0.5, 0, 3], 'float32'),
    b: given([2], [0.5, -1], 'float32'),
  },
  whole_numbers: { X: given([2, 3], [1, 2, -1, 0, -2, 3], 'int64'), W: counting([3, 2]), b },
  special: { X: given([2, 3], [NaN, -0, 1, Infinity, 2, 3]), W, b },
  stacked: { X: counting([2, 2, 3]), W, b },
  column_bias: { X, W, b: given([2, 1], [0.5, -1]) },
  half_squared: smallWith({ kind: 'half-squared', target: [1, 0, 0, 0.1], isMean: true }),
  softmax: smallWith({ kind: 'softmax', target: [1, 0], isMean: true }),
  large: { X: counting([20, 50], 0.1), W: counting([50, 10], 0.3), b: counting([10]) },
};

const python = (...args: string[]) => spawnSync('python3', args, { encoding: 'utf8' });
const hasNumPy = python('-c', 'import numpy').status === 0;

describe('the NumPy script', () => {
  it.each(Object.keys(goldens))('is the one that NumPy has run: %s', async (name) => {
    await expect(script(goldens[name]!)).toMatchFileSnapshot(
      `../../oracle/panel/scripts/${name}.py`,
    );
  });

  // Where there is no NumPy, the goldens stand for it: they are the scripts that it has run.
  it.runIf(hasNumPy)(
    'is run by NumPy without a difference, each of them',
    () => {
      const { status, stdout, stderr } = python('test/oracle/panel/run_scripts.py');
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout.trim().split('\n')).toHaveLength(Object.keys(goldens).length);
    },
    60_000,
  );

  it('computes what the panel shows, bit for bit, as this reader runs it', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const computation = compute(inputs);
        const { globals, errors, output } = evaluate(numpyScript(computation, { source: 'a.py' }));
        expect(errors.map(({ message }) => message)).toEqual([]);
        const shown = { X: 'value', W: 'value', b: 'value', Y: 'value', dY: 'gradient' } as const;
        for (const [name, lane] of Object.entries(shown)) {
          const id = name.replace('d', '');
          const array = (lane === 'value' ? computation.values : computation.gradients).get(id);
          if (array) expect([name, globals.get(name)?.data]).toEqual([name, array.data]);
        }
        expect(globals.get('dX')?.data).toEqual(computation.gradients.get('X')!.data);
        const { values, gradients } = computation;
        const made = [
          values.get('XW'),
          values.get('Y'),
          ...['X', 'W', 'b'].map((id) => gradients.get(id)),
        ];
        const count = made.reduce((sum, array) => sum + (array ? sizeOf(array.shape) : 0), 0);
        expect(output).toBe(`all ${count} numbers agree\n`);
      }),
      { numRuns: 40 },
    );
  });

  it('compares each result with the number shown', () => {
    const text = script(small);
    for (const call of [
      '"XW", np.dot(X, W)',
      '"Y", Y',
      '"dX", dX',
      '"dW", layer.dW',
      '"db", layer.db',
    ]) {
      expect(text).toContain(`count += agree(${call}, np.array([`);
    }
  });

  it('allows whole numbers no difference at all', () => {
    const whole = given([1, 1], [3], 'int64');
    const text = script({ X: whole, W: whole, dY: whole });
    expect(text).toContain('agree("dX", dX, np.array([[9]]), rtol=0, atol=0)');
  });

  it('is not written where numbers are missing, or shapes clash', () => {
    const why = (inputs: AffineInputs) => {
      const obstacle = scriptObstacle(compute(inputs));
      return obstacle && plain(obstacle);
    };
    const { shape, dtype } = X;
    expect(why(small)).toBeUndefined();
    expect(why({ ...small, X: { shape: shape!, dtype, state: 'shape-only' } })).toBe(
      'Not all numbers are known, so there are none to write.',
    );
    expect(why({ ...small, W: given([2, 2], [1, 2, 3, 4]) })).toBe(
      'The shapes do not fit, so there is nothing to run.',
    );
  });
});
