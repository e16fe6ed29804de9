import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { say } from '../tools/tool';
import { installInto, once } from '../tools/workbench/cache';
import { operandsOf, timed, type Contestant, type Operand } from './problem';

/** What of an array of numpy-ts is used here. */
interface NumpyTsArray {
  readonly T: NumpyTsArray;
  reshape(rows: number, columns: number): NumpyTsArray;
  dispose?(): void;
}

interface NumpyTs {
  array(data: Float64Array): NumpyTsArray;
  dot(a: NumpyTsArray, b: NumpyTsArray): NumpyTsArray;
}

/** What of a matrix of ml-matrix is used here. */
interface MlMatrix {
  mmul(other: MlMatrix): MlMatrix;
  transpose(): MlMatrix;
}

interface MlMatrixModule {
  readonly Matrix: { from1DArray(rows: number, columns: number, data: Float64Array): MlMatrix };
}

/** Libraries that run in JavaScript or WebAssembly, installed apart; those that can be had. */
export async function peers(): Promise<Contestant[]> {
  const found = await Promise.all([
    peer('numpy-ts@1.7.0', 'dist/esm/index.js', numpyTs),
    peer('ml-matrix@6.15.1', 'matrix.mjs', mlMatrix),
  ]);
  return found.filter((each) => each !== undefined);
}

async function peer<Module>(
  spec: string,
  entry: string,
  contestant: (name: string, module: Module) => Contestant,
): Promise<Contestant | undefined> {
  const [name] = spec.split('@') as [string];
  try {
    const folder = await once(`bench-${spec.replace('@', '-')}`, (into) =>
      installInto(into, spec, ['--ignore-scripts']),
    );
    const url = pathToFileURL(join(folder, 'node_modules', name, entry));
    return contestant(name, (await import(url.href)) as Module);
  } catch (error) {
    say(`Without ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function numpyTs(name: string, np: NumpyTs): Contestant {
  const arrayOf = ({ data, rows, columns, isTransposed }: Operand) => {
    const array = np.array(data).reshape(rows, columns);
    return isTransposed ? array.T : array;
  };
  return {
    name,
    prepare(problem) {
      const [A, B] = operandsOf(problem).map(arrayOf) as [NumpyTsArray, NumpyTsArray];
      return timed(() => np.dot(A, B).dispose?.());
    },
  };
}

function mlMatrix(name: string, { Matrix }: MlMatrixModule): Contestant {
  const matrixOf = ({ data, rows, columns }: Operand) => Matrix.from1DArray(rows, columns, data);
  return {
    name,
    refuses: ({ N, D, H }) => N * D * H > 1.5e9,
    prepare(problem) {
      const operands = operandsOf(problem);
      const [a, b] = operands.map(matrixOf) as [MlMatrix, MlMatrix];
      const [turnsA, turnsB] = operands.map(({ isTransposed }) => isTransposed);
      return timed(() => (turnsA ? a.transpose() : a).mmul(turnsB ? b.transpose() : b));
    },
  };
}
