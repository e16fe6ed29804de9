import { say, type DType } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { PyTuple, Unknown, type Value } from '../python/values';
import { flagOf, integerOf, taped, type NumpyFunction } from './arguments';
import { castArray } from './convert';
import { compareEntries } from './order';
import { makeArray, NdArray, stateOf } from './ndarray';
import { onArrays } from './operands';
import { commonType } from './promotion';
import { normalizeAxis } from './reduce';
import { reshape, take, transpose } from './shaping';

const row = (
  data: readonly number[],
  dtype: DType,
  state: NdArray['state'],
  tape?: NdArray['tape'],
): NdArray => makeArray([data.length], Float64Array.from(data), dtype, state, tape);

interface Groups {
  /** Where each different item first stands, in order. */
  readonly first: number[];
  /** Which of the different items each item is. */
  readonly inverse: number[];
  readonly counts: number[];
}

/** Items that are alike, put together. All that is no number is alike. */
function grouped(count: number, compare: (i: number, j: number) => number): Groups {
  const order = Array.from({ length: count }, (_, i) => i).sort((i, j) => compare(i, j) || i - j);
  const groups: Groups = { first: [], inverse: new Array<number>(count), counts: [] };
  order.forEach((item, at) => {
    if (at === 0 || compare(order[at - 1]!, item) !== 0) {
      groups.first.push(item);
      groups.counts.push(0);
    }
    groups.inverse[item] = groups.first.length - 1;
    groups.counts[groups.first.length - 1]!++;
  });
  return groups;
}

/** Different entries in order; along an axis, different items. */
const unique: NumpyFunction = (args, runtime) => {
  const { ar, return_index, return_inverse, return_counts, axis } = bind(
    args,
    'ar',
    'return_index',
    'return_inverse',
    'return_counts',
    'axis',
    'equal_nan',
  );
  return onArrays([ar], runtime, (x) => {
    const isFlat = axis === undefined || axis === null;
    const tape = taped('unique', [x], args);
    if (!x.buffer) return new Unknown('the entries are not known');
    const along = isFlat ? 0 : normalizeAxis(integerOf(axis) ?? 0, x.ndim);
    const own = isFlat ? reshape(x, [x.size], tape) : x;
    const width = own.shape.reduce(
      (size, length, axis) => (axis === along ? size : size * length),
      1,
    );
    const items = reshape(moved(own, along, tape), [own.shape[along]!, width], tape);
    const groups = groupsOf(items);
    const made = take(own, groups.first, along, runtime.limits, tape);
    const extra = [
      ...(flagOf(return_index) ? [row(groups.first, 'int64', x.state)] : []),
      ...(flagOf(return_inverse) ? [row(groups.inverse, 'int64', x.state)] : []),
      ...(flagOf(return_counts) ? [row(groups.counts, 'int64', x.state)] : []),
    ];
    return extra.length > 0 ? new PyTuple([made, ...extra]) : made;
  });
};

function moved(x: NdArray, axis: number, tape: NdArray['tape']): NdArray {
  return transpose(x, [axis, ...[...x.shape.keys()].filter((each) => each !== axis)], tape!);
}

/** Groups of the rows of a matrix. */
function groupsOf(items: NdArray): Groups {
  const [count, width] = items.shape as [number, number];
  const entries = items.entries()!;
  return grouped(count, (i, j) => {
    for (let k = 0; k < width; k++) {
      const order = compareEntries(entries[i * width + k]!, entries[j * width + k]!);
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** The different entries of an array, in a row. */
function distinct(x: NdArray): number[] {
  const entries = x.entries()!;
  const { first } = grouped(entries.length, (i, j) => compareEntries(entries[i]!, entries[j]!));
  return first.map((i) => entries[i]!);
}

/** Operations on arrays as sets. */
const setOperation =
  (
    name: string,
    keep: (a: number[], b: number[], has: (set: number[], entry: number) => boolean) => number[],
    typeOf: (a: NdArray, b: NdArray) => DType = (a, b) =>
      commonType([a, b].map((x) => (x.ndim === 0 ? reshape(x, [1], NO_TAPE) : x))),
  ): NumpyFunction =>
  (args, runtime) => {
    const { ar1, ar2 } = bind(args, 'ar1', 'ar2', 'assume_unique');
    return onArrays([ar1, ar2], runtime, (a, b) => {
      if (!a.buffer || !b.buffer) return new Unknown('the entries are not known');
      const dtype = typeOf(a, b);
      const [left, right] = [
        distinct(castArray(a, dtype)),
        distinct(castArray(b, name === 'setdiff1d' ? b.dtype : dtype)),
      ];
      const kept = keep(left, right, (set, entry) => set.includes(entry));
      return row(kept, dtype, stateOf([a, b]), taped(name, [a, b], args));
    });
  };

const NO_TAPE = { op: 'reshape', operands: [], span: { start: 0, end: 0 }, depth: 0 };
const rising = (entries: number[]): number[] => entries.sort(compareEntries);

/** Whether each entry is among others. */
const among =
  (name: string, isFlat: boolean): NumpyFunction =>
  (args, runtime) => {
    const { element, test, invert } = bind(args, 'element', 'test', 'assume_unique', 'invert');
    return onArrays([element, test], runtime, (x, others) => {
      const [entries, wanted] = [x.entries(), others.entries()];
      if (!entries || !wanted) return new Unknown('the entries are not known');
      const members = new Set(wanted);
      members.delete(NaN);
      const flip = flagOf(invert);
      const data = entries.map((entry) => Number(members.has(entry) !== flip));
      return makeArray(
        isFlat ? [x.size] : x.shape,
        data,
        'bool',
        stateOf([x, others]),
        taped(name, [x, others], args),
      );
    });
  };

/** How often each whole number stands among entries, or what weights say. */
const bincount: NumpyFunction = (args, runtime) => {
  const { x, weights, minlength } = bind(args, 'x', 'weights', 'minlength');
  const hasWeights = weights !== undefined && weights !== null;
  return onArrays([x, hasWeights ? weights : 0n], runtime, (own, given): Value => {
    if (own.ndim !== 1)
      throw new PyError('ValueError', say('bincount needs an array of one axis'), [own]);
    const [entries, counted] = [own.entries(), given.entries()];
    if (!entries || !counted) throw new Unread();
    if (own.dtype.startsWith('float') && (own.size > 0 || x instanceof NdArray)) {
      throw new PyError('TypeError', say('bincount needs whole numbers'), [own]);
    }
    if (entries.some((entry) => entry < 0))
      throw new PyError('ValueError', say('bincount needs numbers that are not negative'), [own]);
    if (hasWeights && given.size !== own.size) {
      throw new PyError('ValueError', say('The weights and list don’t have the same length.'), [
        own,
        given,
      ]);
    }
    const most = entries.reduce(
      (length, at) => Math.max(length, at + 1),
      integerOf(minlength) ?? 0,
    );
    if (!runtime.limits.hasRoomFor([most])) throw new Unread();
    if (own.size === 0) return makeArray([most], new Float64Array(most), 'int64', own.state);
    const counts = new Float64Array(most);
    entries.forEach((at, i) => (counts[at]! += hasWeights ? counted[i]! : 1));
    return makeArray(
      [most],
      counts,
      hasWeights ? 'float64' : 'int64',
      own.state,
      taped('bincount', [own], args),
    );
  });
};

/** Functions on arrays as collections of different numbers, by NumPy's names. */
export const sets: Readonly<Record<string, NumpyFunction>> = {
  unique,
  intersect1d: setOperation('intersect1d', (a, b, has) =>
    a.filter((entry) => has(b, entry) && !Number.isNaN(entry)),
  ),
  union1d: setOperation('union1d', (a, b) => rising([...new Set([...a, ...b])])),
  setdiff1d: setOperation(
    'setdiff1d',
    (a, b, has) => a.filter((entry) => Number.isNaN(entry) || !has(b, entry)),
    (a) => a.dtype,
  ),
  setxor1d: setOperation('setxor1d', (a, b, has) =>
    rising([
      ...a.filter((entry) => !has(b, entry) || Number.isNaN(entry)),
      ...b.filter((entry) => !has(a, entry) || Number.isNaN(entry)),
    ]),
  ),
  isin: among('isin', false),
  in1d: among('in1d', true),
  bincount,
};
