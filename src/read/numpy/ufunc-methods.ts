import { say } from '../../core';
import { bind } from '../python/runtime';
import { PyError } from '../python/signals';
import { PyList, Unknown, type Value } from '../python/values';
import { integerOf, type NumpyFunction } from './arguments';
import { builtin } from './callable';
import { reducers } from './reductions';
import { getItem, setItem } from './indexing';
import { NdArray } from './ndarray';
import { taped } from './arguments';
import { binaryOf } from './ufuncs';

/** `np.add.at(x, index, values)`: in place, once for each time an index stands there. */
const at =
  (name: string): NumpyFunction =>
  (args, runtime) => {
    const { a, indices, b } = bind(args, 'a', 'indices', 'b');
    if (!(a instanceof NdArray) || indices === undefined) {
      throw new PyError('TypeError', say('an array argument is missing'));
    }
    const isPlaces = indices instanceof NdArray || indices instanceof PyList;
    const items = isPlaces ? [...(runtime.iterate(indices) ?? [])] : undefined;
    if (!items || b === undefined || indices instanceof Unknown) {
      a.doubt('shape-only');
      return null;
    }
    const isEach = b instanceof NdArray ? b.ndim > 0 : b instanceof PyList;
    const values = isEach ? [...(runtime.iterate(b) ?? [])] : undefined;
    items.forEach((index, i) => {
      const before = getItem(a, index, runtime.limits, taped('getitem', [a], args));
      const sum = before
        ? binaryOf(name, before, values?.[i] ?? b, args, runtime)
        : new Unknown('');
      setItem(a, index, sum, runtime.limits);
    });
    return null;
  };

/** `np.add.reduce` and so on are the function of the same meaning along the first axis. */
const along =
  (reducer: string): NumpyFunction =>
  (args, runtime) => {
    const { a, axis } = bind(args, 'a', 'axis', 'dtype', 'out', 'keepdims');
    const own: Value =
      axis === undefined ? 0n : axis === null ? null : BigInt(integerOf(axis) ?? 0);
    const positional = [a ?? null, own];
    return reducers[reducer]!({ ...args, positional, keywords: new Map() }, runtime);
  };

const REDUCES: Readonly<Record<string, string>> = {
  add: 'sum',
  multiply: 'prod',
  maximum: 'max',
  minimum: 'min',
  logical_and: 'all',
  logical_or: 'any',
};

/** The methods that functions of two numbers have, by the function's name. */
export const ufuncMethods: ReadonlyMap<string, ReadonlyMap<string, Value>> = new Map(
  Object.entries(REDUCES).map(([name, reducer]) => [
    name,
    new Map<string, Value>([
      ['at', builtin(`${name}.at`, at(name))],
      ['reduce', builtin(`${name}.reduce`, along(reducer))],
    ]),
  ]),
);
