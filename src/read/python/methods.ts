import { say } from '../../core';
import { sortItems } from './sequences';
import type { Interpreter } from './interpreter';
import { equal } from './comparison';
import { PyError } from './signals';
import { formatted } from './text';
import { Builtin, PyDict, PyList, PySet, PyTuple, Unknown, type Args, type Value } from './values';

type Method<Self> = (self: Self, args: Args, it: Interpreter) => Value;
type Methods<Self> = Readonly<Record<string, Method<Self>>>;

/** A method of a list, dict, set, tuple or string; undefined where it has none of that name. */
export function methodOf(it: Interpreter, self: Value, name: string): Value | undefined {
  const bindTo = <Self>(methods: Methods<Self>, own: Self): Value | undefined => {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    return method && new Builtin(name, (args) => method(own, args, it));
  };
  if (self instanceof PyList) return bindTo(LIST, self);
  if (self instanceof PyDict) return bindTo(DICT, self);
  if (self instanceof PySet) return bindTo(SET, self);
  if (self instanceof PyTuple) return bindTo(TUPLE, self);
  if (typeof self === 'string')
    return bindTo(STRING, self) ?? new Unknown(`the method ${name} of a text is not read`);
  return undefined;
}

const LIST: Methods<PyList> = {
  append: (self, { positional: [item = null] }) => (self.items.push(item), null),
  extend: (self, { positional: [items = null] }, it) => (
    self.items.push(...(it.iterate(items) ?? [new Unknown('the items are not known')])),
    null
  ),
  insert: (self, { positional: [at, item = null] }) => (
    self.items.splice(Number(at), 0, item),
    null
  ),
  pop: (self, { positional: [at = -1n] }) => {
    const index = Number(at) < 0 ? Number(at) + self.items.length : Number(at);
    const [item] = self.items.splice(index, 1);
    if (item === undefined) throw new PyError('IndexError', say('pop from an empty list'));
    return item;
  },
  remove: (self, { positional: [item = null] }, it) => {
    const at = self.items.findIndex((each) => equal(it, each, item));
    if (at < 0) throw new PyError('ValueError', say('the item is not in the list'));
    self.items.splice(at, 1);
    return null;
  },
  clear: (self) => (self.items.splice(0), null),
  copy: (self) => new PyList([...self.items]),
  reverse: (self) => (self.items.reverse(), null),
  sort: (self, args, it) => (
    self.items.splice(0, Infinity, ...sortItems(self.items, args, it)),
    null
  ),
  index: (self, args, it) => indexOf(self.items, args, it),
  count: (self, { positional: [item = null] }, it) =>
    BigInt(self.items.filter((each) => equal(it, each, item)).length),
};

const TUPLE: Methods<PyTuple> = {
  index: (self, args, it) => indexOf(self.items, args, it),
  count: (self, { positional: [item = null] }, it) =>
    BigInt(self.items.filter((each) => equal(it, each, item)).length),
};

function indexOf(
  items: readonly Value[],
  { positional: [item = null] }: Args,
  it: Interpreter,
): Value {
  const at = items.findIndex((each) => equal(it, each, item));
  if (at < 0) throw new PyError('ValueError', say('the item is not in the list'));
  return BigInt(at);
}

const DICT: Methods<PyDict> = {
  get: (self, { positional: [key = null, fallback = null] }) => self.find(key) ?? fallback,
  keys: (self) => new PyList(self.keys()),
  values: (self) => new PyList(self.values()),
  items: (self) => new PyList(self.items().map(([key, value]) => new PyTuple([key, value]))),
  pop: (self, { positional: [key = null, fallback] }) => {
    const value = self.get(key) ?? fallback;
    if (value === undefined) throw new PyError('KeyError', say('the dict has no such key'));
    self.delete(key);
    return value;
  },
  setdefault: (self, { positional: [key = null, value = null] }) => {
    if (!self.has(key)) self.set(key, value);
    return self.get(key)!;
  },
  update: (self, { positional: [other], keywords }) => {
    if (other instanceof PyDict) for (const [key, value] of other.items()) self.set(key, value);
    for (const [key, value] of keywords) self.set(key, value);
    return null;
  },
  copy: (self) => {
    const copy = new PyDict();
    for (const [key, value] of self.items()) copy.set(key, value);
    return copy;
  },
  clear: (self) => (self.clear(), null),
};

const SET: Methods<PySet> = {
  add: (self, { positional: [item = null] }) => (self.add(item), null),
  discard: (self, { positional: [item = null] }) => (self.delete(item), null),
  remove: (self, { positional: [item = null] }) => (self.delete(item), null),
  union: (self, { positional: [other = null] }, it) =>
    new PySet([...self.values(), ...(it.iterate(other) ?? [])]),
};

const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

const STRING: Methods<string> = {
  upper: (self) => self.toUpperCase(),
  lower: (self) => self.toLowerCase(),
  strip: (self) => self.trim(),
  lstrip: (self) => self.trimStart(),
  rstrip: (self) => self.trimEnd(),
  title: (self) =>
    self.replace(/\w+/g, (word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase()),
  capitalize: (self) => self.slice(0, 1).toUpperCase() + self.slice(1).toLowerCase(),
  startswith: (self, { positional: [start] }) => self.startsWith(text(start)),
  endswith: (self, { positional: [end] }) => self.endsWith(text(end)),
  replace: (self, { positional: [from, to] }) => self.replaceAll(text(from), text(to)),
  split: (self, { positional: [separator] }) =>
    new PyList(
      typeof separator === 'string'
        ? self.split(separator)
        : self.trim().split(/\s+/).filter(Boolean),
    ),
  join: (self, { positional: [items = null] }, it) => {
    const parts = it.iterate(items);
    return parts
      ? [...parts].map((part) => text(part)).join(self)
      : new Unknown('the items are not known');
  },
  find: (self, { positional: [part] }) => BigInt(self.indexOf(text(part))),
  count: (self, { positional: [part] }) => BigInt(self.split(text(part)).length - 1),
  isdigit: (self) => /^\d+$/.test(self),
  zfill: (self, { positional: [width] }) => self.padStart(Number(width), '0'),
  center: (self, { positional: [width] }) => {
    const gap = Math.max(0, Number(width) - self.length);
    return ' '.repeat(Math.floor(gap / 2)) + self + ' '.repeat(Math.ceil(gap / 2));
  },
  ljust: (self, { positional: [width] }) => self.padEnd(Number(width)),
  rjust: (self, { positional: [width] }) => self.padStart(Number(width)),
  format: formatMethod,
};

/** `'{} {name:.2f}'.format(…)`. */
function formatMethod(self: string, { positional, keywords }: Args, it: Interpreter): Value {
  let next = 0;
  return self.replace(
    /\{\{|\}\}|\{(\w*)(?:!([rs]))?(?::([^}]*))?\}/g,
    (whole, name: string | undefined, conversion: string | undefined, format = '') => {
      if (whole === '{{' || whole === '}}') return whole[0]!;
      const value =
        name && /\D/.test(name) ? keywords.get(name) : positional[name ? Number(name) : next++];
      if (value === undefined)
        throw new PyError(
          'IndexError',
          say('there is no argument for the place {place}', { place: whole }),
        );
      if (conversion === 'r') return it.text(value, true);
      return formatted(value, String(format), (item) => it.text(item, false));
    },
  );
}
