/** What may be changed of the book's class: the expressions of its gradients, and its statements. */
export interface Parts {
  readonly dx?: string;
  readonly dW?: string;
  readonly db?: string;
  readonly forward?: string;
  readonly before?: string;
  readonly returns?: string;
  readonly init?: string;
}

/** The book's class Affine, with some of its parts as they are given. */
export function bookAffine({ dx, dW, db, forward, before, returns, init }: Parts = {}): string {
  return [
    'import numpy as np',
    'class Affine:',
    ...(init
      ? init.split('\n')
      : ['    def __init__(self, W, b):', '        self.W, self.b = W, b']),
    '        self.x = None',
    '    def forward(self, x):',
    ...(forward ?? 'self.x = x\nreturn np.dot(self.x, self.W) + self.b')
      .split('\n')
      .map((line) => `        ${line}`),
    '    def backward(self, dout):',
    ...(before ?? 'pass').split('\n').map((line) => `        ${line}`),
    `        dx = ${dx ?? 'np.dot(dout, self.W.T)'}`,
    `        self.dW = ${dW ?? 'np.dot(self.x.T, dout)'}`,
    `        self.db = ${db ?? 'np.sum(dout, axis=0)'}`,
    `        return ${returns ?? 'dx'}`,
    '',
  ].join('\n');
}

/** A layer that makes its own b, as (H,). */
export const OWN_BIAS = [
  '    def __init__(self, input_size, output_size):',
  '        self.W = 0.01 * np.random.randn(input_size, output_size)',
  '        self.b = np.zeros(output_size)',
].join('\n');

/** CS231n's pair of functions. */
export function functionPair(lines: { dx?: string; dw?: string; db?: string; returns?: string }) {
  return [
    'import numpy as np',
    'def affine_forward(x, w, b):',
    '    return x.reshape(x.shape[0], -1) @ w + b, (x, w, b)',
    'def affine_backward(dout, cache):',
    '    x, w, b = cache',
    `    dx = ${lines.dx ?? '(dout @ w.T).reshape(x.shape)'}`,
    `    dw = ${lines.dw ?? 'x.reshape(x.shape[0], -1).T @ dout'}`,
    `    db = ${lines.db ?? 'dout.sum(axis=0)'}`,
    `    return ${lines.returns ?? 'dx, dw, db'}`,
    '',
  ].join('\n');
}

/** Samples as columns, Z = W·A + b. */
export function columns(lines: { dA?: string; dW?: string; db?: string }): string {
  return [
    'import numpy as np',
    'def linear_forward(A, W, b):',
    '    return np.dot(W, A) + b, (A, W, b)',
    'def linear_backward(dZ, cache):',
    '    A, W, b = cache',
    '    m = A.shape[1]',
    `    dW = ${lines.dW ?? '1/m * np.dot(dZ, A.T)'}`,
    `    db = ${lines.db ?? '1/m * np.sum(dZ, axis=1, keepdims=True)'}`,
    `    dA = ${lines.dA ?? 'np.dot(W.T, dZ)'}`,
    '    return dA, dW, db',
    '',
  ].join('\n');
}

/** Weights as (out, in), as PyTorch keeps them. */
export function torchLike(lines: { dx?: string; dW?: string }): string {
  return [
    'class Linear:',
    '    def __init__(self, in_features, out_features):',
    '        self.weight = np.random.randn(out_features, in_features)',
    '        self.bias = np.zeros(out_features)',
    '    def forward(self, x):',
    '        self.x = x',
    '        return x @ self.weight.T + self.bias',
    '    def backward(self, grad):',
    `        self.weight_grad = ${lines.dW ?? 'grad.T @ self.x'}`,
    '        self.bias_grad = grad.sum(axis=0)',
    `        return ${lines.dx ?? 'grad @ self.weight'}`,
    '',
  ]
    .join('\n')
    .replace(/^/, 'import numpy as np\n');
}
