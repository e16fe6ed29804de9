import { say } from '../../core';
import { arrayOfRow } from '../numpy/rows';
import { NdArray } from '../numpy/ndarray';
import type { Interpreter } from './interpreter';
import { PyError } from './signals';
import {
  BoundMethod,
  PyDict,
  PyFunction,
  PyInstance,
  PyIterator,
  PyList,
  PyModule,
  PyRange,
  PySet,
  PyTuple,
  typeName,
  Unknown,
  type Value,
} from './values';

/** The items of an iterable, one by one; undefined where it is unknown. Raises TypeError. */
export function iterate(it: Interpreter, value: Value): Iterable<Value> | undefined {
  if (value instanceof Unknown) return undefined;
  if (value instanceof PyList) return listItems(value);
  if (value instanceof PyTuple) return value.items;
  if (value instanceof PyRange) return rangeItems(it, value);
  if (value instanceof PyDict) return value.keys();
  if (value instanceof PySet) return value.values();
  if (typeof value === 'string') return [...value];
  if (value instanceof PyIterator) return { [Symbol.iterator]: () => value.iterator };
  if (value instanceof NdArray) return arrayItems(it, value);
  if (value instanceof PyInstance) return instanceItems(it, value);
  if (value instanceof PyModule && value.items) return value.items();
  throw new PyError('TypeError', say('{type} object is not iterable', { type: typeName(value) }));
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
  if (instance.cls.sequence) return instance.cls.sequence(instance);
  const span = { start: 0, end: 0 };
  const method = instance.cls.find('__iter__');
  if (method instanceof PyFunction) {
    const items = it.call(new BoundMethod(instance, method), it.args([], span));
    return items === instance ? undefined : iterate(it, items);
  }
  const getItem = instance.cls.find('__getitem__');
  if (!(getItem instanceof PyFunction)) {
    throw new PyError(
      'TypeError',
      say('{type} object is not iterable', { type: instance.cls.name }),
    );
  }
  return indexedItems(it, instance, getItem);
}

function* indexedItems(
  it: Interpreter,
  instance: PyInstance,
  getItem: PyFunction,
): Generator<Value> {
  for (let i = 0n; ; i++) {
    try {
      yield it.call(new BoundMethod(instance, getItem), it.args([i], { start: 0, end: 0 }));
    } catch (error) {
      if (error instanceof PyError && error.type === 'IndexError') return;
      throw error;
    }
  }
}
