import { describe, expect, it } from 'vitest';
import { plain } from '../../../../src/core';
import { checkBackwards, type BackwardCheck } from '../../../../src/read/check';
import { bookAffine, columns, functionPair, OWN_BIAS, torchLike } from './book';

/** The wrong gradients of a check, with what is said of them and where. */
function mistakesIn(source: string): Record<string, string> {
  const [check, ...others] = checkBackwards(source);
  expect(others).toEqual([]);
  expect(check?.verdict).toBe('wrong');
  return Object.fromEntries(
    wrongIn(check!).map(({ name, mistake }) => [name, mistake ? plain(mistake) : '']),
  );
}

const wrongIn = ({ gradients }: BackwardCheck) =>
  gradients.filter(({ verdict }) => verdict === 'wrong');

/** Each source with the gradient that is wrong in it and what is to be said of it. */
const MISTAKES: readonly (readonly [string, string, Record<string, string>])[] = [
  [
    'dW transposed',
    bookAffine({ dW: 'np.dot(dout.T, self.x)' }),
    { 'self.dW': 'self.dW is transposed: it should be Xᵀ·dY' },
  ],
  [
    'dW a mean',
    bookAffine({ dW: 'np.dot(self.x.T, dout) / self.x.shape[0]' }),
    {
      'self.dW':
        'self.dW is divided by the batch size N: it should be the sum over the batch, not the mean',
    },
  ],
  [
    'dW doubled',
    bookAffine({ dW: '2 * np.dot(self.x.T, dout)' }),
    { 'self.dW': 'self.dW is off by the factor 2' },
  ],
  [
    'dW over H',
    bookAffine({ dW: 'np.dot(self.x.T, dout) / dout.shape[1]' }),
    { 'self.dW': 'self.dW is divided by H, the number of outputs' },
  ],
  [
    'dW with weight decay',
    bookAffine({ dW: 'np.dot(self.x.T, dout) + 0.1 * self.W' }),
    {
      'self.dW':
        'self.dW has 0.1·W added to it, as weight decay would: that is no part of the layer’s gradient',
    },
  ],
  [
    'dW without dY',
    bookAffine({ dW: 'np.dot(self.x.T, np.ones_like(dout))' }),
    {
      'self.dW': 'self.dW does not use the upstream gradient: it is what dY = 1 would give',
    },
  ],
  [
    'dW of an earlier x',
    bookAffine({
      forward: 'if self.x is None: self.x = x\nreturn np.dot(x, self.W) + self.b',
    }),
    {
      'self.dW':
        'self.dW uses the X of an earlier forward pass: each forward pass is to keep its own X',
    },
  ],
  [
    'dW of the first sample',
    bookAffine({ dW: 'np.outer(self.x[0], dout[0])' }),
    { 'self.dW': 'self.dW uses the first sample only: it should add up the whole batch' },
  ],
  [
    'dW of zeros',
    bookAffine({ dW: 'np.zeros_like(self.W)' }),
    { 'self.dW': 'self.dW is 0 everywhere: it should be Xᵀ·dY' },
  ],
  [
    'dW of something else, which has no name',
    bookAffine({ dW: 'np.dot(self.x.T ** 3, dout)' }),
    { 'self.dW': '' },
  ],
  [
    'db over the wrong axis',
    bookAffine({ db: 'np.sum(dout, axis=1)' }),
    {
      'self.db':
        'self.db is summed over the wrong axis: it should be summed over the batch, Σ dY[n,:]',
    },
  ],
  [
    'db a mean',
    bookAffine({ db: 'np.mean(dout, axis=0)' }),
    {
      'self.db':
        'self.db is divided by the batch size N: it should be the sum over the batch, not the mean',
    },
  ],
  [
    'db not summed',
    bookAffine({ db: 'dout' }),
    { 'self.db': 'self.db keeps the batch: it should be summed over it, Σ dY[n,:]' },
  ],
  [
    'db summed over everything',
    bookAffine({ db: 'np.sum(dout)' }),
    {
      'self.db':
        'self.db is summed over every axis: it should be summed over the batch only, Σ dY[n,:]',
    },
  ],
  [
    'db of another shape than b, which the layer makes itself',
    bookAffine({ db: 'np.sum(dout, axis=0, keepdims=True)', init: OWN_BIAS }),
    { 'self.db': 'self.db has the shape (1,2), but b has (2,)' },
  ],
  [
    'dX untransposed, which clashes',
    bookAffine({ dx: 'np.dot(dout, self.W)' }),
    { dx: 'dx takes W the wrong way round: it should be dY·Wᵀ' },
  ],
  [
    'dW untransposed, which clashes',
    bookAffine({ dW: 'np.dot(self.x, dout)' }),
    { 'self.dW': 'self.dW transposes the wrong array: it should be Xᵀ·dY' },
  ],
  [
    'dX and dY the same',
    bookAffine({ dx: 'dout' }),
    { dx: 'dx is the upstream gradient itself: it should be dY·Wᵀ' },
  ],
  [
    'dX with the wrong sign',
    bookAffine({ dx: '-np.dot(dout, self.W.T)' }),
    { dx: 'dx has the wrong sign' },
  ],
  [
    'dX times x',
    bookAffine({ dx: 'np.dot(dout, self.W.T) * self.x' }),
    { dx: 'dx is multiplied by X once more: it should be dY·Wᵀ' },
  ],
  [
    'dX from dW',
    bookAffine({ before: 'dW = np.dot(self.x.T, dout)', dx: 'np.dot(dout, dW.T)' }),
    { dx: 'dx uses dW where W belongs: it should be dY·Wᵀ' },
  ],
  [
    'dX after the update',
    bookAffine({
      before: 'self.W -= 0.1 * np.dot(self.x.T, dout)',
    }),
    { dx: 'dx uses W after its update: it should use the W of the forward pass' },
  ],
  [
    'dX returned in place of dW',
    functionPair({ returns: 'dx, dx, db' })
      .replace('dx, dx, db', 'dw, dx, db')
      .replace('dw =', 'dx2 =')
      .replace('dx =', 'dw =')
      .replace('dx2 =', 'dx ='),
    {
      dx: 'dx is the gradient of W: the gradients of X and W are swapped',
      dw: 'dw is the gradient of X: the gradients of X and W are swapped',
    },
  ],
  [
    'dX not reshaped',
    functionPair({ dx: 'dout @ w.T' }),
    { dx: 'dx has the shape (4,6), but X has (4,3,2): it is to be reshaped' },
  ],
  [
    'dY changed before db',
    bookAffine({ before: 'dout *= np.array([1.0, 3.0, 0.5, 7.0])[:dout.shape[1]]' }),
    {
      dx: 'the upstream gradient is changed in place before dx is computed from it',
      'self.dW': 'the upstream gradient is changed in place before self.dW is computed from it',
      'self.db': 'the upstream gradient is changed in place before self.db is computed from it',
    },
  ],
  [
    'db not divided as dW is, samples as columns',
    columns({ db: 'np.sum(dZ, axis=1, keepdims=True)', dW: 'np.dot(dZ, A.T) / m' }),
    {
      dW: 'dW is divided by the batch size N: it should be the sum over the batch, not the mean',
    },
  ],
  [
    'db along the samples’ features, samples as columns',
    columns({ db: 'np.sum(dZ, axis=0, keepdims=True) / m', dW: 'np.dot(dZ, A.T)' }),
    { db: '' },
  ],
  [
    'dW transposed, weights as (out, in)',
    torchLike({ dW: 'self.x.T @ grad' }),
    { 'self.weight_grad': 'self.weight_grad is transposed: it should be dYᵀ·X' },
  ],
  [
    'dX with a needless transpose, weights as (out, in)',
    torchLike({ dx: 'grad @ self.weight.T' }),
    { dX: 'dX takes W the wrong way round: it should be dY·W' },
  ],
];

describe('a wrong gradient is named', () => {
  it.each(MISTAKES)('%s', (_, source, wanted) => {
    expect(mistakesIn(source)).toEqual(wanted);
  });

  it('and told with the expression that computes it and the entries that are furthest off', () => {
    const source = bookAffine({ dW: 'np.dot(self.x.T, dout) / len(dout)' });
    const [wrong] = wrongIn(checkBackwards(source)[0]!);
    expect(source.slice(wrong!.span!.start, wrong!.span!.end)).toBe(
      'np.dot(self.x.T, dout) / len(dout)',
    );
    expect(wrong!.worst).toHaveLength(3);
    for (const { got, wanted } of wrong!.worst!) expect(got).toBeCloseTo(wanted / 4, 12);
  });

  it('with the clash that stops it', () => {
    const [check] = checkBackwards(bookAffine({ dx: 'np.dot(dout, self.W)' }));
    expect(plain(check!.why!)).toBe('shapes (4,2) and (3,2) not aligned: 2 (dim 1) != 3 (dim 0)');
  });

  it('with the clash itself, where nothing else explains it', () => {
    const source = bookAffine({ db: 'np.sum(dout, axis=0) + self.x[0]' });
    const [check] = checkBackwards(source);
    const [wrong] = wrongIn(check!);
    expect([wrong!.name, plain(wrong!.mistake!)]).toEqual([
      'self.db',
      'operands could not be broadcast together with shapes (2,) (3,)',
    ]);
    expect(source.slice(wrong!.span!.start, wrong!.span!.end)).toBe(
      'np.sum(dout, axis=0) + self.x[0]',
    );
  });

  it('and the right ones beside it stay right', () => {
    const [check] = checkBackwards(bookAffine({ db: 'dout' }));
    expect(check!.gradients.map(({ variable, verdict }) => [variable, verdict])).toEqual([
      ['X', 'right'],
      ['W', 'right'],
      ['b', 'wrong'],
    ]);
  });
});
