import { say, sizeOf } from '../../core';
import { bind, type Runtime } from '../python/runtime';
import { PyError } from '../python/signals';
import { PyList, PyTuple, Unknown, type Value } from '../python/values';
import { axesOf, integerOf, taped, type NumpyFunction } from './arguments';
import { cross } from './cross';
import { einsum } from './einsum';
import { dot, matmul } from './linear';
import { NdArray, type Tape } from './ndarray';
import { onArrays } from './operands';
import { normalizeAxis } from './reduce';
import { reshape, transpose } from './shaping';
import { binaryOf } from './ufuncs';

const outer: NumpyFunction = (args, runtime) => {
  const { a, b } = bind(args, 'a', 'b');
  return onArrays([a, b], runtime, (x, y) => {
    const tape = taped('outer', [x, y], args);
    const column = reshape(x, [x.size, 1], tape);
    return binaryOf('multiply', column, reshape(y, [1, y.size], tape), args, runtime);
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
    if (x.ndim === 0 || y.ndim === 0) return dot(x, y, runtime.limits, tape);
    return summedOver(x, y, [x.ndim - 1], [y.ndim - 1], runtime, tape);
  });
};

/** Some axes of one array summed over with some of another; the others stand one after the other. */
function summedOver(
  x: NdArray,
  y: NdArray,
  left: readonly number[],
  right: readonly number[],
  { limits }: Runtime,
  tape: Tape,
): NdArray {
  if (
    left.length !== right.length ||
    left.some((axis, i) => x.shape[axis] !== y.shape[right[i]!])
  ) {
    throw new PyError('ValueError', say('shape-mismatch for sum'), [x, y]);
  }
  const rest = (array: NdArray, axes: readonly number[]) =>
    [...array.shape.keys()].filter((axis) => !axes.includes(axis));
  const [keptLeft, keptRight] = [rest(x, left), rest(y, right)];
  const lengths = (array: NdArray, axes: readonly number[]) =>
    axes.map((axis) => array.shape[axis]!);
  const count = sizeOf(lengths(x, left));
  const rows = reshape(
    transpose(x, [...keptLeft, ...left], tape),
    [sizeOf(lengths(x, keptLeft)), count],
    tape,
  );
  const columns = reshape(
    transpose(y, [...right, ...keptRight], tape),
    [count, sizeOf(lengths(y, keptRight))],
    tape,
  );
  const shape = [...lengths(x, keptLeft), ...lengths(y, keptRight)];
  return reshape(dot(rows, columns, limits, tape), shape, tape);
}

/** `tensordot` over the last axes of one and the first of the other, or over the given ones. */
const tensordot: NumpyFunction = (args, runtime) => {
  const { a, b, axes } = bind(args, 'a', 'b', 'axes');
  const given = axes instanceof PyTuple || axes instanceof PyList ? axes.items : undefined;
  const count = axes === undefined ? 2 : integerOf(axes);
  if (!given && count === undefined) return new Unknown('these axes are not known');
  return onArrays([a, b], runtime, (x, y) => {
    const tape = taped('tensordot', [x, y], args);
    const upTo = (from: number) => Array.from({ length: count ?? 0 }, (_, i) => from + i);
    if (!given && (count! > x.ndim || count! > y.ndim)) {
      throw new PyError('ValueError', say('shape-mismatch for sum'), [x, y]);
    }
    const own = (axes: Value | undefined, { ndim }: NdArray) =>
      (axesOf(axes) ?? []).map((axis) => normalizeAxis(axis, ndim));
    return given
      ? summedOver(x, y, own(given[0], x), own(given[1], y), runtime, tape)
      : summedOver(x, y, upTo(x.ndim - count!), upTo(0), runtime, tape);
  });
};

/** Every entry of one array times the whole of another. */
const kron: NumpyFunction = (args, runtime) => {
  const { a, b } = bind(args, 'a', 'b');
  return onArrays([a, b], runtime, (x, y) => {
    if (y.ndim === 0) return binaryOf('multiply', x, y, args, runtime);
    const tape = taped('kron', [x, y], args);
    const rank = Math.max(x.ndim, y.ndim);
    const raised = ({ ndim, shape }: NdArray) => [
      ...new Array<number>(rank - ndim).fill(1),
      ...shape,
    ];
    const [p, q] = [raised(x), raised(y)];
    const left = reshape(
      x,
      p.flatMap((length) => [length, 1]),
      tape,
    );
    const right = reshape(
      y,
      q.flatMap((length) => [1, length]),
      tape,
    );
    const product = binaryOf('multiply', left, right, args, runtime);
    return product instanceof NdArray
      ? reshape(
          product,
          p.map((length, axis) => length * q[axis]!),
          tape,
        )
      : product;
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
  kron,
  cross,
  einsum,
};
