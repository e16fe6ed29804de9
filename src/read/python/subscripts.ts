import { say } from '../../core';
import { taped } from '../numpy/arguments';
import { sliceBounds } from '../numpy/index-parts';
import { getItem, setItem } from '../numpy/indexing';
import { NdArray } from '../numpy/ndarray';
import type { Span } from '../reading';
import type { Interpreter } from './interpreter';
import { PyError } from './signals';
import {
  BoundMethod,
  PyDict,
  PyFunction,
  PyInstance,
  PyList,
  PyModule,
  PyRange,
  PySlice,
  PyTuple,
  typeName,
  Unknown,
  type Args,
  type Value,
} from './values';

/** `object[index]`. Raises IndexError, KeyError or TypeError. */
export function subscript(it: Interpreter, object: Value, index: Value, args: Args): Value {
  const isDoubted =
    index instanceof NdArray && index.state !== 'known' && !(object instanceof NdArray);
  if (object instanceof Unknown || index instanceof Unknown || isDoubted)
    return new Unknown('an item of something that is not known');
  if (object instanceof NdArray) {
    return (
      getItem(object, index, it.limits, taped('getitem', [object], args)) ??
      new Unknown('the index is not known')
    );
  }
  if (object instanceof PyDict) return itemOfDict(it, object, index);
  if (object instanceof PyList)
    return sequenceItem(object.items, index, (items) => new PyList(items));
  if (object instanceof PyTuple)
    return sequenceItem(object.items, index, (items) => new PyTuple(items));
  if (object instanceof PyRange) {
    it.limits.count(object.length);
    const items = Array.from(
      { length: object.length },
      (_, i) => object.from + BigInt(i) * object.step,
    );
    return sequenceItem(items, index, (part) => new PyList(part));
  }
  if (typeof object === 'string')
    return sequenceItem([...object], index, (items) => items.join(''));
  if (object instanceof PyInstance) {
    if (object.cls.sequence)
      return subscript(it, new PyTuple(object.cls.sequence(object)), index, args);
    const method = object.cls.find('__getitem__');
    if (method instanceof PyFunction)
      return it.call(new BoundMethod(object, method), it.args([index], args.span));
    if (object.cls.hasUnknownBase) return new Unknown('its class is not known');
  }
  const getter = object instanceof PyModule ? object.attributes.get('__getitem__') : undefined;
  if (getter) return it.call(getter, it.args([index], args.span));
  throw new PyError(
    'TypeError',
    say('{type} object is not subscriptable', { type: typeName(object) }),
  );
}

function itemOfDict(it: Interpreter, dict: PyDict, key: Value): Value {
  const value = dict.get(key);
  if (value === undefined)
    throw new PyError('KeyError', say('the dict has no key {key}', { key: it.text(key, true) }));
  return value;
}

function sequenceItem(
  items: readonly Value[],
  index: Value,
  make: (items: Value[]) => Value,
): Value {
  if (index instanceof PySlice) {
    const { from, step, count } = sliceBounds(index, items.length);
    return make(Array.from({ length: count }, (_, i) => items[from + i * step]!));
  }
  return items[checked(index, items.length)]!;
}

function checked(index: Value, length: number): number {
  const at = integerOf(index);
  const own = at < 0 ? at + length : at;
  if (own < 0 || own >= length) {
    throw new PyError(
      'IndexError',
      say('index {index} is out of range: there are {length} items', { index: at, length }),
    );
  }
  return own;
}

function integerOf(index: Value): number {
  if (typeof index === 'bigint' || typeof index === 'boolean') return Number(index);
  if (index instanceof NdArray && index.size === 1 && index.buffer && !/^float/.test(index.dtype))
    return index.entries()![0]!;
  throw new PyError(
    'TypeError',
    say('indices must be whole numbers or slices, not {type}', { type: typeName(index) }),
  );
}

/** `object[index] = value`. Raises what Python would raise. */
export function setSubscript(
  it: Interpreter,
  object: Value,
  index: Value,
  value: Value,
  span: Span,
): void {
  if (object instanceof Unknown) return;
  if (object instanceof NdArray) return setItem(object, index, value, it.limits);
  if (object instanceof PyDict) return object.set(index, value);
  if (object instanceof PyList) return setListItem(it, object, index, value);
  if (object instanceof PyInstance) {
    const method = object.cls.find('__setitem__');
    if (method instanceof PyFunction)
      return void it.call(new BoundMethod(object, method), it.args([index, value], span));
    if (object.cls.hasUnknownBase) return;
  }
  throw new PyError(
    'TypeError',
    say('{type} object does not support item assignment', { type: typeName(object) }),
  );
}

function setListItem(it: Interpreter, list: PyList, index: Value, value: Value): void {
  if (!(index instanceof PySlice)) {
    list.items[checked(index, list.items.length)] = value;
    return;
  }
  const { from, step, count } = sliceBounds(index, list.items.length);
  const items = [...(it.iterate(value) ?? [])];
  if (step === 1) list.items.splice(from, count, ...items);
  else items.slice(0, count).forEach((item, i) => (list.items[from + i * step] = item));
}

/** `del object[index]`. */
export function deleteSubscript(it: Interpreter, object: Value, index: Value): void {
  if (object instanceof PyDict) {
    if (!object.delete(index))
      throw new PyError(
        'KeyError',
        say('the dict has no key {key}', { key: it.text(index, true) }),
      );
  } else if (object instanceof PyList && !(index instanceof PySlice)) {
    object.items.splice(checked(index, object.items.length), 1);
  } else if (object instanceof PyList && index instanceof PySlice) {
    const { from, count } = sliceBounds(index, object.items.length);
    object.items.splice(from, count);
  }
}
