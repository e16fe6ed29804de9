import { say } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { type Value } from '../python/values';
import { axisOf, taped, type NumpyFunction } from './arguments';
import { binaryOps } from './binary-ops';
import { builtin } from './callable';
import { castArray } from './convert';
import { onArrays } from './operands';
import { normalizeAxis } from './reduce';
import { reducers } from './reductions';
import { accumulate } from './running';
import { reshape } from './shaping';
import { at } from './ufunc-at';
import { binaryOf } from './ufuncs';

/** `np.add.reduce` and so on are the function of the same meaning along the first axis. */
const along =
  (reducer: string): NumpyFunction =>
  (args, runtime) => {
    const { a, axis, keepdims } = bind(args, 'a', 'axis', 'dtype', 'out', 'keepdims');
    const own: Value = axis === undefined ? 0n : axis;
    const keywords = new Map<string, Value>(keepdims === undefined ? [] : [['keepdims', keepdims]]);
    return onArrays([a], runtime, (x) => {
      const isFlat = x.ndim === 0 && axis === undefined;
      return reducers[reducer]!(
        { ...args, positional: [x, isFlat ? null : own], keywords },
        runtime,
      );
    });
  };

/** `np.add.accumulate` and so on: each entry with all before it. */
const accumulating =
  (name: string): NumpyFunction =>
  (args, runtime) => {
    const { array, axis } = bind(args, 'array', 'axis', 'dtype', 'out');
    return onArrays([array], runtime, (x) => {
      if (x.ndim === 0) throw new PyError('TypeError', say('cannot accumulate on a scalar'), [x]);
      const tape = taped(`${name}.accumulate`, [x], args);
      const { dtype } = binaryOps.get(name)!;
      const isSum = name === 'add' || name === 'multiply';
      const own = isSum && x.dtype === 'bool' ? 'int64' : dtype(x.dtype);
      const isLogical = own === 'bool' && x.dtype !== 'bool';
      const start = isLogical ? castArray(x, 'bool') : castArray(x, own);
      return accumulate(name, start, normalizeAxis(axisOf(axis, 0), x.ndim), tape);
    });
  };

/** `np.add.outer` and so on: every entry of one with every entry of the other. */
const outer =
  (name: string): NumpyFunction =>
  (args, runtime) => {
    const { A, B } = bind(args, 'A', 'B');
    return onArrays([A, B], runtime, (x, y) => {
      const column = reshape(x, [...x.shape, ...y.shape.map(() => 1)], taped('reshape', [x], args));
      return binaryOf(name, column, y, args, runtime);
    });
  };

const REDUCES: Readonly<Record<string, string>> = {
  add: 'sum',
  multiply: 'prod',
  maximum: 'max',
  minimum: 'min',
  logical_and: 'all',
  logical_or: 'any',
};

const unread: NumpyFunction = () => {
  throw new Unread();
};

/** The methods that functions of two numbers have, by the function's name. */
export const ufuncMethods: ReadonlyMap<string, ReadonlyMap<string, Value>> = new Map(
  [...binaryOps.keys()].map((name) => [
    name,
    new Map<string, Value>([
      ['at', builtin(`${name}.at`, at(name))],
      ['outer', builtin(`${name}.outer`, outer(name))],
      ['accumulate', builtin(`${name}.accumulate`, accumulating(name))],
      ['reduce', builtin(`${name}.reduce`, REDUCES[name] ? along(REDUCES[name]) : unread)],
    ]),
  ]),
);
