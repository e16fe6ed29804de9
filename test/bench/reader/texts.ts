/** A long program, and the places in it that are typed at. */
export interface LongText {
  readonly name: string;
  readonly text: string;
}

/** Programs of so many lines, made by rule: the same every time. */
export function longTexts(lines: number): LongText[] {
  return [
    { name: 'script', text: filled(lines, SCRIPT_HEAD, scriptPart) },
    { name: 'classes', text: filled(lines, CLASSES_HEAD, classesPart) },
    { name: 'plain', text: filled(lines, PLAIN_HEAD, plainPart) },
  ];
}

/** Whole parts as long as they fit, then comments: cut anywhere, it would not be a program. */
function filled(lines: number, head: string, part: (i: number) => string): string {
  const all = head.trim().split('\n');
  for (let i = 0; ; i++) {
    const next = part(i).trimEnd().split('\n');
    if (all.length + next.length > lines) break;
    all.push(...next);
  }
  while (all.length < lines) all.push('# the end');
  return `${all.join('\n')}\n`;
}

const SCRIPT_HEAD = `
import numpy as np

np.random.seed(0)
N, D, H = 8, 12, 6
x = np.random.randn(N, D)
`;

/** A layer written out at the margin, with prints and comments, as in a notebook or a lecture's script. */
const scriptPart = (i: number): string => `
# --- layer ${i}: forward -------------------------------------------------
W${i} = np.random.randn(D, H) * np.sqrt(2.0 / D)
b${i} = np.zeros(H)
y${i} = np.dot(x, W${i}) + b${i}
h${i} = np.maximum(y${i}, 0)  # ReLU
print('layer ${i}', y${i}.shape, h${i}.mean())

# backward: the gradient of a sum of squares
dh${i} = 2.0 * h${i} / N
dy${i} = dh${i} * (y${i} > 0)
dx${i} = np.dot(dy${i}, W${i}.T)
dW${i} = np.dot(x.T, dy${i})
db${i} = dy${i}.sum(axis=0)
assert dW${i}.shape == W${i}.shape
W${i} -= 0.1 * dW${i}
b${i} -= 0.1 * db${i}
A${i} = np.array([[1.0, 2.0, ${i}.5], [0.5, -1.0, 3.0]])
print(f"loss ${i}: {np.sum(h${i} ** 2) / N:.4f}", A${i} @ A${i}.T)
`;

const CLASSES_HEAD = `
import numpy as np
from collections import OrderedDict

np.random.seed(1)


def softmax(x):
    x = x - np.max(x, axis=-1, keepdims=True)
    return np.exp(x) / np.sum(np.exp(x), axis=-1, keepdims=True)


def cross_entropy(y, t):
    size = y.shape[0]
    return -np.sum(np.log(y[np.arange(size), t] + 1e-7)) / size
`;

/** A network of layers that are classes, its training loop, and how it is called. */
const classesPart = (i: number): string => `


class Affine${i}:
    """A layer of weights and a bias."""

    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.x = None
        self.dW = None
        self.db = None

    def forward(self, x):
        self.x = x
        return np.dot(x, self.W) + self.b

    def backward(self, dout):
        # Where the loss comes from does not matter here.
        dx = np.dot(dout, self.W.T)
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return dx


class Relu${i}:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = x <= 0
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dout[self.mask] = 0
        return dout


class Net${i}:
    def __init__(self, input_size, hidden_size, output_size, scale=0.01):
        self.params = {}
        self.params['W1'] = scale * np.random.randn(input_size, hidden_size)
        self.params['b1'] = np.zeros(hidden_size)
        self.params['W2'] = scale * np.random.randn(hidden_size, output_size)
        self.params['b2'] = np.zeros(output_size)
        self.layers = OrderedDict()
        self.layers['Affine1'] = Affine${i}(self.params['W1'], self.params['b1'])
        self.layers['Relu1'] = Relu${i}()
        self.layers['Affine2'] = Affine${i}(self.params['W2'], self.params['b2'])
        self.y = None
        self.t = None

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        self.y = softmax(self.predict(x))
        self.t = t
        return cross_entropy(self.y, t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.y.copy()
        dout[np.arange(t.shape[0]), t] -= 1
        dout /= t.shape[0]
        for layer in reversed(list(self.layers.values())):
            dout = layer.backward(dout)
        return {
            'W1': self.layers['Affine1'].dW,
            'b1': self.layers['Affine1'].db,
            'W2': self.layers['Affine2'].dW,
            'b2': self.layers['Affine2'].db,
        }


net${i} = Net${i}(10, 8, 4)
data${i} = np.random.randn(30, 10)
labels${i} = np.random.randint(0, 4, 30)
history${i} = []
for step in range(5):
    batch = np.random.choice(30, 6)
    grads = net${i}.gradient(data${i}[batch], labels${i}[batch])
    for key in ('W1', 'b1', 'W2', 'b2'):
        net${i}.params[key] -= 0.1 * grads[key]
    history${i}.append(net${i}.loss(data${i}, labels${i}))
print('network ${i}', history${i}[-1])
`;

const PLAIN_HEAD = `
import json
import re

import numpy as np

weights = np.array([[1.0, 2.0], [3.0, 4.0]])
records = []
`;

/** Text and numbers, dicts and functions: a program that has arrays only here and there. */
const plainPart = (i: number): string => `


def parse_${i}(line):
    """Splits a line of a log into its fields."""
    parts = line.strip().split(',')
    if len(parts) < 3:
        return None
    name, level, message = parts[0], parts[1].upper(), ','.join(parts[2:])
    return {'name': name, 'level': level, 'message': message.strip(), 'size': len(message)}


def summary_${i}(rows):
    counts = {}
    for row in rows:
        if row is None:
            continue
        counts[row['level']] = counts.get(row['level'], 0) + 1
    longest = max((row['size'] for row in rows if row), default=0)
    return sorted(counts.items()), longest


LINES_${i} = [
    'reader,info,started at ${i}',
    'reader,warning,the file has, among others, a comma',
    'writer,error,the disk is full',
    'broken',
]
rows_${i} = [parse_${i}(line) for line in LINES_${i}]
records.extend(row for row in rows_${i} if row)
counts_${i}, longest_${i} = summary_${i}(rows_${i})
if longest_${i} > 20:
    print('part ${i}:', counts_${i}, longest_${i})
else:
    print('part ${i} is short')
total_${i} = sum(row['size'] for row in rows_${i} if row) * 2 + len(records) % 7
label_${i} = f'{total_${i}:>8d} | {"x" * 3}'
weights = weights * 1.001
`;
