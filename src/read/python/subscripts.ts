import { say } from '../../core';
import { taped } from '../numpy/arguments';
import { sliceBounds } from '../numpy/index-parts';
import { getItem, setItem } from '../numpy/indexing';
import { NdArray } from '../numpy/ndarray';
import type { Span } from '../reading';
import type { Interpreter } from './interpreter';
import { PyError } from './signals';
import {
  Builtin,
  DTypeValue,
  PyClass,
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
import { special } from './special';

/** `object[index]`. Raises IndexError, KeyError or TypeError. */
export function subscript(it: Interpreter, object: Value, index: Value, args: Args): Value {
  const isDoubted =
    index instanceof NdArray && index.state !== 'known' && !(object instanceof NdArray);
  if (object instanceof Unknown || index instanceof Unknown || isDoubted)
    return new Unknown(
      'an item of something that is not known',
      object instanceof Unknown && object.mayDraw,
    );
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
    return sequenceItem(object.items, index, (items) => new PyTuple(items), 'tuple');
  if (object instanceof PyRange) {
    return index instanceof PySlice
      ? slicedRange(object, index)
      : object.from + BigInt(checked(index, object.length, 'range object')) * object.step;
  }
  if (typeof object === 'string')
    return sequenceItem([...object], index, (items) => items.join(''), 'string');
  if (object instanceof PyInstance) {
    const method = special(object, '__getitem__');
    if (method) return it.call(method, it.args([index], args.span));
    const missing = special(object, '__missing__');
    if (missing && object.inner instanceof PyDict && !object.inner.has(index))
      return it.call(missing, it.args([index], args.span));
    if (object.inner !== undefined) return subscript(it, object.inner, index, args);
    if (object.cls.hasUnknownBase) return new Unknown('its class is not known');
  }
  if (object instanceof PyClass) return ofClass(it, object, index, args);
  // `list[int]` is a type.
  if (object instanceof Builtin || object instanceof DTypeValue) return object;
  const getter = object instanceof PyModule ? object.attributes.get('__getitem__') : undefined;
  if (getter) return it.call(getter, it.args([index], args.span));
  throw new PyError(
    'TypeError',
    say('{type} object is not subscriptable', { type: typeName(object) }),
    [],
    undefined,
    `'${typeName(object)}' object is not subscriptable`,
  );
}

/** `Color['RED']` of an enumeration, `Stack[int]` of a generic class. */
function ofClass(it: Interpreter, cls: PyClass, index: Value, args: Args): Value {
  const getter = cls.find('__class_getitem__');
  if (getter instanceof PyFunction) return it.call(getter, it.args([cls, index], args.span));
  if (!cls.members) return cls;
  const member = typeof index === 'string' ? cls.members.get(index) : undefined;
  if (member) return member;
  throw new PyError('KeyError', say('the dict has no key {key}', { key: it.text(index, true) }));
}

function itemOfDict(it: Interpreter, dict: PyDict, key: Value): Value {
  const value = dict.get(key);
  if (value === undefined)
    throw new PyError(
      'KeyError',
      say('the dict has no key {key}', { key: it.text(key, true) }),
      [],
      undefined,
      key,
    );
  return value;
}

function slicedRange({ from, step, length }: PyRange, index: PySlice): PyRange {
  const slice = sliceBounds(index, length);
  const start = from + BigInt(slice.from) * step;
  const stride = BigInt(slice.step) * step;
  return new PyRange(start, start + BigInt(slice.count) * stride, stride);
}

function sequenceItem(
  items: readonly Value[],
  index: Value,
  make: (items: Value[]) => Value,
  kind = 'list',
): Value {
  if (index instanceof PySlice) {
    const { from, step, count } = sliceBounds(index, items.length);
    return make(Array.from({ length: count }, (_, i) => items[from + i * step]!));
  }
  return items[checked(index, items.length, kind)]!;
}

function checked(index: Value, length: number, kind = 'list'): number {
  const at = integerOf(index);
  const own = at < 0 ? at + length : at;
  if (own < 0 || own >= length) {
    throw new PyError(
      'IndexError',
      say('index {index} is out of range: there are {length} items', { index: at, length }),
      [],
      undefined,
      `${kind} index out of range`,
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
  const isDoubted = index instanceof NdArray && index.state !== 'known';
  if (index instanceof Unknown || isDoubted) return setSomewhere(object);
  if (object instanceof PyDict) return object.set(index, value);
  if (object instanceof PyList) return setListItem(it, object, index, value);
  if (object instanceof PyInstance) {
    const method = special(object, '__setitem__');
    if (method) return void it.call(method, it.args([index, value], span));
    if (object.inner !== undefined) return setSubscript(it, object.inner, index, value, span);
    if (object.cls.hasUnknownBase) return;
  }
  const setter = object instanceof PyModule ? object.attributes.get('__setitem__') : undefined;
  if (setter) return void it.call(setter, it.args([index, value], span));
  throw new PyError(
    'TypeError',
    say('{type} object does not support item assignment', { type: typeName(object) }),
  );
}

/** One of the items changed, nobody knows which. */
function setSomewhere(object: Value): void {
  const unknown = new Unknown('which item was set is not known');
  if (object instanceof PyList) object.items.fill(unknown);
  if (!(object instanceof PyDict)) return;
  for (const key of object.keys()) object.set(key, unknown);
  object.missing ??= () => unknown;
}

function setListItem(it: Interpreter, list: PyList, index: Value, value: Value): void {
  if (!(index instanceof PySlice)) {
    list.items[checked(index, list.items.length)] = value;
    return;
  }
  const { from, step, count } = sliceBounds(index, list.items.length);
  const items = [...(it.iterate(value) ?? [])];
  if (step === 1) list.items.splice(from, count, ...items);
  else if (items.length === count) items.forEach((item, i) => (list.items[from + i * step] = item));
  else
    throw new PyError(
      'ValueError',
      say('{count} items are assigned to a slice of {wanted}', {
        count: items.length,
        wanted: count,
      }),
    );
}

/** `del object[index]`. */
export function deleteSubscript(it: Interpreter, object: Value, index: Value): void {
  const method = special(object, '__delitem__');
  if (method) it.call(method, it.args([index], { start: 0, end: 0 }));
  else if (object instanceof PyInstance && object.inner !== undefined)
    deleteSubscript(it, object.inner, index);
  else if (object instanceof PyDict) {
    if (!object.delete(index))
      throw new PyError(
        'KeyError',
        say('the dict has no key {key}', { key: it.text(index, true) }),
      );
  } else if (object instanceof PyList && !(index instanceof PySlice)) {
    object.items.splice(checked(index, object.items.length), 1);
  } else if (object instanceof PyList && index instanceof PySlice) {
    const { from, step, count } = sliceBounds(index, object.items.length);
    const gone = new Set(Array.from({ length: count }, (_, i) => from + i * step));
    const kept = object.items.filter((_, i) => !gone.has(i));
    object.items.splice(0, Infinity, ...kept);
  }
}
