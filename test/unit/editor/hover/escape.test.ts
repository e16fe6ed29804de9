import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoverMarkdown } from '../../../../src/editor/hover';
import { codeSpan, plainText } from '../../../../src/editor/hover/escape';
import { arrayFacts } from '../../../../src/read/facts';
import { lastArray } from '../../read/facts/support';
import { options } from './support';

/** What is left of Markdown without its code spans, by CommonMark's rule, and what they hold. */
function parted(markdown: string): { rest: string; spans: string[] } {
  const spans: string[] = [];
  let [rest, at] = ['', 0];
  while (at < markdown.length) {
    const ticks = /^`+/.exec(markdown.slice(at))?.[0];
    if (!ticks) {
      rest += markdown[at++];
      continue;
    }
    // The span ends at the next run of exactly as many ticks.
    const after = markdown.slice(at + ticks.length);
    const end = [...after.matchAll(/`+/g)].find(([run]) => run === ticks)?.index;
    if (end !== undefined) spans.push(after.slice(0, end).replace(/^ (.*[^ ].*) $/, '$1'));
    at += ticks.length + (end === undefined ? 0 : end + ticks.length);
    if (end === undefined) rest += ticks;
  }
  return { rest, spans };
}

const hostile = fc
  .array(
    fc.constantFrom(
      ...['`', '``', '](command:evil)', '[', '|', '\n', '\r', '$(', 'check)', '\\', '<b>', '*'],
      ...['&lt;', '\u202e', '\u0000', ' ', 'x', '~', '\ud83d', '![', '---', '\u2028'],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('a code span', () => {
  it('holds whatever it is given, on one line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { rest, spans } = parted(`a ${codeSpan(text)} b`);
        expect(rest).toMatch(/^a {1,2}b$/);
        expect(spans.length).toBeLessThanOrEqual(1);
        expect(spans.join('')).not.toMatch(/[\n\r\u2028\u202e\0]|\$\(/);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['X', '`X`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['a``b`', '``` a``b` ```'],
    ['a\n  b', '`a b`'],
    ['$(check)', '`$\u2060(check)`'],
    [' ', ''],
  ])('of %j is %s', (text, markdown) => {
    expect(codeSpan(text)).toBe(markdown);
  });
});

describe('plain text', () => {
  it('has no mark that is not escaped', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(plainText(text).replace(/\\[^\w\s]/g, '')).not.toMatch(/[\\`*_[\]()!|<>~$&\n]/);
      }),
    );
  });
});

describe('a hover over an array with a hostile name', () => {
  it.each([
    '](command:evil)',
    '`](command:evil)`[x',
    '$(check) safe',
    '| a | b |\\n| - | - |',
    '<img src=x>',
    '``` \\n\\n[run](command:evil)',
  ])('links nowhere but to its own commands: %s', (key) => {
    const { array, source } = lastArray([
      'p = {}',
      `p['${key}'] = np.array([[1.0, 2.0], [3.0, 4.0]])`,
      `q = p['${key}'] @ p['${key}'] + 1  # ](command:evil)`,
    ]);
    const named = [array, ...array.tape!.operands, array.tape!.operands[0]!.tape!.operands[0]!];
    expect(named.some(({ name }) => name !== undefined && name !== 'q')).toBe(true);
    for (const each of named) {
      const markdown = hoverMarkdown(arrayFacts(each, source), options)!;
      const { rest } = parted(markdown);
      const targets = [...rest.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target);
      for (const target of targets) expect(target).toMatch(/^(command:affine\.|data:image\/svg)/);
      expect(rest).not.toMatch(/evil|<img|safe/);
      expect([...markdown.matchAll(/\$\(([\w-]+)\)/g)].map(([, icon]) => icon)).toEqual([]);
    }
  });
});
