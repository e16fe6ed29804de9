import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/read';

describe('the state of a value', () => {
  it('is sampled for what is drawn unseeded, and the same at every look', () => {
    const source = 'import numpy as np\nX = np.random.rand(2, 3)\nY = X @ np.ones((3, 2)) + 1';
    const [first, second] = [evaluate(source), evaluate(source)];
    expect(first.globals.get('X')?.state).toBe('sampled');
    expect(first.globals.get('Y')?.state).toBe('sampled');
    expect(first.globals.get('X')?.data).toEqual(second.globals.get('X')?.data);
  });

  it('is known again after a seed', () => {
    const reading = evaluate(
      'import numpy as np\na = np.random.rand(2)\nnp.random.seed(0)\nb = np.random.rand(2)',
    );
    expect(reading.globals.get('a')?.state).toBe('sampled');
    expect(reading.globals.get('b')?.state).toBe('known');
    expect(reading.globals.get('b')?.data?.[0]).toBe(0.5488135039273248);
  });

  it('makes a condition on sampled numbers unknown, whichever way it would go', () => {
    const reading = evaluate(
      'import numpy as np\nx = np.random.rand()\ny = np.ones(2)\nif x > 0.5:\n    y = np.zeros(2)',
    );
    expect(reading.globals.has('y')).toBe(false);
  });

  it('is a snapshot: a later change in place does not reach back', () => {
    const source = 'import numpy as np\nX = np.zeros(2)\nY = X + 1\nX[0] = 5\nX += 1';
    const reading = evaluate(source);
    expect(Array.from(reading.bindings.find(({ name }) => name === 'X')!.value.data!)).toEqual([
      0, 0,
    ]);
    expect(Array.from(reading.globals.get('X')!.data!)).toEqual([6, 1]);
    expect(Array.from(reading.valueAt(source.indexOf('X + 1'))!.data!)).toEqual([0, 0]);
  });
});

describe('the value at a place', () => {
  const source = [
    'import numpy as np',
    'class Affine:',
    '    def __init__(self, W): self.W = W',
    '    def forward(self, x):',
    '        return np.dot(x, self.W) + 1',
    'X = [[1, 2], [3, 4]]',
    'Y = Affine(np.eye(2)).forward(np.array(X).T)',
  ].join('\n');
  const reading = evaluate(source);
  const at = (text: string, shift = 0) => reading.valueAt(source.indexOf(text) + shift);

  it('is that of the innermost array expression', () => {
    expect(at('np.dot(x, self.W)', 3)).toMatchObject({ shape: [2, 2], tape: { op: 'dot' } });
    expect(at('x, self.W')).toMatchObject({ name: 'x', shape: [2, 2] });
    expect(at('self.W) +', 5)).toMatchObject({ name: 'self.W', shape: [2, 2] });
    expect(at('+ 1', 1)).toMatchObject({ tape: { op: 'add' } });
  });

  it('knows parameters from the call that reached them', () => {
    expect(at('x):')).toMatchObject({ name: 'x', data: Float64Array.of(1, 3, 2, 4) });
  });

  it('is nothing where there is no array', () => {
    expect(at('import')).toBeUndefined();
  });
});
