import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/read/syntax/parse';
import { TreeMemory } from '../../../src/read/syntax/tree-memory';

const program = readFileSync(
  new URL('../../oracle/read/programs/two_layer_net.py', import.meta.url),
  'utf8',
);

describe('parsing after an edit', () => {
  it('gives what parsing the whole text gives', { timeout: 60_000 }, () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\n',
        '    ',
        '(',
        ')',
        '[',
        ']',
        ':',
        '=',
        '"""',
        "'",
        '#',
        'def f():\n',
        ',',
      ),
      fc.string({ maxLength: 6 }),
    );
    const edit = fc.record({ at: fc.nat(), remove: fc.nat(12), insert: piece });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const memory = new TreeMemory();
        let text = program;
        parse(text, memory);
        for (const { at, remove, insert } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + insert + text.slice(from + remove);
          const { statements, faults } = parse(text, memory);
          const whole = parse(text);
          expect(faults).toEqual(whole.faults);
          expect(statements).toEqual(whole.statements);
        }
      }),
      { numRuns: 60 },
    );
  });
});
