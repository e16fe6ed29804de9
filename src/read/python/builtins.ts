import { exceptions } from './exceptions';
import { say } from '../../core';
import { NdArray } from '../numpy/ndarray';
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
import { toInt, toFloat, round, abs, dict } from './conversions';
import {
  onItems,
  range,
  sum,
  extreme,
  sorted,
  enumerate,
  zip,
  map,
  filter,
  next,
} from './sequences';

export type Call = (args: Args, it: Interpreter) => Value;

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
