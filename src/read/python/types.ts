import { NdArray } from '../numpy/ndarray';
import { dict, toFloat, toInt } from './conversions';
import type { Interpreter } from './interpreter';
import { pairsOf } from './methods/dict';
import { translation } from './methods/text';
import { dictOf } from './collections';
import { onItems, range } from './sequences';
import {
  Builtin,
  Descriptor,
  DTypeValue,
  PyClass,
  PyDict,
  PyInstance,
  PyList,
  PySet,
  PyTuple,
  typeName,
  Unknown,
  type Args,
  type Value,
} from './values';

type Call = (args: Args, it: Interpreter) => Value;

const runtimeOf = ({ runtime }: Args) => runtime as Interpreter;

function makeType(name: string, call: Call, attributes: readonly [string, Call][] = []): Builtin {
  return new Builtin(
    name,
    (args) => call(args, runtimeOf(args)),
    new Map<string, Value>([
      ['__name__', name],
      ...attributes.map(([key, own]): [string, Value] => [
        key,
        new Builtin(key, (args) => own(args, runtimeOf(args))),
      ]),
    ]),
  );
}

const descriptor = (kind: Descriptor['kind']) =>
  makeType(kind, ({ positional: [get = null, set, remove], keywords }) => {
    const [setter, deleter] = [set ?? keywords.get('fset'), remove ?? keywords.get('fdel')];
    return new Descriptor(kind, keywords.get('fget') ?? get, setter, deleter);
  });

function fromKeys({ positional: [keys = null, value = null] }: Args, it: Interpreter): Value {
  const items = it.iterate(keys);
  return items
    ? dictOf([...items].map((key) => [key, value]))
    : new Unknown('the keys are not known');
}

/** The built-in types, each of which is called to make one. */
export const TYPES: ReadonlyMap<string, Builtin> = new Map(
  [
    makeType('int', toInt),
    makeType('float', toFloat),
    makeType(
      'bool',
      ({ positional: [value = false] }, it) =>
        it.truth(value) ?? new Unknown('whether it is true is not known'),
    ),
    makeType('str', ({ positional: [value = ''] }, it) => it.text(value, false), [
      ['maketrans', translation],
    ]),
    makeType('list', (args, it) => onItems(args, it, (items) => new PyList(items))),
    makeType('tuple', (args, it) => onItems(args, it, (items) => new PyTuple(items))),
    makeType('set', (args, it) => onItems(args, it, (items) => new PySet(items))),
    makeType('frozenset', (args, it) => onItems(args, it, (items) => new PySet(items, true))),
    makeType('dict', (args, it) => (unknownIn(args) ? dict(args, it) : dictOf(pairsOf(it, args))), [
      ['fromkeys', fromKeys],
    ]),
    makeType('range', range),
    makeType('object', () => new PyInstance(OBJECT)),
    descriptor('property'),
    descriptor('staticmethod'),
    descriptor('classmethod'),
    makeType('type', ({ positional: [value = null, bases, body] }, it) =>
      bases === undefined ? typeOf(value, it) : classOfParts(value, bases, body ?? null, it),
    ),
  ].map((type) => [type.name, type]),
);

const OBJECT = new PyClass('object', []);

const unknownIn = ({ positional }: Args) => positional[0] instanceof Unknown;

/** `type(name, bases, attributes)`: a class made without a class statement. */
function classOfParts(name: Value, bases: Value, body: Value, it: Interpreter): Value {
  const cls = new PyClass(String(name), [...(it.iterate(bases) ?? [])]);
  if (body instanceof PyDict)
    for (const [key, value] of body.items()) cls.attributes.set(String(key), value);
  return cls;
}

/** The type of a value, as `type(value)` gives it. */
export function typeOf(value: Value, it?: Interpreter): Value {
  if (value instanceof Unknown) return new Unknown('its type is not known');
  if (value instanceof PyInstance) return value.cls;
  const isType = value instanceof Builtin && TYPES.get(value.name) === value;
  if (value instanceof PyClass || isType) return TYPES.get('type')!;
  if (value instanceof NdArray && value.isScalar) return new DTypeValue(value.dtype);
  const numpy = value instanceof NdArray ? it?.numpy.module.attributes.get('ndarray') : undefined;
  if (numpy !== undefined) return numpy;
  const name = value instanceof PySet && value.isFrozen ? 'frozenset' : typeName(value);
  return TYPES.get(name) ?? made(name);
}

const others = new Map<string, Builtin>();

/** A type that cannot be called by its name, such as that of functions: the same at every look. */
function made(name: string): Builtin {
  const known = others.get(name) ?? makeType(name, () => new Unknown('a type was called'));
  others.set(name, known);
  return known;
}

/** Whether a value is an instance of a type; undefined where that is not known. */
export function isInstanceOf(value: Value, type: Value, it: Interpreter): boolean | undefined {
  if (type instanceof PyTuple) {
    const all = type.items.map((each) => isInstanceOf(value, each, it));
    return all.includes(true) ? true : all.includes(undefined) ? undefined : false;
  }
  if (type instanceof Unknown || value instanceof Unknown) return undefined;
  if (type instanceof DTypeValue)
    return value instanceof NdArray && value.isScalar && value.dtype === type.dtype;
  if (type instanceof PyClass) return ofClass(value, type, it);
  if (!(type instanceof Builtin)) return undefined;
  if (type.name === 'object') return true;
  if (type.name === 'type') return value instanceof PyClass || value instanceof Builtin;
  if (type.name === 'ndarray') return value instanceof NdArray && !value.isScalar;
  if (value instanceof PyInstance)
    return value.inner !== undefined
      ? isInstanceOf(value.inner, type, it)
      : value.cls.hasUnknownBase
        ? undefined
        : false;
  if (value instanceof NdArray)
    return value.isScalar && type.name === 'float' && value.dtype === 'float64';
  return (BASES.get(typeName(value)) ?? [typeOf(value)].map(nameOf)).includes(type.name);
}

/** Types whose instances are instances of others, too. */
const BASES: ReadonlyMap<string, readonly string[]> = new Map([
  ['bool', ['bool', 'int']],
  ['collections.deque', ['collections.deque', 'deque']],
]);

const nameOf = (type: Value) => (type instanceof Builtin ? type.name : '');

function ofClass(value: Value, type: PyClass, it: Interpreter): boolean | undefined {
  if (value instanceof PyInstance)
    return value.cls.isSubclassOf(type) || (value.cls.hasUnknownBase ? undefined : false);
  // The abstract types of numbers, such as `np.integer`.
  const isNumpy = it.numpy.module.attributes.get(type.name) === type;
  if (!isNumpy || !(value instanceof NdArray) || !value.isScalar) return false;
  if (type.name === 'integer') return /^u?int/.test(value.dtype);
  return type.name === 'floating' ? /^float/.test(value.dtype) : true;
}

/** Whether a class comes from another; undefined where that is not known. */
export function isSubclass(cls: Value, type: Value): boolean | undefined {
  if (type instanceof PyTuple) return type.items.some((each) => isSubclass(cls, each) === true);
  if (cls instanceof PyClass && type instanceof PyClass)
    return cls.isSubclassOf(type) || (cls.hasUnknownBase ? undefined : false);
  if (type instanceof Builtin && type.name === 'object') return true;
  if (cls instanceof PyClass && type instanceof Builtin) return cls.native?.name === type.name;
  return cls instanceof Builtin && type instanceof Builtin
    ? cls === type || (BASES.get(cls.name)?.includes(type.name) ?? false)
    : undefined;
}
