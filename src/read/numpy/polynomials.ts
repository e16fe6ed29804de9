import { say } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { PyTuple, Unknown, type Args, type Value } from '../python/values';
import { flagOf, integerOf, taped, type NumpyFunction } from './arguments';
import { castArray } from './convert';
import { calculator, invoke } from './library';
import { makeArray, NdArray } from './ndarray';
import { onArrays } from './operands';
import { concatenate, reshape } from './shaping';

const row = (x: NdArray, args: Args): NdArray => reshape(x, [x.size], taped('reshape', [x], args));

/** One coefficient of many. */
function coefficient(p: NdArray, i: number): NdArray {
  return p.view({ shape: [], strides: [], offset: p.offset + i * p.strides[0]! });
}

/** The value of a polynomial, by Horner's rule. */
const polyval: NumpyFunction = (args, runtime) => {
  const { p, x } = bind(args, 'p', 'x');
  const calculate = calculator(args);
  return onArrays([p, x], runtime, (coefficients, at) => {
    const own = row(coefficients, args);
    let value: Value = invoke('zeros_like', args, [at]);
    for (let i = 0; i < own.size; i++)
      value = calculate('+', calculate('*', value, at), coefficient(own, i));
    return value;
  });
};

/** The polynomial that comes nearest to points, by least squares. */
const polyfit: NumpyFunction = (args, runtime) => {
  const { x, y, deg, rcond, full, w, cov } = bind(
    args,
    'x',
    'y',
    'deg',
    'rcond',
    'full',
    'w',
    'cov',
  );
  if (rcond !== undefined || w !== undefined || flagOf(full) || flagOf(cov)) throw new Unread();
  const degree = integerOf(deg);
  if (degree === undefined) throw new Unread();
  if (degree < 0) throw new PyError('ValueError', say('expected deg >= 0'));
  const calculate = calculator(args);
  return onArrays([x, y], runtime, (at, values) => {
    if (at.ndim !== 1) throw new PyError('TypeError', say('expected 1D vector for x'), [at]);
    if (at.size === 0) throw new PyError('TypeError', say('expected non-empty vector for x'), [at]);
    if (values.shape[0] !== at.size)
      throw new PyError('TypeError', say('expected x and y to have same length'), [at, values]);
    const powers = invoke('vander', args, [
      castArray(at, 'float64'),
      BigInt(degree + 1),
    ]) as NdArray;
    // Columns are scaled to length 1 first, as NumPy does.
    const squares = calculate('*', powers, powers);
    const scale = invoke('sqrt', args, [invoke('sum', args, [squares], { axis: 0n })]) as NdArray;
    const solved = invoke(
      'linalg.lstsq',
      args,
      [calculate('/', powers, scale), castArray(values, 'float64')],
      {
        rcond: at.size * 2 ** -52,
      },
    );
    const best = solved instanceof PyTuple ? solved.items[0]! : solved;
    if (values.ndim === 1) return calculate('/', best, scale);
    return calculate('/', best, reshape(scale, [scale.size, 1], taped('reshape', [scale], args)));
  });
};

/** Coefficients with zeros in front, so that they are as many as others. */
function raised(p: NdArray, length: number, args: Args): NdArray {
  const zeros = makeArray([length - p.size], new Float64Array(length - p.size), p.dtype, 'known');
  return concatenate([zeros, p], 0, args.runtime.limits, taped('concatenate', [p], args));
}

const polyadd =
  (op: '+' | '-'): NumpyFunction =>
  (args, runtime) => {
    const { a1, a2 } = bind(args, 'a1', 'a2');
    return onArrays([a1, a2], runtime, (p, q) => {
      const [left, right] = [row(p, args), row(q, args)];
      const length = Math.max(left.size, right.size);
      return calculator(args)(op, raised(left, length, args), raised(right, length, args));
    });
  };

const polymul: NumpyFunction = (args) => {
  const { a1, a2 } = bind(args, 'a1', 'a2');
  return invoke('convolve', args, [a1 ?? null, a2 ?? null]);
};

/** The derivative: each coefficient times its power. */
const polyder: NumpyFunction = (args, runtime) => {
  const { p, m } = bind(args, 'p', 'm');
  return onArrays([p], runtime, (given) => {
    let own = row(given, args);
    for (let i = 0; i < (integerOf(m) ?? 1); i++) {
      const size = Math.max(0, own.size - 1);
      const powers = Float64Array.from({ length: size }, (_, k) => own.size - 1 - k);
      const kept = own.view({ shape: [size], strides: own.strides, offset: own.offset });
      own = calculator(args)('*', kept, makeArray([size], powers, 'int64', 'known')) as NdArray;
    }
    return own;
  });
};

/** The integral from 0: each coefficient divided by its new power. */
const polyint: NumpyFunction = (args, runtime) => {
  const { p, m, k } = bind(args, 'p', 'm', 'k');
  if ((m !== undefined && m !== 1n) || (k ?? null) !== null) throw new Unread();
  return onArrays([p], runtime, (given) => {
    const own = row(given, args);
    const powers = Float64Array.from({ length: own.size }, (_, i) => own.size - i);
    const divided = calculator(args)(
      '/',
      own,
      makeArray([own.size], powers, 'int64', 'known'),
    ) as NdArray;
    const constant = makeArray([1], new Float64Array(1), divided.dtype, 'known');
    return concatenate([divided, constant], 0, runtime.limits, taped('polyint', [given], args));
  });
};

/** The polynomial that is zero at the given places. */
const poly: NumpyFunction = (args, runtime) => {
  const { seq_of_zeros } = bind(args, 'seq_of_zeros');
  return onArrays([seq_of_zeros], runtime, (zeros) => {
    if (zeros.ndim !== 1) throw new Unread();
    const entries = zeros.entries();
    if (!entries) return new Unknown('the zeros are not known');
    const product = Array.from(entries).reduce<number[]>(
      (p, zero) => [...p, 0].map((c, i) => c - (i > 0 ? zero * p[i - 1]! : 0)),
      [1],
    );
    return makeArray(
      [product.length],
      Float64Array.from(product),
      'float64',
      zeros.state,
      taped('poly', [zeros], args),
    );
  });
};

/** Functions of polynomials, given by their coefficients, highest power first. */
export const polynomials: Readonly<Record<string, NumpyFunction>> = {
  polyval,
  polyfit,
  polyadd: polyadd('+'),
  polysub: polyadd('-'),
  polymul,
  polyder,
  polyint,
  poly,
};
