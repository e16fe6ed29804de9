import { describe, expect, it } from 'vitest';
import { scanLiterals } from '../../../../src/read/literals';
import { latexNumber } from '../../../../src/read/literals/latex-numbers';
import { told, type Told } from './support';

const tex = String.raw;

describe('numbers in formulas', () => {
  it.each([
    ['1', 1],
    ['-1', -1],
    ['+ 2.50', 2.5],
    ['−3', -3],
    ['.5', 0.5],
    ['{-4}', -4],
    [tex`\phantom{-}5`, 5],
    [tex`1\,000`, 1000],
    [tex`\,7\;`, 7],
    [tex`\frac{1}{2}`, 0.5],
    [tex`-\tfrac{3}{4}`, -0.75],
    [tex`\dfrac{-1}{8}`, -0.125],
    [tex`\frac12`, 0.5],
    ['3/4', 0.75],
    [tex`2.5 \cdot 10^{-3}`, 2.5e-3],
    [tex`-1\times10^4`, -1e4],
    [tex`\infty`, Infinity],
    [tex`-\infty`, -Infinity],
  ])('%s', (cell, value) => {
    expect(latexNumber(cell)?.value).toBe(value);
  });

  it.each(
    [
      [
        '',
        'x',
        '1 2',
        '1,5',
        '1{,}5',
        '2x',
        '1 + 1',
        tex`\sqrt{2}`,
        tex`\frac{a}{2}`,
        tex`\frac{1}{0}`,
      ],
      [
        tex`\mathbf{1}`,
        tex`\pi`,
        '1e5',
        '--1',
        '1.2.3',
        tex`2^{3}`,
        tex`10^{3}`,
        '9007199254740993',
      ],
    ].flat(),
  )('but not %j', (cell) => {
    expect(latexNumber(cell)).toBeUndefined();
  });
});

describe('matrices in formulas', () => {
  const cases: [string, ...Told[]][] = [
    [
      tex`\[ W = \begin{bmatrix} 1 & 2 \\[2pt] 3 & 4 \\ \end{bmatrix}, \]`,
      ['W', [2, 2], [1, 2, 3, 4]],
    ],
    [
      tex`\mathbf{b} &= \left[\begin{array}{c|c} \hline 1 & -2 \end{array}\right] \\`,
      ['b', [1, 2], [1, -2]],
    ],
    [tex`$W_{1} := \begin{smallmatrix} 1 \\ 2 \end{smallmatrix}$`, ['W_1', [2, 1], [1, 2]]],
    [tex`$W^{(2)} = \begin{pmatrix*}[r] 1 & 2 \end{pmatrix*}$`, ['W2', [1, 2], [1, 2]]],
    [tex`Let $\vec x = \begin{Bmatrix} 1 & 2 \end{Bmatrix}^\top$.`, ['x', [2, 1], [1, 2]]],
    [tex`$x = \left(\begin{matrix} 1 & 2 \end{matrix}\right)^{T}$`, ['x', [2, 1], [1, 2]]],
    [
      tex`\frac{\partial L}{\partial \mathbf{Y}} = \begin{vmatrix} 1 & 2 \end{vmatrix}`,
      ['dL_dY', [1, 2], [1, 2]],
    ],
    [
      '\\begin{pmatrix} 1 & 2 % 9 & 9 \\\\\n \\\\ 3 & 4 \\end{pmatrix} % \\begin{pmatrix} 1 & 2 \\end{pmatrix}',
      ['-', [2, 2], [1, 2, 3, 4]],
    ],
    [tex`\begin{pmatrix} a & b \\ c & 1 \end{pmatrix}`, ['-', [2, 2], 'shape-only']],
    [tex`$Y = XW + b = \begin{pmatrix} 1 & 2 \end{pmatrix}$`, ['-', [1, 2], [1, 2]]],
    [
      tex`$Y = \begin{pmatrix} 1 & 2 \end{pmatrix} \begin{pmatrix} 3 \\ 4 \end{pmatrix}$`,
      ['-', [1, 2], [1, 2]],
      ['-', [2, 1], [3, 4]],
    ],
    [
      tex`\begin{pmatrix} \begin{pmatrix} 1 & 2 \end{pmatrix} & 3 \end{pmatrix}`,
      ['-', [1, 2], [1, 2]],
    ],
    [tex`\begin{pmatrix} 1 & \cdots & 2 \\ \vdots & \ddots & \vdots \end{pmatrix}`],
    [tex`\begin{pmatrix} A & 0 \\ 0 & B \end{pmatrix} \begin{pmatrix} 1 \end{pmatrix}`],
    [tex`\begin{array}{rcl} y & = & x \\ z & = & w \end{array} \begin{cases} 1 & 2 \end{cases}`],
    [tex`\includegraphics[1, 2]{x} \begin{tabular}{cc} 1 & 2 \end{tabular}`],
  ];

  it.each(cases)('%s', (text, ...found) => {
    expect(told(scanLiterals(text, 'latex'))).toEqual(found);
    expect(told(scanLiterals(text, 'tex'))).toEqual(found);
  });
});

describe('Markdown', () => {
  it('is read fence by fence, and as formulas and prose between them', () => {
    const text = [
      "It's 50% of $W = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$ [1, 2](link), see [3, 4].",
      '```julia',
      'X = [5 6; 7 8]',
      '```',
      '> ~~~matlab',
      'a = [1 -2]; "```"',
      '> ~~~',
      '```',
      'Y = [[1, 2], [3, 4]]',
      '```',
      '``` {.r}',
      'b <- c(1, 2)',
      '```',
      'Then z = [9, 9] and `q = [8, 8]`, and $\\begin{pmatrix} 1 & 2$.',
      '```c',
      'int d[] = {1, 2};',
    ].join('\n');
    expect(told(scanLiterals(text, 'markdown'))).toEqual([
      ['W', [2, 2], [1, 2, 3, 4]],
      ['X', [2, 2], [5, 6, 7, 8]],
      ['a', [1, 2], [1, -2]],
      ['Y', [2, 2], [1, 2, 3, 4]],
      ['b', [2], [1, 2]],
      ['z', [2], [9, 9]],
      ['q', [2], [8, 8]],
      ['d', [2], [1, 2]],
    ]);
  });

  it('keeps the places of what it finds', () => {
    const text =
      'a\n```js\nconst W = [[1, 2], [3, 4]];\n```\n$b = \\begin{pmatrix} 1 & 2 \\end{pmatrix}$';
    const { bindings, arrays } = scanLiterals(text, 'markdown');
    expect(bindings.map(({ span }) => text.slice(span.start, span.end))).toEqual(['W', 'b']);
    expect(arrays.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '[[1, 2], [3, 4]]',
      '\\begin{pmatrix} 1 & 2 \\end{pmatrix}',
    ]);
  });

  it('writes ends of rows in formulas doubly too', () => {
    const text = '$$W = \\begin{pmatrix} 1 & 2 \\\\\\\\ 3 & 4 \\end{pmatrix}$$';
    expect(told(scanLiterals(text, 'markdown'))).toEqual([['W', [2, 2], [1, 2, 3, 4]]]);
  });
});
