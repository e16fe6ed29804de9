import { describe, expect, it } from 'vitest';
import { say } from '../../../../src/core';
import { hoverMarkdown } from '../../../../src/editor/hover';
import { evaluate } from '../../../../src/read';
import { arrayFacts, MOST_COPIED } from '../../../../src/read/facts';
import { arrayOf, lastArray } from '../../read/facts/support';
import { options } from './support';

/** The hover over what the last line binds, without its picture. */
function hover(lines: readonly string[], own: Partial<typeof options> = {}): string {
  const { array, source } = lastArray(lines);
  const text = hoverMarkdown(arrayFacts(array, source), { ...options, ...own })!;
  return text.replace(/!\[[^\]]*\]\([^)]*\)\n\n/, '');
}

describe('the hover over an array', () => {
  it('shows a small matrix as a table', () => {
    expect(hover(['W = np.array([[1, -1], [2, 0.5], [0, 3]])'])).toMatchInlineSnapshot(`
      "**\`W\`** \`ndarray (3, 2) float64\`

      |   | \\[0\\] | \\[1\\] |
      | :-- | --: | --: |
      | \\[0\\] | 1 | −1 |
      | \\[1\\] | 2 | 0.5 |
      | \\[2\\] | 0 | 3 |

      min −1 · max 3 · mean 0.9167 · line 2: \`np.array([[1, -1], [2, 0.5], [0, 3]])\`

      ---

      Copy as [NumPy](command:affine.copy?%5B%22file%3A%2F%2F%2Flayers.py%22%2C7%2C%22numpy%22%5D) · [LaTeX](command:affine.copy?%5B%22file%3A%2F%2F%2Flayers.py%22%2C7%2C%22latex%22%5D) · [CSV](command:affine.copy?%5B%22file%3A%2F%2F%2Flayers.py%22%2C7%2C%22csv%22%5D)"
    `);
  });

  it('names the axes of an Affine layer, and says what the bias does', () => {
    const source = [
      'import numpy as np',
      'X = np.array([[1, 2, -1], [0, -2, 3]])',
      'W = np.array([[1, -1], [2, 0.5], [0, 3]])',
      'b = np.array([0.5, -1])',
      'Y = np.dot(X, W) + b',
    ].join('\n');
    const reading = evaluate(source);
    const facts = arrayFacts(reading.globals.get('Y')!, source, { affine: reading.affines[0] });
    const text = hoverMarkdown(facts, { ...options, hasAffine: true })!;
    expect(text).toContain('**`Y`** `ndarray (2, 2) float64` · N = 2 batch, H = 2 out');
    expect(text).toContain('| n=0 | 5.5 | −4 |');
    expect(text).toContain('`X·W + b: (2,2) + (2,) → (2,2)` · `(N,H) + (H,) → (N,H)`');
    expect(text).toContain('`b` is lent to 2 rows');
    expect(text).toContain('[Visualize Affine](command:affine.visualizeAt?');
  });

  it('shows a larger array as lines that align, with dots for what is left out', () => {
    const text = hover(['np.random.seed(0)', 'M = np.arange(90).reshape(3, 3, 10) - 5.5']);
    const block = /```python\n([^`]*)\n```/.exec(text)![1]!;
    expect(block).toMatchInlineSnapshot(`
      "[0]
            [0]   [1]   [2]  …   [7]   [8]   [9]
      [0]  −5.5  −4.5  −3.5  …   1.5   2.5   3.5
      [1]   4.5   5.5   6.5  …  11.5  12.5  13.5
      [2]  14.5  15.5  16.5  …  21.5  22.5  23.5
      …
      [2]
            [0]   [1]   [2]  …   [7]   [8]   [9]
      [0]  54.5  55.5  56.5  …  61.5  62.5  63.5
      [1]  64.5  65.5  66.5  …  71.5  72.5  73.5
      [2]  74.5  75.5  76.5  …  81.5  82.5  83.5"
    `);
  });

  it('says what the numbers are where they are not what NumPy would give', () => {
    expect(hover(['X = np.random.rand(2, 2)'])).toContain('an example draw: no seed is set');
    const unknown = hover(['import other', 'x = np.zeros((2, 3))', 'x[0] = other.f()', 'y = x']);
    expect(unknown).toContain('only the shape is known');
    expect(unknown).not.toMatch(/Copy|min|\|/);
    expect(hover(['x = np.zeros(2)'])).not.toMatch(/example|only/);
  });

  it('is none without a shape', () => {
    const facts = arrayFacts(
      { state: 'unknown', dtype: 'float64', span: { start: 0, end: 0 } },
      '',
    );
    expect(hoverMarkdown(facts, options)).toBeUndefined();
    expect(hoverMarkdown({ ...facts, shape: [2] }, options)).toContain('only the shape is known');
  });

  it('counts what is not finite', () => {
    const text = hover(['u = np.array([1.0, np.nan, np.nan, -np.inf])']);
    expect(text).toContain('min 1 · max 1 · mean NaN · $(warning) 2 × NaN · $(warning) 1 × ∞');
  });

  it('gives a number as a value, and says where there is none', () => {
    expect(hover(['s = np.ones((2, 3)).sum()'])).toMatch(/^value 6 · line 2: /m);
    expect(hover(['e = np.zeros((0, 3))'])).toMatch(/^no entries · line 2: /m);
  });

  it('offers copies of what can be copied', () => {
    const links = (length: number) =>
      hoverMarkdown(arrayFacts(arrayOf([length], new Float64Array(length)), ''), options)!;
    expect(links(MOST_COPIED)).toContain('Copy as [NumPy](command:affine.copy?');
    expect(links(MOST_COPIED + 1)).not.toContain('command:');
  });

  it('says its sentences in the words of the translator', () => {
    const words = (sentence: { text: string }) => `«${sentence.text}»`;
    const text = hover(['W = np.ones((2, 2))'], { words, hasAffine: true });
    expect(text).toContain('«mean {mean}»');
    expect(text).toContain(`[«${say('Visualize Affine').text}»](`);
  });
});

describe('the links of a hover', () => {
  const targets = (uri: string) =>
    [...hover(['x = np.ones(2)'], { uri, hasAffine: true }).matchAll(/\]\((command:[^)]*)\)/g)].map(
      ([, target]) => target!,
    );

  it('carry where they stand', () => {
    const uri = 'file:///a (1)/naïve"%20\\).py';
    const args = targets(uri).map((target) => {
      const [command, query] = target.split('?');
      return [command, JSON.parse(decodeURIComponent(query!))];
    });
    expect(args).toEqual([
      ['command:affine.visualizeAt', [uri, 7]],
      ['command:affine.copy', [uri, 7, 'numpy']],
      ['command:affine.copy', [uri, 7, 'latex']],
      ['command:affine.copy', [uri, 7, 'csv']],
    ]);
  });
});
