import { join } from 'node:path';
import { operandsOf, timed, type Operand } from '../problem';
import type { Peer } from './install';

interface Tensor {
  dispose(): void;
}

interface Tf {
  setBackend(name: string): Promise<boolean>;
  tensor2d(data: Float32Array, shape: [number, number]): Tensor;
  matMul(a: Tensor, b: Tensor, transposeA: boolean, transposeB: boolean): Tensor;
}

interface Backend {
  setWasmPaths(folder: string): void;
}

/** TensorFlow.js in WebAssembly: it has no float64, so that it moves half the bytes. */
export const tfjs: Peer = {
  packages: ['@tensorflow/tfjs-backend-wasm@4.22.0', '@tensorflow/tfjs-core@4.22.0'],
  async contestant(library) {
    const tf = library.require<Tf>('@tensorflow/tfjs-core');
    const { setWasmPaths } = library.require<Backend>('@tensorflow/tfjs-backend-wasm');
    setWasmPaths(join(library.folder('@tensorflow/tfjs-backend-wasm'), 'wasm-out/'));
    if (!(await tf.setBackend('wasm'))) throw new Error('its WebAssembly does not start');
    const tensorOf = ({ data, rows, columns }: Operand) =>
      tf.tensor2d(Float32Array.from(data), [rows, columns]);
    return {
      name: 'tfjs (f32)',
      kind: 'single',
      version: library.spec,
      prepare(problem) {
        const operands = operandsOf(problem);
        const [a, b] = operands.map(tensorOf) as [Tensor, Tensor];
        const [transA, transB] = operands.map(({ isTransposed }) => isTransposed) as [
          boolean,
          boolean,
        ];
        const watch = timed(() => tf.matMul(a, b, transA, transB).dispose());
        return Object.assign(watch, { release: () => [a, b].forEach((each) => each.dispose()) });
      },
    };
  },
};
