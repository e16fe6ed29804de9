import { roundingOf, say, type DType } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { type Value } from '../python/values';
import { axesOf, flagOf, numberOf, taped, type NumpyFunction } from './arguments';
import { matrix, singularValues, turned } from './matrix-factors';
import { type NdArray } from './ndarray';
import { onArrays } from './operands';
import { floating, normalizeAxis, reduce, reduction, type Reduction } from './reduce';
import { reshape, transpose } from './shaping';
import { sumOf } from './sums';

const rounder = (dtype: DType) => roundingOf(dtype) ?? ((x: number) => x);

/** The size of a vector, by the number that the order is. */
function vectorNorm(order: number): Reduction['reduce'] {
  if (order === Infinity)
    return (run) => run.reduce((most, x) => worse(most, Math.abs(x), Math.max), 0);
  if (order === -Infinity)
    return (run) => run.reduce((least, x) => worse(least, Math.abs(x), Math.min), Infinity);
  if (order === 0) return (run) => run.filter((x) => x !== 0).length;
  if (order === 1) return (run, isInner, dtype) => sumOf(run.map(Math.abs), isInner, dtype);
  if (order === 2) {
    return (run, isInner, dtype) => {
      const round = rounder(dtype);
      return Math.sqrt(
        sumOf(
          run.map((x) => round(x * x)),
          isInner,
          dtype,
        ),
      );
    };
  }
  return (run, isInner, dtype) =>
    sumOf(
      run.map((x) => Math.abs(x) ** order),
      isInner,
      dtype,
    ) **
    (1 / order);
}

const worse = (a: number, b: number, pick: (a: number, b: number) => number): number =>
  Number.isNaN(a) || Number.isNaN(b) ? NaN : pick(a, b);

const NO_IDENTITY = new Set([Infinity, -Infinity]);

/** The order as NumPy names it. */
function orderOf(ord: Value | undefined): number | string | undefined {
  if (ord === undefined || ord === null || typeof ord === 'string') return ord ?? undefined;
  const number = numberOf(ord);
  if (number === undefined) throw new Unread();
  return number;
}

const badOrder = (): PyError => new PyError('ValueError', say('Invalid norm order'));

function ofVectors(
  x: NdArray,
  order: number | string | undefined,
  axes: readonly number[] | undefined,
  keepdims: boolean,
  tape: ReturnType<typeof taped>,
): NdArray {
  if (typeof order === 'string') throw badOrder();
  const how = reduction('norm', floating, vectorNorm(order ?? 2), !NO_IDENTITY.has(order ?? 2));
  return reduce(how, x, axes, tape, { keepdims });
}

/** Sizes of matrices: the largest sum of a column or a row, or what their singular values say. */
function matrixNorm(
  order: number | string | undefined,
  rows: number,
  columns: number,
): Reduction['reduce'] {
  const sums = (run: Float64Array, isColumns: boolean): number[] => {
    const count = isColumns ? columns : rows;
    const totals = new Array<number>(count).fill(0);
    run.forEach(
      (x, cell) =>
        (totals[isColumns ? cell % columns : Math.floor(cell / columns)]! += Math.abs(x)),
    );
    return totals;
  };
  const singular = (run: Float64Array): Float64Array => {
    if (run.length === 0) throw noExtreme();
    const a = matrix(rows, columns, run.slice());
    return singularValues(a.rows < a.columns ? turned(a) : a).s;
  };
  switch (order) {
    case undefined:
    case 'fro':
      return vectorNorm(2);
    case 1:
      return (run) => extreme(sums(run, true), Math.max);
    case -1:
      return (run) => extreme(sums(run, true), Math.min);
    case Infinity:
      return (run) => extreme(sums(run, false), Math.max);
    case -Infinity:
      return (run) => extreme(sums(run, false), Math.min);
    case 2:
      return (run) => singular(run)[0]!;
    case -2:
      return (run) => singular(run).at(-1)!;
    case 'nuc':
      return (run) => singular(run).reduce((sum, each) => sum + each, 0);
    default:
      throw badOrder();
  }
}

const noExtreme = (): PyError =>
  new PyError(
    'ValueError',
    say('zero-size array to reduction operation {name} which has no identity', { name: 'norm' }),
  );

function extreme(sums: readonly number[], pick: (...all: number[]) => number): number {
  if (sums.length > 0) return pick(...sums);
  throw noExtreme();
}

function ofMatrices(
  x: NdArray,
  order: number | string | undefined,
  [row, column]: readonly [number, number],
  keepdims: boolean,
  tape: ReturnType<typeof taped>,
): NdArray {
  if (row === column) throw new PyError('ValueError', say('an axis is given twice'));
  const rest = [...x.shape.keys()].filter((axis) => axis !== row && axis !== column);
  const ordered = transpose(x, [...rest, row, column], tape);
  const [rows, columns] = [x.shape[row]!, x.shape[column]!];
  const flat = reshape(ordered, [...rest.map((axis) => x.shape[axis]!), rows * columns], tape);
  const how = reduction('norm', floating, matrixNorm(order, rows, columns));
  const result = reduce(how, flat, [-1], tape);
  if (!keepdims) return result;
  const shape = x.shape.map((length, axis) => (axis === row || axis === column ? 1 : length));
  return reshape(result, shape, tape);
}

/** The size of vectors and matrices; of all entries in a row, if neither an order nor an axis is given. */
export const norm: NumpyFunction = (args, runtime) => {
  const { x, ord, axis, keepdims } = bind(args, 'x', 'ord', 'axis', 'keepdims');
  const order = orderOf(ord);
  return onArrays([x], runtime, (own) => {
    const tape = taped('norm', [own], args);
    const axes = axesOf(axis)?.map((each) => normalizeAxis(each, own.ndim));
    const keeps = flagOf(keepdims);
    if (!axes) {
      if (order === undefined || own.ndim === 1)
        return ofVectors(own, order, undefined, keeps, tape);
      if (own.ndim !== 2)
        throw new PyError('ValueError', say('Improper number of dimensions to norm.'), [own]);
      return ofMatrices(own, order, [0, 1], keeps, tape);
    }
    if (axes.length === 1) return ofVectors(own, order, axes, keeps, tape);
    if (axes.length !== 2)
      throw new PyError('ValueError', say('Improper number of dimensions to norm.'), [own]);
    return ofMatrices(own, order, axes as [number, number], keeps, tape);
  });
};
