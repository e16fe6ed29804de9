import { isTooMuchForScalars, operandsOf, timed, type Operand } from '../problem';
import type { Peer } from './install';

/** What of a matrix is used here. */
interface Matrix {
  mmul(other: Matrix): Matrix;
  transpose(): Matrix;
}

interface MlMatrix {
  readonly Matrix: { from1DArray(rows: number, columns: number, data: Float64Array): Matrix };
}

/** ml-matrix: it multiplies no transposed matrix but by transposing it first. */
export const mlMatrix: Peer = {
  packages: ['ml-matrix@6.15.1'],
  async contestant(library) {
    const { Matrix } = await library.import<MlMatrix>('ml-matrix', 'matrix.mjs');
    const matrixOf = ({ data, rows, columns }: Operand) => Matrix.from1DArray(rows, columns, data);
    return {
      name: 'ml-matrix',
      kind: 'peer',
      version: library.spec,
      refuses: isTooMuchForScalars,
      prepare(problem) {
        const operands = operandsOf(problem);
        const [a, b] = operands.map(matrixOf) as [Matrix, Matrix];
        const [turnsA, turnsB] = operands.map(({ isTransposed }) => isTransposed);
        return timed(() => (turnsA ? a.transpose() : a).mmul(turnsB ? b.transpose() : b));
      },
    };
  },
};
