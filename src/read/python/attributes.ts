import { say } from '../../core';
import { arrayAttribute } from '../numpy/attributes';
import { NdArray } from '../numpy/ndarray';
import type { Interpreter } from './interpreter';
import { methodOf } from './methods';
import { PyError } from './signals';
import {
  BoundMethod,
  Builtin,
  Descriptor,
  DTypeValue,
  PyClass,
  PyFunction,
  PyInstance,
  PyModule,
  Super,
  typeName,
  Unknown,
  type Args,
  type Value,
} from './values';

/** `object.name`. Raises AttributeError where there is none; unknown where that is not known. */
export function attribute(it: Interpreter, object: Value, name: string, args: Args): Value {
  const found = find(it, object, name, args);
  if (found !== undefined) return found;
  throw new PyError(
    'AttributeError',
    say('{type} object has no attribute {name}', { type: typeName(object), name }),
  );
}

function find(it: Interpreter, object: Value, name: string, args: Args): Value | undefined {
  if (object instanceof Unknown) return new Unknown('an attribute of something that is not known');
  if (object instanceof NdArray) return made(it, arrayAttribute(object, name, args), args);
  if (object instanceof PyInstance) return ofInstance(it, object, name, args);
  if (object instanceof PyClass) return ofClass(object, name);
  if (object instanceof Super) return ofSuper(it, object, name, args);
  // A module or library function that is not read is no error of the program's.
  if (object instanceof PyModule || object instanceof Builtin) {
    const known = object.attributes.get(name);
    if (known !== undefined) return known;
    if (object instanceof PyModule) object.onMissing?.();
    return new Unknown(`${object.name}.${name} is not read`);
  }
  if (object instanceof PyFunction)
    return name === '__name__' ? object.name : new Unknown('an attribute of a function');
  if (object instanceof DTypeValue)
    return name === 'name' ? object.dtype : new Unknown('an attribute of a type');
  if (object instanceof BoundMethod) return undefined;
  return methodOf(it, object, name);
}

/** A view such as `x.T` is made by looking at it: tell whoever follows what the program makes. */
function made(it: Interpreter, value: Value, args: Args): Value {
  if (value instanceof NdArray) it.events.made(value, args.span);
  return value;
}

function ofInstance(
  it: Interpreter,
  instance: PyInstance,
  name: string,
  args: Args,
): Value | undefined {
  const own = instance.attributes.get(name);
  if (own !== undefined) return own;
  if (name === '__class__') return instance.cls;
  if (name === '__dict__') return new Unknown('the attributes of an object');
  const shared = instance.cls.find(name);
  if (shared === undefined) {
    if (instance.cls.hasUnknownBase) return new Unknown('its class is not known');
    const fallback = instance.cls.find('__getattr__');
    return fallback instanceof PyFunction
      ? it.call(new BoundMethod(instance, fallback), it.args([name], args.span))
      : undefined;
  }
  return boundTo(it, instance, instance.cls, shared, args);
}

function boundTo(it: Interpreter, self: Value, cls: PyClass, shared: Value, args: Args): Value {
  if (shared instanceof PyFunction) return new BoundMethod(self, shared);
  if (!(shared instanceof Descriptor)) return shared;
  if (shared.kind === 'property')
    return it.call(new BoundMethod(self, shared.method), it.args([], args.span));
  return shared.kind === 'classmethod' ? new BoundMethod(cls, shared.method) : shared.method;
}

function ofClass(cls: PyClass, name: string): Value | undefined {
  if (name === '__name__') return cls.name;
  const found = cls.find(name);
  if (found === undefined && cls.hasUnknownBase) return new Unknown('its base class is not known');
  if (!(found instanceof Descriptor)) return found;
  return found.kind === 'classmethod' ? new BoundMethod(cls, found.method) : found.method;
}

function ofSuper(
  it: Interpreter,
  { cls, self }: Super,
  name: string,
  args: Args,
): Value | undefined {
  for (const base of cls.bases) {
    const found = base instanceof PyClass ? base.find(name) : undefined;
    if (found !== undefined) return boundTo(it, self, cls, found, args);
  }
  if (cls.hasUnknownBase) return new Unknown('its base class is not known');
  return name === '__init__' ? new Builtin('__init__', () => null) : undefined;
}
