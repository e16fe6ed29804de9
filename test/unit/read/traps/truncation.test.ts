import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../src/read';
import { ofKind, program } from './traps-in';

const found = (source: string) => ofKind('truncation', source);

/** The book's numerical gradient (4.4). */
const numericalGradient = [
  'def function_2(x):',
  '    return x[0]**2 + x[1]**2',
  'def numerical_gradient(f, x):',
  '    h = 1e-4',
  '    grad = np.zeros_like(x)',
  '    for idx in range(x.size):',
  '        tmp_val = x[idx]',
  '        x[idx] = tmp_val + h',
  '        fxh1 = f(x)',
  '        x[idx] = tmp_val - h',
  '        fxh2 = f(x)',
  '        grad[idx] = (fxh1 - fxh2) / (2*h)',
  '        x[idx] = tmp_val',
  '    return grad',
];

describe('a fraction that is lost', () => {
  it('in the book’s numerical gradient of whole numbers', () => {
    const [trap, ...others] = found(
      program(...numericalGradient, 'numerical_gradient(function_2, np.array([3, 4]))'),
    );
    expect(others).toEqual([]);
    expect(trap).toEqual({
      kind: 'truncation',
      at: 'x[idx] = tmp_val + h',
      says: '3.0001 is stored as 3: x holds whole numbers (int64), and the fraction is lost',
      mended: 'numerical_gradient(function_2, np.array([3, 4], dtype=float))',
    });
  });

  it('in zeros_like of whole numbers', () => {
    const [trap] = found(
      program('x = np.array([[1, 2]])', 'grad = np.zeros_like(x)', 'grad[0, 0] = 3.7'),
    );
    expect(trap).toMatchObject({
      at: 'grad[0, 0] = 3.7',
      mended: 'grad = np.zeros_like(x, dtype=float)',
    });
  });

  it('in a row that an array of floats is written into', () => {
    const [trap] = found(
      program(
        'out = np.full((2, 2), 0)',
        'for i in range(2):',
        '    out[i, :] = np.array([0.25, 0.5])',
      ),
    );
    expect(trap).toMatchObject({
      at: 'out[i, :] = np.array([0.25, 0.5])',
      mended: 'out = np.full((2, 2), 0, dtype=float)',
    });
  });

  it('in an item that is updated', () => {
    const [trap] = found(program('w = np.arange(3)', 'w[0] += 0.5'));
    expect(trap?.mended).toBe('w = np.arange(3, dtype=float)');
  });

  it('in random whole numbers', () => {
    const [trap] = found(program('x = np.random.randint(10, size=6)', 'x[0] = 3.14159'));
    expect(trap).toMatchObject({ at: 'x[0] = 3.14159', mended: undefined });
  });

  it.each([
    ['floats', [...numericalGradient, 'numerical_gradient(function_2, np.array([3.0, 4.0]))']],
    ['zeros', ['grad = np.zeros(2)', 'grad[0] = 0.5']],
    ['whole numbers that are floats', ['x = np.array([1, 2])', 'x[0] = 3.0']],
    ['a type that was chosen', ['x = np.zeros(2, dtype=int)', 'x[0] = 2.7']],
    ['labels', ['t = np.array([0, 1])', 't[0] = np.argmax(np.array([0.1, 0.9]))']],
    ['a flag', ['m = np.array([True, False])', 'm[0] = 0.5']],
  ])('is not found in %s', (_, lines) => {
    expect(found(program(...lines))).toEqual([]);
  });
});

describe('an update in place that NumPy refuses', () => {
  it.each([
    ['x = np.array([3, 4])', 'x -= 0.1 * np.array([1.0, 2.0])'],
    ['x = np.array([3, 4])', 'x[0:2] += 0.5'],
    ['x = np.array([3, 4])', 'np.add(x, 0.5, out=x)'],
    ['x = np.array([3, 4])', 'x /= 2'],
    ['x = np.array([True])', 'x += 1'],
  ])('%s, %s', (...lines) => {
    const [error] = evaluate(program(...lines)).errors;
    expect(error?.message).toMatch(/^a result of type \w+ cannot be written into an array of type/);
  });

  it('is none where the type holds the result', () => {
    const source = program(
      'x = np.array([3, 4])',
      'x += 1',
      'np.add(x, 1, out=x)',
      'y = x * 1.0',
      'y -= 0.5',
    );
    expect(evaluate(source).errors).toEqual([]);
  });
});
