import { say } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { PyTuple, Unknown, type Args } from '../python/values';
import { integerOf, taped, type NumpyFunction } from './arguments';
import { decompositions } from './decompositions';
import { eliminate } from './elimination';
import { matmul } from './linear';
import { identity } from './matrix-factors';
import { assertSquare, eachMatrix, linearType, matricesOf } from './matrix-stacks';
import { castArray } from './convert';
import { makeArray, NdArray, stateOf } from './ndarray';
import { norm } from './norms';
import { onArrays, sequenceOf } from './operands';
import { broadcastTo, sharedShape } from './shaping';

const singular = (a: NdArray): PyError => new PyError('LinAlgError', say('Singular matrix'), [a]);

const det: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (a) => {
    assertSquare(a);
    return eachMatrix(a, [], taped('det', [a], args), ({ data, rows }) =>
      Float64Array.of(eliminate(data, rows, new Float64Array(0), 0).det),
    );
  });

const slogdet: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (a) => {
    assertSquare(a);
    const tape = taped('slogdet', [a], args);
    return new PyTuple(
      (['sign', 'logDet'] as const).map((part) =>
        eachMatrix(a, [], tape, ({ data, rows }) =>
          Float64Array.of(eliminate(data, rows, new Float64Array(0), 0)[part]),
        ),
      ),
    );
  });

function inverse(a: NdArray, args: Args): NdArray {
  assertSquare(a);
  return eachMatrix(a, a.shape.slice(-2), taped('inv', [a], args), ({ data, rows }) => {
    const { det: determinant, x } = eliminate(data, rows, identity(rows).data, rows);
    if (determinant === 0) throw singular(a);
    return x;
  });
}

const inv: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (a) => inverse(a, args));

const solve: NumpyFunction = (args, runtime) => {
  const { a, b } = bind(args, 'a', 'b');
  return onArrays([a, b], runtime, (matrices, right) => {
    assertSquare(matrices);
    const isVector = right.ndim === matrices.ndim - 1;
    if (right.ndim === 0 || (!isVector && right.ndim < 2)) throw misfit(matrices, right);
    const n = matrices.shape.at(-1)!;
    const own = isVector ? [n] : [n, right.shape.at(-1)!];
    if (right.shape.at(isVector ? -1 : -2) !== n) throw misfit(matrices, right);
    const batch = sharedBatch(matrices, right, isVector ? 1 : 2);
    const lefts = broadcastTo(matrices, [...batch, n, n]);
    const rights = broadcastTo(right, [...batch, ...own]).entries();
    const dtype = linearType(matrices.dtype, right.dtype);
    const tape = taped('solve', [matrices, right], args);
    const state = stateOf([matrices, right]);
    if (!rights) return makeArray([...batch, ...own], undefined, dtype, state, tape);
    const width = isVector ? 1 : own[1]!;
    const solved = eachMatrix(lefts, own, tape, ({ data }, i) => {
      const { det: determinant, x } = eliminate(
        data,
        n,
        rights.slice(i * n * width, (i + 1) * n * width),
        width,
      );
      if (determinant === 0 && n > 0) throw singular(matrices);
      return x;
    });
    return makeArray(solved.shape, solved.buffer, dtype, state, tape);
  });
};

function misfit(a: NdArray, b: NdArray): PyError {
  return new PyError('ValueError', say('solve: the right side does not fit the matrix'), [a, b]);
}

function sharedBatch(a: NdArray, b: NdArray, rank: number): readonly number[] {
  const batch = (array: NdArray, own: number) =>
    makeArray(array.shape.slice(0, array.ndim - own), undefined, array.dtype, 'shape-only');
  return sharedShape([batch(a, 2), batch(b, rank)]);
}

const matrixPower: NumpyFunction = (args, runtime) => {
  const { a, n } = bind(args, 'a', 'n');
  const power = integerOf(n);
  if (power === undefined) throw new Unread();
  return onArrays([a], runtime, (given) => {
    assertSquare(given);
    const tape = taped('matrix_power', [given], args);
    const base = power < 0 ? inverse(given, args) : given;
    if (power === 0) return unit(given);
    let result = base;
    for (let i = 1; i < Math.abs(power); i++) result = matmul(result, base, runtime.limits, tape);
    return power === 1 ? castArray(result, result.dtype) : result;
  });
};

function unit(a: NdArray): NdArray {
  const one = identity(a.shape.at(-1)!).data;
  return castArray(
    broadcastTo(makeArray(a.shape.slice(-2), one, a.dtype, 'known'), a.shape),
    a.dtype,
  );
}

/** A product of several matrices; the order of multiplication changes nothing but the last bits. */
const multiDot: NumpyFunction = (args, runtime) => {
  const parts = sequenceOf(bind(args, 'arrays').arrays, runtime);
  if (!parts) return new Unknown('an array of the sequence is not known');
  const [first, ...rest] = parts;
  if (!first || rest.length === 0) {
    throw new PyError('ValueError', say('multi_dot needs at least two arrays'));
  }
  return rest.reduce(
    (product, part) => matmul(product, part, runtime.limits, taped('dot', [product, part], args)),
    first,
  );
};

const matrixRank: NumpyFunction = (args, runtime) => {
  const { A, tol } = bind(args, 'A', 'tol', 'hermitian');
  if (tol !== undefined && tol !== null) throw new Unread();
  return onArrays([A], runtime, (a) => {
    if (a.ndim < 2) return BigInt(Number(a.entries()?.some((entry) => entry !== 0) ?? false));
    const known = matricesOf(a);
    if (!known || a.ndim > 2 || a.state !== 'known') return new Unknown('the rank is not known');
    return BigInt(decompositions.rankOf(known[0]!));
  });
};

/** `np.linalg`, by NumPy's names. */
export const linalg: Readonly<Record<string, NumpyFunction>> = {
  norm,
  det,
  slogdet,
  inv,
  solve,
  matrix_power: matrixPower,
  multi_dot: multiDot,
  matrix_rank: matrixRank,
  ...decompositions.functions,
};
