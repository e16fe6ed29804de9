import { say, shapeText } from '../../core';
import { bind } from '../python/runtime';
import { PyError } from '../python/signals';
import { PyTuple, Unknown, type Args } from '../python/values';
import { integerOf, numberOf, taped, type NumpyFunction } from './arguments';
import { binary } from './elementwise';
import { nonzero } from './index-parts';
import { makeArray, type NdArray, type Tape } from './ndarray';
import { onArrays } from './operands';
import { normalizeAxis, offsetsOver } from './reduce';
import { reshape } from './shaping';

/** Whether entries are near each other, as a function of two arrays. */
function closeness(args: Args) {
  const { a, b, rtol, atol, equal_nan } = bind(args, 'a', 'b', 'rtol', 'atol', 'equal_nan');
  const relative = numberOf(rtol) ?? 1e-5;
  const absolute = numberOf(atol) ?? 1e-8;
  const isNear = (p: number, q: number) =>
    p === q ||
    (equal_nan === true && Number.isNaN(p) && Number.isNaN(q)) ||
    (Number.isFinite(q) && Math.abs(p - q) <= absolute + relative * Math.abs(q));
  const how = {
    name: 'isclose',
    apply: (p: number, q: number) => Number(isNear(p, q)),
    dtype: () => 'bool' as const,
  };
  return { a, b, how };
}

const isclose: NumpyFunction = (args, runtime) => {
  const { a, b, how } = closeness(args);
  return onArrays([a, b], runtime, (x, y) =>
    binary(how, x, y, runtime.limits, taped('isclose', [x, y], args)),
  );
};

const allclose: NumpyFunction = (args, runtime) => {
  const { a, b, how } = closeness(args);
  return onArrays([a, b], runtime, (x, y) => {
    const near = binary(how, x, y, runtime.limits, taped('isclose', [x, y], args));
    const entries = near.entries();
    return entries && near.state === 'known'
      ? entries.every((flag) => flag === 1)
      : new Unknown('the arrays are not known');
  });
};

const arrayEqual: NumpyFunction = (args, runtime) => {
  const { a1, a2 } = bind(args, 'a1', 'a2');
  return onArrays([a1, a2], runtime, (x, y) => {
    if (shapeText(x.shape) !== shapeText(y.shape)) return false;
    const [left, right] = [x.entries(), y.entries()];
    return left && right && x.state === 'known' && y.state === 'known'
      ? left.every((entry, i) => entry === right[i])
      : new Unknown('the arrays are not known');
  });
};

/** NumPy's order: numbers upwards, what is not a number last. */
function compare(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
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

const sortOrder = (run: Float64Array): number[] =>
  Array.from(run.keys()).sort((i, j) => compare(run[i]!, run[j]!) || i - j);

const sorter =
  (name: string, make: (run: Float64Array) => ArrayLike<number>): NumpyFunction =>
  (args, runtime) => {
    const { a, axis } = bind(args, 'a', 'axis', 'kind');
    return onArrays([a], runtime, (given) => {
      const tape = taped(name, [given], args);
      const x = axis === null ? reshape(given, [given.size], tape) : given;
      const dtype = name === 'argsort' ? 'int64' : x.dtype;
      return alongAxis(x, integerOf(axis) ?? -1, dtype, tape, make);
    });
  };

const unique: NumpyFunction = (args, runtime) => {
  const { ar, return_counts, return_inverse } = bind(
    args,
    'ar',
    'return_index',
    'return_inverse',
    'return_counts',
  );
  return onArrays([ar], runtime, (x) => {
    const entries = x.entries();
    if (!entries) return new Unknown('the entries are not known');
    const values = [...new Set(entries)].sort(compare);
    const places = new Map(values.map((value, i) => [value, i]));
    const own = (data: readonly number[], dtype: NdArray['dtype'] = 'int64') =>
      makeArray([data.length], Float64Array.from(data), dtype, x.state);
    const made = makeArray(
      [values.length],
      Float64Array.from(values),
      x.dtype,
      x.state,
      taped('unique', [x], args),
    );
    const extra = [
      ...(return_inverse === true ? [own(Array.from(entries, (entry) => places.get(entry)!))] : []),
      ...(return_counts === true ? [own(countsOf(entries, places))] : []),
    ];
    return extra.length > 0 ? new PyTuple([made, ...extra]) : made;
  });
};

/** How often each value stands among entries. */
function countsOf(entries: Float64Array, places: ReadonlyMap<number, number>): number[] {
  const counts = new Array<number>(places.size).fill(0);
  for (const entry of entries) counts[places.get(entry)!]!++;
  return counts;
}

const bincount: NumpyFunction = (args, runtime) => {
  const { x, minlength } = bind(args, 'x', 'weights', 'minlength');
  return onArrays([x], runtime, (own) => {
    const entries = own.entries();
    if (!entries) return new Unknown('the entries are not known');
    const most = entries.reduce((most, at) => Math.max(most, at + 1), integerOf(minlength) ?? 0);
    if (!runtime.limits.hasRoomFor([most])) return new Unknown('there is too much to count');
    const counts = new Float64Array(most);
    for (const at of entries) counts[at]!++;
    return makeArray([counts.length], counts, 'int64', own.state, taped('bincount', [own], args));
  });
};

const isin: NumpyFunction = (args, runtime) => {
  const { element, test } = bind(args, 'element', 'test');
  return onArrays([element, test], runtime, (x, among) => {
    const [entries, wanted] = [x.entries(), among.entries()];
    if (!entries || !wanted) return new Unknown('the entries are not known');
    const members = new Set(wanted);
    const data = entries.map((entry) => Number(members.has(entry)));
    return makeArray(
      x.shape,
      new Float64Array(data),
      'bool',
      x.state,
      taped('isin', [x, among], args),
    );
  });
};

const indicesWhere: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (own) =>
    own.buffer ? new PyTuple(nonzero(own)) : new Unknown('the array is not known'),
  );

const argwhere: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (own) => {
    if (!own.buffer) return new Unknown('the array is not known');
    const columns = nonzero(own).map((index) => index.entries()!);
    const count = columns[0]?.length ?? 0;
    const data = Float64Array.from(
      { length: count * columns.length },
      (_, cell) => columns[cell % columns.length]![Math.floor(cell / columns.length)]!,
    );
    return makeArray([count, own.ndim], data, 'int64', own.state, taped('argwhere', [own], args));
  });

/** `np.testing.assert_…`: raises where its function says no. */
export const asserting =
  (test: NumpyFunction): NumpyFunction =>
  (args, runtime) => {
    if (test(args, runtime) === false) {
      throw new PyError('AssertionError', say('the arrays are not equal'));
    }
    return null;
  };

/** Functions that compare, order and find, by NumPy's names. */
export const searching: Readonly<Record<string, NumpyFunction>> = {
  isclose,
  allclose,
  array_equal: arrayEqual,
  sort: sorter('sort', (run) => run.toSorted(compare)),
  argsort: sorter('argsort', sortOrder),
  unique,
  bincount,
  isin,
  in1d: isin,
  nonzero: indicesWhere,
  flatnonzero: (args, runtime) =>
    onArrays([bind(args, 'a').a], runtime, (own) =>
      own.buffer
        ? nonzero(reshape(own, [own.size], taped('reshape', [own], args)))[0]!
        : new Unknown('the array is not known'),
    ),
  argwhere,
};
