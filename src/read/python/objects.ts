import { isException } from './exceptions';
import { newInstance } from './instances';
import type { Interpreter } from './interpreter';
import { methodOf } from './methods';
import { given } from './special';
import { deleteSubscript, setSubscript, subscript } from './subscripts';
import {
  Builtin,
  PyClass,
  PyDict,
  PyInstance,
  PyTuple,
  Unknown,
  identityOf,
  type Args,
  type Value,
} from './values';

/** The attributes of an object as a dict: what is written into it is written there. */
export class AttributeDict extends PyDict {
  constructor(private readonly attributes: Map<string, Value>) {
    super();
    for (const [name, value] of attributes) super.set(name, value);
  }

  override set(key: Value, value: Value): void {
    super.set(key, value);
    // Absent while the constructor of the base runs.
    this.attributes?.set(String(key), value);
  }

  override delete(key: Value): boolean {
    this.attributes.delete(String(key));
    return super.delete(key);
  }
}

type ObjectMethod = (it: Interpreter, self: PyInstance, args: Args) => Value;

/** What every object can do, whatever its class. */
const OBJECT: Readonly<Record<string, ObjectMethod>> = {
  __init__: (it, self, args) => {
    if (isException(self.cls)) self.attributes.set('args', new PyTuple(args.positional));
    const { native } = self.cls;
    if (native && args.positional.length + args.keywords.size > 0)
      self.inner = it.call(native, args);
    return null;
  },
  __setattr__: (_, self, { positional: [name, value = null] }) => {
    self.attributes.set(String(name), value);
    return null;
  },
  __delattr__: (_, self, { positional: [name] }) => {
    self.attributes.delete(String(name));
    return null;
  },
  __getattribute__: (_, self, { positional: [name] }) =>
    given(self.attributes.get(String(name)), new Unknown('an attribute'))!,
  __repr__: (it, self) =>
    self.inner === undefined ? `<${self.cls.name} object>` : it.text(self.inner, true),
  __str__: (it, self) =>
    self.inner === undefined ? it.text(self, true) : it.text(self.inner, false),
  __eq__: (_, self, { positional: [other] }) => self === other,
  __hash__: (_, self) => BigInt(identityOf(self)),
  __init_subclass__: () => null,
  __post_init__: () => null,
};

/** What every object that is a list, a dict and so on besides can do. */
const CONTAINER: Readonly<Record<string, (it: Interpreter, inner: Value, args: Args) => Value>> = {
  __getitem__: (it, inner, args) => subscript(it, inner, args.positional[0] ?? null, args),
  __setitem__: (it, inner, { positional: [key = null, value = null], span }) => {
    setSubscript(it, inner, key, value, span);
    return null;
  },
  __delitem__: (it, inner, { positional: [key = null] }) => {
    deleteSubscript(it, inner, key);
    return null;
  },
  __contains__: (it, inner, { positional: [key = null] }) => it.compare('in', key, inner),
  __len__: (it, inner) => BigInt([...(it.iterate(inner) ?? [])].length),
};

/** The names of the methods that `object` has. */
export const OBJECT_METHODS: ReadonlySet<string> = new Set(Object.keys(OBJECT));

/** A method that an object has from `object`, or from the built-in type that it is besides. */
export function inherited(it: Interpreter, self: Value, name: string): Value | undefined {
  if (name === '__new__') return newMethod(it);
  const method = OBJECT[name];
  if (!(self instanceof PyInstance)) return method && new Builtin(name, () => null);
  if (method) return new Builtin(name, (args) => method(it, self, args));
  const { inner } = self;
  const onInner = CONTAINER[name];
  if (inner === undefined) return undefined;
  return onInner
    ? new Builtin(name, (args) => onInner(it, inner, args))
    : methodOf(it, inner, name);
}

/** `object.__new__`. */
export function newMethod(it: Interpreter): Builtin {
  return new Builtin('__new__', (args) => {
    const [cls, ...positional] = args.positional;
    return cls instanceof PyClass
      ? newInstance(it, cls, { ...args, positional })
      : new Unknown('its class is not known');
  });
}
