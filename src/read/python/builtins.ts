import { say } from '../../core';
import { makeArray, NdArray } from '../numpy/ndarray';
import { castArray, itemOf } from '../numpy/convert';
import { roundHalfEven, rounding, unary, unaryOps } from '../numpy/unary';
import { taped } from '../numpy/arguments';
import { exceptions } from './exceptions';
import { compareOrder } from './operators';
import type { Interpreter } from './interpreter';
import { PyError } from './signals';
import {
  Builtin,
  identityOf,
  PyClass,
  PyDict,
  PyFunction,
  PyInstance,
  PyIterator,
  PyList,
  PyRange,
  PySet,
  PyTuple,
  Super,
  typeName,
  Unknown,
  BoundMethod,
  type Args,
  type Value,
} from './values';

type Call = (args: Args, it: Interpreter) => Value;

const UNKNOWN_ITEMS = 'what it runs over is not known';

/** The items of the first argument, all at once; undefined where they are unknown. */
function itemsOf({ positional }: Args, it: Interpreter, at = 0): Value[] | undefined {
  const value = positional[at];
  if (value === undefined) return [];
  const items = it.iterate(value);
  return items && [...items];
}

function onItems(args: Args, it: Interpreter, make: (items: Value[]) => Value): Value {
  const items = itemsOf(args, it);
  return items ? make(items) : new Unknown(UNKNOWN_ITEMS);
}

function print({ positional, keywords }: Args, it: Interpreter): Value {
  const option = (name: string, fallback: string) => {
    const value = keywords.get(name);
    return typeof value === 'string' ? value : fallback;
  };
  it.print(
    positional.map((value) => it.text(value, false)).join(option('sep', ' ')) + option('end', '\n'),
  );
  return null;
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

function range({ positional }: Args): Value {
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

function len({ positional: [value] }: Args, it: Interpreter): Value {
  if (value instanceof Unknown) return value;
  if (typeof value === 'string') return BigInt(value.length);
  if (value instanceof PyList || value instanceof PyTuple) return BigInt(value.items.length);
  if (value instanceof PyDict || value instanceof PySet) return BigInt(value.size);
  if (value instanceof PyRange) return BigInt(value.length);
  if (value instanceof NdArray && value.ndim > 0) return BigInt(value.shape[0]!);
  if (value instanceof PyInstance) {
    const method = value.cls.find('__len__');
    if (method instanceof PyFunction)
      return it.call(new BoundMethod(value, method), it.args([], { start: 0, end: 0 }));
    if (value.cls.hasUnknownBase) return new Unknown('its class is not known');
  }
  throw new PyError(
    'TypeError',
    say('{type} object has no length', { type: typeName(value ?? null) }),
  );
}

function sum(args: Args, it: Interpreter): Value {
  return onItems(args, it, (items) =>
    items.reduce<Value>(
      (total, item) => it.binary('+', total, item, args),
      args.positional[1] ?? args.keywords.get('start') ?? 0n,
    ),
  );
}

/** `max` and `min`: of the arguments, or of the items of the only one, by `key` if there is one. */
const extreme =
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

function sorted(args: Args, it: Interpreter): Value {
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

function enumerate(args: Args, it: Interpreter): Value {
  const first = args.positional[1] ?? args.keywords.get('start') ?? 0n;
  return onItems(args, it, (items) => {
    const start = typeof first === 'bigint' ? first : 0n;
    return new PyIterator(
      items.map((item, i): Value => new PyTuple([start + BigInt(i), item])).values(),
    );
  });
}

function zip(args: Args, it: Interpreter): Value {
  const lists = args.positional.map((_, i) => itemsOf(args, it, i));
  if (!lists.every((list) => list !== undefined)) return new Unknown(UNKNOWN_ITEMS);
  const length = Math.min(...lists.map((list) => list.length), lists.length === 0 ? 0 : Infinity);
  const tuples = Array.from(
    { length },
    (_, i): Value => new PyTuple(lists.map((list) => list[i]!)),
  );
  return new PyIterator(tuples.values());
}

function map(args: Args, it: Interpreter): Value {
  const [fn, ...rest] = args.positional;
  const zipped = zip({ ...args, positional: rest }, it);
  if (!(zipped instanceof PyIterator) || fn === undefined) return zipped;
  const results = [...(it.iterate(zipped) ?? [])].map((tuple) =>
    it.call(fn, it.args((tuple as PyTuple).items, args.span)),
  );
  return new PyIterator(results.values());
}

function filter(args: Args, it: Interpreter): Value {
  const [fn] = args.positional;
  const items = itemsOf(args, it, 1);
  if (!items || fn === undefined) return new Unknown(UNKNOWN_ITEMS);
  const kept = items.filter((item) =>
    it.truth(fn === null ? item : it.call(fn, it.args([item], args.span))),
  );
  return new PyIterator(kept.values());
}

/** A number of Python out of an array of one; what is not known for sure stays an array of no axes. */
function numberFrom(array: NdArray, dtype: 'int64' | 'float64'): Value {
  if (array.size !== 1) {
    throw new PyError('TypeError', say('only length-1 arrays can be converted to Python scalars'), [
      array,
    ]);
  }
  const item = itemOf(array);
  if (array.state !== 'known' || item === undefined) {
    const cast = castArray(array, dtype);
    return makeArray([], cast.entries(), dtype, array.state);
  }
  return dtype === 'float64' ? item : wholeNumber(item);
}

function wholeNumber(number: number): Value {
  if (!Number.isFinite(number)) throw new PyError('ValueError', say('this is no whole number'));
  return BigInt(Math.trunc(number));
}

function toInt({ positional: [value = 0n, base] }: Args): Value {
  if (value instanceof Unknown || typeof value === 'bigint') return value;
  if (value instanceof NdArray) return numberFrom(value, 'int64');
  if (typeof value !== 'string') return wholeNumber(Number(value));
  if (base !== undefined) return new Unknown('numbers in other bases are not read');
  const isWhole = /^\s*[-+]?\d+\s*$/.test(value);
  return isWhole ? BigInt(value.trim().replace(/^\+/, '')) : wholeNumber(NaN);
}

const SPECIAL_FLOATS = /^([-+]?)(inf(?:inity)?|nan)$/i;

function toFloat({ positional: [value = 0] }: Args): Value {
  if (value instanceof Unknown) return value;
  if (value instanceof NdArray) return numberFrom(value, 'float64');
  if (typeof value !== 'string') return Number(value);
  const text = value.trim();
  const [, sign, special] = SPECIAL_FLOATS.exec(text) ?? [];
  if (special) return /nan/i.test(special) ? NaN : sign === '-' ? -Infinity : Infinity;
  const number = Number(text || NaN);
  if (Number.isNaN(number)) {
    throw new PyError('ValueError', say('could not convert string to float'));
  }
  return number;
}

function round({ positional: [value, digits], span }: Args, it: Interpreter): Value {
  if (typeof value === 'bigint' || value instanceof Unknown || value === undefined)
    return value ?? 0n;
  const places = typeof digits === 'bigint' ? Number(digits) : 0;
  if (value instanceof NdArray) {
    return unary(rounding(places), value, it.limits, taped('round', [value], it.args([], span)));
  }
  const number = Number(value);
  if (digits === undefined || digits === null) return BigInt(roundHalfEven(number));
  return Number(number.toFixed(Math.max(0, places)));
}

function abs(args: Args, it: Interpreter): Value {
  const [value] = args.positional;
  if (value instanceof NdArray)
    return unary(unaryOps.get('abs')!, value, it.limits, taped('abs', [value], args));
  if (typeof value === 'bigint') return value < 0n ? -value : value;
  return value instanceof Unknown ? value : Math.abs(Number(value));
}

function isInstance({ positional: [value, types] }: Args): Value {
  if (value instanceof Unknown || types instanceof Unknown || value === undefined)
    return new Unknown('what it is an instance of is not known');
  const wanted = types instanceof PyTuple ? types.items : [types];
  return wanted.some((type) => {
    if (type instanceof PyClass) return value instanceof PyInstance && value.cls.isSubclassOf(type);
    if (!(type instanceof Builtin)) return false;
    if (type.name === 'ndarray') return value instanceof NdArray && value.ndim > 0;
    const isScalar =
      value instanceof NdArray &&
      value.ndim === 0 &&
      type.name === 'float' &&
      value.dtype === 'float64';
    return (
      isScalar ||
      typeName(value) === type.name ||
      (type.name === 'int' && typeof value === 'boolean')
    );
  });
}

function getAttribute(args: Args, it: Interpreter): Value {
  const [object, name, fallback] = args.positional;
  try {
    return it.attribute(object ?? null, String(name), args);
  } catch (error) {
    if (error instanceof PyError && error.type === 'AttributeError' && fallback !== undefined)
      return fallback;
    throw error;
  }
}

function hasAttribute(args: Args, it: Interpreter): Value {
  try {
    const value = it.attribute(args.positional[0] ?? null, String(args.positional[1]), args);
    return value instanceof Unknown ? value : true;
  } catch (error) {
    if (error instanceof PyError) return false;
    throw error;
  }
}

function makeSuper({ positional }: Args, it: Interpreter): Value {
  const running = it.methods.at(-1);
  const [cls, self] = positional.length === 2 ? positional : [running?.owner, running?.self];
  return cls instanceof PyClass
    ? new Super(cls, self ?? null)
    : new Unknown('its class is not known');
}

function dict(args: Args, it: Interpreter): Value {
  const made = new PyDict();
  const [source] = args.positional;
  if (source instanceof Unknown) return source;
  if (source instanceof PyDict) for (const [key, value] of source.items()) made.set(key, value);
  else if (source !== undefined) {
    for (const pair of it.iterate(source) ?? []) {
      const [key, value] = [...(it.iterate(pair) ?? [])];
      if (key !== undefined) made.set(key, value ?? null);
    }
  }
  for (const [key, value] of args.keywords) made.set(key, value);
  return made;
}

function next(args: Args, it: Interpreter): Value {
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

const CALLS: Readonly<Record<string, Call>> = {
  print,
  range,
  len,
  sum,
  max: extreme(1),
  min: extreme(-1),
  sorted,
  enumerate,
  zip,
  map,
  filter,
  abs,
  round,
  next,
  dict,
  int: toInt,
  float: toFloat,
  isinstance: isInstance,
  getattr: getAttribute,
  hasattr: hasAttribute,
  super: makeSuper,
  bool: ({ positional: [value = false] }, it) =>
    it.truth(value) ?? new Unknown('whether it is true is not known'),
  str: ({ positional: [value = ''] }, it) => it.text(value, false),
  repr: ({ positional: [value = null] }, it) => it.text(value, true),
  list: (args, it) => onItems(args, it, (items) => new PyList(items)),
  tuple: (args, it) => onItems(args, it, (items) => new PyTuple(items)),
  set: (args, it) => onItems(args, it, (items) => new PySet(items)),
  frozenset: (args, it) => onItems(args, it, (items) => new PySet(items)),
  iter: (args, it) => onItems(args, it, (items) => new PyIterator(items.values())),
  reversed: (args, it) => onItems(args, it, (items) => new PyIterator(items.reverse().values())),
  any: (args, it) =>
    onItems(args, it, (items) =>
      some(
        items.map((item) => it.truth(item)),
        true,
      ),
    ),
  all: (args, it) =>
    onItems(args, it, (items) =>
      some(
        items.map((item) => it.truth(item)),
        false,
      ),
    ),
  type: ({ positional: [value = null] }) =>
    value instanceof PyInstance
      ? value.cls
      : new Builtin(
          typeName(value),
          () => new Unknown('a type was called'),
          new Map([['__name__', typeName(value)]]),
        ),
  id: ({ positional: [value = null] }) => BigInt(identityOf(value)),
  callable: ({ positional: [value = null] }) =>
    value instanceof PyFunction || value instanceof Builtin || value instanceof PyClass,
  divmod: (args, it) =>
    new PyTuple(
      ['//', '%'].map((op) =>
        it.binary(op, args.positional[0] ?? null, args.positional[1] ?? null, args),
      ),
    ),
  pow: (args, it) => it.binary('**', args.positional[0] ?? null, args.positional[1] ?? null, args),
  object: () => new PyInstance(new PyClass('object', [])),
  input: () => new Unknown('what will be typed is not known'),
  open: () => new Unknown('files are not read'),
  setattr: ({ positional: [object, name, value = null] }) => {
    if (object instanceof PyInstance) object.attributes.set(String(name), value);
    return null;
  },
};

function some(truths: readonly (boolean | undefined)[], wanted: boolean): Value {
  if (truths.includes(wanted)) return wanted;
  return truths.includes(undefined) ? new Unknown('a condition is not known') : !wanted;
}

/** The names that every program has. */
export function builtins(): Map<string, Value> {
  const calls = Object.entries(CALLS).map(([name, call]): [string, Value] => [
    name,
    new Builtin(name, (args) => call(args, args.runtime as Interpreter)),
  ]);
  return new Map<string, Value>([
    ...calls,
    ...exceptions,
    ['NotImplemented', new Unknown('NotImplemented')],
  ]);
}
