import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../src/read';
import { arrayFacts, equationLetters, equationShapes } from '../../../../src/read/facts';
import { lastArray } from './support';

const NAMES = [
  'X = np.random.rand(20, 50)',
  'W = np.random.rand(50, 10)',
  'b = np.zeros(10)',
  'x = np.zeros(50)',
  'S = np.zeros((20, 20))',
  'T = np.zeros((5, 4, 3))',
  'c = np.zeros((20, 1))',
];

function equation(line: string) {
  const { array, source } = lastArray([...NAMES, line]);
  return arrayFacts(array, source).equation;
}

function written(line: string): string[] {
  const made = equation(line)!;
  return [made.title, equationShapes(made), equationLetters(made)];
}

describe('the equation that made an array', () => {
  it.each([
    ['np.dot(X, W)', 'X·W', '(20,50)·(50,10) → (20,10)', '(N,D)·(D,H) → (N,H)'],
    ['X @ W', 'X·W', '(20,50)·(50,10) → (20,10)', '(N,D)·(D,H) → (N,H)'],
    ['np.matmul(X, W)', 'X·W', '(20,50)·(50,10) → (20,10)', '(N,D)·(D,H) → (N,H)'],
    ['x @ W', 'x·W', '(50,)·(50,10) → (10,)', '(D,)·(D,H) → (H,)'],
    ['X @ W + b', 'X·W + b', '(20,10) + (10,) → (20,10)', '(N,H) + (H,) → (N,H)'],
    ['b + X.dot(W)', 'b + X·W', '(10,) + (20,10) → (20,10)', '(H,) + (N,H) → (N,H)'],
    [
      'X - X.mean(axis=0)',
      'X − X.mean(axis=0)',
      '(20,50) − (50,) → (20,50)',
      '(N,D) − (D,) → (N,D)',
    ],
    ['X * c', 'X × c', '(20,50) × (20,1) → (20,50)', '(N,D) × (N,1) → (N,D)'],
    ['X / 2', 'X / 2', '(20,50) / () → (20,50)', '(N,D) / () → (N,D)'],
    ['X.T', 'X.T', '(20,50) → (50,20)', '(N,D) → (D,N)'],
    ['np.transpose(X)', 'X.T', '(20,50) → (50,20)', '(N,D) → (D,N)'],
    ['T.transpose(2, 0, 1)', 'T.transpose(2, 0, 1)', '(5,4,3) → (3,5,4)', '(N,D,H) → (H,N,D)'],
    ['np.swapaxes(T, 0, -1)', 'T.swapaxes(0, -1)', '(5,4,3) → (3,4,5)', '(N,D,H) → (H,D,N)'],
    ['X.T @ X', 'X.T·X', '(50,20)·(20,50) → (50,50)', '(D,N)·(N,D) → (D,D)'],
    ['X.reshape(100, 10)', 'X.reshape', '(20,50) → (100,10)', '(N,D) → (H,I)'],
    ['np.sum(X, axis=0)', 'X.sum(axis=0)', '(20,50) → (50,)', '(N,D) → (D,)'],
    ['S.sum(1)', 'S.sum(axis=1)', '(20,20) → (20,)', '(N,D) → (N,)'],
    ['S.sum(axis=-1)', 'S.sum(axis=1)', '(20,20) → (20,)', '(N,D) → (N,)'],
    ['X.max(axis=1, keepdims=True)', 'X.max(axis=1)', '(20,50) → (20,1)', '(N,D) → (N,1)'],
    ['T.sum(axis=(0, 2))', 'T.sum(axis=(0, 2))', '(5,4,3) → (4,)', '(N,D,H) → (D,)'],
    ['X.sum()', 'X.sum()', '(20,50) → ()', '(N,D) → ()'],
    ['T @ T[0].T', 'T·T[0].T', '(5,4,3)·(3,4) → (5,4,4)', '(N,D,H)·(H,I) → (N,D,I)'],
    ['T @ np.ones((5, 3, 2))', 'T·…', '(5,4,3)·(5,3,2) → (5,4,2)', '(N,D,H)·(N,H,I) → (N,D,I)'],
  ])('%s', (code, ...texts) => {
    expect(written(`y = ${code}`)).toEqual(texts);
  });

  it('follows a chain of layers back to its first input', () => {
    const { array, source } = lastArray([...NAMES, 'V = np.zeros((10, 3))', 'y = (X @ W + b) @ V']);
    expect(equationLetters(arrayFacts(array, source).equation!)).toBe('(N,H)·(H,I) → (N,I)');
  });

  it('leaves the letters where a sum over a square array could be either', () => {
    const [title, , letters] = written('k = int(np.ones(1).sum())\ny = S.sum(axis=k)');
    expect([title, letters]).toEqual(['S.sum', '(N,D) → (H,)']);
  });

  it('says what broadcasting lends, and to how many', () => {
    const lent = (line: string) => equation(line)!.operands.map((side) => side.lent);
    expect(lent('y = X @ W + b')).toEqual([undefined, { to: 'rows', count: 20 }]);
    expect(lent('y = c * X')).toEqual([{ to: 'columns', count: 50 }, undefined]);
    expect(lent('y = X * 2')).toEqual([undefined, { to: 'entries', count: 1000 }]);
    expect(lent('y = X + X')).toEqual([undefined, undefined]);
    expect(lent('y = X @ W')).toEqual([undefined, undefined]);
  });

  it('is not there for an array that nothing made, nor without all shapes', () => {
    expect(equation('y = np.zeros(3)')).toBeUndefined();
    expect(equation('y = np.maximum(X, 0)')).toBeUndefined();
    expect(equation('import other\ny = other.f(X) @ W')).toBeUndefined();
  });

  it.each([
    ['np.exp(X) @ W', 'np.exp(X)·W'],
    ['(np.exp(X) +\n 1 + np.log(X + 3)) @ W', '(np.exp(X) + 1 + np.log(…)·W'],
    ['(X + 1) @ W', '(X + 1)·W'],
    ['X - (X + 1)', 'X − (X + 1)'],
    ['X + 1 - X', 'X + 1 − X'],
    ['X * 2 + X', 'X * 2 + X'],
    ['X / (X * 2)', 'X / (X * 2)'],
    ['X @ W * 2', 'X·W × 2'],
    ['2 * (X @ W)', '2 × (X·W)'],
    ['X * -0.5', 'X × (−0.5)'],
    ['(X + 1).T', '(X + 1).T'],
    ['(-X).sum(axis=0)', '(-X).sum(axis=0)'],
    ['X[:3].T', 'X[:3].T'],
  ])('names operands by their code where they have no name: %j', (code, title) => {
    expect(written(`y = ${code}`)[0]).toBe(title);
  });
});

describe('the letters of an Affine layer', () => {
  const source = [
    'import numpy as np',
    'X = np.ones((4, 3))',
    'W = np.ones((3, 2))',
    'b = np.zeros(2)',
    'Y = np.dot(X, W) + b',
    'dout = np.ones((4, 2))',
    'dX = np.dot(dout, W.T)',
    'dW = np.dot(X.T, dout)',
    'db = np.sum(dout, axis=0)',
    'other = np.zeros((7, 8)) @ np.zeros((8, 9))',
  ].join('\n');
  const reading = evaluate(source);
  const facts = (name: string) =>
    arrayFacts(reading.globals.get(name)!, source, { affine: reading.affines[0] });

  it.each([
    ['X', 'ND'],
    ['W', 'DH'],
    ['b', 'H'],
    ['Y', 'NH'],
    ['dout', 'NH'],
    ['dX', 'ND'],
    ['dW', 'DH'],
    ['db', 'H'],
  ])('are kept by %s', (name, letters) => {
    expect(facts(name).letters?.join('')).toBe(letters);
  });

  it('are kept on the way back', () => {
    expect(equationLetters(facts('dX').equation!)).toBe('(N,H)·(H,D) → (N,D)');
    expect(equationLetters(facts('dW').equation!)).toBe('(D,N)·(N,H) → (D,H)');
    expect(equationLetters(facts('db').equation!)).toBe('(N,H) → (H,)');
  });

  it('are not taken from what has nothing to do with it', () => {
    expect(facts('other').letters).toBeUndefined();
    expect(equationLetters(facts('other').equation!)).toBe('(N,D)·(D,H) → (N,H)');
  });
});
