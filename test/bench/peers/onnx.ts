import { operandsOf, type Operand } from '../problem';
import type { Peer } from './install';
import { productModel } from './onnx-model';

interface Session {
  run(feeds: Record<string, unknown>): Promise<unknown>;
  release(): Promise<void>;
}

interface Ort {
  readonly env: { readonly wasm: { numThreads: number }; logLevel: string };
  readonly InferenceSession: { create(model: Uint8Array): Promise<Session> };
  readonly Tensor: new (type: string, data: Float64Array, shape: number[]) => unknown;
}

/** ONNX Runtime in WebAssembly, on one thread, in float64: a model of one node. */
export const onnx: Peer = {
  packages: ['onnxruntime-web@1.30.0'],
  async contestant(library) {
    const ort = await library.import<Ort>('onnxruntime-web', 'dist/ort.wasm.min.mjs');
    ort.env.wasm.numThreads = 1;
    ort.env.logLevel = 'error';
    const tensorOf = ({ data, rows, columns }: Operand) =>
      new ort.Tensor('float64', data, [rows, columns]);
    return {
      name: 'onnxruntime-web',
      kind: 'peer',
      version: library.spec,
      prepare(problem) {
        const operands = operandsOf(problem);
        const [transA, transB] = operands.map(({ isTransposed }) => isTransposed);
        const model = productModel('double', transA!, transB!);
        const session = ort.InferenceSession.create(model);
        const [A, B] = operands.map(tensorOf);
        const watch = async (repeats: number): Promise<number> => {
          const ready = await session;
          const began = performance.now();
          for (let i = 0; i < repeats; i++) await ready.run({ A, B });
          return (performance.now() - began) / 1000;
        };
        return Object.assign(watch, { release: async () => (await session).release() });
      },
    };
  },
};
