import { say } from '../../core';
import { arrayAttribute } from '../numpy/attributes';
import { dtypeAttribute } from '../numpy/dtypes';
import { NdArray } from '../numpy/ndarray';
import type { Interpreter } from './interpreter';
import { methodOf } from './methods';
import { dictOf } from './collections';
import { AttributeDict, inherited, newMethod, OBJECT_METHODS } from './objects';
import { PyError } from './signals';
import { special } from './special';
import { typeOf, TYPES } from './types';
import {
  BoundMethod,
  Builtin,
  Descriptor,
  DTypeValue,
  PyClass,
  PyFunction,
  PyInstance,
  PyModule,
  PyTuple,
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
    [],
    undefined,
    `'${typeName(object)}' object has no attribute '${name}'`,
  );
}

function find(it: Interpreter, object: Value, name: string, args: Args): Value | undefined {
  if (object instanceof Unknown)
    return new Unknown('an attribute of something that is not known', object.mayDraw);
  if (object instanceof NdArray) return made(it, arrayAttribute(object, name, args), args);
  if (object instanceof PyInstance) return ofInstance(it, object, name, args);
  if (object instanceof PyClass) return ofClass(it, object, name);
  if (object instanceof Super) return ofSuper(it, object, name, args);
  // A module or library function that is not read is no error of the program's.
  if (object instanceof PyModule || object instanceof Builtin) {
    const known = object.attributes.get(name);
    if (known !== undefined) return known;
    if (object instanceof Builtin && name === '__name__') return object.name;
    if (object instanceof Builtin && TYPES.get(object.name) === object) return ofType(it, name);
    if (object instanceof PyModule) object.onMissing?.();
    return new Unknown(`${object.name}.${name} is not read`);
  }
  if (object instanceof PyFunction) return ofFunction(object, name);
  if (object instanceof Descriptor) return ofDescriptor(object, name);
  if (object instanceof DTypeValue)
    return dtypeAttribute(object.dtype, name) ?? new Unknown('an attribute of a type');
  if (object instanceof BoundMethod)
    return name === '__self__' ? object.self : find(it, object.method, name, args);
  return methodOf(it, object, name) ?? (name === '__class__' ? typeOf(object) : undefined);
}

/** `str.lower`, `object.__setattr__`: a method that is handed its object. */
function ofType(it: Interpreter, name: string): Value {
  return (
    unbound(it, name) ??
    new Builtin(name, ({ positional: [self = null, ...rest], span, keywords }) =>
      it.call(it.attribute(self, name, it.args([], span)), it.args(rest, span, keywords)),
    )
  );
}

function ofFunction(fn: PyFunction, name: string): Value {
  const own = fn.attributes.get(name);
  if (own !== undefined) return own;
  if (name === '__name__' || name === '__qualname__') return fn.name;
  return new Unknown('an attribute of a function');
}

/** `@x.setter` and the like make a property with one more function. */
function ofDescriptor(
  { kind, method, setter, deleter }: Descriptor,
  name: string,
): Value | undefined {
  const make = (call: (own: Value) => Descriptor) =>
    new Builtin(name, ({ positional: [own = null] }) => call(own));
  if (name === 'setter') return make((own) => new Descriptor(kind, method, own, deleter));
  if (name === 'deleter') return make((own) => new Descriptor(kind, method, setter, own));
  if (name === 'getter') return make((own) => new Descriptor(kind, own, setter, deleter));
  if (name === 'fset') return setter ?? null;
  if (name === 'fdel') return deleter ?? null;
  return name === 'fget' || name === '__func__' ? method : undefined;
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
  const shared = instance.cls.find(name);
  if (shared instanceof Descriptor) return boundTo(it, instance, instance.cls, shared, args);
  const get = special(shared ?? null, '__get__');
  if (get) return it.call(get, it.args([instance, instance.cls], args.span));
  const own = instance.attributes.get(name);
  if (own !== undefined) return own;
  if (shared !== undefined) return boundTo(it, instance, instance.cls, shared, args);
  if (name === '__class__') return instance.cls;
  if (name === '__dict__') return new AttributeDict(instance.attributes);
  const inner = instance.inner === undefined ? undefined : methodOf(it, instance.inner, name);
  if (inner !== undefined) return inner;
  if (instance.cls.hasUnknownBase) return new Unknown('its class is not known');
  const fallback = special(instance, '__getattr__');
  if (fallback) return it.call(fallback, it.args([name], args.span));
  return inherited(it, instance, name);
}

function boundTo(it: Interpreter, self: Value, cls: PyClass, shared: Value, args: Args): Value {
  if (shared instanceof PyFunction || (shared instanceof Builtin && shared.isMethod))
    return new BoundMethod(self, shared);
  if (!(shared instanceof Descriptor)) return shared;
  if (shared.kind === 'property')
    return it.call(new BoundMethod(self, shared.method), it.args([], args.span));
  return shared.kind === 'classmethod' ? new BoundMethod(cls, shared.method) : shared.method;
}

function ofClass(it: Interpreter, cls: PyClass, name: string): Value | undefined {
  if (name === '__name__' || name === '__qualname__') return cls.name;
  if (name === '__mro__') return new PyTuple([...cls.order, TYPES.get('object')!]);
  if (name === '__bases__') return new PyTuple([...cls.bases]);
  if (name === '__members__' && cls.members) return dictOf([...cls.members]);
  if (name === '__dict__') return new AttributeDict(cls.attributes);
  const found = cls.find(name);
  if (found === undefined && cls.hasUnknownBase) return new Unknown('its base class is not known');
  if (found === undefined) return unbound(it, name);
  if (!(found instanceof Descriptor) || found.kind === 'property') return found;
  return found.kind === 'classmethod' ? new BoundMethod(cls, found.method) : found.method;
}

/** `Base.__init__` of a base that has none of its own: what every object has. */
function unbound(it: Interpreter, name: string): Value | undefined {
  if (name === '__new__') return newMethod(it);
  if (!OBJECT_METHODS.has(name)) return undefined;
  return new Builtin(name, ({ positional: [self = null, ...rest], span, keywords }) => {
    const method = inherited(it, self, name);
    return method === undefined ? null : it.call(method, it.args(rest, span, keywords));
  });
}

function ofSuper(
  it: Interpreter,
  { cls, self }: Super,
  name: string,
  args: Args,
): Value | undefined {
  const own = self instanceof PyInstance ? self.cls : self instanceof PyClass ? self : cls;
  const later = own.order.slice(own.order.indexOf(cls) + 1);
  for (const { attributes } of later) {
    const found = attributes.get(name);
    if (found !== undefined) return boundTo(it, self, own, found, args);
  }
  if (cls.hasUnknownBase) return new Unknown('its base class is not known');
  return inherited(it, self, name);
}
