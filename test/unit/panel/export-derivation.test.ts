import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import temml from 'temml';
import { describe, expect, it } from 'vitest';
import { compute, plain, type Computation } from '../../../src/core';
import { partAt, partsOf, type Writing } from '../../../src/panel/export/derivation';
import { latexDocument, latexOf } from '../../../src/panel/export/latex';
import { markdownOf } from '../../../src/panel/export/markdown';
import { texNumber } from '../../../src/panel/export/tex';
import { anyInputs, arraysOf, computed, given, small, smallWith } from './export-support';

const english: Writing = { digits: 4, words: (sentence) => plain(sentence) };
const exact: Writing = { ...english, digits: 'all' };
const bundle = JSON.parse(
  readFileSync(new URL('../../../l10n/bundle.l10n.ja.json', import.meta.url), 'utf8'),
) as Record<string, string>;
const japanese: Writing = {
  digits: 4,
  words: (sentence) => plain(sentence, bundle[sentence.text]),
};

const latex = (computation: Computation, writing = english) =>
  latexDocument('Affine', partsOf(computation, writing));
const markdown = (computation: Computation, writing = english) =>
  markdownOf(partsOf(computation, writing), 'Affine');

/** What is left open at the end of a text: braces, environments, displays. */
function leftOpen(tex: string): string[] {
  const open: string[] = [];
  const pairs = tex
    .replace(/\\[\\{}]/g, '')
    .matchAll(/\\begin\{(\w+)\}|\\end\{(\w+)\}|[{}]|\\\[|\\\]/g);
  const close = (what: string) => {
    if (open.at(-1) === what) open.pop();
    else open.push(`unexpected end of ${what}`);
  };
  for (const [token, begun, ended] of pairs) {
    if (begun) open.push(begun);
    else if (ended) close(ended);
    else if (token === '{' || token === '\\[') open.push(token);
    else close(token === '}' ? '{' : '\\[');
  }
  return open;
}

describe('a derivation as LaTeX', () => {
  it('writes a product with its matrices, axes and the sum of the cell at the position', () => {
    expect(latexOf([partAt(computed, { step: 1, cell: 1 }, english)])).toBe(
      String.raw`% \usepackage{amsmath}
\subsection*{2. $X\cdot W$}
One row of $X$ meets one column of $W$: multiply the entries that share the same $d$, then add the $D = 3$ products. The bias is not in yet, so this is a cell of $XW$, not of $Y$.
\[
\begin{aligned}
XW &= X \cdot W \\
&= \underset{X\;(N=2,\, D=3)}{\begin{pmatrix} 1 & 2 & -1 \\ 0 & -2 & 3 \end{pmatrix}} \cdot \underset{W\;(D=3,\, H=2)}{\begin{pmatrix} 1 & -1 \\ 2 & 0.5 \\ 0 & 3 \end{pmatrix}} \\
&= \underset{XW\;(N=2,\, H=2)}{\begin{pmatrix} 5 & -3 \\ -4 & 8 \end{pmatrix}}
\end{aligned}
\]
\[
\begin{aligned}
(XW)_{01} &= x_{00} \cdot w_{01} + x_{01} \cdot w_{11} + x_{02} \cdot w_{21} \\
&= 1 \cdot (-1) + 2 \cdot 0.5 + (-1) \cdot 3 \\
&= -3
\end{aligned}
\]
`,
    );
  });

  it('turns W for dX and X for dW', () => {
    const [dX, dW] = [6, 7].map((step) => partAt(computed, { step }, english).formulas[0]);
    expect(dX).toContain(
      String.raw`W^{\mathsf T}\;(H=2,\, D=3)}{\begin{pmatrix} 1 & 2 & 0 \\ -1 & 0.5 & 3 \end{pmatrix}`,
    );
    expect(dW).toContain(
      String.raw`X^{\mathsf T}\;(D=3,\, N=2)}{\begin{pmatrix} 1 & 0 \\ 2 & -2 \\ -1 & 3 \end{pmatrix}`,
    );
  });

  it('writes dW as a sum of outer products where it is read so', () => {
    const [text] = partAt(computed, { step: 7 }, english, { reading: 'outer' }).formulas;
    expect(text).toContain(
      String.raw`\begin{pmatrix} 1 \\ 2 \\ -1 \end{pmatrix} \cdot \begin{pmatrix} 1 & -0.5 \end{pmatrix} + `,
    );
    expect(text).toContain(
      String.raw`\begin{pmatrix} 1 & -0.5 \\ 2 & -1 \\ -1 & 0.5 \end{pmatrix} + \begin{pmatrix} 0 & 0 \\ -4 & -0.5 \\ 6 & 0.75 \end{pmatrix}`,
    );
    expect(text).toContain(
      String.raw`\begin{pmatrix} 1 & -0.5 \\ -2 & -1.5 \\ 5 & 1.25 \end{pmatrix}`,
    );
  });

  it('gives the check its numbers: one entry’s slope, each gradient both ways, and what it came to', () => {
    const { why, formulas } = partAt(computed, { step: 9, cell: 6 }, english, { nudge: -3 });
    expect(why[1]).toMatch(
      /^Of 14 entries 14 pass; the largest relative error is \d(\.\d)?e-1\d, with <m>h<\/m> = 1e-3\.$/,
    );
    expect(formulas[1]).toContain('L(w_{00} + h) - L(w_{00} - h)');
    expect(formulas[1]).toContain('{0.002}');
    expect(formulas[1]).toContain('dw_{00} &= 1');
    expect(formulas.slice(2).map((formula) => formula.slice(0, 2))).toEqual(['dX', 'dW', 'db']);
    expect(formulas[4]).toBe(
      String.raw`db = \begin{pmatrix} 3 & -0.25 \end{pmatrix} \approx \begin{pmatrix} 3 & -0.25 \end{pmatrix}`,
    );
  });

  it('closes all it opens, in both languages', () => {
    fc.assert(
      fc.property(anyInputs, fc.constantFrom(english, exact, japanese), (inputs, writing) => {
        const computation = compute(inputs);
        expect(leftOpen(latex(computation, writing))).toEqual([]);
        expect(leftOpen(markdown(computation, writing))).toEqual([]);
        const outer = partsOf(computation, writing, { reading: 'outer', nudge: -1 });
        for (const { formulas } of [...partsOf(computation, writing), ...outer]) {
          for (const formula of formulas) {
            expect(() => temml.renderToString(formula, { throwOnError: true })).not.toThrow();
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has every number of every array, with all its digits where that is asked for', () => {
    fc.assert(
      fc.property(anyInputs, fc.constantFrom(english, exact), (inputs, writing) => {
        const computation = compute(inputs);
        const text = latex(computation, writing);
        for (const [, data] of arraysOf(computation)) {
          for (const entry of data) {
            expect(text).toContain(texNumber(entry, 'float64', writing.digits).tex);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says “about” wherever a number is cut short, and nowhere else', () => {
    const third = compute({ ...small, X: given([2, 3], [1 / 3, 2, -1, 0, -2, 3]) });
    const about = (writing: Writing) =>
      partAt(third, { step: 1 }, writing).formulas.join().includes('\\approx');
    expect(about(english)).toBe(true);
    expect(about(exact)).toBe(false);
    expect(partAt(computed, { step: 1 }, english).formulas.join()).not.toContain('\\approx');
  });

  it('leaves out the middle of a large matrix, and says how large it is', () => {
    const zeros = (shape: readonly number[]) =>
      given(
        shape,
        Array.from({ length: shape[0]! * (shape[1] ?? 1) }, (_, i) => i),
      );
    const large = compute({ X: zeros([20, 50]), W: zeros([50, 10]), b: zeros([10]) });
    const [matrices, sum] = partAt(large, { step: 1 }, english).formulas as [string, string];
    expect(matrices).toContain('(N=20,\\, D=50)');
    expect(matrices).toContain('0 & 1 & 2 & 3 & \\cdots & 49 \\\\');
    expect(matrices).toContain('\\vdots & \\vdots & \\vdots & \\vdots & \\ddots & \\vdots');
    expect(matrices).toContain('950 & 951 & 952 & 953 & \\cdots & 999');
    expect(sum).toContain('x_{0,0} \\cdot w_{0,0}');
    expect(sum).toContain('+ \\cdots + x_{0,49} \\cdot w_{49,0}}_{50}');
    expect(leftOpen(latex(large))).toEqual([]);
  });

  it('says why there is no result where the shapes clash', () => {
    const clash = compute({ ...small, W: given([2, 2], [1, 2, 3, 4]) });
    const text = latex(clash);
    expect(text).toContain('shapes (2,3) and (2,2) not aligned: 3 (dim 1) != 2 (dim 0)');
    expect(text).toContain('\\to \\underset{XW}{?}');
    expect(leftOpen(text)).toEqual([]);
  });

  it('gives a loss with its target and its value', () => {
    const T = [1, 0, 0, 1];
    const half = compute(smallWith({ kind: 'half-squared', target: T, isMean: true }));
    const text = latex(half, exact);
    expect(text).toContain('T = \\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}');
    expect(text).toContain(`= ${half.upstream.loss!.value}`);
    const softmax = compute(smallWith({ kind: 'softmax', target: [0, 1], isMean: false }));
    expect(latex(softmax)).toContain('t = \\begin{pmatrix} 0 & 1 \\end{pmatrix}');
  });

  it('names what TeX would take for commands', () => {
    const text = latexDocument('a_b & 100% {x} \\y → z', []);
    expect(text).toContain('\\section*{a\\_b \\& 100\\% \\{x\\} \\textbackslash{}y $\\to$ z}');
  });

  it('is in Japanese where the panel is, and then in a class that can set it', () => {
    const text = latex(computed, japanese);
    expect(text).toContain('\\documentclass{jlreq}');
    expect(text).toContain('和は勾配をそのまま両側へ流す。');
    expect(text).not.toMatch(/[A-Za-z]{4,} [a-z]{2,} [a-z]{2,}/);
    expect(latex(computed)).toContain('\\documentclass{article}');
  });
});

describe('a derivation as Markdown', () => {
  it('sets its formulas as the same TeX', () => {
    const part = partAt(computed, { step: 5 }, english);
    expect(markdownOf([part])).toBe(
      [
        '## 6. $db$',
        part.why[0]!.replace(/<(\w)>(.*?)<\/\1>/g, '$$$2$$'),
        ...part.formulas.map((formula) => `$$\n${formula}\n$$`),
      ].join('\n\n') + '\n',
    );
  });

  it('has a heading for every step', () => {
    const headings = markdown(computed).match(/^## .*$/gm);
    expect(headings).toEqual([
      '## 1. Shapes',
      '## 2. $X\\cdot W$',
      '## 3. $+ b$',
      '## 4. $dY$',
      '## 5. $+$',
      '## 6. $db$',
      '## 7. $dX$',
      '## 8. $dW$',
      '## 9. Verdict',
      '## 10. Check',
    ]);
  });
});
