import { describe, expect, it } from 'vitest';
import { toNested, type Nested, type ValueState } from '../../../src/core';
import { evaluate } from '../../../src/read';

/** What went wrong once with code of textbooks: a sentence, a program, and the arrays that NumPy has at its end. */
const FAULTS: readonly (readonly [string, string, Readonly<Record<string, Nested>>])[] = [
  [
    'a float may end in a dot before a comment, a comparison or a condition',
    `import numpy as np
class Bandit:
    def __init__(self):
        self.n = 0. # samples
bandit = Bandit()
m = 3
x = np.array([bandit.n, m - 1. if m - 1. > 1. else 1., 2.])
`,
    { x: [0, 2, 2] },
  ],
  [
    'names of Python that are seldom used are no errors',
    `import numpy as np
bits = np.array([int(digit) for digit in bin(10)[2:]])
part = np.arange(6)[slice(1, -1)]
letters = np.array([ord(letter) for letter in 'abc'])
has = np.array(['bits' in globals(), 'nothing' in globals()])
import warnings
warnings.simplefilter(action='ignore', category=FutureWarning)
class Own(RuntimeWarning):
    pass
`,
    { bits: [1, 0, 1, 0], part: [1, 2, 3, 4], letters: [97, 98, 99], has: [1, 0] },
  ],
  [
    'code for Python 2 and 3 gets range from another module',
    `import numpy as np
try:
    from builtins import range
except ImportError:
    pass
total = np.zeros(2)
for i in range(3):
    total = total + i
`,
    { total: [3, 3] },
  ],
  [
    "an array of no axes is an array, a number of NumPy's is none",
    `import numpy as np
def kind(x):
    if isinstance(x, np.ndarray):
        return 1
    return 2 if np.isscalar(x) else 3
kinds = np.array([kind(np.array(0.5)), kind(np.array(0.5) ** 2), kind(np.zeros(3).sum()), kind(np.ones(1)), kind([1])])
types = np.array([isinstance(np.float32(1), np.floating), isinstance(np.int64(1), (float, np.integer)), isinstance(np.ones(2), np.number), isinstance(np.float64(1), float)])
y = np.array(1.0)
z = y
y += 1
`,
    { kinds: [1, 2, 2, 1, 3], types: [1, 1, 0, 1], z: 2 },
  ],
  [
    'an axis of a number may be summed over',
    `import numpy as np
total = np.sum(np.mean(np.arange(3.0)), axis=0)
best = np.max(np.float64(2), axis=-1)
`,
    { total: 1, best: 2 },
  ],
  [
    'an array of unset memory is known once it is filled',
    `import numpy as np
out = np.empty(3)
for i in range(3):
    out[i] = i * i
doubled = np.empty_like(out)
np.multiply(out, 2, out=doubled)
both = np.empty((2, 2))
both[:, 0] = 1
both[:, 1] = 2
`,
    {
      out: [0, 1, 4],
      doubled: [0, 2, 8],
      both: [
        [1, 2],
        [1, 2],
      ],
    },
  ],
  [
    'an array of other things than numbers is no error',
    `import numpy as np
things = np.array([1, None, 3])
objects = np.array([{}, len])
x = np.ones(2)
`,
    { x: [1, 1] },
  ],
  [
    'a property gives its functions, as a subclass calls them',
    `import numpy as np
class Base:
    @property
    def state(self):
        return self.value
    @state.setter
    def state(self, value):
        self.value = value
class Own(Base):
    def set(self, value):
        Base.state.fset(self, value)
        return Base.state.fget(self)
x = np.ones(2) * Own().set(3)
`,
    { x: [3, 3] },
  ],
  [
    'what is not known is written without an error',
    `import numpy as np
import elsewhere
print(f'{np.mean(elsewhere.load()):.3f}', '%.2f' % np.mean(elsewhere.load()))
w = np.empty(2)
print(f'{w[0]:.3f}')
names = ['a', 'b']
names[elsewhere.load()] = 'c'
x = np.ones(1)
`,
    { x: [1] },
  ],
  [
    'a named tuple may be made by a call with types',
    `import numpy as np
from typing import NamedTuple
Batch = NamedTuple('Batch', [('inputs', np.ndarray), ('targets', np.ndarray)])
batch = Batch(np.arange(2), np.ones(2))
x = batch.inputs + batch.targets
`,
    { x: [1, 2] },
  ],
  [
    'a bare yield may stand as a statement',
    `import numpy as np
import contextlib
seen = []
@contextlib.contextmanager
def using(value):
    seen.append(value)
    try:
        yield
    finally:
        seen.append(-value)
with using(2):
    x = np.array(seen)
y = np.array(seen)
`,
    { x: [2], y: [2, -2] },
  ],
  [
    "numbers with ties are sorted in the order in which NumPy's quicksort leaves them",
    `import numpy as np
x = (np.arange(60) * 7) % 5
order = np.argsort(x)
back = np.argsort(-x)[::-1]
stable = np.argsort(x, kind='stable')
nearest = np.argpartition(x * 0.5, 20)
`,
    {
      order: [
        0, 35, 15, 50, 55, 5, 30, 20, 40, 25, 10, 45, 28, 58, 43, 33, 23, 18, 48, 8, 3, 53, 38, 13,
        51, 11, 21, 26, 6, 31, 56, 41, 1, 36, 46, 16, 44, 49, 54, 29, 59, 34, 4, 24, 9, 19, 39, 14,
        57, 2, 7, 52, 37, 47, 22, 27, 32, 42, 12, 17,
      ],
      back: [
        0, 50, 25, 15, 30, 35, 40, 45, 5, 10, 20, 55, 38, 18, 23, 28, 58, 33, 48, 3, 13, 8, 53, 43,
        56, 21, 6, 46, 16, 1, 26, 51, 11, 31, 41, 36, 4, 14, 9, 19, 59, 29, 24, 34, 54, 39, 49, 44,
        47, 57, 2, 52, 22, 7, 17, 37, 12, 32, 27, 42,
      ],
      stable: [
        0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 3, 8, 13, 18, 23, 28, 33, 38, 43, 48, 53, 58,
        1, 6, 11, 16, 21, 26, 31, 36, 41, 46, 51, 56, 4, 9, 14, 19, 24, 29, 34, 39, 44, 49, 54, 59,
        2, 7, 12, 17, 22, 27, 32, 37, 42, 47, 52, 57,
      ],
      nearest: [
        50, 40, 35, 43, 33, 5, 30, 55, 28, 45, 10, 25, 23, 48, 20, 15, 0, 38, 18, 8, 3, 58, 13, 53,
        56, 6, 36, 41, 31, 16, 1, 51, 44, 54, 26, 11, 46, 21, 49, 29, 39, 37, 42, 34, 32, 27, 24,
        47, 22, 19, 17, 14, 52, 12, 9, 7, 4, 57, 2, 59,
      ],
    },
  ],
  [
    'a weak reference gives what it refers to',
    `import numpy as np
import weakref
class Node:
    def __init__(self, value):
        self.value = value
        self.grad = None
node = Node(np.ones(2))
outputs = [weakref.ref(node)]
for output in outputs:
    output().grad = output().value * 2
x = node.grad
`,
    { x: [2, 2] },
  ],
  [
    'code that can do without a graphics card is read so',
    `import numpy as np
gpu = True
try:
    import cupy as cp
except ImportError:
    gpu = False
xp = cp if gpu else np
x = xp.ones(2)
`,
    { x: [1, 1] },
  ],
  [
    'an update in place goes to every place that an array of indices names',
    `import numpy as np
dW = np.zeros((3, 2))
words = np.array([[0, 1, 2], [2, 2, 1]])
np.add.at(dW, words, np.arange(12.0).reshape(2, 3, 2))
counts = np.zeros(4, dtype=int)
np.add.at(counts, [0, 1, 1, 3], 1)
masked = np.arange(4)
np.subtract.at(masked, masked > 1, 10)
cells = np.ones((2, 2))
np.multiply.at(cells, ([0, 0, 1], [1, 1, 0]), 3)
`,
    {
      dW: [
        [0, 1],
        [12, 14],
        [18, 21],
      ],
      counts: [1, 2, 0, 1],
      masked: [0, 1, -8, -7],
      cells: [
        [1, 9],
        [3, 1],
      ],
    },
  ],
];

/** What is said of bindings where the end of a loop is not known: a sentence, a program, the state of each name's last binding. */
const DOUBTS: readonly (readonly [
  string,
  string,
  Readonly<Record<string, ValueState | undefined>>,
])[] = [
  [
    'the order of things that are not known is not known, and no error',
    `import numpy as np
import elsewhere
results = {(elsewhere.load(), 1): 2, (3, 4): 5}
for rate, size in sorted(results):
    x = np.ones(2)
epochs = [1, elsewhere.load()]
place = epochs.index(7)
y = np.zeros(3)[place]
z = np.ones(2)
`,
    { x: undefined, y: undefined, z: 'known' },
  ],
  [
    'a call of which the arguments are not known may have drawn anything',
    `import numpy as np
import elsewhere
np.random.seed(0)
a = np.random.rand(2)
b = np.random.rand(*elsewhere.load())
c = np.random.rand(2)
`,
    { a: 'known', b: undefined, c: 'sampled' },
  ],
  [
    'a call of code that is not read may have drawn from the random stream that all share',
    `import numpy as np
import elsewhere
np.random.seed(0)
own = np.random.default_rng(1)
a = np.random.rand(2)
elsewhere.load()
b = np.random.rand(2)
c = own.random(2)
`,
    { a: 'known', b: 'sampled', c: 'known' },
  ],
  [
    'drawing a plot draws no numbers',
    `import numpy as np
import matplotlib.pyplot as plt
np.random.seed(0)
fig, axes = plt.subplots(1, 2)
axes[0].plot([1, 2])
plt.show()
a = np.random.rand(2)
`,
    { a: 'known' },
  ],
  [
    'a value of an earlier turn does not stay where a later one is not known',
    `import numpy as np
import elsewhere
for i in range(3):
    y = np.ones(2) * i
    if i == 2:
        y = elsewhere.load()
    z = y + 1
`,
    { z: undefined },
  ],
  [
    'a loop that may have been left early shows no values',
    `import numpy as np
import elsewhere
for k in range(3):
    v = np.ones(2) * k
    if elsewhere.load(v):
        break
    w = v * 2
`,
    { v: undefined, w: undefined },
  ],
  [
    'the values of a loop that is too long to read are examples',
    `import numpy as np
X = np.ones((3, 2))
W = np.zeros((2, 2))
for i in range(100000000):
    Y = X @ W
    W = W - 0.1
`,
    { X: 'known', Y: 'sampled', W: 'sampled' },
  ],
  [
    'memory that was only set aside has no known entries',
    `import numpy as np
out = np.empty(3)
`,
    { out: 'shape-only' },
  ],
];

/** The entries of an array as nested lists. */
function entriesOf(source: string, name: string): Nested | undefined {
  const array = evaluate(source).globals.get(name);
  if (array?.state !== 'known' || !array.data || !array.shape) return undefined;
  return toNested({ shape: array.shape, data: array.data, dtype: array.dtype });
}

/** Equal but for the last units, which libm may give otherwise. */
function expectClose(got: Nested | undefined, wanted: Nested): void {
  if (typeof wanted !== 'number') {
    expect(got).toHaveLength(wanted.length);
    wanted.forEach((entry, i) => expectClose((got as readonly Nested[])[i], entry));
  } else if (Number.isInteger(wanted) || !Number.isFinite(wanted)) expect(got).toBe(wanted);
  else expect(Math.abs((got as number) - wanted)).toBeLessThanOrEqual(1e-14 * Math.abs(wanted));
}

describe('faults that were mended', () => {
  for (const [sentence, source, arrays] of FAULTS) {
    it(sentence, () => {
      expect(evaluate(source).errors.map(({ message }) => message)).toEqual([]);
      for (const [name, wanted] of Object.entries(arrays)) {
        expectClose(entriesOf(source, name), wanted);
      }
    });
  }
});

describe('what is doubted is not shown as known', () => {
  for (const [sentence, source, states] of DOUBTS) {
    it(sentence, () => {
      const { bindings, errors } = evaluate(source, { budget: { steps: 20_000 } });
      expect(errors.filter(({ kind }) => kind !== 'budget')).toEqual([]);
      for (const [name, wanted] of Object.entries(states)) {
        expect(bindings.filter((each) => each.name === name).at(-1)?.value.state).toBe(wanted);
      }
    });
  }
});
