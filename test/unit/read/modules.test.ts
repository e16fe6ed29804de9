import { describe, expect, it } from 'vitest';
import { evaluate, importsIn, type SourceFiles } from '../../../src/read';

const LAYERS = [
  'import numpy as np',
  'from .functions import softmax',
  'SCALE = np.array([2.0])',
  '_hidden = 1',
  'class Affine:',
  '    def __init__(self, W, b):',
  '        self.W, self.b = W, b',
  '        self.dW = None',
  '    def forward(self, x):',
  '        self.x = x',
  '        return np.dot(x, self.W) + self.b',
  '    def backward(self, dout):',
  '        dx = np.dot(dout, self.W.T)',
  '        self.dW = np.dot(self.x.T, dout)',
  '        self.db = np.sum(dout, axis=0)',
  '        return dx',
].join('\n');

const FUNCTIONS = 'import numpy as np\ndef softmax(a):\n    e = np.exp(a)\n    return e / e.sum()';

const files: SourceFiles['files'] = {
  'common/layers.py': { text: LAYERS, imports: { '.functions': 'common/functions.py' } },
  'common/functions.py': { text: FUNCTIONS, imports: {} },
};

const PROGRAM = [
  'import sys, os',
  'sys.path.append(os.pardir)',
  'import numpy as np',
  'from common.layers import *',
  'X = np.array([[1.0, 2.0]])',
  'layer = Affine(np.array([[1.0], [3.0]]), np.zeros(1))',
  'Y = layer.forward(X)',
  'dX = layer.backward(np.ones((1, 1)))',
  'p = softmax(np.array([0.0, 0.0]))',
];

const read = (text: string, sources: SourceFiles) => {
  const reading = evaluate(text, { modules: sources });
  const value = (name: string) => Array.from(reading.globals.get(name)?.data ?? []);
  return { reading, value };
};

describe('imports of the workspace’s files', () => {
  const imports = { 'common.layers': 'common/layers.py' };

  it('are read, with what they import themselves', () => {
    const { reading, value } = read(PROGRAM.join('\n'), { imports, files });
    expect(reading.errors).toEqual([]);
    expect([value('Y'), value('dX'), value('p')]).toEqual([[7], [1, 3], [0.5, 0.5]]);
  });

  it.each([
    ['import common.layers\nY = common.layers.SCALE', 'Y'],
    ['import common.layers as L\nY = L.SCALE', 'Y'],
    ['from common import layers\nY = layers.SCALE', 'Y'],
    ['from common.layers import SCALE as Y', 'Y'],
  ])('are named as Python names them: %s', (text, name) => {
    expect(read(text, { imports, files }).value(name)).toEqual([2]);
  });

  it('show the layer at the call that runs it', () => {
    const text = PROGRAM.join('\n');
    const [affine] = read(text, { imports, files }).reading.affines;
    const code = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(code(affine!.spans.dot!)).toBe('layer.forward(X)');
    expect(code(affine!.spans.dX!)).toBe('layer.backward(np.ones((1, 1)))');
    expect([affine!.X.name, affine!.W.shape, affine!.dY!.shape]).toEqual(['X', [2, 1], [1, 1]]);
  });

  it('say in which file and line a call fails, at the call', () => {
    const text = PROGRAM.join('\n').replace('[[1.0], [3.0]]', '[[1.0]]');
    const { errors } = read(text, { imports, files }).reading;
    expect(errors[0]).toMatchObject({ within: { file: 'common/layers.py', line: 11 } });
    expect(text.slice(errors[0]!.span.start, errors[0]!.span.end)).toBe('layer.forward(X)');
  });

  it('may stand in a circle', () => {
    const circle: SourceFiles = {
      imports: { a: 'a' },
      files: {
        a: { text: 'x = [1]\nimport b\ny = b.z', imports: { b: 'b' } },
        b: { text: 'from a import x, y\nz = x + [2]', imports: { a: 'a' } },
      },
    };
    const { reading, value } = read('import numpy as np, a\nY = np.array(a.y)', circle);
    expect(reading.errors).toEqual([]);
    expect(value('Y')).toEqual([1, 2]);
  });

  it('that are not there give unknown values, and no error', () => {
    const { reading } = read(PROGRAM.join('\n'), { imports: {}, files: {} });
    expect(reading.errors).toEqual([]);
    expect(reading.globals.get('Y')).toBeUndefined();
  });

  it('do not make values of other files those of a place here', () => {
    const { reading } = read(PROGRAM.join('\n'), { imports, files });
    expect(reading.bindings.map(({ name }) => name)).toEqual(['X', 'Y', 'dX', 'p']);
  });

  it('run `if __name__ == "__main__"` only in the file that is read', () => {
    const guarded = 'n = [1]\nif __name__ == "__main__":\n    n = [2]';
    const sources = { imports: { m: 'm' }, files: { m: { text: guarded, imports: {} } } };
    expect(read('import numpy as np, m\nY = np.array(m.n)', sources).value('Y')).toEqual([1]);
  });
});

describe('the imports in a text', () => {
  it.each([
    ['import common.layers as L, util', ['common', 'common.layers', 'util']],
    ['from common.layers import *  # all', ['common', 'common.layers']],
    ['from . import nets, util as u', ['.', '.nets', '.util']],
    ['from ..a.b import (c,  # one\n  d)', ['..', '..a', '..a.b', '..a.b.c', '..a.b.d']],
    ['import numpy as np\nfrom matplotlib import pyplot', []],
    [
      'x = (\nfrom dataset.mnist import load_mnist',
      ['dataset', 'dataset.mnist', 'dataset.mnist.load_mnist'],
    ],
  ])('%s', (text, paths) => expect(importsIn(text)).toEqual(paths));
});
