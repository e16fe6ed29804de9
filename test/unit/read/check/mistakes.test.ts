import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from '../../../../src/core';
import { checkBackwards } from '../../../../src/read/check';
import { MISTAKES, type Mistake } from '../../../../src/read/check/mistakes';

type Variable = 'X' | 'W' | 'b';

/** The right gradients, and where dY stands in them. */
const RIGHT: Readonly<Record<Variable, (dY: string) => string>> = {
  X: (dY) => `(${dY} @ W.T).reshape(shape)`,
  W: (dY) => `X.T @ ${dY}`,
  b: (dY) => `${dY}.sum(axis=0)`,
};

/** How a mistake is written; those of any gradient are made of the right one. */
const WRITTEN: Readonly<Record<string, (variable: Variable, factor: number) => string>> = {
  'upstream-itself': () => 'dY.copy()',
  'untransposed-W': () => 'dY @ W',
  'untransposed-dY': () => 'W @ dY',
  'transposed-X': () => '(dY @ W.T).T',
  'swapped-X': () => 'X.T @ dY',
  'gradient-for-W': () => 'dY @ (X.T @ dY).T',
  'updated-W': () => 'dY @ W.T',
  'entrywise-X': () => 'dY * W',
  'times-X': () => '(dY @ W.T) * X',
  'X-for-dY': () => 'X @ W.T',
  flattened: () => 'dY @ W.T',
  'transposed-W': () => 'dY.T @ X',
  'misshapen-W': () => '(X.T @ dY)[np.newaxis]',
  stale: () => 'X.T @ dY',
  'untransposed-X': () => 'X @ dY',
  'swapped-W': () => 'dY @ W.T',
  'W-for-X': () => 'W.T @ dY',
  'entrywise-W': () => 'X * dY',
  'one-sample': () => 'np.outer(X[0], dY[0])',
  'summed-first': () => 'np.outer(X.sum(axis=0), dY.sum(axis=0))',
  keepdims: () => 'dY.sum(axis=0, keepdims=True)',
  unsummed: () => 'dY.copy()',
  'wrong-axis': () => 'dY.sum(axis=1)',
  'summed-over-everything': () => 'dY.sum()',
  'mean-over-everything': () => 'dY.mean()',
  'mean-over-outputs': () => 'dY.mean(axis=1)',
  'first-sample': () => 'dY[0]',
  'sum-of-X': () => 'X.sum(axis=0)',
  zero: (variable) => `0 * ${RIGHT[variable]('dY')}`,
  sign: (variable) => `-(${RIGHT[variable]('dY')})`,
  mean: (variable) => `(${RIGHT[variable]('dY')}) / len(X)`,
  'times-N': (variable) => `len(X) * (${RIGHT[variable]('dY')})`,
  'over-D': (variable) => `(${RIGHT[variable]('dY')}) / X.shape[1]`,
  'over-H': (variable) => `(${RIGHT[variable]('dY')}) / dY.shape[1]`,
  'over-all': (variable) => `(${RIGHT[variable]('dY')}) / dY.size`,
  factor: (variable, factor) => `${factor} * (${RIGHT[variable]('dY')})`,
  ones: (variable) => RIGHT[variable]('np.ones_like(dY)'),
  output: (variable) => RIGHT[variable]('Y'),
  'changed-upstream': (variable) => RIGHT[variable]('dY'),
  regularized: (variable, factor) => `${RIGHT[variable]('dY')} + ${factor} * ${variable}`,
};

/** What else a mistake needs: a line before the gradients, or another way to keep X. */
const BEFORE: Readonly<Record<string, string>> = {
  'updated-W': 'W -= 0.1 * (X.T @ dY)',
  'changed-upstream': 'dY *= np.arange(2.0, 2.0 + dY.shape[1])',
};

/** Mistakes whose products clash where no two axes are alike: seen only where any size will do. */
const CLASHING =
  /^(untransposed-W|untransposed-dY|entrywise-X|X-for-dY|untransposed-X|W-for-X|entrywise-W)$/;

interface Layer {
  readonly mistake: Mistake;
  readonly variable: Variable;
  readonly factor: number;
  readonly style: 'class' | 'functions' | 'fixed';
  readonly D: number;
  readonly H: number;
}

const layers: fc.Arbitrary<Layer> = fc
  .record({
    mistake: fc.constantFrom(...MISTAKES),
    pick: fc.nat(2),
    factor: fc.double({ min: 1.1, max: 1.9, noNaN: true }),
    style: fc.constantFrom('class', 'functions', 'fixed'),
    D: fc.integer({ min: 2, max: 6 }),
    H: fc.integer({ min: 2, max: 6 }),
  })
  .map(({ pick, ...layer }) => ({
    ...layer,
    variable: layer.mistake.of[pick % layer.mistake.of.length]!,
  }))
  .filter(({ mistake: { id }, style, D, H }) => {
    if (id === 'stale') return style !== 'functions';
    if (id === 'keepdims') return style === 'fixed';
    return style !== 'fixed' || (D !== H && id !== 'flattened' && !CLASHING.test(id));
  });

function sourceOf({ mistake: { id }, variable, factor, style, D, H }: Layer): string {
  const of = (each: Variable) =>
    each === variable ? WRITTEN[id]!(each, factor) : RIGHT[each]('dY');
  const gradients = [BEFORE[id] ?? 'pass', `dX = ${of('X')}`, `dW = ${of('W')}`, `db = ${of('b')}`];
  const indented = (lines: readonly string[], by: number) =>
    lines.map((line) => ' '.repeat(by) + line);
  if (style === 'functions') {
    return [
      'import numpy as np',
      'def fc_forward(X, W, b):',
      '    shape = X.shape',
      '    X = X.reshape(len(X), -1)',
      '    Y = X @ W + b',
      '    return Y, (X, W, b, Y, shape)',
      'def fc_backward(dY, cache):',
      '    X, W, b, Y, shape = cache',
      ...indented(gradients, 4),
      '    return dX, dW, db',
    ].join('\n');
  }
  const made =
    style === 'fixed'
      ? [
          'def __init__(self):',
          `    self.W = np.random.randn(${D}, ${H})`,
          `    self.b = np.zeros(${H})`,
        ]
      : ['def __init__(self, W, b):', '    self.W, self.b = W, b'];
  const kept = id === 'stale' ? 'if self.X is None: self.X = X' : 'self.X = X';
  return [
    'import numpy as np',
    'class Layer:',
    '    X = None',
    ...indented(made, 4),
    '    def forward(self, X):',
    '        self.shape = X.shape',
    '        X = X.reshape(len(X), -1)',
    `        ${kept}`,
    '        self.Y = X @ self.W + self.b',
    '        return self.Y',
    '    def backward(self, dY):',
    '        X, W, b, Y, shape = self.X, self.W, self.b, self.Y, self.shape',
    ...indented(gradients, 8),
    '        self.dW, self.db = dW, db',
    '        return dX',
  ].join('\n');
}

describe('the table of mistakes', () => {
  it('has a way to write each of them here, and no other', () => {
    expect(MISTAKES.map(({ id }) => id).sort()).toEqual(Object.keys(WRITTEN).sort());
  });

  it('names each that is made in a layer of any size and kind', () => {
    fc.assert(
      fc.property(layers, (layer) => {
        const source = sourceOf(layer);
        const [check] = checkBackwards(source);
        const wrong = check?.gradients.find(({ variable }) => variable === layer.variable);
        expect(check?.verdict, source).toBe('wrong');
        expect(wrong?.mistake?.text, source).toBe(templateOf(layer.mistake));
        expect(plain(wrong!.mistake!)).not.toMatch(/[{}]/);
        const others = check!.gradients.filter((each) => each !== wrong);
        if (layer.mistake.id !== 'changed-upstream')
          expect(
            others.filter(({ verdict }) => verdict === 'wrong'),
            source,
          ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it('is not asked where all is right', () => {
    fc.assert(
      fc.property(layers, (layer) => {
        const right = { ...layer, mistake: { ...layer.mistake, id: 'changed-upstream' } };
        const source = sourceOf(right).replace(BEFORE['changed-upstream']!, 'pass');
        const [check] = checkBackwards(source);
        expect(check?.verdict, source).toBe('right');
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

function templateOf(mistake: Mistake): string {
  const told = {
    name: '',
    variable: 'W',
    wanted: '',
    factor: 1,
    shape: '',
    wantedShape: '',
  } as const;
  return mistake.sentence(told).text;
}
