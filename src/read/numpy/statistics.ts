import { say } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { PyTuple, type Args, type Value } from '../python/values';
import { axesOf, flagOf, integerOf, taped, type NumpyFunction } from './arguments';
import { castArray } from './convert';
import { isFloat } from './dtypes';
import { calculator, invoke } from './library';
import { NdArray } from './ndarray';
import { onArrays } from './operands';
import { normalizeAxis } from './reduce';
import { concatenate, reshape, transpose } from './shaping';
import { histogram } from './histograms';
import { convolution } from './convolution';
import { trapz, gradient } from './slopes';

/** The mean, each entry counted as often as its weight says. */
const average: NumpyFunction = (args, runtime) => {
  const { a, axis, weights, returned, keepdims } = bind(
    args,
    'a',
    'axis',
    'weights',
    'returned',
    'keepdims',
  );
  if (flagOf(returned)) throw new Unread();
  if (weights === undefined || weights === null)
    return invoke('mean', args, [a ?? null], { axis, keepdims });
  const compute = calculator(args);
  return onArrays([a, weights], runtime, (x, given) => {
    const w = weightsFor(x, given, axis, args);
    const total = invoke('sum', args, [w], { axis, keepdims });
    const wide = isFloat(x.dtype) || isFloat(w.dtype) ? x : castArray(x, 'float64');
    if (total instanceof NdArray && total.entries()?.some((sum) => sum === 0)) {
      throw new PyError('ZeroDivisionError', say("Weights sum to zero, can't be normalized"));
    }
    return compute('/', invoke('sum', args, [compute('*', wide, w)], { axis, keepdims }), total);
  });
};

/** Weights of one axis, as they stand beside the array. */
function weightsFor(x: NdArray, weights: NdArray, axis: Value | undefined, args: Args): NdArray {
  if (weights.ndim === x.ndim && weights.shape.every((length, i) => length === x.shape[i]))
    return weights;
  const axes = axesOf(axis);
  if (!axes)
    throw new PyError(
      'TypeError',
      say('Axis must be specified when shapes of a and weights differ.'),
      [x, weights],
    );
  if (weights.ndim !== 1)
    throw new PyError(
      'TypeError',
      say('1D weights expected when shapes of a and weights differ.'),
      [x, weights],
    );
  const along = normalizeAxis(axes[0]!, x.ndim);
  if (weights.size !== x.shape[along]) {
    throw new PyError('ValueError', say('Length of weights not compatible with specified axis.'), [
      x,
      weights,
    ]);
  }
  const shape = x.shape.map((length, i) => (i === along ? length : 1));
  const line = reshape(weights, shape, taped('reshape', [weights], args));
  return invoke('broadcast_to', args, [line, new PyTuple(x.shape.map(BigInt))]) as NdArray;
}

/** Variables as rows, and how many values of each there are. */
function variables(m: NdArray, y: NdArray | undefined, isRows: boolean, args: Args): NdArray {
  const asRows = (x: NdArray): NdArray => {
    const rows = x.ndim < 2 ? reshape(x, [1, x.size], taped('reshape', [x], args)) : x;
    return isRows || rows.shape[0] === 1
      ? rows
      : transpose(rows, undefined, taped('transpose', [x], args));
  };
  if (m.ndim > 2) throw new PyError('ValueError', say('m has more than 2 dimensions'), [m]);
  const all = y ? [asRows(m), asRows(y)] : [asRows(m)];
  return castArray(
    concatenate(all, 0, args.runtime.limits, taped('concatenate', all, args)),
    'float64',
  );
}

const cov: NumpyFunction = (args, runtime) => {
  const { m, y, rowvar, bias, ddof, fweights, aweights } = bind(
    args,
    'm',
    'y',
    'rowvar',
    'bias',
    'ddof',
    'fweights',
    'aweights',
  );
  if ((fweights ?? null) !== null || (aweights ?? null) !== null) throw new Unread();
  const compute = calculator(args);
  return onArrays([m, y ?? m], runtime, (own, other) => {
    const isRows = rowvar === undefined || flagOf(rowvar);
    const X = variables(own, y === undefined || y === null ? undefined : other, isRows, args);
    const freedom = integerOf(ddof) ?? (flagOf(bias) ? 0 : 1);
    const mean = invoke('mean', args, [X], { axis: 1n, keepdims: true });
    const off = compute('-', X, mean);
    const count = Math.max(0, X.shape[1]! - freedom);
    const turned = runtime.attribute(off, 'T', args);
    const scaled = compute('*', compute('@', off, turned), count === 0 ? Infinity : 1 / count);
    return invoke('squeeze', args, [scaled]);
  });
};

const corrcoef: NumpyFunction = (args) => {
  const { x, y, rowvar } = bind(args, 'x', 'y', 'rowvar');
  const compute = calculator(args);
  const c = invoke('cov', args, y === undefined ? [x ?? null] : [x ?? null, y], { rowvar });
  if (!(c instanceof NdArray)) return c;
  if (c.ndim === 0) return compute('/', c, c);
  const spread = invoke('sqrt', args, [invoke('diag', args, [c])]);
  const scaled = compute(
    '/',
    compute('/', c, invoke('reshape', args, [spread, new PyTuple([-1n, 1n])])),
    spread,
  );
  return invoke('clip', args, [scaled, -1, 1]);
};

/** What can be said of samples, by NumPy's names. */
export const statistics: Readonly<Record<string, NumpyFunction>> = {
  average,
  cov,
  corrcoef,
  histogram,
  convolve: convolution('convolve', 'full'),
  correlate: convolution('correlate', 'valid'),
  trapz,
  gradient,
};
