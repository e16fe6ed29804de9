import { say } from '../../core';
import { NdArray } from '../numpy/ndarray';
import { itemOf } from '../numpy/convert';
import { stopIteration } from './exceptions';
import { compareOrder } from './comparison';
import type { Interpreter } from './interpreter';
import { unsupported } from './numbers';
import { PyError } from './signals';
import { special } from './special';
import {
  PyIterator,
  PyGenerator,
  PyList,
  PyRange,
  PyTuple,
  Unknown,
  type Args,
  type Value,
} from './values';
import type { Call } from './builtins';

const UNKNOWN_ITEMS = 'what it runs over is not known';

/** The items of the first argument, all at once; undefined where they are unknown. */
function itemsOf({ positional }: Args, it: Interpreter, at = 0): Value[] | undefined {
  const value = positional[at];
  if (value === undefined) return [];
  const items = it.iterate(value);
  return items && [...items];
}

/** Makes something of all the items of the first argument. */
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

/** `range`. */
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

/** `sum`. */
export function sum(args: Args, it: Interpreter): Value {
  const items = it.iterate(args.positional[0] ?? null);
  if (!items) return new Unknown(UNKNOWN_ITEMS);
  let total: Value = args.positional[1] ?? args.keywords.get('start') ?? 0n;
  for (const item of items) total = it.binary('+', total, item, args);
  return total;
}

/** `max` and `min`: of the arguments, or of the items of the only one, by `key` if there is one. */
export const extreme =
  (sign: number): Call =>
  (args, it) => {
    const items = args.positional.length === 1 ? itemsOf(args, it) : [...args.positional];
    if (!items || items.some((item) => item instanceof Unknown)) return new Unknown(UNKNOWN_ITEMS);
    const [first, ...rest] = items;
    if (first === undefined) {
      const fallback = args.keywords.get('default');
      if (fallback !== undefined) return fallback;
      const said = `${sign > 0 ? 'max' : 'min'}() arg is an empty sequence`;
      throw new PyError(
        'ValueError',
        say('the largest or smallest of nothing'),
        [],
        undefined,
        said,
      );
    }
    const key = args.keywords.get('key') ?? null;
    const keyOf = (item: Value) => (key === null ? item : it.call(key, it.args([item], args.span)));
    let best = { item: first, key: keyOf(first) };
    for (const item of rest) {
      const own = { item, key: keyOf(item) };
      if (inOrder(it, own.key, best.key) * sign > 0) best = own;
    }
    return best.item;
  };

/** How two keys stand to one another. Raises TypeError where they cannot be compared. */
function inOrder(it: Interpreter, left: Value, right: Value): number {
  const order = compareOrder(it, left, right);
  const isUnknown = left instanceof Unknown || right instanceof Unknown;
  return order ?? (isUnknown ? 0 : unsupported('<', left, right));
}

/** `sorted`. */
export function sorted(args: Args, it: Interpreter): Value {
  return onItems(args, it, (items) => new PyList(sortItems(items, args, it)));
}

/** Items in order, by `key` and backwards with `reverse`. Equal ones keep their order. */
export function sortItems(items: readonly Value[], args: Args, it: Interpreter): Value[] {
  const key = args.keywords.get('key') ?? null;
  const keyed = items.map((item) => ({
    item,
    key: key === null ? item : it.call(key, it.args([item], args.span)),
  }));
  const sign = it.truth(args.keywords.get('reverse') ?? false) ? -1 : 1;
  return keyed.sort((a, b) => sign * inOrder(it, a.key, b.key)).map(({ item }) => item);
}

/** What walks lazily over the items that arguments give; unknown where one of them is. */
function walking(
  type: string,
  args: readonly Value[],
  it: Interpreter,
  make: (sources: Iterator<Value>[]) => Generator<Value, undefined>,
): Value {
  const sources = args.map((value) => it.iterate(value));
  return sources.every((source) => source !== undefined)
    ? new PyIterator(make(sources.map((source) => source[Symbol.iterator]())), type)
    : new Unknown(UNKNOWN_ITEMS);
}

/** Tuples of what several iterators give next, until one has no more. */
function* together(it: Interpreter, sources: Iterator<Value>[]): Generator<Value[], undefined> {
  if (sources.length === 0) return undefined;
  for (;;) {
    it.limits.count();
    const items: Value[] = [];
    for (const source of sources) {
      const { done, value } = source.next() as IteratorResult<Value, undefined>;
      if (done) return undefined;
      items.push(value);
    }
    yield items;
  }
}

/** `enumerate`. */
export function enumerate(args: Args, it: Interpreter): Value {
  const first = args.positional[1] ?? args.keywords.get('start') ?? 0n;
  const [items = args.keywords.get('iterable') ?? null] = args.positional;
  return walking('enumerate', [items], it, function* (sources) {
    let i = typeof first === 'bigint' ? first : 0n;
    for (const [item] of together(it, sources)) yield new PyTuple([i++, item!]);
    return undefined;
  });
}

/** `zip`. */
export function zip(args: Args, it: Interpreter): Value {
  return walking('zip', args.positional, it, function* (sources) {
    for (const items of together(it, sources)) yield new PyTuple(items);
    return undefined;
  });
}

/** `map`. */
export function map(args: Args, it: Interpreter): Value {
  const [fn = null, ...rest] = args.positional;
  return walking('map', rest, it, function* (sources) {
    for (const items of together(it, sources)) yield it.call(fn, it.args(items, args.span));
    return undefined;
  });
}

/** `filter`. */
export function filter(args: Args, it: Interpreter): Value {
  const [fn = null, items = null] = args.positional;
  return walking('filter', [items], it, function* (sources) {
    for (const [item] of together(it, sources)) {
      const kept = fn === null ? item! : it.call(fn, it.args([item!], args.span));
      if (it.truth(kept)) yield item!;
    }
    return undefined;
  });
}

/** `next`. */
export function next(args: Args, it: Interpreter): Value {
  const [iterator = null, fallback] = args.positional;
  const method = special(iterator, '__next__');
  try {
    if (method) return it.call(method, it.args([], args.span));
  } catch (error) {
    const isEnd = error instanceof PyError && error.type === 'StopIteration';
    if (isEnd && fallback !== undefined) return fallback;
    throw error;
  }
  if (!(iterator instanceof PyIterator)) return new Unknown(UNKNOWN_ITEMS);
  const { done, value } = iterator.iterator.next() as IteratorResult<Value, undefined>;
  if (!done) return value;
  if (fallback !== undefined) return fallback;
  throw stopIteration(it, iterator instanceof PyGenerator ? iterator.returned : null);
}

/** `iter`: of something to walk over, or of a function that is called until it gives a mark. */
export function iter(args: Args, it: Interpreter): Value {
  const [source = null, mark] = args.positional;
  if (mark !== undefined) {
    return walking('callable_iterator', [], it, function* () {
      for (;;) {
        it.limits.count();
        const value = it.call(source, it.args([], args.span));
        if (it.truth(it.compare('==', value, mark)) !== false) return undefined;
        yield value;
      }
    });
  }
  const method = special(source, '__iter__');
  if (method) return it.call(method, it.args([], args.span));
  if (source instanceof PyIterator) return source;
  const items = it.iterate(source);
  return items ? new PyIterator(items[Symbol.iterator](), 'iterator') : new Unknown(UNKNOWN_ITEMS);
}

/** `reversed`. */
export function reversed(args: Args, it: Interpreter): Value {
  const method = special(args.positional[0] ?? null, '__reversed__');
  if (method) return it.call(method, it.args([], args.span));
  return onItems(args, it, (items) => new PyIterator(items.reverse().values(), 'reversed'));
}
