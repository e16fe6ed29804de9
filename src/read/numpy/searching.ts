import { broadcastShapes, isClash, sameShape, say } from '../../core';
import { bind } from '../python/runtime';
import { PyError } from '../python/signals';
import { PyTuple, Unknown, type Args } from '../python/values';
import { flagOf, numberOf, taped, type NumpyFunction } from './arguments';
import { binary } from './elementwise';
import { nonzero } from './index-parts';
import { makeArray } from './ndarray';
import { onArrays } from './operands';
import { ordering } from './order';
import { places } from './places';
import { sets } from './sets';
import { broadcastTo, reshape } from './shaping';

/** Whether entries are near each other, as a function of two arrays. */
function closeness(args: Args) {
  const { a, b, rtol, atol, equal_nan } = bind(args, 'a', 'b', 'rtol', 'atol', 'equal_nan');
  const relative = numberOf(rtol) ?? 1e-5;
  const absolute = numberOf(atol) ?? 1e-8;
  const isNear = (p: number, q: number) =>
    p === q ||
    (flagOf(equal_nan) && Number.isNaN(p) && Number.isNaN(q)) ||
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

/** Whether two arrays have the same entries; `np.array_equiv` lets one of them be broadcast. */
const equality =
  (broadcasts: boolean): NumpyFunction =>
  (args, runtime) => {
    const { a1, a2, equal_nan } = bind(args, 'a1', 'a2', 'equal_nan');
    return onArrays([a1, a2], runtime, (x, y) => {
      const shape = broadcastShapes(x.shape, y.shape);
      if (isClash(shape) || (!broadcasts && !sameShape(x.shape, y.shape))) return false;
      const [left, right] = [x, y].map((each) => broadcastTo(each, shape).entries());
      const isSame = (p: number, q: number) =>
        p === q || (flagOf(equal_nan) && Number.isNaN(p) && Number.isNaN(q));
      return left && right && x.state === 'known' && y.state === 'known'
        ? left.every((entry, i) => isSame(entry, right[i]!))
        : new Unknown('the arrays are not known');
    });
  };

const indicesWhere: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (own) =>
    own.buffer ? new PyTuple(nonzero(own)) : new Unknown('the array is not known'),
  );

const argwhere: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (own) => {
    if (!own.buffer) return new Unknown('the array is not known');
    if (own.ndim === 0)
      return makeArray(
        [Number(own.entries()![0] !== 0), 0],
        new Float64Array(0),
        'int64',
        own.state,
      );
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
  array_equal: equality(false),
  array_equiv: equality(true),
  ...ordering,
  ...places,
  ...sets,
  nonzero: indicesWhere,
  flatnonzero: (args, runtime) =>
    onArrays([bind(args, 'a').a], runtime, (own) =>
      own.buffer
        ? nonzero(reshape(own, [own.size], taped('reshape', [own], args)))[0]!
        : new Unknown('the array is not known'),
    ),
  argwhere,
};
