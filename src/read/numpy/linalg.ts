import { say } from '../../core';
import { bind } from '../python/runtime';
import { PyError } from '../python/signals';
import { Unread } from '../python/signals';
import type { Value } from '../python/values';
import { axesOf, taped, type NumpyFunction } from './arguments';
import { isFloat } from './dtypes';
import { makeArray, stateOf, type NdArray } from './ndarray';
import { onArrays } from './operands';
import { sumOf, reduce, type Reduction } from './reduce';

const ORDERS: ReadonlyMap<Value, Reduction['reduce']> = new Map<Value, Reduction['reduce']>([
  [
    '2',
    (run, isInner) =>
      Math.sqrt(
        sumOf(
          run.map((x) => x * x),
          isInner,
        ),
      ),
  ],
  ['1', (run, isInner) => sumOf(run.map(Math.abs), isInner)],
  ['Infinity', (run) => run.reduce((most, x) => Math.max(most, Math.abs(x)), 0)],
]);

/** The length of vectors; of all entries in a row, if no axis is given. */
const norm: NumpyFunction = (args, runtime) => {
  const { x, ord, axis, keepdims } = bind(args, 'x', 'ord', 'axis', 'keepdims');
  return onArrays([x], runtime, (own) => {
    const isDefault = ord === undefined || ord === null || ord === 'fro';
    const isVector = axis !== undefined || own.ndim === 1;
    const order = ORDERS.get(String(isDefault ? 2 : ord));
    if (!order || (!isDefault && !isVector)) throw new Unread();
    const how: Reduction = {
      name: 'norm',
      dtype: (dtype) => (isFloat(dtype) ? dtype : 'float64'),
      reduce: order,
      allowsEmpty: true,
    };
    return reduce(how, own, axesOf(axis), keepdims === true, taped('norm', [own], args));
  });
};

/** Solves A·x = B for each column of B, with the largest pivot of each column. */
function eliminate(
  a: NdArray,
  right: Float64Array,
  width: number,
): { det: number; x: Float64Array } {
  const n = a.shape[0]!;
  const [m, x] = [new Float64Array(a.entries()!), new Float64Array(right)];
  let det = 1;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(m[row * n + column]!) > Math.abs(m[pivot * n + column]!)) pivot = row;
    }
    const lead = m[pivot * n + column]!;
    if (lead === 0) return { det: 0, x };
    if (pivot !== column) {
      det = -det;
      swapRows(m, n, pivot, column);
      swapRows(x, width, pivot, column);
    }
    det *= lead;
    for (let row = column + 1; row < n; row++) {
      const factor = m[row * n + column]! / lead;
      subtractRow(m, n, row, column, factor);
      subtractRow(x, width, row, column, factor);
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let below = row + 1; below < n; below++)
      subtractRow(x, width, row, below, m[row * n + below]!);
    for (let j = 0; j < width; j++) x[row * width + j]! /= m[row * n + row]!;
  }
  return { det, x };
}

function swapRows(m: Float64Array, width: number, a: number, b: number): void {
  const row = m.slice(a * width, (a + 1) * width);
  m.copyWithin(a * width, b * width, (b + 1) * width);
  m.set(row, b * width);
}

function subtractRow(
  m: Float64Array,
  width: number,
  row: number,
  other: number,
  factor: number,
): void {
  for (let j = 0; j < width; j++) m[row * width + j]! -= factor * m[other * width + j]!;
}

function square(a: NdArray): void {
  if (a.ndim !== 2) throw new Unread();
  if (a.shape[0] === a.shape[1]) return;
  throw new PyError('LinAlgError', say('Last 2 dimensions of the array must be square'), [a]);
}

function solved(
  a: NdArray,
  right: Float64Array | undefined,
  width: number,
): Float64Array | undefined {
  if (!a.buffer || !right) return undefined;
  const { det, x } = eliminate(a, right, width);
  if (det === 0) throw new PyError('LinAlgError', say('Singular matrix'), [a]);
  return x;
}

const det: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (a) => {
    square(a);
    const data = a.buffer && Float64Array.of(eliminate(a, new Float64Array(0), 0).det);
    return makeArray([], data, 'float64', a.state, taped('det', [a], args));
  });

const inv: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (a) => {
    square(a);
    const n = a.shape[0]!;
    const identity = Float64Array.from({ length: n * n }, (_, i) => Number(i % (n + 1) === 0));
    return makeArray(a.shape, solved(a, identity, n), 'float64', a.state, taped('inv', [a], args));
  });

const solve: NumpyFunction = (args, runtime) => {
  const { a, b } = bind(args, 'a', 'b');
  return onArrays([a, b], runtime, (matrix, right) => {
    square(matrix);
    if (right.ndim > 2 || right.ndim === 0) throw new Unread();
    const data = solved(matrix, right.entries(), right.shape[1] ?? 1);
    const tape = taped('solve', [matrix, right], args);
    return makeArray(right.shape, data, 'float64', stateOf([matrix, right]), tape);
  });
};

/** `np.linalg`, by NumPy's names. */
export const linalg: Readonly<Record<string, NumpyFunction>> = { norm, det, inv, solve };
