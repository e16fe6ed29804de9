import { NdArray } from '../../numpy/ndarray';
import { copyArray } from '../../numpy/convert';
import {
  Builtin,
  PyDeque,
  PyDict,
  PyInstance,
  PyList,
  PyModule,
  PySet,
  PyTuple,
  type Value,
} from '../values';
import { special } from '../special';

/** A copy of a value; a deep one also of what is in it. */
export function copyOf(value: Value, isDeep: boolean, known = new Map<Value, Value>()): Value {
  const before = known.get(value);
  if (before !== undefined) return before;
  const inner = (item: Value): Value => (isDeep ? copyOf(item, true, known) : item);
  const keep = <Copy extends Value>(copy: Copy): Copy => (known.set(value, copy), copy);
  if (value instanceof NdArray) return keep(copyArray(value));
  if (value instanceof PyDeque) {
    const copy = keep(new PyDeque([], value.most));
    copy.items.push(...value.items.map(inner));
    return copy;
  }
  if (value instanceof PyList) {
    const copy = keep(new PyList([]));
    copy.items.push(...value.items.map(inner));
    return copy;
  }
  if (value instanceof PyTuple) return new PyTuple(value.items.map(inner));
  if (value instanceof PyDict) {
    const copy = keep(new PyDict());
    for (const [key, item] of value.items()) copy.set(key, inner(item));
    copy.missing = value.missing;
    copy.absent = value.absent;
    copy.type = value.type;
    return copy;
  }
  if (value instanceof PySet) return new PySet(value.values(), value.isFrozen);
  if (value instanceof PyInstance) {
    // There is one of each member of an enumeration.
    if (value.cls.members) return value;
    const copy = keep(new PyInstance(value.cls));
    if (value.inner !== undefined) copy.inner = copyOf(value.inner, isDeep, known);
    copy.key = value.key;
    for (const [key, item] of value.attributes) copy.attributes.set(key, inner(item));
    return copy;
  }
  return value;
}

/** The module `copy`. */
export const copy = new PyModule(
  'copy',
  new Map<string, Value>(
    ['copy', 'deepcopy'].map((name) => [
      name,
      new Builtin(name, (args) => {
        const [value = null] = args.positional;
        const method = special(value, `__${name}__`);
        if (!method) return copyOf(value, name === 'deepcopy');
        const positional = name === 'deepcopy' ? [new PyDict()] : [];
        return args.runtime.call(method, { ...args, positional });
      }),
    ]),
  ),
);
