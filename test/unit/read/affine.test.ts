import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate, type AffineReading } from '../../../src/read';

const program = (name: string): string =>
  readFileSync(new URL(`../../oracle/read/programs/${name}.py`, import.meta.url), 'utf8');

function textsOf(source: string, { spans }: AffineReading): Record<string, string> {
  return Object.fromEntries(
    Object.entries(spans).map(([step, span]) => [step, source.slice(span.start, span.end)]),
  );
}

describe('Affine computations are found by what the code does', () => {
  it('in the book’s class, with every step of its backward pass', () => {
    const source = program('book_affine');
    const [affine, ...others] = evaluate(source).affines;
    expect(others).toEqual([]);
    expect(textsOf(source, affine!)).toEqual({
      dot: 'np.dot(x, self.W)',
      add: 'np.dot(x, self.W) + self.b',
      dX: 'np.dot(dout, self.W.T)',
      dW: 'np.dot(self.x.T, dout)',
      db: 'np.sum(dout, axis=0)',
    });
    expect([affine!.X, affine!.W, affine!.b, affine!.dY].map((array) => array?.name)).toEqual([
      'X',
      'W',
      'b',
      'dY',
    ]);
  });

  it('in both layers of a network, each with its own arrays', () => {
    const { affines } = evaluate(program('two_layer_net'));
    const withBackward = affines.filter(({ spans }) => spans.dX && spans.dW && spans.db);
    expect(withBackward.map(({ W }) => W.shape)).toEqual([
      [4, 5],
      [5, 3],
    ]);
  });

  it('in functions with a cache and an input of more axes', () => {
    const [affine] = evaluate(program('cs231n')).affines;
    expect(affine).toMatchObject({
      X: { shape: [2, 120] },
      W: { shape: [120, 3] },
      b: { shape: [3] },
      dY: { shape: [2, 3] },
    });
    expect(Object.keys(affine!.spans).sort()).toEqual(['add', 'dW', 'dX', 'db', 'dot']);
  });

  it('with the operator @, the bias on the left, and names of any kind', () => {
    const [affine] = evaluate(
      'import numpy as np\nreise = np.ones((2, 3))\nkarte = np.eye(3)\nrest = np.ones(3)\nz = rest + reise @ karte',
    ).affines;
    expect([affine!.X.name, affine!.W.name, affine!.b?.name]).toEqual(['reise', 'karte', 'rest']);
  });

  it('by names, where nothing is multiplied, also from plain lists', () => {
    const [affine] = evaluate('X = [[1, 2]]\nW = [[1], [2.5]]\nb = [3]\n').affines;
    expect(affine).toMatchObject({
      foundBy: 'names',
      X: { shape: [1, 2] },
      W: { shape: [2, 1] },
      b: { shape: [1] },
    });
  });

  it('not in a class that nothing calls', () => {
    expect(evaluate(program('book_affine').split('np.random.seed')[0]!).affines).toEqual([]);
  });

  it('as the one around the cursor, else the one before it', () => {
    const source =
      'import numpy as np\na = np.ones((1, 2)) @ np.eye(2) + np.ones(2)\n\nc = np.ones((3, 2)) @ np.eye(2) + np.ones(2)\n';
    const reading = evaluate(source);
    const rowsAt = (text: string) => reading.affineAt(source.indexOf(text))?.X.shape?.[0];
    expect([
      rowsAt('a ='),
      rowsAt('eye'),
      rowsAt('\n\nc'),
      rowsAt('c ='),
      reading.affineAt(source.length)?.X.shape?.[0],
    ]).toEqual([1, 1, 1, 1, 3]);
  });

  it('once in a training loop, whose first round it shows', () => {
    const { affines } = evaluate(
      [
        'import numpy as np',
        'W, b = np.ones((3, 2)), np.zeros(2)',
        'for i in range(20):',
        '    x = np.ones((4, 3)) * i',
        '    y = x @ W + b',
        '    W = W - 0.1 * x.T @ y',
        '    b = b - y.sum(axis=0)',
      ].join('\n'),
    );
    expect(affines).toHaveLength(1);
    expect(affines[0]!.X.data![0]).toBe(19);
  });

  it('with weights that are kept transposed, and their way back', () => {
    const { affines } = evaluate(
      [
        'import numpy as np',
        'X, W, b, dY = np.ones((2, 3)), np.ones((4, 3)), np.ones(4), np.ones((2, 4))',
        'Y = X @ W.T + b',
        'dX = dY @ W',
        'dW = dY.T @ X',
      ].join('\n'),
    );
    expect(affines).toHaveLength(1);
    expect(affines[0]).toMatchObject({ W: { name: 'W.T', shape: [3, 4] }, dY: { name: 'dY' } });
    expect(Object.keys(affines[0]!.spans).sort()).toEqual(['add', 'dW', 'dX', 'dot']);
  });

  it('with the keys of a dict for names', () => {
    const { affines } = evaluate(
      [
        'import numpy as np',
        'p = {}',
        "p['W1'] = np.ones((3, 2))",
        "p['b1'] = np.ones(2)",
        "y = np.dot(np.ones((1, 3)), p['W1']) + p['b1']",
      ].join('\n'),
    );
    expect(affines[0]).toMatchObject({ W: { name: 'W1' }, b: { name: 'b1' } });
  });
});
