import { say } from '../../core';
import { NdArray } from '../numpy/ndarray';
import { itemOf } from '../numpy/convert';
import { exceptions } from './exceptions';
import { compareOrder } from './comparison';
import type { Interpreter } from './interpreter';
import { PyError } from './signals';
import { PyIterator, PyList, PyRange, PyTuple, Unknown, type Args, type Value } from './values';
import type { Call } from './builtins';

const UNKNOWN_ITEMS = 'what it runs over is not known';

/** The items of the first argument, all at once; undefined where they are unknown. */
function itemsOf({ positional }: Args, it: Interpreter, at = 0): Value[] | undefined {
  const value = positional[at];
  if (value === undefined) return [];
  const items = it.iterate(value);
  return items && [...items];
}

export function onItems(args: Args, it: Interpreter, make: (items: Value[]) => Value): Value {
  const items = itemsOf(args, it);
  return items ? make(items) : new Unknown(UNKNOWN_ITEMS);
}

/** A whole number that decides how often something is done: unknown unless it is known for sure. */
function indexFrom(array: NdArray): Value {
  const item = itemOf(array);
  const isWhole = !/^float/.test(array.dtype);
  return isWhole && array.state === 'known' && item !== undefined
    ? BigInt(item)
    : isWhole
      ? new Unknown('the number is not known')
      : array;
}

export function range({ positional }: Args): Value {
  const bounds = positional.map((value) => (value instanceof NdArray ? indexFrom(value) : value));
  if (bounds.some((bound) => bound instanceof Unknown))
    return new Unknown('a bound of the range is not known');
  if (!bounds.every((bound) => typeof bound === 'bigint' || typeof bound === 'boolean')) {
    throw new PyError('TypeError', say('range needs whole numbers'));
  }
  const [a, b, c] = bounds.map(BigInt);
  if (c === 0n) throw new PyError('ValueError', say('range() arg 3 must not be zero'));
  return b === undefined ? new PyRange(0n, a ?? 0n, 1n) : new PyRange(a!, b, c ?? 1n);
}

export function sum(args: Args, it: Interpreter): Value {
  return onItems(args, it, (items) =>
    items.reduce<Value>(
      (total, item) => it.binary('+', total, item, args),
      args.positional[1] ?? args.keywords.get('start') ?? 0n,
    ),
  );
}

/** `max` and `min`: of the arguments, or of the items of the only one, by `key` if there is one. */
export const extreme =
  (sign: number): Call =>
  (args, it) => {
    const items = args.positional.length === 1 ? itemsOf(args, it) : [...args.positional];
    if (!items || items.some((item) => item instanceof Unknown)) return new Unknown(UNKNOWN_ITEMS);
    if (items.length === 0) {
      const fallback = args.keywords.get('default');
      if (fallback !== undefined) return fallback;
      throw new PyError('ValueError', say('the largest or smallest of nothing'));
    }
    const key = args.keywords.get('key');
    const keyOf = (item: Value) => (key ? it.call(key, it.args([item], args.span)) : item);
    return items.reduce((best, item) =>
      (compareOrder(it, keyOf(item), keyOf(best)) ?? 0) * sign > 0 ? item : best,
    );
  };

export function sorted(args: Args, it: Interpreter): Value {
  return onItems(args, it, (items) => new PyList(sortItems(items, args, it)));
}

/** Items in order, by `key` and backwards with `reverse`. Equal ones keep their order. */
export function sortItems(items: readonly Value[], args: Args, it: Interpreter): Value[] {
  const key = args.keywords.get('key');
  const keyed = items.map((item) => ({
    item,
    key: key && key !== null ? it.call(key, it.args([item], args.span)) : item,
  }));
  const sign = args.keywords.get('reverse') === true ? -1 : 1;
  return keyed.sort((a, b) => sign * (compareOrder(it, a.key, b.key) ?? 0)).map(({ item }) => item);
}

export function enumerate(args: Args, it: Interpreter): Value {
  const first = args.positional[1] ?? args.keywords.get('start') ?? 0n;
  return onItems(args, it, (items) => {
    const start = typeof first === 'bigint' ? first : 0n;
    return new PyIterator(
      items.map((item, i): Value => new PyTuple([start + BigInt(i), item])).values(),
    );
  });
}

export function zip(args: Args, it: Interpreter): Value {
  const lists = args.positional.map((_, i) => itemsOf(args, it, i));
  if (!lists.every((list) => list !== undefined)) return new Unknown(UNKNOWN_ITEMS);
  const length = Math.min(...lists.map((list) => list.length), lists.length === 0 ? 0 : Infinity);
  const tuples = Array.from(
    { length },
    (_, i): Value => new PyTuple(lists.map((list) => list[i]!)),
  );
  return new PyIterator(tuples.values());
}

export function map(args: Args, it: Interpreter): Value {
  const [fn, ...rest] = args.positional;
  const zipped = zip({ ...args, positional: rest }, it);
  if (!(zipped instanceof PyIterator) || fn === undefined) return zipped;
  const results = [...(it.iterate(zipped) ?? [])].map((tuple) =>
    it.call(fn, it.args((tuple as PyTuple).items, args.span)),
  );
  return new PyIterator(results.values());
}

export function filter(args: Args, it: Interpreter): Value {
  const [fn] = args.positional;
  const items = itemsOf(args, it, 1);
  if (!items || fn === undefined) return new Unknown(UNKNOWN_ITEMS);
  const kept = items.filter((item) =>
    it.truth(fn === null ? item : it.call(fn, it.args([item], args.span))),
  );
  return new PyIterator(kept.values());
}

export function next(args: Args, it: Interpreter): Value {
  const [iterator, fallback] = args.positional;
  if (!(iterator instanceof PyIterator)) return new Unknown(UNKNOWN_ITEMS);
  const { done, value } = iterator.iterator.next() as IteratorResult<Value, undefined>;
  if (!done) return value;
  if (fallback !== undefined) return fallback;
  throw new PyError(
    'StopIteration',
    say('there is no next item'),
    [],
    it.call(exceptions.get('StopIteration')!, it.args([], args.span)),
  );
}
