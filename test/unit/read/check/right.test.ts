import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plain } from '../../../../src/core';
import { checkBackwards, type BackwardCheck } from '../../../../src/read/check';
import { bookAffine } from './book';

const programsIn = (folder: string): (readonly [string, string])[] =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((file) => file.endsWith('.py'))
    .map((file) => [file, readFileSync(new URL(`${folder}/${file}`, import.meta.url), 'utf8')]);

const namesOf = ({ gradients }: BackwardCheck): string =>
  gradients.map(({ variable, name }) => `${variable}: ${name}`).join(', ');

/** What each layer of the programs is called, and its gradients. */
const FOUND: Readonly<Record<string, string | readonly string[]>> = {
  'assorted.py': [
    'NestedReturn – X: self.gradInput, W: self.gradW, b: self.gradB',
    "TakesGenerator – X: dX, W: self.grads['weights'], b: self.grads['bias']",
    'OuterProduct – X: dX, W: self.grad_W, b: self.grad_b',
    'TakesItsInputAgain – X: dX, W: self._grads[0], b: self._grads[1]',
    'TakesShape – X: dX, W: self.dW, b: self.db',
    'Momentum – X: dx, W: self.W',
  ],
  'affine_relu.py': 'AffineRelu – X: dX, W: self.dW, b: self.db',
  'book_affine.py': 'Affine – X: dX, W: self.dW, b: self.db',
  'columns_with_mean.py': 'linear_backward – X: dA_prev, W: dW, b: db',
  'dataclass_layer.py': 'Affine – X: dX, W: self.grad_W, b: self.grad_b',
  'dict_cache.py': "dense_bwd – X: grads['inputs'], W: grads['weights'], b: grads['bias']",
  'function_pair.py': 'affine_backward – X: dx, W: dw, b: db',
  'functions_with_arrays.py': 'backward – X: dx, W: dW',
  'fused_with_activation.py': 'linear_activation_backward – X: dX, W: dw, b: db',
  'inherited.py': "Dense – X: dX, W: self.grads['W'], b: self.grads['b']",
  'layers_in_a_net.py': 'Affine – X: dX, W: self.dW, b: self.db',
  'lazy_with_lists.py': "FullyConnected – X: dX, W: self.gradients['W'], b: self.gradients['b']",
  'leaves_everything_in_attributes.py':
    'Layer_Dense – X: self.dinputs, W: self.dweights, b: self.dbiases',
  'loops.py': 'Affine – X: dX, W: self.dW, b: self.db',
  'matmul_without_bias.py': 'MatMul – X: dX, W: self.grads[0]',
  'one_column.py': 'FullyConnected – X: dX, W: self.nabla_w, b: self.nabla_b',
  'one_row.py': 'FCLayer – X: input_error, W: self.weights, b: self.bias',
  'one_vector.py': 'Layer – X: dX, W: self.dW, b: self.db',
  'over_time.py': 'TimeAffine – X: dX, W: self.grads[0], b: self.grads[1]',
  'params_and_grads.py': 'Affine – X: dx, W: self.grads[0], b: self.grads[1]',
  'static_methods.py': 'Dense – X: dX, W: dW, b: db',
  'steps_itself.py': 'FCLayer – X: input_error, W: self.weights, b: self.bias',
  'torch_like.py': 'Linear – X: dX, W: self.weight.grad, b: self.bias.grad',
};

/** What there is to know of some that are right. */
const NOTES: Readonly<Record<string, RegExp>> = {
  'columns_with_mean.py': /divided by the batch size N/,
  'fused_with_activation.py': /divided by the batch size N/,
  'one_column.py': /one sample at a time/,
  'one_row.py': /one sample at a time/,
  'one_vector.py': /^$/,
  'torch_like.py': /^self\.weight\.grad adds up over backward passes/,
};

describe('a right backward pass is found right', () => {
  const programs = programsIn('right');

  it('in every program that there is a line for', () => {
    expect(programs.map(([file]) => file).sort()).toEqual(Object.keys(FOUND).sort());
  });

  it.each(programs)('in %s', (file, source) => {
    const checks = checkBackwards(source);
    expect(checks.map((check) => `${check.name} – ${namesOf(check)}`)).toEqual(
      [FOUND[file]!].flat(),
    );
    for (const { name, span, verdict, gradients, why } of checks) {
      expect(verdict).toBe('right');
      expect(gradients.filter((gradient) => gradient.verdict !== 'right')).toEqual([]);
      expect(why ? plain(why) : '').toMatch(NOTES[file] ?? /^$/);
      expect(source.slice(span.start, span.end)).toBe(name);
    }
  });

  it('with the expressions that compute its gradients', () => {
    const source = programs.find(([file]) => file === 'params_and_grads.py')![1];
    const [check] = checkBackwards(source);
    expect(check!.gradients.map(({ span }) => source.slice(span!.start, span!.end))).toEqual([
      'np.dot(dout, W.T)',
      'np.dot(self.x.T, dout)',
      'np.sum(dout, axis=0)',
    ]);
    expect(source.slice(check!.backwardSpan.start, check!.backwardSpan.end)).toBe('backward');
  });

  it('and told, where it writes into the array that it is given', () => {
    const source = bookAffine({ before: 'x = self.x', returns: 'dx' }).replace(
      'return dx',
      'dout[...] = 0\n        return dx',
    );
    const [check] = checkBackwards(source);
    expect(check!.verdict).toBe('right');
    expect(plain(check!.why!)).toMatch(/^the array of the upstream gradient is changed in place/);
  });

  it('with a bias that its caller makes as (1,H)', () => {
    const [check] = checkBackwards(bookAffine({ db: 'np.sum(dout, axis=0, keepdims=True)' }));
    expect(check!.verdict).toBe('right');
    expect(plain(check!.why!)).toMatch(/^self\.db is right for a b of shape \(1,H\)/);
  });

  it('with an instance that only the program can make', () => {
    const [check] = checkBackwards(
      [
        'import numpy as np',
        'class Layer:',
        '    def __init__(self, config):',
        '        self.W = np.random.randn(*config["sizes"])',
        '    def forward(self, x):',
        '        self.x = x',
        '        return x @ self.W',
        '    def backward(self, dy):',
        '        self.dW = self.x.T @ dy',
        '        return dy @ self.W.T',
        'layers = [Layer({"sizes": (3, 5)})]',
      ].join('\n'),
    );
    expect([check!.verdict, check!.gradients.length]).toEqual(['right', 2]);
  });

  it('with modules of the workspace', () => {
    const files = {
      'layers/base.py': {
        text: 'class Layer:\n    def forward(self, x):\n        self.x = x\n        return x @ self.W\n',
        imports: {},
      },
    };
    const source = [
      'import numpy as np',
      'from layers.base import Layer',
      'class MatMul(Layer):',
      '    def __init__(self, W):',
      '        self.W = W',
      '    def backward(self, dy):',
      '        self.dW = self.x.T @ dy',
      '        return dy @ self.W',
    ].join('\n');
    const [check] = checkBackwards(source, {
      modules: { imports: { 'layers.base': 'layers/base.py' }, files },
    });
    expect([check!.name, check!.verdict]).toEqual(['MatMul', 'wrong']);
    expect(checkBackwards(source)).toEqual([]);
  });
});

describe('nothing is called wrong', () => {
  it.each(programsIn('others'))('in %s', (_, source) => {
    expect(checkBackwards(source).filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
  });

  it('where the upstream gradient is that of what goes into the activation', () => {
    const source = programsIn('others').find(([file]) => file === 'networks.py')![1];
    const check = checkBackwards(source).find(({ name }) => name === 'OutputLayer')!;
    expect([check.verdict, plain(check.why!)]).toEqual([
      'right',
      'right for an upstream gradient that is that of X·W + b, before the activation',
    ]);
  });

  it('where there is no backward at all, and that is seen without reading the text', () => {
    const source = `${'x = 1\n'.repeat(200_000)}def forward(x):\n    return x\n`;
    const start = performance.now();
    expect(checkBackwards(source)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('where a gradient is computed and dropped: it is missing', () => {
    const source = [
      'import numpy as np',
      'class Affine:',
      '    def __init__(self, W):',
      '        self.W = W',
      '    def forward(self, x):',
      '        self.x = x',
      '        return x @ self.W',
      '    def backward(self, dout):',
      '        dw = self.x.T @ dout',
      '        return dout @ self.W.T',
    ].join('\n');
    const [check] = checkBackwards(source);
    expect(check!.verdict).toBe('unknown');
    expect(plain(check!.gradients[1]!.mistake!)).toBe(
      'dw is computed, but neither returned nor kept',
    );
  });

  it.each([
    ['', []],
    ['def backward(', []],
    [
      'class A:\n  def forward(self, x): return self.backward(x)\n  def backward(self, x): return self.forward(x)',
      [],
    ],
    ['class A:\n  def forward(self, x):\n    while True: pass\n  def backward(self, d): pass', []],
  ])('in what cannot be run: %j', (source, wanted) => {
    expect(checkBackwards(source, { budget: { time: 200 } })).toEqual(wanted);
  });
});
