import { describe, expect, it } from 'vitest';
import { ofKind, program } from './traps-in';

describe('the first number that is not finite', () => {
  const found = (source: string) => ofKind('not-finite', source);

  it('in a softmax of large scores, at its exponentials', () => {
    const source = program(
      'def softmax(a):',
      '    exp_a = np.exp(a)',
      '    return exp_a / np.sum(exp_a)',
      'y = softmax(np.array([1010, 1000, 990]))',
    );
    expect(found(source)).toEqual([
      {
        kind: 'not-finite',
        at: 'np.exp(a)',
        says: 'the first ∞ appears here, of finite numbers',
        mended: 'exp_a = np.exp(a - np.max(a, axis=-1, keepdims=True))',
      },
    ]);
  });

  it('in a cross entropy of a zero', () => {
    const [trap] = found(program('y = np.array([0.0, 1.0])', 'loss = -np.sum(np.log(y))'));
    expect(trap).toMatchObject({ at: 'np.log(y)', mended: 'loss = -np.sum(np.log(y + 1e-7))' });
  });

  it('in a division, and only the first', () => {
    const source = program('a = np.array([1.0, 0.0])', 'b = 1 / a', 'c = b - b', 'd = np.log(a)');
    expect(found(source)).toMatchObject([{ at: '1 / a', mended: undefined }]);
  });

  it.each([
    [
      'a softmax with its maximum',
      ['a = np.array([1010.0, 1000.0])', 'e = np.exp(a - np.max(a))', 'y = e / np.sum(e)'],
    ],
    ['a sigmoid', ['x = np.array([-1000.0, 3.0])', 'y = 1 / (1 + np.exp(-x))']],
    ['np.where', ['x = np.array([0.0, 1.0])', 'y = np.where(x > 0, np.log(x), 0)']],
    [
      'np.errstate',
      ['x = np.array([0.0, 1.0])', "with np.errstate(divide='ignore'):", '    y = 1 / x'],
    ],
    ['an ∞ that is written', ['best = np.array([np.inf, 1.0])', 'y = best - 1']],
  ])('is not told of in %s', (_, lines) => {
    expect(found(program(...lines))).toEqual([]);
  });
});

describe('a transpose that turns nothing', () => {
  const found = (source: string) => ofKind('flat-transpose', source);

  it.each([
    ['a vector', 'v = np.array([1, 2, 3])\nw = v.T', 'v.T'],
    ['a product', 'x = np.ones((2, 3))\nv = np.ones(3)\ny = np.dot(v.T, x.T)', 'v.T'],
    ['an attribute', 'class A:\n    pass\na = A()\na.b = np.zeros(2)\nc = a.b.T', 'a.b.T'],
  ])('of %s', (_, lines, at) => {
    expect(found(program(lines)).map((trap) => trap.at)).toEqual([at]);
  });

  it.each([
    ['a matrix', 'm = np.ones((2, 3)).T'],
    ['a row', 'r = np.ones((1, 3)).T'],
    ['a stack', 's = np.ones((2, 3, 4)).T'],
    ['code that does not run', 'def f(v):\n    return v.T'],
  ])('is not told of for %s', (_, lines) => {
    expect(found(program(lines))).toEqual([]);
  });
});

describe('a bias that broadcasts along the wrong axis', () => {
  const found = (source: string) => ofKind('column-bias', source);

  it('as a column beside samples in rows', () => {
    const source = program(
      'X, W = np.ones((3, 2)), np.ones((2, 3))',
      'b = np.zeros((3, 1))',
      'Y = np.dot(X, W) + b',
    );
    expect(found(source)).toEqual([
      {
        kind: 'column-bias',
        at: 'np.dot(X, W) + b',
        says: 'b, (3,1), is a column: each row of the product (3,3) gets a bias of its own, and not each column',
        mended: 'Y = np.dot(X, W) + b.T',
      },
    ]);
  });

  it('as a column that makes one sample many', () => {
    const source = program(
      'x, W = np.ones((1, 2)), np.ones((2, 3))',
      'b = np.zeros((3, 1))',
      'y = x @ W + b',
    );
    expect(found(source)[0]).toMatchObject({
      says: 'adding b, (3,1), makes the product (1,3) grow to (3,3)',
      mended: 'y = x @ W + b.T',
    });
  });

  it('beside a product of one axis', () => {
    const source = program(
      'X, w = np.ones((4, 2)), np.ones(2)',
      'b = np.zeros((4, 1))',
      'y = X.dot(w) + b',
    );
    expect(found(source)).toHaveLength(1);
  });

  it.each([
    ['a vector', 'Y = np.ones((4, 2)) @ np.ones((2, 3)) + np.zeros(3)'],
    ['a row', 'Y = np.ones((4, 2)) @ np.ones((2, 3)) + np.zeros((1, 3))'],
    [
      'columns',
      'W, A, b = np.ones((3, 2)), np.ones((2, 4)), np.zeros((3, 1))\nZ = np.dot(W, A) + b',
    ],
    ['one number', 'Y = np.ones((4, 2)) @ np.ones((2, 3)) + np.ones((1, 1))'],
    ['another sum', 'a = np.ones((3, 1)) + np.ones((1, 3))'],
  ])('is not told of for %s', (_, lines) => {
    expect(found(program(lines))).toEqual([]);
  });
});
