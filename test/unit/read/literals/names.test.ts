import { describe, expect, it } from 'vitest';
import { affinesOfLiterals, scanLiterals } from '../../../../src/read/literals';

const affine = (text: string, language: string) => {
  const [found] = affinesOfLiterals(scanLiterals(text, language));
  return found && [found.X, found.W, found.b, found.dY].map((array) => array?.shape);
};

describe('an Affine computation on literals', () => {
  const shapes = [[2, 3], [3, 2], [2], [2, 2]];

  it.each([
    [
      'typescript',
      'const X = [[1, 2, 3], [4, 5, 6]];\nconst W = [[1, 2], [3, 4], [5, 6]];\nconst b = [1, 2];\nconst dY = [[1, 0], [0, 1]];',
    ],
    [
      'json',
      '{"X": [[1, 2, 3], [4, 5, 6]], "W": [[1, 2], [3, 4], [5, 6]], "b": [1, 2], "dY": [[1, 0], [0, 1]]}',
    ],
    [
      'typescript',
      'this.inputs = [[1, 2, 3], [4, 5, 6]]; layer.weights = [[1, 2], [3, 4], [5, 6]]; layer.bias = [1, 2]; dout = [[1, 0], [0, 1]]',
    ],
    ['julia', 'X = [1 2 3; 4 5 6]\nW = [1 2; 3 4; 5 6]\nb = [1, 2]\ndY = [1 0; 0 1]'],
    [
      'cpp',
      'double X[2][3] = {1, 2, 3, 4, 5, 6}, W[3][2] = {{1, 2}, {3, 4}, {5, 6}}, b[] = {1, 2}; auto dY = {{1, 0}, {0, 1}};',
    ],
    [
      'markdown',
      '$$X = \\begin{bmatrix} 1 & 2 & 3 \\\\ 4 & 5 & 6 \\end{bmatrix}$$\n```js\nW = [[1, 2], [3, 4], [5, 6]]\n```\nand b = [1, 2], with $\\frac{\\partial L}{\\partial Y} = \\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}$.',
    ],
  ])('is found by their names in %s: %s', (language, text) => {
    expect(affine(text, language)).toEqual(shapes);
  });

  it('is none where no weights are', () => {
    expect(affine('const X = [[1, 2], [3, 4]]; const y = [[1, 2]];', 'typescript')).toBeUndefined();
  });
});

describe('ragged nested lists', () => {
  it.each([
    ['typescript', 'x = [[1, 2], [3]];', '[3]', 1, [2], [1]],
    ['typescript', 'x = [[1, 2], [3, 4], 5];', '5', 2, [2], []],
    ['typescript', 'x = [[[1], [2]], [[3], [4, 5]]];', '[4, 5]', 1, [1], [2]],
    ['json', '{"x": [[1, 2], [3, 4], [5, 6, 7]]}', '[5, 6, 7]', 2, [2], [3]],
    ['python', 'x = np.array([[1, 2], []])', '[]', 1, [2], [0]],
    ['julia', 'x = [1 2; 3]', '3', 1, [2], [1]],
    ['matlab', 'x = [1 2\n 3 4 5];', '3 4 5', 1, [2], [3]],
    ['java', 'double[][] x = {{1, 2}, {3}};', '{3}', 1, [2], [1]],
    ['rust', 'let x = vec![vec![1], vec![2, 3]];', 'vec![2, 3]', 1, [1], [2]],
    ['latex', String.raw`\begin{pmatrix} 1 & 2 \\ 3 \end{pmatrix}`, '3', 1, [2], [1]],
    ['markdown', 'Text.\n```js\nx = [[1, 2], [3]];\n```\n', '[3]', 1, [2], [1]],
  ])(
    'are told with the row that differs in %s: %s',
    (language, text, row, index, expected, found) => {
      const { ragged } = scanLiterals(text, language);
      expect(ragged).toHaveLength(1);
      expect(ragged[0]).toMatchObject({ index, expected, found });
      expect(text.slice(ragged[0]!.row.start, ragged[0]!.row.end).trim()).toBe(row);
    },
  );

  it('are none where an entry may be a list of its own', () => {
    for (const text of [
      '[[1, 2], row]',
      '[["a", 1], ["b"]]',
      '[[1, 2], f([3])]',
      '[{ x: [1] }, [2]]',
      '[1, [2, 3]]',
    ]) {
      expect(scanLiterals(text, 'typescript').ragged).toEqual([]);
    }
  });

  it('leave their rows to be looked at', () => {
    const reading = scanLiterals('x = [[1, 2], [3]]', 'typescript');
    expect(reading.valueAt(7)?.shape).toEqual([2]);
    expect(reading.bindings).toEqual([]);
  });
});

describe('the literal at an offset', () => {
  const text = 'const W = [[1, 2], [3, 4]];';

  it('is the whole matrix, also within a row', () => {
    const { valueAt } = scanLiterals(text, 'typescript');
    expect([10, 12, 18, 20, 26].map((offset) => valueAt(offset)?.shape)).toEqual(
      Array.from({ length: 5 }, () => [2, 2]),
    );
    expect([0, 9, 27].map(valueAt)).toEqual([undefined, undefined, undefined]);
  });
});
