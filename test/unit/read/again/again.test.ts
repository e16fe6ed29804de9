import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { evaluate, Memory, type EvaluateOptions, type SourceFiles } from '../../../../src/read';
import { Interpreter } from '../../../../src/read/python/interpreter';
import { edited, typing } from './edits';
import { told } from './told';

const folder = new URL('../../../oracle/read/programs/', import.meta.url);

/** A file of the workspace that keeps something of its own. */
const modules: SourceFiles = {
  imports: { layers: 'layers.py' },
  files: {
    'layers.py': {
      text: 'import numpy as np\ncalls = []\ndef next(x):\n    calls.append(x)\n    return x * len(calls)\n',
      imports: {},
    },
  },
};

/** What holds on to something from one statement to the next. */
const HOLDING = `import numpy as np, layers, random
x = np.array([[1., 2.], [3., 4.]])
view = x[0]
def draws():
    while True:
        yield np.random.rand()
numbers = draws()
next(numbers); view[0] = next(numbers)
class Counter:
    made = 0
    def __init__(self):
        Counter.made += 1
        self.kept = x  # an alias
total = 0
def add(n):
    global total
    total += n
for i in range(3):
    add(i); Counter().kept[1] *= 2
print(total, Counter.made, x.sum())
y = layers.next(x); y = layers.next(y)
rows = iter([1, 2, 3])
next(rows)
random.seed(2); print(random.random(), next(rows))
s = np.random.RandomState(1); print(s.randn(2))
x += 1
print(next(numbers), layers.calls, view)
Y = np.dot(x, np.ones((2, 3))) + np.zeros(3)
z = np.array([1, 2]); z[0] = 1.5
print(next(rows), Y.shape, 1 / np.zeros(2))
`;

const programs = [
  HOLDING,
  ...readdirSync(folder)
    .filter((file) => /^(book|cs231n|dl_|inplace|gan|language)/.test(file))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .filter((text) => text.length < 4000),
];

function offsetsIn(text: string): number[] {
  return Array.from({ length: 40 }, (_, i) => Math.floor((i / 39) * text.length));
}

describe('reading after an edit', () => {
  it('tells what reading the whole text tells', { timeout: 240_000 }, () => {
    const options: EvaluateOptions = { modules, budget: { steps: 100_000, time: 60_000 } };
    fc.assert(
      fc.property(fc.constantFrom(...programs), typing, (program, places) => {
        const memory = new Memory();
        let [text, before] = [program, program];
        evaluate(text, { ...options, memory });
        for (const typed of places.flat()) {
          [text, before] = [edited(text, before, typed), text];
          const offsets = offsetsIn(text);
          const again = told(evaluate(text, { ...options, memory }), offsets);
          expect(again).toEqual(told(evaluate(text, options), offsets));
          if (typed.pause > 0) memory.goAhead(typed.pause);
        }
      }),
      { numRuns: 120 },
    );
  });
});

describe('what is read again', () => {
  const executed = vi.spyOn(Interpreter.prototype, 'execute');
  afterEach(() => executed.mockClear());

  const text = `import numpy as np
# numbers
x = np.ones((2, 3))
def f(a):
    # twice
    return a * 2
y = f(x)
print(y)
`;

  /** How many statements of a program are executed to read a text after others, with time for itself in between. */
  function executedFor(...texts: readonly string[]): number {
    const memory = new Memory();
    for (const each of texts.slice(0, -1)) {
      evaluate(each, { memory });
      memory.goAhead(1000);
    }
    executed.mockClear();
    evaluate(texts.at(-1)!, { memory });
    return executed.mock.calls.length;
  }

  it('is everything at first', () => {
    expect(executedFor(text)).toBe(5);
  });

  it.each([
    ['a comment at the margin', text.replace('# numbers', '# some numbers')],
    ['a comment in a function', text.replace('# twice', '# two times')],
    ['a blank line', text.replace('x = ', '\n\nx = ')],
    ['blanks in an expression', text.replace('a * 2', 'a  *  2')],
  ])('is nothing after an edit of %s', (_, other) => {
    expect(executedFor(text, other)).toBe(0);
  });

  it('is but the statement that is typed at, from its second letter on', () => {
    const [once, twice] = [
      text.replace('print(y)', 'print(y + 1)'),
      text.replace('print(y)', 'print(y + 12)'),
    ];
    expect(executedFor(text, once)).toBe(5);
    expect(executedFor(text, once, twice)).toBe(1);
  });

  it('is everything where the files that are imported change', () => {
    const memory = new Memory();
    const program = 'import layers\nx = layers.next(2)\n';
    evaluate(program, { memory, modules });
    const file = { ...modules.files['layers.py']!, text: 'def next(x):\n    return x\n' };
    const changed = { ...modules, files: { 'layers.py': file } };
    expect(evaluate(`${program}print(x)`, { memory, modules: changed }).output).toBe('2\n');
  });
});
