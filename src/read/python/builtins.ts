import { exceptions } from './exceptions';
import { say } from '../../core';
import { NdArray } from '../numpy/ndarray';
import { setAttribute } from './assign';
import { formattedBy } from './expressions';
import type { Interpreter } from './interpreter';
import { seldomNames } from './seldom-names';
import { PyError } from './signals';
import { special } from './special';
import {
  Builtin,
  ELLIPSIS,
  NOT_IMPLEMENTED,
  identityOf,
  keyText,
  PyClass,
  PyDict,
  PyFunction,
  PyInstance,
  PyList,
  PyRange,
  PySet,
  PyTuple,
  PyView,
  Super,
  typeName,
  Unknown,
  BoundMethod,
  type Args,
  type Value,
} from './values';
import { round, abs, power } from './conversions';
import {
  range,
  sum,
  extreme,
  sorted,
  enumerate,
  zip,
  map,
  filter,
  next,
  iter,
  reversed,
} from './sequences';
import { isInstanceOf, isSubclass, TYPES } from './types';

/** A built-in function. */
export type Call = (args: Args, it: Interpreter) => Value;

function print({ positional, keywords }: Args, it: Interpreter): Value {
  const option = (name: string, fallback: string) => {
    const value = keywords.get(name);
    return typeof value === 'string' ? value : fallback;
  };
  const text = positional.map((value) => it.text(value, false)).join(option('sep', ' '));
  // What goes into a file is not shown.
  if ((keywords.get('file') ?? null) === null) it.print(text + option('end', '\n'));
  return null;
}

function len({ positional: [value = null], span }: Args, it: Interpreter): Value {
  if (value instanceof Unknown) return value;
  if (typeof value === 'string') return BigInt([...value].length);
  if (value instanceof PyList || value instanceof PyTuple) return BigInt(value.items.length);
  if (value instanceof PyDict || value instanceof PySet) return BigInt(value.size);
  if (value instanceof PyView) return BigInt(value.dict.size);
  if (value instanceof PyRange) {
    if (value.count < 2n ** 63n) return value.count;
    throw new PyError('OverflowError', say('the range has more numbers than can be counted'));
  }
  if (value instanceof NdArray && value.ndim > 0) return BigInt(value.shape[0]!);
  if (value instanceof PyClass && value.members) return BigInt(value.members.size);
  const method = special(value, '__len__');
  if (method) return it.call(method, it.args([], span));
  if (value instanceof PyInstance) {
    if (value.inner !== undefined) return len(it.args([value.inner], span), it);
    if (value.cls.hasUnknownBase) return new Unknown('its class is not known');
  }
  const type = typeName(value);
  throw new PyError(
    'TypeError',
    say('{type} object has no length', { type }),
    [],
    undefined,
    `object of type '${type}' has no len()`,
  );
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
    if (error instanceof PyError && error.type === 'AttributeError') return false;
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

/** `any` and `all`: stops at the first item that decides. */
const some =
  (wanted: boolean): Call =>
  ({ positional: [value = null] }, it) => {
    const items = it.iterate(value);
    let isKnown = items !== undefined;
    for (const item of items ?? []) {
      const truth = it.truth(item);
      if (truth === wanted) return wanted;
      isKnown &&= truth !== undefined;
    }
    return isKnown ? !wanted : new Unknown('a condition is not known');
  };

/** A number for a value that is hashed; the same for what is equal. */
function hashOf({ positional: [value = null], span }: Args, it: Interpreter): Value {
  if (value instanceof Unknown || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return BigInt(value);
  const method = special(value, '__hash__');
  if (method) return it.call(method, it.args([], span));
  const isChangeable =
    value instanceof PyDict ||
    value instanceof PyList ||
    (value instanceof PySet && !value.isFrozen) ||
    (value instanceof NdArray && !value.isScalar);
  const type = typeName(value);
  if (isChangeable)
    throw new PyError(
      'TypeError',
      say('a value of type {type} cannot be a key', { type }),
      [],
      undefined,
      `unhashable type: '${type}'`,
    );
  let hash = 0xcbf29ce484222325n;
  for (const letter of keyText(value))
    hash = BigInt.asUintN(61, (hash ^ BigInt(letter.charCodeAt(0))) * 0x100000001b3n);
  return hash;
}

const answer = (truth: boolean | undefined): Value =>
  truth ?? new Unknown('what it is an instance of is not known');

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
  iter,
  reversed,
  pow: power,
  isinstance: ({ positional: [value = null, type = null] }, it) =>
    answer(isInstanceOf(value, type, it)),
  issubclass: ({ positional: [cls = null, type = null] }) => answer(isSubclass(cls, type)),
  getattr: getAttribute,
  hasattr: hasAttribute,
  setattr: ({ positional: [object = null, name, value = null], span }, it) => {
    setAttribute(it, object, String(name), value, span);
    return null;
  },
  delattr: ({ positional: [object, name] }) => {
    if (object instanceof PyInstance) object.attributes.delete(String(name));
    return null;
  },
  super: makeSuper,
  repr: ({ positional: [value = null] }, it) => it.text(value, true),
  any: some(true),
  all: some(false),
  id: ({ positional: [value = null] }) => BigInt(identityOf(value)),
  callable: ({ positional: [value = null] }) =>
    value instanceof PyFunction ||
    value instanceof Builtin ||
    value instanceof PyClass ||
    value instanceof BoundMethod ||
    special(value, '__call__') !== undefined,
  divmod: (args, it) =>
    new PyTuple(
      ['//', '%'].map((op) =>
        it.binary(op, args.positional[0] ?? null, args.positional[1] ?? null, args),
      ),
    ),
  hash: hashOf,
  format: ({ positional: [value = null, format = ''] }, it) =>
    formattedBy(it, value, String(format)),
  vars: ({ positional: [value], span }, it) =>
    value === undefined
      ? new Unknown('the names of a scope')
      : it.attribute(value, '__dict__', it.args([], span)),
  input: () => new Unknown('what will be typed is not known'),
  open: () => new Unknown('files are not read'),
};

/** The names that every program has. */
export function builtins(): Map<string, Value> {
  const calls = Object.entries(CALLS).map(([name, call]): [string, Value] => [
    name,
    new Builtin(name, (args) => call(args, args.runtime as Interpreter)),
  ]);
  return new Map<string, Value>([
    ...seldomNames(),
    ...calls,
    ...TYPES,
    ...exceptions,
    ['NotImplemented', NOT_IMPLEMENTED],
    ['Ellipsis', ELLIPSIS],
  ]);
}
