import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/read';

describe('the state of a value', () => {
  it('is sampled for what is drawn unseeded, and the same at every look', () => {
    const source = 'import numpy as np\nX = np.random.rand(2, 3)\nY = X @ np.ones((3, 2)) + 1';
    const [first, second] = [evaluate(source), evaluate(source)];
    expect(first.globals.get('X')?.state).toBe('sampled');
    expect(first.globals.get('Y')?.state).toBe('sampled');
    expect(first.globals.get('X')?.data).toEqual(second.globals.get('X')?.data);
  });

  it('is known again after a seed', () => {
    const reading = evaluate(
      'import numpy as np\na = np.random.rand(2)\nnp.random.seed(0)\nb = np.random.rand(2)',
    );
    expect(reading.globals.get('a')?.state).toBe('sampled');
    expect(reading.globals.get('b')?.state).toBe('known');
    expect(reading.globals.get('b')?.data?.[0]).toBe(0.5488135039273248);
  });

  it('makes a condition on sampled numbers unknown, whichever way it would go', () => {
    const reading = evaluate(
      'import numpy as np\nx = np.random.rand()\ny = np.ones(2)\nif x > 0.5:\n    y = np.zeros(2)',
    );
    expect(reading.globals.has('y')).toBe(false);
  });

  it('goes with what is taken at sampled places', () => {
    const { globals } = evaluate(
      [
        'import numpy as np',
        'i = np.random.randint(0, 4, 2)',
        'x = np.arange(4)',
        'y = x[i]',
        'z = float(np.random.rand())',
        'w = np.array([z, 1])',
        'v = np.zeros(2)',
        'row = v[:1]',
        'row[0] = z',
      ].join('\n'),
    );
    const states = ['x', 'y', 'w', 'v', 'row'].map((name) => globals.get(name)?.state);
    expect(states).toEqual(['known', 'sampled', 'sampled', 'sampled', 'sampled']);
  });

  it('is shape-only for an array that something unknown was written into, through any view of it', () => {
    const { globals } = evaluate(
      [
        'import numpy as np, unknown_module',
        'x = np.zeros((2, 3))',
        'view = x.T',
        'view[0] = unknown_module.value',
        'y = np.ones(2)',
        'y -= unknown_module.f(3)',
      ].join('\n'),
    );
    expect(globals.get('x')).toMatchObject({ state: 'shape-only', shape: [2, 3] });
    expect(globals.get('y')).toMatchObject({ state: 'shape-only', shape: [2] });
    expect(globals.get('x')?.data).toBeUndefined();
  });

  it('of a stream is lost when something is drawn that is not read', () => {
    const { globals } = evaluate(
      [
        'import numpy as np',
        'np.random.seed(1)',
        'a = np.random.rand(2)',
        'np.random.bytes(5)',
        'b = np.random.rand(2)',
        'np.random.seed(1)',
        'c = np.random.rand(2)',
      ].join('\n'),
    );
    const states = ['a', 'b', 'c'].map((name) => globals.get(name)?.state);
    expect(states).toEqual(['known', 'sampled', 'known']);
  });

  it('is a snapshot: a later change in place does not reach back', () => {
    const source = 'import numpy as np\nX = np.zeros(2)\nY = X + 1\nX[0] = 5\nX += 1';
    const reading = evaluate(source);
    expect(Array.from(reading.bindings.find(({ name }) => name === 'X')!.value.data!)).toEqual([
      0, 0,
    ]);
    expect(Array.from(reading.globals.get('X')!.data!)).toEqual([6, 1]);
    expect(Array.from(reading.valueAt(source.indexOf('X + 1'))!.data!)).toEqual([0, 0]);
  });
});

describe('what an unknown condition leads to', () => {
  const after = (...lines: string[]) =>
    evaluate(['import numpy as np, somewhere', 'c = somewhere.c', ...lines].join('\n'));

  it('is unknown, in both branches and inside of what they change', () => {
    const { globals, errors } = after(
      'x = np.zeros(2)',
      'y = np.zeros(2)',
      'z = np.zeros(2)',
      'if c:',
      '    x[0] = 1',
      'elif c > 2:',
      '    y = np.ones(2)',
      'else:',
      '    z += 1',
    );
    expect(errors).toEqual([]);
    expect(globals.get('x')?.state).toBe('shape-only');
    expect(globals.has('y')).toBe(false);
    expect(globals.get('z')?.state ?? 'unknown').not.toBe('known');
  });

  it('is what a function returns that may have returned earlier', () => {
    const { globals } = after(
      'def f(a):',
      '    if c: return a',
      '    return a + 1',
      'y = f(np.ones(2))',
    );
    expect(globals.has('y')).toBe(false);
  });

  it('is nothing where the branch would only raise', () => {
    const { globals } = after(
      'def f(a):',
      '    if c: raise ValueError()',
      '    return a + 1',
      'y = f(np.ones(2))',
    );
    expect(Array.from(globals.get('y')!.data!)).toEqual([2, 2]);
  });

  it('is unknown after a loop that may have ended early', () => {
    const { globals } = after(
      'x = np.zeros(2)',
      'n = np.zeros(1)',
      'for i in range(3):',
      '    if i == somewhere.limit: break',
      '    x = x + 1',
      'k = n + 1',
    );
    expect(globals.has('x')).toBe(false);
    expect(globals.get('k')?.state).toBe('known');
  });

  it('is not trusted for `is None` either', () => {
    const { globals } = after('y = np.ones(2) if c is None else np.zeros(3)');
    expect(globals.has('y')).toBe(false);
  });
});

describe('what Python itself draws', () => {
  const drawn = (...lines: string[]) =>
    evaluate(['import random', 'import numpy as np', ...lines].join('\n'));

  it('is sampled unless it is seeded', () => {
    const { globals } = drawn(
      'x = np.array([random.random(), random.uniform(0, 2)])',
      'random.seed(1)',
      'y = np.array([random.random()])',
    );
    expect(globals.get('x')).toMatchObject({ state: 'sampled', shape: [2] });
    expect(globals.get('y')).toMatchObject({ state: 'known' });
  });

  it('decides nothing unseeded, and leaves what it chooses and shuffles unknown', () => {
    const { globals, errors } = drawn(
      'rows = [1.0, 2.0, 3.0]',
      'random.shuffle(rows)',
      'x = np.array(rows)',
      'y = np.ones(random.choice([2, 3]))',
      'z = np.zeros(2)',
      'if random.random() > 0.5: z = np.ones(2)',
    );
    expect(errors).toEqual([]);
    expect(['x', 'y', 'z'].map((name) => globals.get(name)?.state ?? 'unknown')).not.toContain(
      'known',
    );
  });

  it('is in doubt behind a branch that may have drawn', () => {
    const { globals } = drawn(
      'import somewhere',
      'random.seed(0)',
      'if somewhere.flag: random.random()',
      'x = np.array([random.random()])',
    );
    expect(globals.get('x')?.state).not.toBe('known');
  });
});

describe('a generator over what is not known', () => {
  const code = (...lines: string[]) =>
    evaluate(
      [
        'import numpy as np, somewhere',
        'def rows():',
        '    yield np.ones(2)',
        '    for row in somewhere.data: yield row',
        ...lines,
      ].join('\n'),
    );

  it('leaves its doubt on what a loop changes', () => {
    const { globals, errors } = code('total = np.zeros(2)', 'for row in rows(): total += row');
    expect(errors).toEqual([]);
    expect(globals.has('total')).toBe(false);
  });

  it('gives the items that come before it', () => {
    const { globals } = code('first = next(rows())', 'all = len(list(rows()))');
    expect(globals.get('first')).toMatchObject({ state: 'known', shape: [2] });
  });
});

describe('the value at a place', () => {
  const source = [
    'import numpy as np',
    'class Affine:',
    '    def __init__(self, W): self.W = W',
    '    def forward(self, x):',
    '        return np.dot(x, self.W) + 1',
    'X = [[1, 2], [3, 4]]',
    'Y = Affine(np.eye(2)).forward(np.array(X).T)',
  ].join('\n');
  const reading = evaluate(source);
  const at = (text: string, shift = 0) => reading.valueAt(source.indexOf(text) + shift);

  it('is that of the innermost array expression', () => {
    expect(at('np.dot(x, self.W)', 3)).toMatchObject({ shape: [2, 2], tape: { op: 'dot' } });
    expect(at('x, self.W')).toMatchObject({ name: 'x', shape: [2, 2] });
    expect(at('self.W) +', 5)).toMatchObject({ name: 'self.W', shape: [2, 2] });
    expect(at('+ 1', 1)).toMatchObject({ tape: { op: 'add' } });
  });

  it('knows parameters from the call that reached them', () => {
    expect(at('x):')).toMatchObject({ name: 'x', data: Float64Array.of(1, 3, 2, 4) });
  });

  it('keeps the operands of an operation as they were', () => {
    const text = 'import numpy as np\nW = np.ones(2)\nY = W + 1\nW[0] = 7\n';
    const { tape } = evaluate(text).valueAt(text.indexOf('+'))!;
    expect(tape?.operands.map(({ data }) => Array.from(data!))).toEqual([[1, 1], [1]]);
  });

  it('is nothing where there is no array', () => {
    expect(at('import')).toBeUndefined();
  });
});
