import fused from '../../src/core/kernel/assembly/product.fused.wasm';
import plain from '../../src/core/kernel/assembly/product.wasm';
import { multiplyPacked } from '../../src/core/kernel/packed';
import type { MatrixView, Product } from '../../src/core/kernel/view';
import { wasmProduct } from '../../src/core/kernel/wasm';
import { matmul, rowMajor, transposed } from '../../src/core/matmul';
import {
  operandsOf,
  timed,
  type Contestant,
  type Kind,
  type Operand,
  type Problem,
} from './problem';

/** What the extension uses, by its own choice. */
export const ours: Contestant = contestant('this', matmul, 'this');

/** Its variants, whatever the size; those that this Node knows. */
export function variants(): Contestant[] {
  const [withFusing, without] = [wasmProduct([fused]), wasmProduct([plain])];
  return [
    ...(withFusing ? [contestant('fused', withFusing)] : []),
    ...(without ? [contestant('simd', without)] : []),
    contestant('ts', multiplyPacked),
  ];
}

const mostForNaive = 2e8;

/** Three loops, as anyone would write them. */
export const naive: Contestant = {
  name: 'naive',
  kind: 'naive',
  refuses: ({ N, D, H }: Problem) => N * D * H > mostForNaive,
  prepare(problem) {
    const [A, B] = operandsOf(problem).map(viewOf) as [MatrixView, MatrixView];
    return timed(() => threeLoops(A, B));
  },
};

function contestant(name: string, multiply: Product, kind: Kind = 'variant'): Contestant {
  return {
    name,
    kind,
    prepare(problem) {
      const [A, B] = operandsOf(problem);
      return timed(() => multiply(viewOf(A), viewOf(B)));
    },
  };
}

function viewOf({ data, rows, columns, isTransposed }: Operand): MatrixView {
  const view = rowMajor(data, rows, columns);
  return isTransposed ? transposed(view) : view;
}

function threeLoops(A: MatrixView, B: MatrixView): Float64Array {
  const out = new Float64Array(A.rows * B.columns);
  for (let i = 0; i < A.rows; i++) {
    for (let j = 0; j < B.columns; j++) {
      let sum = 0;
      for (let k = 0; k < A.columns; k++) {
        sum +=
          A.data[i * A.rowStride + k * A.columnStride]! *
          B.data[k * B.rowStride + j * B.columnStride]!;
      }
      out[i * B.columns + j] = sum;
    }
  }
  return out;
}
