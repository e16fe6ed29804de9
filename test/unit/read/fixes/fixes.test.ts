import { describe, expect, it } from 'vitest';
import { plain } from '../../../../src/core';
import { evaluate } from '../../../../src/read';
import { fixesFor, type Fix } from '../../../../src/read/fixes';
import { applied } from '../../../../src/read/fixes/fix';

const code = (...lines: readonly string[]): string =>
  ['import numpy as np', ...lines, ''].join('\n');

/** The fixes of the first error, and what each makes of the lines it changes. */
function offered(source: string): { fixes: Fix[]; lines: string[] } {
  const [error] = evaluate(source).errors;
  const fixes = fixesFor(source, error!);
  const before = source.split('\n');
  const lines = fixes.map(({ edits }) =>
    applied(source, edits)
      .split('\n')
      .filter((line, i) => line !== before[i])
      .join('; '),
  );
  return { fixes, lines };
}

describe('fixes for a product', () => {
  const X = 'X = np.ones((2, 3))';

  it('transpose the operand that lies the wrong way round, where it is or where it is made', () => {
    const { lines } = offered(code(X, 'W = np.ones((4, 3))', 'Y = np.dot(X, W)'));
    expect(lines.slice(0, 2)).toEqual(['Y = np.dot(X, W.T)', 'W = np.ones((3, 4))']);
  });

  it('leave out a transpose that is one too many', () => {
    const { fixes, lines } = offered(code(X, 'W = np.ones((3, 4))', 'Y = X @ W.T'));
    expect(lines[0]).toBe('Y = X @ W');
    expect(fixes[0]!.isPreferred).toBe(false);
    expect(plain(fixes[0]!.title)).toBe('Use W, without its transpose');
  });

  it('swap operands, with parentheses where they are needed', () => {
    const { lines } = offered(code(X, 'W = np.ones((3, 4))', 'Y = W @ (X + 1)'));
    expect(lines).toContain('Y = (X + 1) @ (W)');
  });

  it('put the length right where the array is made', () => {
    const { lines } = offered(code(X, 'hidden = 4', 'W = np.random.randn(2, hidden)', 'Y = X @ W'));
    expect(lines).toContain('W = np.random.randn(3, hidden)');
  });

  it('use the size that is meant, or set the one that is named', () => {
    const { lines } = offered(
      code('D, H = 3, 4', 'X = np.ones((2, D))', 'W = np.zeros((H, H))', 'Y = X @ W'),
    );
    expect(lines).toContain('W = np.zeros((D, H))');
    expect(lines).toContain('D, H = 4, 4');
  });

  it('prefer what gives a gradient the shape of its variable', () => {
    const { fixes, lines } = offered(
      code(X, 'W = np.ones((3, 4))', 'dY = np.ones((2, 4))', 'dW = np.dot(X, dY)'),
    );
    expect(lines[0]).toBe('dW = np.dot(X.T, dY)');
    expect(fixes[0]!.isPreferred).toBe(true);
  });

  it('reach into a class, and prefer what mends its other methods too', () => {
    const { fixes, lines } = offered(
      code(
        'class Affine:',
        '    def __init__(self, W, b):',
        '        self.W, self.b = W, b',
        '    def forward(self, x):',
        '        self.x = x',
        '        return np.dot(x, self.W) + self.b',
        '    def backward(self, dout):',
        '        self.dW = np.dot(self.x.T, dout)',
        '        return np.dot(dout, self.W.T)',
        'layer = Affine(np.ones((4, 3)), np.zeros(4))',
        'Y = layer.forward(np.ones((2, 3)))',
        'dX = layer.backward(np.ones((2, 4)))',
      ),
    );
    expect(lines[0]).toBe('layer = Affine(np.ones((3, 4)), np.zeros(4))');
    expect(fixes[0]!.isPreferred).toBe(true);
  });
});

describe('fixes for a broadcast', () => {
  it('keep the axis of a maximum', () => {
    const { lines } = offered(code('a = np.ones((2, 3))', 'e = np.exp(a - np.max(a, axis=1))'));
    expect(lines[0]).toBe('e = np.exp(a - np.max(a, axis=1, keepdims=True))');
  });

  it('keep it where the sum has a name', () => {
    const { lines } = offered(code('a = np.ones((2, 3))', 's = np.sum(a, axis=1)', 'p = a / s'));
    expect(lines[0]).toBe('s = np.sum(a, axis=1, keepdims=True)');
    expect(lines).toContain('p = a / s[:, np.newaxis]');
  });

  it('give a bias its length', () => {
    const { fixes, lines } = offered(
      code('X = np.ones((2, 3))', 'W = np.ones((3, 4))', 'b = np.zeros(3)', 'Y = X @ W + b'),
    );
    expect(lines[0]).toBe('b = np.zeros(4)');
    expect(plain(fixes[0]!.title)).toBe('Make it np.zeros(4)');
  });

  it('use the matrix product where lengths meet so', () => {
    const { lines } = offered(code('X = np.ones((2, 3))', 'W = np.ones((3, 4))', 'Y = X * W'));
    expect(lines[0]).toBe('Y = X @ W');
  });
});

describe('fixes for a shape', () => {
  it('let one axis of a reshape take what is left', () => {
    const { lines } = offered(code('x = np.arange(6)', 'm = x.reshape(2, 4)'));
    expect(lines.slice(0, 2)).toEqual(['m = x.reshape(2, -1)', 'm = x.reshape(2, 3)']);
    expect(lines).toContain('x = np.arange(8)');
  });

  it('join along the axis that fits, or with the other function', () => {
    const arrays = code('a = np.ones((2, 3))', 'b = np.ones((2, 4))').trimEnd();
    expect(offered(`${arrays}\nc = np.concatenate([a, b], axis=0)\n`).lines[0]).toBe(
      'c = np.concatenate([a, b], axis=1)',
    );
    expect(offered(`${arrays}\nc = np.concatenate((a, b))\n`).lines[0]).toBe(
      'c = np.concatenate((a, b), axis=1)',
    );
    expect(offered(`${arrays}\nc = np.vstack((a, b))\n`).lines[0]).toBe('c = np.hstack((a, b))');
  });

  it('raise a vector that is joined to a matrix', () => {
    const { lines } = offered(
      code('a = np.ones((2, 3))', 'r = np.ones(3)', 'c = np.concatenate([a, r])'),
    );
    expect(lines[0]).toBe('c = np.concatenate([a, r[np.newaxis, :]])');
  });

  it('turn a value that is put into an array the other way round', () => {
    const { lines } = offered(
      code('x = np.zeros((3, 2))', 'v = np.array([[1, 2, 3], [4, 5, 6]])', 'x[:] = v'),
    );
    expect(lines[0]).toBe('x[:] = v.T');
  });
});

it('an update that needs floats has them made', () => {
  const { fixes, lines } = offered(
    code('x = np.array([3, 4])', 'for i in range(2):', '    x -= 0.1 * np.ones(2)'),
  );
  expect(lines).toEqual(['x = np.array([3, 4], dtype=float)']);
  expect(fixes[0]!.isPreferred).toBe(true);
});

it('an error that no change of shapes mends has no fixes', () => {
  const source = code('x = undefined_name + 1');
  expect(fixesFor(source, evaluate(source).errors[0]!)).toEqual([]);
});

it('an error tells where the arrays that clash were made', () => {
  const source = code('X = np.ones((2, 3))', 'W = np.ones((2, 3))', 'Y = X @ W');
  const [error] = evaluate(source).errors;
  expect(
    error!.related!.map(({ sentence, span }) => [
      plain(sentence),
      source.slice(span.start, span.end),
    ]),
  ).toEqual([
    ['X is made here: (2,3)', 'np.ones((2, 3))'],
    ['W is made here: (2,3)', 'np.ones((2, 3))'],
  ]);
});
