import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain, type CellEdit } from '../../../src/core';
import { evaluate, writeBack, type ArrayEdits } from '../../../src/read';
import { applied } from '../../../src/read/fixes/fix';

const FIXED = 'W = np.array([[1.0, -1.0], [2.0, 0.5]])\nb = np.array([0.5, -1.0])';
const AFTER = 'Y = np.dot(X, W) + b';

function program(X: string, rest = FIXED): string {
  return ['import numpy as np', X, rest, AFTER, ''].join('\n');
}

type Cells = ArrayEdits['cells'];

function write(source: string, id: CellEdit['id'], cells: Cells, shape = shapeOf(source, id)) {
  const [written] = writeBack(source, 0, [{ id, shape, cells }]);
  return {
    why: written!.why && plain(written!.why),
    text: applied(source, written!.edits),
  };
}

const shapeOf = (source: string, id: CellEdit['id']) => evaluate(source).affines[0]![id]!.shape!;
const dataOf = (source: string, id: CellEdit['id']) =>
  Array.from(evaluate(source).affines[0]![id]!.data!);

/** The line of X after one number was written. */
function lineOfX(X: string, cell: number, value: number): string {
  const { text, why } = write(program(X), 'X', [{ cell, value }]);
  expect(why).toBeUndefined();
  return text.slice(text.indexOf('\n') + 1, text.indexOf('\nW ='));
}

describe('a number is written as those around it', () => {
  const cases: [before: string, cell: number, value: number, after: string][] = [
    ['X = np.array([[1.0, 2.0], [0.0, -2.0]])', 1, 3, 'X = np.array([[1.0, 3.0], [0.0, -2.0]])'],
    [
      'X = np.array([[1.0, 2.0], [0.0, -2.0]])',
      3,
      0.125,
      'X = np.array([[1.0, 2.0], [0.0, 0.125]])',
    ],
    [
      'X = np.array([[1., 2.], [0., -2.]])  # batch',
      0,
      7,
      'X = np.array([[7., 2.], [0., -2.]])  # batch',
    ],
    ['X = np.array([[1., 2.], [0., -2.]])', 0, 7.5, 'X = np.array([[7.5, 2.], [0., -2.]])'],
    ['X = np.array([[1, 2], [3, 4]])', 2, -9, 'X = np.array([[1, 2], [-9, 4]])'],
    ['X = np.array([[1, 2], [3, 4]])', 2, 0.5, 'X = np.array([[1, 2], [0.5, 4]])'],
    [
      'X = np.array([[1.50, 2.25], [3.00, 4.75]])',
      0,
      2.5,
      'X = np.array([[2.50, 2.25], [3.00, 4.75]])',
    ],
    [
      'X = np.array([[1e-3, 2E+04], [3.0e2, 4]])',
      0,
      0.25,
      'X = np.array([[2.5e-1, 2E+04], [3.0e2, 4]])',
    ],
    [
      'X = np.array([[1e-3, 2E+04], [3.0e2, 4]])',
      1,
      7e5,
      'X = np.array([[1e-3, 7E+05], [3.0e2, 4]])',
    ],
    [
      'X = np.array([[1e-3, 2E+04], [3.0e2, 4]])',
      2,
      5,
      'X = np.array([[1e-3, 2E+04], [5.0e0, 4]])',
    ],
    ['X = np.array([[+1.0, -2.0], [3.0, 4.0]])', 0, 2, 'X = np.array([[+2.0, -2.0], [3.0, 4.0]])'],
    ['X = np.array([[+1.0, -2.0], [3.0, 4.0]])', 1, 2, 'X = np.array([[+1.0, 2.0], [3.0, 4.0]])'],
    ['X = np.array([[.5, 1.5], [3.0, 4.0]])', 0, 0.25, 'X = np.array([[.25, 1.5], [3.0, 4.0]])'],
    ['X = np.array([[1.0, 2.0], [3.0, 4.0]])', 0, NaN, 'X = np.array([[np.nan, 2.0], [3.0, 4.0]])'],
    [
      'X = np.array([[1.0, 2.0], [3.0, 4.0]])',
      0,
      -Infinity,
      'X = np.array([[-np.inf, 2.0], [3.0, 4.0]])',
    ],
    ['X = np.array([[np.nan, 2.0], [3.0, 4.0]])', 0, 1, 'X = np.array([[1.0, 2.0], [3.0, 4.0]])'],
    ['X = np.array([[1, 2], [3, 4]])', 0, -0, 'X = np.array([[-0.0, 2], [3, 4]])'],
    ['X = np.array([[1.0, 2.0], [3.0, 4.0]])', 0, 1e-7, 'X = np.array([[1e-07, 2.0], [3.0, 4.0]])'],
    ['X = np.array([(1.0, 2.0), (3.0, 4.0)])', 3, 8, 'X = np.array([(1.0, 2.0), (3.0, 8.0)])'],
    ['X = np.array([[1.0, 2.0], [3.0, 4.0]]).T', 1, 9, 'X = np.array([[1.0, 2.0], [9.0, 4.0]]).T'],
    [
      'X = np.array([1.0, 2.0, 3.0, 4.0]).reshape(2, 2)',
      2,
      9,
      'X = np.array([1.0, 2.0, 9.0, 4.0]).reshape(2, 2)',
    ],
    [
      'rows = [[1.0, 2.0], [3.0, 4.0]]\nX = np.array(rows)',
      2,
      9,
      'rows = [[1.0, 2.0], [9.0, 4.0]]\nX = np.array(rows)',
    ],
    [
      'X = np.array([[1, 2], [3, 4]], dtype=float)',
      0,
      6,
      'X = np.array([[6, 2], [3, 4]], dtype=float)',
    ],
    [
      'X = np.array([[0.1, 0.2], [0.3, 0.4]], dtype=np.float32)',
      0,
      0.7,
      'X = np.array([[0.7, 0.2], [0.3, 0.4]], dtype=np.float32)',
    ],
  ];
  it.each(cases)('%s, cell %i, %d', (before, cell, value, after) => {
    expect(lineOfX(before, cell, value)).toBe(after);
  });

  it('in columns that stand flush right as far as there is room', () => {
    const before = 'X = np.array([[ 1.0, -2.0],\n              [10.0,  4.0]])';
    expect(lineOfX(before, 0, -1.5)).toBe(
      'X = np.array([[-1.5, -2.0],\n              [10.0,  4.0]])',
    );
    expect(lineOfX(before, 1, 2)).toBe('X = np.array([[ 1.0,  2.0],\n              [10.0,  4.0]])');
    expect(lineOfX(before, 2, 3)).toBe('X = np.array([[ 1.0, -2.0],\n              [ 3.0,  4.0]])');
    expect(lineOfX(before, 3, 123.5)).toBe(
      'X = np.array([[ 1.0, -2.0],\n              [10.0, 123.5]])',
    );
  });

  it('and where nothing is padded, nothing is padded', () => {
    const before = 'X = np.array([[1.0, -2.0],\n              [3.0, -4.0]])';
    expect(lineOfX(before, 1, 2)).toBe('X = np.array([[1.0, 2.0],\n              [3.0, -4.0]])');
  });
});

describe('arrays that are passed on', () => {
  it('are written where they were made: an argument of a layer', () => {
    const source = [
      'import numpy as np',
      'class Affine:',
      '    def __init__(self, W, b):',
      '        self.W, self.b = W, b',
      '    def forward(self, x):',
      '        self.x = x',
      '        return np.dot(x, self.W) + self.b',
      '    def backward(self, dout):',
      '        self.dW = np.dot(self.x.T, dout)',
      '        return np.dot(dout, self.W.T)',
      'layer = Affine(np.array([[1.0, 2.0]]), np.array([0.5, -0.5]))',
      'y = layer.forward(np.array([[3.0], [4.0]]))',
      'layer.backward(np.array([[1.0, 0.0], [0.0, 1.0]]))',
    ].join('\n');
    expect(write(source, 'W', [{ cell: 1, value: 7 }]).text).toContain(
      'Affine(np.array([[1.0, 7.0]])',
    );
    expect(write(source, 'b', [{ cell: 0, value: 7 }]).text).toContain('np.array([7.0, -0.5]))');
    expect(write(source, 'X', [{ cell: 0, value: 7 }]).text).toContain(
      'forward(np.array([[7.0], [4.0]]))',
    );
    expect(write(source, 'dY', [{ cell: 3, value: 7 }]).text).toContain(
      'np.array([[1.0, 0.0], [0.0, 7.0]])',
    );
  });
});

describe('what is not written, says why', () => {
  const cases: [what: string, X: string, why: RegExp][] = [
    [
      'a random array',
      'X = np.random.randn(2, 2)',
      /^X comes from np\.random\.randn\(2, 2\) in line 2: there is no literal/,
    ],
    ['zeros of a shape', 'X = np.zeros((2, 2))', /there is no literal/],
    ['a shape that has as many numbers', 'X = np.ones((1, 2))', /there is no literal/],
    [
      'a literal that is scaled',
      'X = np.array([[1.0, 2.0], [3.0, 4.0]]) * 0.1',
      /there is no literal/,
    ],
    [
      'an expression',
      'X = np.array([[1/3, 2.0], [3.0, 4.0]])',
      /^1\/3 in line 2 is no plain number/,
    ],
    ['a name', 'c = 5.0\nX = np.array([[c, 2.0], [3.0, 4.0]])', /^c in line 3 is no plain number/],
    [
      'a comprehension',
      'X = np.array([[i + j for i in range(2)] for j in range(2)])',
      /there is no literal/,
    ],
    [
      'a whole type that would cut it',
      'X = np.array([[1, 2], [3, 4]], dtype=int)',
      /there is no literal/,
    ],
  ];
  it.each(cases)('%s', (_, X, why) => {
    const source = program(X);
    const { text, why: said } = write(source, 'X', [{ cell: 0, value: 1.5 }]);
    expect(said).toMatch(why);
    expect(text).toBe(source);
  });

  it('an array that the code does not have, or in another shape', () => {
    const source = program('X = np.array([[1.0, 2.0], [3.0, 4.0]])');
    expect(write(source, 'dY', [{ cell: 0, value: 2 }], [2, 2]).why).toMatch(
      /^The code gives no dY/,
    );
    expect(write(source, 'X', [{ cell: 0, value: 2 }], [4, 2]).why).toMatch(/another shape/);
  });

  it('an array that comes from another file', () => {
    const text = 'import numpy as np\nX = np.array([[1.0, 2.0], [3.0, 4.0]])\n';
    const modules = { imports: { data: 'data.py' }, files: { 'data.py': { text, imports: {} } } };
    const source = program('from data import X');
    const arrays = [{ id: 'X', shape: [2, 2], cells: [{ cell: 0, value: 2 }] }] as const;
    const [written] = writeBack(source, 0, arrays, { modules });
    expect(written!.edits).toEqual([]);
    expect(plain(written!.why!)).toMatch(
      /^X comes from another file \(from data import X, line 2\)/,
    );
  });

  it('a second array that is written down in the same literal', () => {
    const source = [
      'import numpy as np',
      'A = np.array([[1.0, 2.0], [3.0, 4.0]])',
      'Y = np.dot(A, A) + np.array([0.0, 0.0])',
    ].join('\n');
    const cells = [{ cell: 0, value: 9 }];
    const [first, second] = writeBack(source, 0, [
      { id: 'X', shape: [2, 2], cells },
      { id: 'W', shape: [2, 2], cells },
    ]);
    expect(first!.edits).toHaveLength(1);
    expect(second!.edits).toHaveLength(0);
    expect(plain(second!.why!)).toMatch(/no literal/);
  });
});

describe('what is written reads back', () => {
  const number = fc.oneof(
    fc.double(),
    fc.integer({ min: -999, max: 999 }),
    fc.constantFrom(0, -0, 0.1, NaN, Infinity, -Infinity, 1e-9, 1e22),
  );
  const written = fc.tuple(
    fc.constantFrom('1.0', '2.', '-3', '.5', '1e-3', '+4.25', '-0.0', '2E+02', '12', '1_000.5'),
    fc.constantFrom('', ' ', '  '),
  );
  const edits = fc.array(fc.tuple(fc.nat(5), number), { minLength: 1, maxLength: 4 });

  it('exactly as the edited array, with all else as it was', () => {
    fc.assert(
      fc.property(fc.array(written, { minLength: 6, maxLength: 6 }), edits, (tokens, wanted) => {
        const text = tokens.map(([token, blanks]) => blanks + token);
        const list = [0, 2, 4].map((i) => `[${text[i]},${text[i + 1]}]`).join(',\n    ');
        const source = program(`X = np.array([${list}])  # ①`);
        const cells = [...new Map(wanted).entries()].map(([cell, value]) => ({ cell, value }));
        const before = dataOf(source, 'X');
        const { text: after, why } = write(source, 'X', cells);
        expect(why).toBeUndefined();
        const expected = before.map((entry, i) => new Map(wanted).get(i) ?? entry);
        expect(dataOf(after, 'X')).toEqual(expected);
        expect(rest(after)).toBe(rest(source));
      }),
      { numRuns: 150 },
    );
  });
});

/** A source without its numbers, and without the blanks before them. */
function rest(source: string): string {
  return source.replace(/ *[+-]?(np\.(nan|inf)|[\d._]+([eE][+-]?\d+)?(?![\w.]))/g, '#');
}
