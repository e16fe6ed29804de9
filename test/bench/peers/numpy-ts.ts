import { operandsOf, timed, type Operand } from '../problem';
import type { Peer } from './install';

/** What of an array is used here. */
interface Array {
  readonly T: Array;
  reshape(rows: number, columns: number): Array;
  dispose?(): void;
}

interface NumpyTs {
  array(data: Float64Array): Array;
  dot(a: Array, b: Array): Array;
}

/** numpy-ts: NumPy's functions in TypeScript and WebAssembly. */
export const numpyTs: Peer = {
  packages: ['numpy-ts@1.7.0'],
  async contestant(library) {
    const np = await library.import<NumpyTs>('numpy-ts', 'dist/esm/index.js');
    const arrayOf = ({ data, rows, columns, isTransposed }: Operand) => {
      const array = np.array(data).reshape(rows, columns);
      return isTransposed ? array.T : array;
    };
    return {
      name: 'numpy-ts',
      kind: 'peer',
      version: library.spec,
      prepare(problem) {
        const [A, B] = operandsOf(problem).map(arrayOf) as [Array, Array];
        return timed(() => np.dot(A, B).dispose?.());
      },
    };
  },
};
