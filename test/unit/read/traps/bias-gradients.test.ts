import { describe, expect, it } from 'vitest';
import { ofKind, program } from './traps-in';

/** The book's Affine layer, with the given line for db. */
const layer = (db: string, ...rest: readonly string[]): string =>
  program(
    'class Affine:',
    '    def __init__(self, W, b):',
    '        self.W, self.b = W, b',
    '    def forward(self, x):',
    '        self.x = x',
    '        return np.dot(x, self.W) + self.b',
    '    def backward(self, dout):',
    '        dx = np.dot(dout, self.W.T)',
    '        self.dW = np.dot(self.x.T, dout)',
    `        ${db}`,
    '        return dx',
    ...(rest.length > 0
      ? rest
      : [
          'layer = Affine(np.ones((3, 2)), np.zeros(2))',
          'layer.forward(np.ones((4, 3)))',
          'layer.backward(np.ones((4, 2)))',
        ]),
  );

/** CS231n's functions. */
const cs231n = (db: string): string =>
  program(
    'def affine_forward(x, w, b):',
    '    return x.dot(w) + b, (x, w, b)',
    'def affine_backward(dout, cache):',
    '    x, w, b = cache',
    '    dx = dout.dot(w.T)',
    '    dw = x.T.dot(dout)',
    `    ${db}`,
    '    return dx, dw, db',
    'out, cache = affine_forward(np.ones((4, 3)), np.ones((3, 2)), np.zeros(2))',
    'dx, dw, db = affine_backward(np.ones((4, 2)), cache)',
  );

/** Samples in columns, as deeplearning.ai has them. */
const columns = (dW: string, db: string): string =>
  program(
    'def linear_backward(dZ, cache):',
    '    A_prev, W, b = cache',
    '    m = A_prev.shape[1]',
    `    ${dW}`,
    `    ${db}`,
    '    dA_prev = np.dot(W.T, dZ)',
    '    return dA_prev, dW, db',
    'linear_backward(np.ones((2, 4)), (np.ones((3, 4)), np.ones((2, 3)), np.zeros((2, 1))))',
  );

describe('a db that is summed over the wrong axis', () => {
  const found = (source: string) => ofKind('summed-axis', source);

  it('in the book’s layer', () => {
    expect(found(layer('self.db = np.sum(dout, axis=1)'))).toEqual([
      {
        kind: 'summed-axis',
        at: 'np.sum(dout, axis=1)',
        says: 'every sample adds to the bias, so self.db is the sum over axis 0, the samples: here it is taken over axis 1',
        mended: 'self.db = np.sum(dout, axis=0)',
      },
    ]);
  });

  it('in CS231n’s functions, by the method, and also if nothing calls them', () => {
    expect(found(cs231n('db = dout.sum(1)'))[0]?.mended).toBe('db = dout.sum(0)');
    const uncalled = cs231n('db = dout.sum(axis=-1)').split('\nout, cache')[0]!;
    expect(found(uncalled)[0]?.mended).toBe('db = dout.sum(axis=0)');
  });

  it('over all axes, where the bias has several entries', () => {
    expect(found(layer('self.db = np.sum(dout)'))[0]?.mended).toBe(
      'self.db = np.sum(dout, axis=0)',
    );
  });

  it('with names of one’s own, in a dict and outside of functions', () => {
    const lines = [
      'inputs = np.ones((4, 3))',
      'delta = np.ones((4, 2))',
      'grads = {}',
      "grads['w1'] = inputs.T @ delta",
    ];
    expect(found(program(...lines, "grads['b1'] = delta.sum(axis=1)"))).toHaveLength(1);
  });

  it('where samples are columns, over axis 0', () => {
    const source = columns('dW = np.dot(dZ, A_prev.T) / m', 'db = np.sum(dZ, axis=0) / m');
    expect(found(source)[0]?.mended).toBe('db = np.sum(dZ, axis=1) / m');
  });

  it('as a mean beside a dW that is a sum', () => {
    expect(found(layer('self.db = np.mean(dout, axis=0)'))[0]).toMatchObject({
      at: 'np.mean(dout, axis=0)',
      mended: 'self.db = np.sum(dout, axis=0)',
    });
  });

  it.each([
    ['the book', layer('self.db = np.sum(dout, axis=0)')],
    ['CS231n', cs231n('db = np.sum(dout, axis=0)')],
    ['CS231n’s method', cs231n('db = dout.sum(axis=0)')],
    [
      'deeplearning.ai’s columns',
      columns(
        'dW = 1 / m * np.dot(dZ, A_prev.T)',
        'db = 1 / m * np.sum(dZ, axis=1, keepdims=True)',
      ),
    ],
    [
      'means of both',
      columns('dW = np.dot(dZ, A_prev.T) / m', 'db = np.mean(dZ, axis=1, keepdims=True)'),
    ],
    [
      'weights that are kept transposed',
      program(
        'def backward(dout, x, W):',
        '    dW = dout.T @ x',
        '    dx = dout @ W',
        '    db = dout.sum(axis=0)',
        'backward(np.ones((4, 2)), np.ones((4, 3)), np.ones((2, 3)))',
      ),
    ],
    [
      'a bias of one number',
      program(
        'def backward(X, A, Y):',
        '    m = X.shape[1]',
        '    dw = np.dot(X, (A - Y).T) / m',
        '    db = np.sum(A - Y) / m',
        'backward(np.ones((3, 4)), np.ones((1, 4)), np.zeros((1, 4)))',
      ),
    ],
    [
      'batch normalization',
      program(
        'def batchnorm_backward(dout, cache):',
        '    xhat, gamma, std = cache',
        '    dbeta = dout.sum(axis=0)',
        '    dgamma = np.sum(dout * xhat, axis=0)',
        '    dxhat = dout * gamma',
        'batchnorm_backward(np.ones((4, 2)), (np.ones((4, 2)), np.ones(2), np.ones(2)))',
      ),
    ],
    [
      'a mean where the step divides dW',
      program(
        'def backward(X, dY, W, b, lr):',
        '    dW = X.T @ dY',
        '    db = dY.mean(axis=0)',
        '    W -= lr * dW / len(X)',
        '    b -= lr * db',
      ),
    ],
  ])('is not found in %s', (_, source) => {
    expect(found(source)).toEqual([]);
  });
});

describe('a db with an axis that the bias does not have', () => {
  const found = (source: string) => ofKind('kept-axis', source);

  it('in the book’s layer', () => {
    expect(found(layer('self.db = np.sum(dout, axis=0, keepdims=True)'))).toEqual([
      {
        kind: 'kept-axis',
        at: 'np.sum(dout, axis=0, keepdims=True)',
        says: 'a gradient has the shape of its variable: self.db is (1,2) here, and the bias is (2,)',
        mended: 'self.db = np.sum(dout, axis=0)',
      },
    ]);
  });

  it('in CS231n’s functions', () => {
    expect(found(cs231n('db = dout.sum(axis=0, keepdims=True)'))[0]?.mended).toBe(
      'db = dout.sum(axis=0)',
    );
  });

  it('outside of functions, with names of one’s own', () => {
    const source = program(
      'X, W, bias = np.ones((4, 3)), np.ones((3, 2)), np.zeros(2)',
      'Y = X @ W + bias',
      'delta = Y - 1',
      'grad_bias = np.sum(delta, axis=0, keepdims=True) / 4',
    );
    expect(found(source)).toHaveLength(1);
  });

  it.each([
    ['the book', layer('self.db = np.sum(dout, axis=0)')],
    [
      'a bias that is a row',
      layer(
        'self.db = np.sum(dout, axis=0, keepdims=True)',
        'layer = Affine(np.ones((3, 2)), np.zeros((1, 2)))',
        'layer.forward(np.ones((4, 3)))',
        'layer.backward(np.ones((4, 2)))',
      ),
    ],
    [
      'columns',
      columns('dW = np.dot(dZ, A_prev.T) / m', 'db = np.sum(dZ, axis=1, keepdims=True) / m'),
    ],
    [
      'a softmax',
      program(
        'def softmax(x):',
        '    e = np.exp(x - x.max(axis=1, keepdims=True))',
        '    return e / e.sum(axis=1, keepdims=True)',
        'softmax(np.ones((2, 3)))',
      ),
    ],
  ])('is not found in %s', (_, source) => {
    expect(found(source)).toEqual([]);
  });
});
