import { innerOf, isTooMuchForScalars, operandsOf, timed } from '../problem';
import type { Peer } from './install';

/** BLAS's dgemm: C = alpha·op(A)·op(B) + beta·C, each matrix with its leading dimension. */
type Dgemm = (
  order: 'row-major',
  transA: string,
  transB: string,
  M: number,
  N: number,
  K: number,
  alpha: number,
  A: Float64Array,
  LDA: number,
  B: Float64Array,
  LDB: number,
  beta: number,
  C: Float64Array,
  LDC: number,
) => Float64Array;

const transposition = (isTransposed: boolean): string =>
  isTransposed ? 'transpose' : 'no-transpose';

/** @stdlib/blas: its dgemm, into an array that is there. */
export const stdlib: Peer = {
  packages: ['@stdlib/blas-base-dgemm@0.1.1'],
  contestant(library) {
    const dgemm = library.require<Dgemm>('@stdlib/blas-base-dgemm');
    return Promise.resolve({
      name: '@stdlib/blas',
      kind: 'peer',
      version: library.spec,
      refuses: isTooMuchForScalars,
      prepare(problem) {
        const [A, B] = operandsOf(problem);
        const { rows, inner, columns } = innerOf(A, B);
        const C = new Float64Array(rows * columns);
        const [transA, transB] = [A, B].map((each) => transposition(each.isTransposed));
        return timed(() =>
          dgemm(
            ...(['row-major', transA!, transB!, rows, columns, inner] as const),
            ...([1, A.data, A.columns, B.data, B.columns, 0, C, columns] as const),
          ),
        );
      },
    });
  },
};
