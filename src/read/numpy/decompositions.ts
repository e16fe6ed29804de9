import { say } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { PyTuple, Unknown, type Args } from '../python/values';
import { flagOf, numberOf, taped, type NumpyFunction } from './arguments';
import {
  cholesky,
  matrix,
  product,
  qr,
  singularValues,
  turned,
  type Matrix,
} from './matrix-factors';
import {
  assertMatrix,
  assertSingle,
  assertSquare,
  eachMatrix,
  linearType,
  matricesOf,
} from './matrix-stacks';
import { makeArray, stateOf, type NdArray } from './ndarray';
import { onArrays } from './operands';
import { eigvalsh, eigh, eig } from './eigenvalues';

const EPS = 2 ** -52;

const arrayOf = ({ rows, columns, data }: Matrix, a: NdArray, args: Args): NdArray =>
  makeArray([rows, columns], data, linearType(a.dtype), a.state, taped('linalg', [a], args));

function rowsUpTo({ columns, data }: Matrix, count: number): Matrix {
  return matrix(count, columns, data.slice(0, count * columns));
}

/** A matrix with Q's and R's rows: both, or R alone. */
const qrOf: NumpyFunction = (args, runtime) => {
  const { a, mode = 'reduced' } = bind(args, 'a', 'mode');
  return onArrays([a], runtime, (own) => {
    assertMatrix(own);
    assertSingle(own);
    const [m, n] = own.shape as [number, number];
    const [first] = matricesOf(own) ?? [];
    if (mode !== 'reduced' && mode !== 'complete' && mode !== 'r') throw new Unread();
    const inner = mode === 'complete' ? m : Math.min(m, n);
    if (!first) {
      const [Q, R] = [
        [m, inner],
        [inner, n],
      ].map((shape) => makeArray(shape, undefined, linearType(own.dtype), own.state));
      return mode === 'r' ? R! : new PyTuple([Q!, R!]);
    }
    const { Q, R } = qr(first);
    const upper = arrayOf(rowsUpTo(R, inner), own, args);
    return mode === 'r'
      ? upper
      : new PyTuple([arrayOf(turned(rowsUpTo(turned(Q), inner)), own, args), upper]);
  });
};

const choleskyOf: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (a) => {
    assertSquare(a);
    return eachMatrix(a, a.shape.slice(-2), taped('cholesky', [a], args), (each) => {
      const lower = cholesky(each);
      if (lower) return lower.data;
      throw new PyError('LinAlgError', say('Matrix is not positive definite'), [a]);
    });
  });

/** U, s and V of a matrix of any shape: A = U·diag(s)·Vᵀ, with as many columns as the shorter side has. */
function thinSvd(a: Matrix): { U: Matrix; s: Float64Array; V: Matrix } {
  if (a.rows >= a.columns) return singularValues(a);
  const { U, s, V } = singularValues(turned(a));
  return { U: V, s, V: U };
}

/** The singular values. Of the vectors, whose signs are LAPACK's whim, only the shapes. */
const svd: NumpyFunction = (args, runtime) => {
  const { a, full_matrices, compute_uv } = bind(
    args,
    'a',
    'full_matrices',
    'compute_uv',
    'hermitian',
  );
  return onArrays([a], runtime, (own) => {
    assertMatrix(own);
    const [m, n] = own.shape.slice(-2) as [number, number];
    const batch = own.shape.slice(0, -2);
    const k = Math.min(m, n);
    const s = eachMatrix(own, [k], taped('svd', [own], args), (each) => thinSvd(each).s);
    if (compute_uv !== undefined && !flagOf(compute_uv)) return s;
    const isFull = full_matrices === undefined || flagOf(full_matrices);
    const shapeOnly = (...shape: number[]) =>
      makeArray([...batch, ...shape], undefined, s.dtype, own.state);
    return new PyTuple([shapeOnly(m, isFull ? m : k), s, shapeOnly(isFull ? n : k, n)]);
  });
};

/** How many singular values count, and the least that does. */
function cutoff(s: Float64Array, relative: number): number {
  return (s[0] ?? 0) * relative;
}

function rankOf(a: Matrix): number {
  const { s } = thinSvd(a);
  const least = cutoff(s, Math.max(a.rows, a.columns) * EPS);
  return s.filter((each) => each > least).length;
}

/** V·diag(1/s)·Uᵀ over the singular values that count. */
function pseudoInverse(a: Matrix, relative: number): Matrix {
  const { U, s, V } = thinSvd(a);
  const least = cutoff(s, relative);
  const scaled = V.data.map((entry, cell) => {
    const own = s[cell % V.columns]!;
    return own > least ? entry / own : 0;
  });
  return product(matrix(V.rows, V.columns, scaled), turned(U));
}

const pinv: NumpyFunction = (args, runtime) => {
  const { a, rcond } = bind(args, 'a', 'rcond', 'hermitian');
  return onArrays([a], runtime, (own) => {
    assertMatrix(own);
    const [m, n] = own.shape.slice(-2) as [number, number];
    const relative = numberOf(rcond) ?? 1e-15;
    return eachMatrix(
      own,
      [n, m],
      taped('pinv', [own], args),
      (each) => pseudoInverse(each, relative).data,
    );
  });
};

/** The solution nearest to one, with how far off it is, the rank and the singular values. */
const lstsq: NumpyFunction = (args, runtime) => {
  const { a, b, rcond } = bind(args, 'a', 'b', 'rcond');
  return onArrays([a, b], runtime, (left, right) => {
    assertMatrix(left);
    assertSingle(left);
    const [m, n] = left.shape as [number, number];
    if (right.ndim === 0 || right.ndim > 2 || right.shape[0] !== m) {
      throw new PyError('LinAlgError', say('Incompatible dimensions'), [left, right]);
    }
    const [A] = matricesOf(left) ?? [];
    const entries = right.entries();
    if (!A || !entries) return new Unknown('the matrix is not known');
    const width = right.ndim === 2 ? right.shape[1]! : 1;
    const B = matrix(m, width, entries.slice());
    const relative =
      rcond === undefined || rcond === -1n ? EPS : (numberOf(rcond) ?? EPS * Math.max(m, n));
    const x = product(pseudoInverse(A, relative), B);
    const { s } = thinSvd(A);
    const rank = s.filter((each) => each > cutoff(s, relative)).length;
    const state = stateOf([left, right]);
    const make = (shape: readonly number[], data: Float64Array) =>
      makeArray(
        shape,
        data,
        linearType(left.dtype, right.dtype),
        state,
        taped('lstsq', [left, right], args),
      );
    const isExact = rank < n || m <= n;
    const residuals = isExact
      ? make([0], new Float64Array(0))
      : make([width], residualsOf(A, x, B));
    const solution = make(right.ndim === 2 ? [n, width] : [n], x.data);
    return new PyTuple([solution, residuals, BigInt(rank), make([s.length], s)]);
  });
};

function residualsOf(A: Matrix, x: Matrix, B: Matrix): Float64Array {
  const reached = product(A, x);
  const sums = new Float64Array(B.columns);
  B.data.forEach((entry, cell) => (sums[cell % B.columns]! += (entry - reached.data[cell]!) ** 2));
  return sums;
}

/** The largest singular value over the smallest. */
const cond: NumpyFunction = (args, runtime) => {
  const { x, p } = bind(args, 'x', 'p');
  if (p !== undefined && p !== null && p !== 2n) throw new Unread();
  return onArrays([x], runtime, (own) => {
    assertMatrix(own);
    return eachMatrix(own, [], taped('cond', [own], args), (each) => {
      const { s } = thinSvd(each);
      return Float64Array.of(s[0]! / s.at(-1)!);
    });
  });
};

/** Factors of matrices and what follows from them, by NumPy's names. */
export const decompositions = {
  rankOf,
  functions: {
    qr: qrOf,
    cholesky: choleskyOf,
    svd,
    eigvalsh,
    eigh,
    eig,
    eigvals: eig,
    pinv,
    lstsq,
    cond,
  } satisfies Record<string, NumpyFunction>,
};
