import { say, sizeOf, type DType, type Shape } from '../../core';
import { PyError, Unread } from '../python/signals';
import { makeArray, type NdArray, type Tape } from './ndarray';
import { matrix, type Matrix } from './matrix-factors';
import { roundTo } from './dtypes';

/** The matrices of an array's last two axes, in order; none where entries are not known. */
export function matricesOf(a: NdArray): Matrix[] | undefined {
  const [rows, columns] = a.shape.slice(-2) as [number, number];
  const entries = a.entries();
  if (!entries) return undefined;
  const size = rows * columns;
  return Array.from({ length: sizeOf(a.shape.slice(0, -2)) }, (_, i) =>
    matrix(rows, columns, entries.slice(i * size, (i + 1) * size)),
  );
}

/** Raises LinAlgError for an array that is no matrix or stack of matrices. */
export function assertMatrix(a: NdArray): void {
  if (a.ndim >= 2) return;
  throw new PyError('LinAlgError', say('the array must have at least two axes'), [a]);
}

/** Raises LinAlgError for matrices that are not square. */
export function assertSquare(a: NdArray): void {
  assertMatrix(a);
  if (a.shape.at(-1) === a.shape.at(-2)) return;
  throw new PyError('LinAlgError', say('Last 2 dimensions of the array must be square'), [a]);
}

/** Throws Unread for a stack of more than one matrix. */
export function assertSingle(a: NdArray): void {
  if (a.ndim > 2) throw new Unread();
}

/** The float type that linear algebra computes in. Raises TypeError for half precision. */
export function linearType(...dtypes: readonly DType[]): DType {
  if (dtypes.includes('float16')) {
    throw new PyError('TypeError', say('array type float16 is unsupported in linalg'));
  }
  return dtypes.every((dtype) => dtype === 'float32') ? 'float32' : 'float64';
}

/** What a computation makes of each matrix of a stack, put together again. */
export function eachMatrix(
  a: NdArray,
  own: Shape,
  tape: Tape,
  compute: (matrix: Matrix, i: number) => Float64Array,
  dtype: DType = linearType(a.dtype),
): NdArray {
  const shape = [...a.shape.slice(0, -2), ...own];
  const matrices = matricesOf(a);
  if (!matrices) return makeArray(shape, undefined, dtype, a.state, tape);
  const data = new Float64Array(sizeOf(shape));
  const size = sizeOf(own);
  matrices.forEach((each, i) => data.set(compute(each, i), i * size));
  return makeArray(shape, roundTo(data, dtype), dtype, a.state, tape);
}
