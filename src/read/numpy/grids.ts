import { sizeOf, type DType, type Shape } from '../../core';
import { bind, type Runtime } from '../python/runtime';
import { Unread } from '../python/signals';
import { PyList, PySlice, PyTuple, Unknown, type Args, type Value } from '../python/values';
import { flagOf, integerOf, shapeOf, taped, type NumpyFunction } from './arguments';
import { castArray, toArray } from './convert';
import { dtypeOf } from './dtypes';
import { invoke } from './library';
import { NdArray } from './ndarray';
import { broadcastTo, built, reshape, sharedShape } from './shaping';
import { vectorize, applyAlongAxis } from './applying';

/** The index along each axis of every cell. */
function indexGrids(shape: Shape, dtype: DType, { limits }: Runtime): NdArray[] {
  return shape.map((_, axis) => {
    const inner = sizeOf(shape.slice(axis + 1));
    return built(shape, dtype, limits, (cell) => Math.floor(cell / inner) % shape[axis]!);
  });
}

const indices: NumpyFunction = (args, runtime) => {
  const { dimensions, dtype, sparse } = bind(args, 'dimensions', 'dtype', 'sparse');
  const shape = shapeOf(dimensions);
  if (!shape || flagOf(sparse)) throw new Unread();
  if (shape.length === 0) return built([0], dtypeOf(dtype) ?? 'int64', runtime.limits, () => 0);
  return invoke('stack', args, [new PyList(indexGrids(shape, dtypeOf(dtype) ?? 'int64', runtime))]);
};

/** What a function makes of the indices of every cell, all at once. */
const fromfunction: NumpyFunction = (args, runtime) => {
  const [callee, given] = args.positional;
  const dtype = dtypeOf(args.keywords.get('dtype')) ?? 'float64';
  const shape = shapeOf(given ?? args.keywords.get('shape'));
  if (!shape || callee === undefined) throw new Unread();
  return runtime.call(callee, {
    ...args,
    positional: indexGrids(shape, dtype, runtime),
    keywords: new Map(),
  });
};

/** A slice as `np.mgrid` takes it: a number of points where its step has a `j`. */
function rangeOfSlice(item: Value, args: Args): NdArray {
  if (!(item instanceof PySlice)) throw new Unread();
  const start = item.start ?? 0n;
  if (item.step instanceof Unknown || item.stop === null) throw new Unread();
  const made = invoke('arange', args, [start, item.stop, item.step ?? 1n]);
  if (made instanceof NdArray) return made;
  throw new Unread();
}

/** `np.mgrid[…]` and `np.ogrid[…]`. */
const grid =
  (isDense: boolean): NumpyFunction =>
  (args) => {
    const [index] = args.positional;
    if (!(index instanceof PyTuple)) return rangeOfSlice(index ?? null, args);
    const lines = index.items.map((item) => rangeOfSlice(item, args));
    const common = lines.some(({ dtype }) => dtype === 'float64') ? 'float64' : 'int64';
    const open = lines.map((line, i) =>
      reshape(
        castArray(line, common),
        lines.map((_, axis) => (axis === i ? line.size : 1)),
        taped('reshape', [line], args),
      ),
    );
    if (!isDense) return new PyList(open);
    const shape = sharedShape(open);
    return invoke('stack', args, [new PyList(open.map((line) => broadcastTo(line, shape)))]);
  };

const fromiter: NumpyFunction = (args, runtime) => {
  const { iter, dtype, count } = bind(args, 'iter', 'dtype', 'count');
  const items = iter === undefined ? undefined : runtime.iterate(iter);
  const most = integerOf(count) ?? -1;
  if (!items) throw new Unread();
  const all = [...items];
  const made = toArray(
    new PyList(most >= 0 ? all.slice(0, most) : all),
    runtime.limits,
    dtypeOf(dtype),
  );
  return made ?? new Unknown('an item is not known');
};

const fromstring: NumpyFunction = (args, runtime) => {
  const { string, dtype, count, sep } = bind(args, 'string', 'dtype', 'count', 'sep');
  if (typeof string !== 'string' || typeof sep !== 'string' || sep === '' || count !== undefined)
    throw new Unread();
  const parts = string
    .split(sep.trim() === '' ? /\s+/ : sep)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return (
    toArray(new PyList(parts.map(Number)), runtime.limits, dtypeOf(dtype) ?? 'float64') ??
    new Unknown('the text')
  );
};

/** A window over `M` places, by a formula of the place. */
const window =
  (formula: (n: number, M: number) => number): NumpyFunction =>
  (args, { limits }) => {
    const M = integerOf(bind(args, 'M').M);
    if (M === undefined) throw new Unread();
    if (M < 1) return built([0], 'float64', limits, () => 0);
    return built([M], 'float64', limits, (i) => (M === 1 ? 1 : formula(1 - M + 2 * i, M)));
  };

/** Functions that make arrays out of grids, functions and texts, by NumPy's names. */
export const gridFunctions: Readonly<Record<string, NumpyFunction>> = {
  indices,
  fromfunction,
  vectorize,
  apply_along_axis: applyAlongAxis,
  fromiter,
  fromstring,
  bartlett: window((n, M) => (n <= 0 ? 1 + n / (M - 1) : 1 - n / (M - 1))),
  hanning: window((n, M) => 0.5 + 0.5 * Math.cos((Math.PI * n) / (M - 1))),
  hamming: window((n, M) => 0.54 + 0.46 * Math.cos((Math.PI * n) / (M - 1))),
  blackman: window(
    (n, M) =>
      0.42 + 0.5 * Math.cos((Math.PI * n) / (M - 1)) + 0.08 * Math.cos((2 * Math.PI * n) / (M - 1)),
  ),
};

/** `np.mgrid` and `np.ogrid`, which are indexed. */
export const gridObjects = { mgrid: grid(true), ogrid: grid(false) };
