import { bind } from '../python/runtime';
import { PyTuple, Unknown, type Args, type Value } from '../python/values';
import { taped, type NumpyFunction } from './arguments';
import { symmetricEigenvalues } from './matrix-factors';
import { assertSquare, eachMatrix } from './matrix-stacks';
import { makeArray, type NdArray } from './ndarray';
import { onArrays } from './operands';

/** The eigenvalues of a symmetric matrix. */
export const eigvalsh: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a', 'UPLO').a], runtime, (a) => eigenvaluesOf(a, args));

function eigenvaluesOf(a: NdArray, args: Args): NdArray {
  assertSquare(a);
  return eachMatrix(a, [a.shape.at(-1)!], taped('eigvalsh', [a], args), symmetricEigenvalues);
}

/** The eigenvalues of a symmetric matrix; of the vectors, whose signs are LAPACK's whim, only the shape. */
export const eigh: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a', 'UPLO').a], runtime, (a) => {
    const values = eigenvaluesOf(a, args);
    return new PyTuple([values, makeArray(a.shape, undefined, values.dtype, a.state)]);
  });

/** Of other eigenvalues nobody knows before whether they are real, and not in which order they come. */
export const eig: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (a): Value => {
    assertSquare(a);
    return new Unknown('eigenvalues of matrices that are not symmetric are not read');
  });
