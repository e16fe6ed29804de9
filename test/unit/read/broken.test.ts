import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/read';

const lines = (...text: string[]): string => ['import numpy as np', ...text].join('\n');

function read(...text: string[]) {
  const source = lines(...text);
  const reading = evaluate(source);
  const errors = reading.errors.map(({ message, span }) => ({
    message,
    line: source.slice(0, span.start).split('\n').length,
  }));
  return { reading, errors };
}

describe('code that is wrong', () => {
  it('names the axis of a ragged list and how many entries its rows have', () => {
    const { errors, reading } = read('X = np.array([[1, 2], [3]])', 'W = np.eye(2)');
    expect(errors).toEqual([
      {
        line: 2,
        message: 'the list is ragged: on axis 1 an item has 1 entries where the first has 2',
      },
    ]);
    expect(reading.globals.get('W')?.shape).toEqual([2, 2]);
    expect(reading.globals.has('X')).toBe(false);
  });

  it('says that an array of numbers cannot hold a text', () => {
    const { errors } = read('X = np.array([[1, "a"]])');
    expect(errors[0]).toEqual({ line: 2, message: 'an array of numbers cannot hold the text "a"' });
  });

  it('names both arrays of a product that does not fit, in NumPy’s words', () => {
    const { errors, reading } = read('X = np.ones((2, 3))', 'W = np.ones((2, 3))', 'Y = X @ W');
    expect(errors).toHaveLength(1);
    expect(errors[0]!.line).toBe(4);
    expect(reading.errors[0]!.operands?.map(({ name, shape }) => [name, shape])).toEqual([
      ['X', [2, 3]],
      ['W', [2, 3]],
    ]);
    expect(reading.affines).toHaveLength(1);
    expect(reading.affines[0]).toMatchObject({
      X: { name: 'X' },
      W: { name: 'W' },
      foundBy: 'tape',
    });
  });

  it('keeps the bias of a sum that does not fit', () => {
    const { reading } = read(
      'X = np.ones((2, 3))',
      'W = np.ones((3, 4))',
      'b = np.ones(3)',
      'Y = np.dot(X, W) + b',
    );
    expect(reading.affines[0]).toMatchObject({ b: { name: 'b', shape: [3] } });
    expect(reading.affines[0]!.spans.add).toBeDefined();
  });

  it('reads on after an unclosed bracket', () => {
    const { errors, reading } = read(
      'X = np.array([[1, 2],',
      '  [3, 4]',
      'W = np.eye(2)',
      'b = np.ones(2)',
    );
    expect(errors).toEqual([{ line: 2, message: 'a bracket opened on line 2 is not closed' }]);
    expect([...reading.globals.keys()]).toEqual(['W', 'b']);
  });

  it('reads on after a line that is not Python', () => {
    const { errors, reading } = read(
      'this is not python at all',
      'W = np.eye(2)',
      'x = = 3',
      'b = np.ones(2)',
    );
    expect(errors.map(({ line }) => line)).toEqual([2, 4]);
    expect([...reading.globals.keys()]).toEqual(['W', 'b']);
  });

  it('makes a target unknown whose statement fails, instead of keeping its old value', () => {
    const { reading } = read('W = np.eye(2)', 'W = undefined_name + 1');
    expect(reading.globals.has('W')).toBe(false);
    expect(reading.errors[0]!.message).toBe('name undefined_name is not defined');
  });

  it('keeps the old value of a target where the program handles that its statement fails', () => {
    const { reading, errors } = read(
      'W = np.eye(2)',
      'try:',
      '    W = W @ np.ones(3)',
      'except ValueError:',
      '    b = np.ones(2)',
    );
    expect(errors).toEqual([]);
    expect([...reading.globals.keys()]).toEqual(['W', 'b']);
  });

  it('says of a name of the function that it has no value yet', () => {
    const { errors } = read('n = 1', 'def f():', '    m = n', '    n = 2', 'f()');
    expect(errors).toEqual([{ line: 4, message: 'name n has no value yet here' }]);
  });

  it('passes a function through a decorator that is not known', () => {
    const { reading, errors } = read(
      'import numba',
      '@numba.jit(nopython=True)',
      'def f(x): return x + 1',
      'y = f(np.ones(2))',
    );
    expect(errors).toEqual([]);
    expect(reading.globals.get('y')?.data).toEqual(Float64Array.of(2, 2));
  });

  it('lets what is not known flow on without an error', () => {
    const { errors, reading } = read(
      'from dataset.mnist import load_mnist',
      '(x_train, t), _ = load_mnist()',
      'W = np.zeros((784, 10))',
      'y = np.dot(x_train, W)',
      'for batch in x_train:',
      '    W = W + batch',
    );
    expect(errors).toEqual([]);
    expect(reading.globals.has('W')).toBe(false);
  });

  it('takes names to be those of a module that is not read, if all of its names are imported', () => {
    const { errors, reading } = read(
      'from common.layers import *',
      'layer = Affine(np.eye(2), np.zeros(2))',
      'W = np.eye(3)',
    );
    expect(errors).toEqual([]);
    expect([...reading.globals.keys()]).toEqual(['W']);
  });

  it('gives the shape and no numbers of an array that is too large', () => {
    const { errors, reading } = read('X = np.zeros((10**6, 10**6))');
    expect(errors[0]!.message).toContain('has 1000000000000 entries');
    expect(reading.globals.get('X')).toMatchObject({
      state: 'shape-only',
      shape: [1000000, 1000000],
    });
    expect(reading.globals.get('X')!.data).toBeUndefined();
  });

  it('stops at an endless loop and keeps what was read before', () => {
    const { errors, reading } = read('X = np.eye(2)', 'while True:', '    pass');
    expect(errors[0]!.message).toMatch(/^stopped: /);
    expect(reading.globals.get('X')?.shape).toEqual([2, 2]);
  });

  it('stops at an endless recursion, and claims no error where Python might go deeper', () => {
    const { reading } = read('def f(x):', '    return f(x)', 'f(1)');
    expect(reading.errors[0]!.kind).toBe('budget');
    expect(reading.errors[0]!.message).toMatch(/^stopped: calls/);
  });

  it('keeps NaN, infinities and negative zero as they are', () => {
    const { reading } = read('X = np.array([float("nan"), float("inf"), -np.inf, -0.0])');
    const [nan, inf, negative, zero] = reading.globals.get('X')!.data!;
    expect([nan, inf, negative]).toEqual([NaN, Infinity, -Infinity]);
    expect(Object.is(zero, -0)).toBe(true);
  });

  it('reads an empty file, blanks and a file without Python', () => {
    for (const source of ['', '\n\n', '# nothing', '<html></html>', '\0\u{1F600}']) {
      expect(evaluate(source).bindings).toEqual([]);
    }
  });

  it('comes to an end where Python would not, or not soon', () => {
    const endless = [
      'x = list(range(10**12))',
      'x = [1]\nfor i in x: x.append(i)',
      'f = lambda: f()\nf()',
      'def g():\n    while True: yield 1\nfor i in g(): pass',
      'def g():\n    while True: yield 1\nx = list(g())',
      'def g(): yield from g()\nx = list(g())',
      'import itertools\nx = sum(itertools.count())',
      'import itertools\nx = list(itertools.cycle([1, 2]))',
      'x = list(zip(*[iter(int, 1)] * 2))',
      'class A:\n    def __iter__(self): return self\n    def __next__(self): return 1\nx = max(A())',
      'class A:\n    def __getattr__(self, name): return getattr(self, name)\nA().x',
      'import random\nrandom.seed(1)\nx = random.sample(range(10**12), 3)',
      'import math\nx = math.comb(10**6, 5 * 10**5)',
      'x = f"{1:{10**9}d}" + format(1, ">999999999")',
      'x = "a".center(10**10) + "%*d" % (10**9, 1) + "{:>99999999}".format(2)',
      'x = 3\nfor i in range(100): x = x * x',
      'print("%1000000000d" % 1)',
      'x = np.random.choice(-3)',
      'x = np.tile([1], 10**9)',
      'x = np.broadcast_to(1, (10**6, 10**6)) + 1',
      `x = ${'['.repeat(2000)}`,
    ];
    for (const code of endless) {
      const start = Date.now();
      evaluate(lines(code));
      expect(Date.now() - start, code).toBeLessThan(4000);
    }
  });
});

describe('what contains itself', () => {
  it('is printed as Python prints it', () => {
    const { reading, errors } = read(
      'a = [1]',
      'a.append(a)',
      "d = {'x': a}",
      "d['d'] = d",
      't = ([],)',
      't[0].append(t)',
      'print(a, repr(a), [a, a])',
      'print(d)',
      'print(t)',
    );
    expect(errors).toEqual([]);
    expect(reading.output).toBe(
      "[1, [...]] [1, [...]] [[1, [...]], [1, [...]]]\n{'x': [1, [...]], 'd': {...}}\n([(...)],)\n",
    );
  });

  it('is compared as Python compares it, as far as that can be followed', () => {
    const { reading, errors } = read(
      'a = [1]',
      'a.append(a)',
      'b = [1]',
      'b.append(b)',
      'X = np.array([a == a, [a] == [a]])',
      'same = a == b',
      'Y = np.ones(3)',
    );
    expect(errors.map(({ line }) => line)).toEqual([7]);
    expect(reading.errors[0]!.kind).toBe('budget');
    expect(reading.globals.get('X')?.data).toEqual(Float64Array.of(1, 1));
    expect(reading.globals.get('Y')?.shape).toEqual([3]);
  });
});

describe('a range longer than can be counted', () => {
  it('has no length, as in Python, and one that can be has its own', () => {
    const { errors, reading } = read(
      'def count(r):',
      '    return len(r)',
      'n = np.array([count(range(2 ** 53 + 1)) - 2 ** 53])',
      'm = count(range(10 ** 400))',
      'X = np.ones(2)',
    );
    expect(errors).toEqual([
      { line: 3, message: 'the range has more numbers than can be counted' },
    ]);
    expect(reading.globals.get('n')?.data).toEqual(Float64Array.of(1));
    expect(reading.globals.get('X')?.shape).toEqual([2]);
  });
});
