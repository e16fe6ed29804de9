import { describe, expect, it } from 'vitest';
import { ofKind, program } from './traps-in';

const found = (source: string) => ofKind('square-weights', source);

/** The book's layer with lines of one's own for dx and dW, on arrays of these sizes. */
const layer = (dx: string, dW: string, [N, D, H]: readonly [number, number, number]): string =>
  program(
    'class Affine:',
    '    def __init__(self, W, b):',
    '        self.W, self.b = W, b',
    '    def forward(self, x):',
    '        self.x = x',
    '        return np.dot(x, self.W) + self.b',
    '    def backward(self, dout):',
    `        dx = ${dx}`,
    `        self.dW = ${dW}`,
    '        return dx',
    `layer = Affine(np.ones((${D}, ${H})), np.zeros(${H}))`,
    `layer.forward(np.ones((${N}, ${D})))`,
    `layer.backward(np.ones((${N}, ${H})))`,
  );

describe('a transpose that only square matrices do without', () => {
  it('that of W in dX', () => {
    const source = layer('np.dot(dout, self.W)', 'np.dot(self.x.T, dout)', [2, 3, 3]);
    expect(found(source)).toEqual([
      {
        kind: 'square-weights',
        at: 'self.W',
        says: 'the gradient is dout · self.W.T: without the transpose the shapes fit only because W is square, (3,3)',
        mended: 'dx = np.dot(dout, self.W.T)',
      },
    ]);
  });

  it('that of x in dW', () => {
    const source = layer('np.dot(dout, self.W.T)', 'np.dot(self.x, dout)', [3, 3, 2]);
    expect(found(source)[0]?.mended).toBe('self.dW = np.dot(self.x.T, dout)');
  });

  it('in CS231n’s functions', () => {
    const source = program(
      'def affine_forward(x, w, b):',
      '    return x.dot(w) + b, (x, w, b)',
      'def affine_backward(dout, cache):',
      '    x, w, b = cache',
      '    dx = dout.dot(w)',
      '    dw = x.T.dot(dout)',
      '    return dx, dw, dout.sum(axis=0)',
      'out, cache = affine_forward(np.ones((2, 3)), np.ones((3, 3)), np.zeros(3))',
      'affine_backward(np.ones((2, 3)), cache)',
    );
    expect(found(source)[0]?.mended).toBe('dx = dout.dot(w.T)');
  });

  it('where samples are columns', () => {
    const source = program(
      'W, A = np.ones((3, 3)), np.ones((3, 5))',
      'Z = W @ A',
      'dZ = np.ones((3, 5))',
      'def backward(dZ):',
      '    return W @ dZ',
      'dA = backward(dZ)',
    );
    expect(found(source)[0]?.mended).toBe('return W.T @ dZ');
  });

  it('and a transpose too many, where W is kept transposed', () => {
    const source = program(
      'W = np.ones((3, 3))',
      'def forward(x):',
      '    return x @ W.T',
      'def backward(dout):',
      '    return dout @ W.T',
      'forward(np.ones((2, 3)))',
      'backward(np.ones((2, 3)))',
    );
    expect(found(source)[0]?.mended).toBe('return dout @ W');
  });

  it.each([
    ['the book', layer('np.dot(dout, self.W.T)', 'np.dot(self.x.T, dout)', [3, 3, 3])],
    [
      'a layer that keeps W transposed',
      program(
        'W = np.ones((3, 3))',
        'def forward(x):',
        '    return x @ W.T',
        'def backward(dout):',
        '    return dout @ W',
        'forward(np.ones((2, 3)))',
        'backward(np.ones((2, 3)))',
      ),
    ],
    [
      'a forward pass inside gradient()',
      program(
        'def gradient(x, W1, W2):',
        '    z1 = np.dot(np.dot(x, W1), W2)',
        '    dz = np.ones_like(z1)',
        '    return np.dot(dz, W2.T)',
        'gradient(np.ones((2, 3)), np.eye(3), np.eye(3))',
      ),
    ],
    [
      'columns',
      program(
        'W, A = np.ones((3, 3)), np.ones((3, 3))',
        'Z = W @ A',
        'def backward(dZ):',
        '    return W.T @ dZ, dZ @ A.T',
        'backward(np.ones((3, 3)))',
      ),
    ],
    [
      'weights of another class',
      program(
        'class Decoder:',
        '    def forward(self, h):',
        '        return h @ self.W',
        'class Tied:',
        '    def __init__(self, W):',
        '        self.W = W',
        '    def forward(self, h):',
        '        return h @ self.W.T',
        '    def backward(self, dout):',
        '        return dout @ self.W',
        'tied = Tied(np.eye(3))',
        'tied.forward(np.ones((2, 3)))',
        'tied.backward(np.ones((2, 3)))',
      ),
    ],
  ])('is not missed in %s', (_, source) => {
    expect(found(source)).toEqual([]);
  });
});
