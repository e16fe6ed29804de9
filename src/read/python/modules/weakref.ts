import { Builtin, PyDict, PyModule, PySet, type Value } from '../values';

/** `weakref.ref(x)`: called, it gives x. What a program holds nowhere else is not let go here. */
const ref = new Builtin('ref', ({ positional: [value = null] }) => new Builtin('ref', () => value));

/** The module `weakref`. */
export const weakref = new PyModule(
  'weakref',
  new Map<string, Value>([
    ['ref', ref],
    ['proxy', new Builtin('proxy', ({ positional: [value = null] }) => value)],
    ['WeakValueDictionary', new Builtin('WeakValueDictionary', () => new PyDict())],
    ['WeakKeyDictionary', new Builtin('WeakKeyDictionary', () => new PyDict())],
    ['WeakSet', new Builtin('WeakSet', () => new PySet([]))],
  ]),
);
