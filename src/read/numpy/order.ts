import { say } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { type Value } from '../python/values';
import { axisOf, integerOf, taped, type NumpyFunction } from './arguments';
import { isFloat } from './dtypes';
import { makeArray, type NdArray, type Tape } from './ndarray';
import { onArrays, sequenceOf } from './operands';
import { quickOrder, selectOrder } from './quick-order';
import { normalizeAxis, offsetsOver } from './reduce';
import { reshape } from './shaping';

/** NumPy's order: numbers upwards, what is not a number last. */
export function compareEntries(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Each run along an axis, in another order. */
function alongAxis(
  x: NdArray,
  axisGiven: number,
  dtype: NdArray['dtype'],
  tape: Tape,
  make: (run: Float64Array) => ArrayLike<number>,
): NdArray {
  const axis = normalizeAxis(axisGiven, x.ndim);
  const entries = x.entries();
  if (!entries) return makeArray(x.shape, undefined, dtype, x.state, tape);
  const result = makeArray(x.shape, new Float64Array(entries.length), dtype, x.state, tape);
  const others = [...x.shape.keys()].filter((each) => each !== axis);
  const [length, stride] = [x.shape[axis]!, result.strides[axis]!];
  for (const start of offsetsOver(result, others, 0)) {
    const run = Float64Array.from({ length }, (_, i) => entries[start + i * stride]!);
    const made = make(run);
    for (let i = 0; i < length; i++) result.buffer![start + i * stride] = made[i]!;
  }
  return result;
}

type Order = (run: Float64Array) => ArrayLike<number>;

const sortOrder = (run: Float64Array): number[] =>
  Array.from(run.keys()).sort((i, j) => compareEntries(run[i]!, run[j]!) || i - j);
const sorted = (run: Float64Array): Float64Array =>
  Float64Array.from(sortOrder(run), (i) => run[i]!);

const sorter =
  (name: string, quick: Order, stable = quick): NumpyFunction =>
  (args, runtime) => {
    const { a, axis, kind } = bind(args, 'a', 'axis', 'kind', 'order');
    const make = kind === 'stable' || kind === 'mergesort' ? stable : quick;
    return onArrays([a], runtime, (given) => {
      const tape = taped(name, [given], args);
      const isFlat = axis === null || (given.ndim === 0 && name === 'argsort');
      const x = isFlat ? reshape(given, [given.size], tape) : given;
      const dtype = name === 'argsort' ? 'int64' : x.dtype;
      const result = alongAxis(x, isFlat ? 0 : axisOf(axis, -1), dtype, tape, make);
      return given.ndim === 0 && axis !== null && name !== 'argsort'
        ? reshape(result, [], tape)
        : result;
    });
  };

const partitioner =
  (name: string): NumpyFunction =>
  (args, runtime) => {
    const { a, kth, axis } = bind(args, 'a', 'kth', 'axis', 'kind', 'order');
    const k = integerOf(kth);
    return onArrays([a], runtime, (x) => {
      if (k === undefined) throw new Unread();
      const along = normalizeAxis(axisOf(axis, -1), x.ndim);
      const length = x.shape[along]!;
      if (k >= length || k < -length) {
        throw new PyError(
          'ValueError',
          say('kth is out of bounds: there are {length} entries', { length }),
        );
      }
      const isOrder = name === 'argpartition';
      return alongAxis(x, along, isOrder ? 'int64' : x.dtype, taped(name, [x], args), (run) => {
        const order = selectOrder(run, k, isFloat(x.dtype));
        return isOrder ? order : Float64Array.from(order, (i) => run[i]!);
      });
    });
  };

/** The order by several keys, the last one first. */
const lexsort: NumpyFunction = (args, runtime) => {
  const { keys, axis } = bind(args, 'keys', 'axis');
  if (axis !== undefined && integerOf(axis) !== -1) throw new Unread();
  const parts = sequenceOf(keys, runtime);
  const [first] = parts ?? [];
  if (!parts || !first) throw new Unread();
  if (first.ndim !== 1) {
    if (first.ndim === 0) return makeArray([], new Float64Array(1), 'int64', 'known');
    throw new Unread();
  }
  const entries = parts.map((part) => part.entries());
  if (!entries.every((own) => own)) throw new Unread();
  const order = Array.from({ length: first.size }, (_, i) => i).sort(
    (i, j) =>
      entries.reduceRight((found, own) => found || compareEntries(own![i]!, own![j]!), 0) || i - j,
  );
  return makeArray(
    [order.length],
    Float64Array.from(order),
    'int64',
    first.state,
    taped('lexsort', parts, args),
  ) as Value;
};

/** Functions that bring entries in order, by NumPy's names. */
export const ordering: Readonly<Record<string, NumpyFunction>> = {
  sort: sorter('sort', sorted),
  argsort: sorter('argsort', quickOrder, sortOrder),
  msort: (args, runtime) =>
    ordering['sort']!({ ...args, positional: [...args.positional.slice(0, 1), 0n] }, runtime),
  partition: partitioner('partition'),
  argpartition: partitioner('argpartition'),
  lexsort,
};
