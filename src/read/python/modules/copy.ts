import { NdArray } from '../../numpy/ndarray';
import { copyArray } from '../../numpy/convert';
import { Builtin, PyDict, PyInstance, PyList, PyModule, PyTuple, type Value } from '../values';

/** A copy of a value; a deep one also of what is in it. */
function copyOf(value: Value, isDeep: boolean, known = new Map<Value, Value>()): Value {
  const before = known.get(value);
  if (before !== undefined) return before;
  const inner = (item: Value): Value => (isDeep ? copyOf(item, true, known) : item);
  const keep = <Copy extends Value>(copy: Copy): Copy => (known.set(value, copy), copy);
  if (value instanceof NdArray) return keep(copyArray(value));
  if (value instanceof PyList) {
    const copy = keep(new PyList([]));
    copy.items.push(...value.items.map(inner));
    return copy;
  }
  if (value instanceof PyTuple) return new PyTuple(value.items.map(inner));
  if (value instanceof PyDict) {
    const copy = keep(new PyDict());
    for (const [key, item] of value.items()) copy.set(key, inner(item));
    return copy;
  }
  if (value instanceof PyInstance) {
    const copy = keep(new PyInstance(value.cls));
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
      new Builtin(name, ({ positional: [value = null] }) => copyOf(value, name === 'deepcopy')),
    ]),
  ),
);
