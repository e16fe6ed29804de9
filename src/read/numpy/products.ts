import { bind } from '../python/runtime';
import { Unknown } from '../python/values';
import { integerOf, taped, type NumpyFunction } from './arguments';
import { einsum } from './einsum';
import { binary, binaryOps } from './elementwise';
import { dot, matmul } from './linear';
import { onArrays } from './operands';
import { reshape, transpose } from './shaping';

const outer: NumpyFunction = (args, runtime) => {
  const { a, b } = bind(args, 'a', 'b');
  return onArrays([a, b], runtime, (x, y) => {
    const tape = taped('outer', [x, y], args);
    const column = reshape(x, [x.size, 1], tape);
    return binary(
      binaryOps.get('multiply')!,
      column,
      reshape(y, [1, y.size], tape),
      runtime.limits,
      tape,
    );
  });
};

/** The scalar product of all entries in a row. */
const vdot: NumpyFunction = (args, runtime) => {
  const { a, b } = bind(args, 'a', 'b');
  return onArrays([a, b], runtime, (x, y) => {
    const tape = taped('dot', [x, y], args);
    return dot(reshape(x, [x.size], tape), reshape(y, [y.size], tape), runtime.limits, tape);
  });
};

/** The last axis of both is summed over. */
const inner: NumpyFunction = (args, runtime) => {
  const { a, b } = bind(args, 'a', 'b');
  return onArrays([a, b], runtime, (x, y) => {
    const tape = taped('inner', [x, y], args);
    const turned = y.ndim < 2 ? y : transpose(y, swappedLast(y.ndim), tape);
    return dot(x, turned, runtime.limits, tape);
  });
};

function swappedLast(ndim: number): number[] {
  return Array.from({ length: ndim }, (_, axis) =>
    axis === ndim - 1 ? ndim - 2 : axis === ndim - 2 ? ndim - 1 : axis,
  );
}

/** `tensordot` over the last axes of one and the first of the other. */
const tensordot: NumpyFunction = (args, runtime) => {
  const { a, b, axes } = bind(args, 'a', 'b', 'axes');
  const count = axes === undefined ? 2 : integerOf(axes);
  if (count === undefined) return new Unknown('these axes are not read');
  return onArrays([a, b], runtime, (x, y) => {
    const tape = taped('tensordot', [x, y], args);
    const [kept, summed] = [x.shape.slice(0, x.ndim - count), x.shape.slice(x.ndim - count)];
    const length = (shape: readonly number[]) => shape.reduce((size, each) => size * each, 1);
    const left = reshape(x, [length(kept), length(summed)], tape);
    const right = reshape(y, [length(y.shape.slice(0, count)), length(y.shape.slice(count))], tape);
    const shape = [...kept, ...y.shape.slice(count)];
    return reshape(dot(left, right, runtime.limits, tape), shape, tape);
  });
};

const product =
  (multiply: typeof dot): NumpyFunction =>
  (args, runtime) => {
    const { a, b } = bind(args, 'a', 'b', 'out');
    return onArrays([a, b], runtime, (x, y) =>
      multiply(x, y, runtime.limits, taped('dot', [x, y], args)),
    );
  };

/** Products of arrays, by NumPy's names. */
export const products: Readonly<Record<string, NumpyFunction>> = {
  dot: product(dot),
  matmul: product(matmul),
  outer,
  vdot,
  inner,
  tensordot,
  einsum,
};
