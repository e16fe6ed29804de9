import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanLiterals } from '../../../../src/read/literals';
import { told } from './support';

const LANGUAGES = [
  ...['typescript', 'json', 'julia', 'matlab', 'octave', 'r', 'c', 'cpp', 'java', 'csharp', 'rust'],
  ...['go', 'python', 'lua', 'ruby', 'latex', 'markdown', 'plaintext', 'unheard-of'],
];

/** What garbage is made of: all that means something to some language. */
const PIECES = [
  ...['[', ']', '{', '}', '(', ')', ',', ';', ' ', '\n', '1', '-2', '.5', '1e', '0x', '+', '-'],
  ...[
    '"',
    "'",
    '`',
    '${',
    '//',
    '/*',
    '*/',
    '#',
    '#=',
    '=#',
    '%',
    '%{\n',
    '...',
    '\\',
    '/',
    ':',
    '::',
  ],
  ...[
    '=',
    '<-',
    ':=',
    '=>',
    '?',
    '&',
    '*',
    '!',
    '@',
    'x',
    'W',
    'c(',
    'matrix(',
    'array(',
    'nrow=2',
  ],
  ...[
    'vec!',
    'np.array(',
    'new',
    'double',
    'return',
    'NaN',
    'TRUE',
    'r#"',
    '```',
    '```r\n',
    '~~~\n',
  ],
  ...[
    '\\begin{pmatrix}',
    '\\end{pmatrix}',
    '\\begin{array}{cc}',
    '\\\\',
    '\\frac{1}{2}',
    '$',
    '^T',
    '\\left[',
  ],
  ...['é', '😀', '\u2028', '\0', '1:9', 'dim=c(2,2)', '[1 2;3 4]', '[[1,2],[3,4]]', "'"],
];

describe('text of any kind', () => {
  it.each(LANGUAGES)('in %s is read without an exception, into places within it', (language) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const { arrays, bindings, ragged } = scanLiterals(text, language);
        let end = 0;
        for (const { span, shape, data } of arrays) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
          if (data) expect(data).toHaveLength(shape!.reduce((a, b) => a * b, 1));
        }
        expect(end).toBeLessThanOrEqual(text.length);
        for (const { row, span } of ragged) {
          expect(row.start).toBeGreaterThanOrEqual(span.start);
          expect(row.end).toBeLessThanOrEqual(span.end);
        }
        for (const { name } of bindings) expect(name).not.toBe('');
      }),
      { numRuns: 400 },
    );
  });

  it.each(LANGUAGES)('and any characters in %s', (language) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        scanLiterals(text, language);
      }),
    );
  });
});

describe('the work', () => {
  const repeated = [
    ...[
      '[',
      '{',
      '(',
      ']',
      ')',
      '}',
      '([{',
      '[1,',
      '[[1,2],',
      '{1,',
      '[1 2;',
      '[1;',
      'c(',
      'matrix(c(1,2),',
    ],
    ...[
      '"',
      "'",
      '`',
      '`${',
      '/*',
      '//',
      '#=',
      '%{\n',
      '"""',
      'r#"',
      'R"(',
      '=/[',
      '/',
      '\\',
      '@"',
    ],
    ...[
      '1',
      '1_',
      '1e',
      '0x',
      '.',
      '-',
      'a',
      'a.',
      'a=',
      'a:',
      'x = np.array(',
      'a[0]',
      "[1 2]'",
      "'",
    ],
    ...['const W = [[1, 2], [3, 4]];\n', '[0.5; 1000]', '1:1000,', '```\n', '~~~', '\n', ' ', ','],
    ...[
      '\\begin{pmatrix}',
      '\\end{pmatrix}',
      '\\begin{array}{c',
      '\\begin{a}\\end{b}',
      '1 & 2 \\\\ ',
      '{',
      '%\n',
    ],
    ...['$W = \\begin{pmatrix} 1 & 2 \\end{pmatrix}$ ', '\\frac{', '\\left[', '\\\\[', '^T'],
  ];

  it.each(LANGUAGES)('grows as the text does in %s', (language) => {
    for (const piece of repeated) {
      const [short, long] = [4000, 8000].map(
        (length) => scanLiterals(piece.repeat(length / piece.length), language).steps,
      );
      const [before, after] = [short!, long!];
      expect(after, piece).toBeLessThan(2.1 * before + 100);
    }
  });

  it.each(LANGUAGES)('is done however deep the nesting is in %s', (language) => {
    scanLiterals('['.repeat(100_000), language);
    for (const piece of ['{', '(', '\\begin{pmatrix}', 'c(', '`${', '[1,', '#= ']) {
      scanLiterals(piece.repeat(20_000), language);
    }
    for (const [open, close] of ['[]', '{}', '()']) {
      const text = `${open!.repeat(20_000)}1,2${close!.repeat(20_000)}`;
      for (const { shape } of scanLiterals(text, language).arrays) {
        expect(shape!.length).toBeLessThanOrEqual(32);
      }
    }
  });
});

describe('what is broken', () => {
  it.each([
    ['typescript', 'const A = [1, 2\nconst W = [[1, 2], [3, 4]];'],
    ['typescript', 'f([1, {a: (\nconst W = [[1, 2], [3, 4]];'],
    ['typescript', 'const s = "[1, 2\nconst W = [[1, 2], [3, 4]];'],
    ['typescript', 'x = 1 ] ) };\nconst W = [[1, 2], [3, 4]];'],
    ['json', '{"A": [1, 2, "W": [[1, 2], [3, 4]]}'],
    ['python', 'A = [[1, 2], [3, 4]\nW = [[1, 2], [3, 4]]'],
    ['matlab', 'A = [1 2; 3 4\nW = [1 2; 3 4];'],
    ['julia', 'A = f([1 2; 3 4\nW = [1 2; 3 4]'],
    ['c', 'void f() { int a[] = {1, 2; double W[2][2] = {{1, 2}, {3, 4}}; }'],
    ['rust', 'let a = vec![1, 2; let W = vec![vec![1, 2], vec![3, 4]];'],
    ['r', 'A <- c(1, 2\nW <- rbind(c(1, 2), c(3, 4))'],
    [
      'latex',
      String.raw`\begin{pmatrix} 1 & 2 \\ $W = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$`,
    ],
  ])('does not swallow what follows in %s: %s', (language, text) => {
    expect(told(scanLiterals(text, language)).at(-1)).toEqual(['W', [2, 2], [1, 2, 3, 4]]);
  });
});

describe('a literal that is too large', () => {
  it('is told by its shape alone', () => {
    const row = `[${'0,'.repeat(1001)}],`;
    const [array] = scanLiterals(`const W = [${row.repeat(1000)}];`, 'typescript').arrays;
    expect(array).toMatchObject({ name: 'W', state: 'shape-only', shape: [1000, 1001] });
    expect(array!.data).toBeUndefined();
  });

  it('also where it only repeats an entry', () => {
    const [array] = scanLiterals('let W = [[0.0; 1000000]; 1000000];', 'rust').arrays;
    expect(array).toMatchObject({ state: 'shape-only', shape: [1e6, 1e6] });
    const text = 'W <- matrix(0, 100000, 100000); x <- c(1:1000000000)';
    expect(told(scanLiterals(text, 'r'))).toEqual([['W', [100000, 100000], 'shape-only']]);
  });

  it('of a million entries is still read', () => {
    const [array] = scanLiterals(`x = [${'7,'.repeat(1_000_000)}]`, 'python').arrays;
    expect(array).toMatchObject({ state: 'known', shape: [1_000_000] });
  });
});
