import { say } from '../../core';
import { callMemberOf } from './modules/enum';
import { isException } from './exceptions';
import type { Interpreter } from './interpreter';
import { namedTupleBase, typedTuple } from './modules/named-tuple';
import { PyError } from './signals';
import { special } from './special';
import {
  BoundMethod,
  Builtin,
  Descriptor,
  PyClass,
  PyFunction,
  PyInstance,
  PyTuple,
  Unknown,
  type Args,
  type Value,
} from './values';

/** Calls a class. Raises what its `__init__` raises. */
export function instantiate(it: Interpreter, cls: PyClass, args: Args): Value {
  if (cls.members) return callMemberOf(cls, args);
  if (cls === namedTupleBase) return typedTuple(args);
  const { abstract } = cls;
  if (abstract !== undefined) {
    const message = `Can't instantiate abstract class ${cls.name} with abstract method ${abstract}`;
    throw new PyError(
      'TypeError',
      say('{name} is abstract: it has no {method} of its own', {
        name: cls.name,
        method: abstract,
      }),
      [],
      undefined,
      message,
    );
  }
  const make = cls.find('__new__');
  const made =
    make === undefined
      ? newInstance(it, cls, args)
      : it.call(make instanceof Descriptor ? make.method : make, {
          ...args,
          positional: [cls, ...args.positional],
        });
  if (made instanceof PyInstance && made.cls.isSubclassOf(cls)) initialize(it, made, args);
  return made;
}

/** A fresh object of a class, before its `__init__`. */
export function newInstance(it: Interpreter, cls: PyClass, args: Args): PyInstance {
  const instance = new PyInstance(cls);
  const { native } = cls;
  if (isException(cls)) instance.attributes.set('args', new PyTuple(args.positional));
  if (native) {
    const hasInit = cls.find('__init__') !== undefined;
    const isChangeable = /^(list|dict|set)$/.test(native.name);
    instance.inner = it.call(native, hasInit && isChangeable ? it.args([], args.span) : args);
  }
  const hash = special(instance, '__hash__');
  if (hash) instance.key = () => `h${it.text(it.call(hash, it.args([], args.span)), true)}`;
  return instance;
}

function initialize(it: Interpreter, instance: PyInstance, args: Args): void {
  const init = instance.cls.find('__init__');
  if (init instanceof PyFunction || init instanceof Builtin)
    it.call(new BoundMethod(instance, init), args);
  else if (init instanceof Unknown) return;
}
