import { isTooMuchForScalars, operandsOf, timed, type Operand } from '../problem';
import type { Peer } from './install';

type Rows = number[][];

interface Numeric {
  dot(a: Rows, b: Rows): Rows;
  transpose(a: Rows): Rows;
}

/** numeric.js: on lists of lists; it multiplies no transposed matrix but by transposing it first. */
export const numeric: Peer = {
  packages: ['numeric@1.2.6'],
  contestant(library) {
    const { dot, transpose } = library.require<Numeric>('numeric');
    return Promise.resolve({
      name: 'numeric',
      kind: 'peer',
      version: library.spec,
      refuses: isTooMuchForScalars,
      prepare(problem) {
        const operands = operandsOf(problem);
        const [a, b] = operands.map(rowsOf) as [Rows, Rows];
        const [turnsA, turnsB] = operands.map(({ isTransposed }) => isTransposed);
        return timed(() => dot(turnsA ? transpose(a) : a, turnsB ? transpose(b) : b));
      },
    });
  },
};

function rowsOf({ data, rows, columns }: Operand): Rows {
  return Array.from({ length: rows }, (_, i) => [...data.subarray(i * columns, (i + 1) * columns)]);
}
