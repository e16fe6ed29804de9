import { say } from '../../core';
import { arrayOfRow } from '../numpy/rows';
import { NdArray } from '../numpy/ndarray';
import type { Interpreter } from './interpreter';
import { PyError } from './signals';
import {
  PyClass,
  PyDict,
  PyInstance,
  PyIterator,
  PyList,
  PyModule,
  PyRange,
  PySet,
  PyTuple,
  PyView,
  typeName,
  Unknown,
  type BoundMethod,
  type Value,
} from './values';
import { special } from './special';

/** The items of an iterable, one by one; undefined where it is unknown. Raises TypeError. */
export function iterate(it: Interpreter, value: Value): Iterable<Value> | undefined {
  if (value instanceof Unknown) return undefined;
  if (value instanceof PyList) return listItems(value);
  if (value instanceof PyTuple) return value.items;
  if (value instanceof PyRange) return rangeItems(it, value);
  if (value instanceof PyDict) return value.keys();
  if (value instanceof PySet) return value.values();
  if (typeof value === 'string') return [...value];
  if (value instanceof PyIterator) return onward(value);
  if (value instanceof PyView) return value.items;
  if (value instanceof PyClass && value.members) return [...value.members.values()];
  if (value instanceof NdArray) return arrayItems(it, value);
  if (value instanceof PyInstance) return instanceItems(it, value);
  if (value instanceof PyModule && value.items) return value.items();
  throw notIterable(typeName(value));
}

/** What is left of an iterator. Who stops half way leaves it open for others. */
function onward({ iterator }: PyIterator): Iterable<Value> {
  return { [Symbol.iterator]: () => ({ next: () => iterator.next() }) };
}

/** A list may grow while it is walked. */
function* listItems(list: PyList): Generator<Value> {
  for (let i = 0; i < list.items.length; i++) yield list.items[i]!;
}

function* rangeItems(it: Interpreter, { from, step, length }: PyRange): Generator<Value> {
  for (let i = 0; i < length; i++) {
    it.limits.count();
    yield from + BigInt(i) * step;
  }
}

function* arrayItems(it: Interpreter, array: NdArray): Generator<Value> {
  if (array.ndim === 0) throw new PyError('TypeError', say('iteration over a 0-d array'), [array]);
  for (let i = 0; i < array.shape[0]!; i++) {
    it.limits.count();
    yield arrayOfRow(array, i);
  }
}

function instanceItems(it: Interpreter, instance: PyInstance): Iterable<Value> | undefined {
  const method = special(instance, '__iter__');
  if (method) {
    const items = it.call(method, it.args([], NOWHERE));
    const next = special(items, '__next__');
    if (next) return nextItems(it, next);
    return items === instance ? undefined : iterate(it, items);
  }
  if (instance.inner !== undefined) return iterate(it, instance.inner);
  const getItem = special(instance, '__getitem__');
  if (getItem) return indexedItems(it, getItem);
  if (instance.cls.hasUnknownBase) return undefined;
  throw notIterable(instance.cls.name);
}

const NOWHERE = { start: 0, end: 0 };

/** What `__next__` gives until it raises StopIteration. */
function* nextItems(it: Interpreter, next: BoundMethod): Generator<Value> {
  for (;;) {
    it.limits.count();
    try {
      yield it.call(next, it.args([], NOWHERE));
    } catch (error) {
      if (error instanceof PyError && error.type === 'StopIteration') return;
      throw error;
    }
  }
}

function* indexedItems(it: Interpreter, getItem: BoundMethod): Generator<Value> {
  for (let i = 0n; ; i++) {
    try {
      yield it.call(getItem, it.args([i], NOWHERE));
    } catch (error) {
      if (error instanceof PyError && error.type === 'IndexError') return;
      throw error;
    }
  }
}

function notIterable(type: string): PyError {
  return new PyError(
    'TypeError',
    say('{type} object is not iterable', { type }),
    [],
    undefined,
    `'${type}' object is not iterable`,
  );
}
