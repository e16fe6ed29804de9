import { say } from '../../../core';
import { dictOf } from '../collections';
import type { Interpreter } from '../interpreter';
import { PyError } from '../signals';
import { given, plainValue } from '../special';
import {
  PyDict,
  PyIterator,
  PyList,
  PySet,
  PyTuple,
  PyView,
  type Args,
  type Value,
} from '../values';
import { itemsOf } from './list';
import type { Methods } from './table';

/** What an argument and keywords put into a dict: another dict, or pairs. */
export function pairsOf(it: Interpreter, { positional: [own], keywords }: Args): [Value, Value][] {
  const source = plainValue(own ?? null);
  const pairs =
    source === null
      ? []
      : source instanceof PyDict
        ? source.items()
        : itemsOf(it, source).map((pair): [Value, Value] => {
            const [key = null, value = null] = itemsOf(it, pair);
            return [key, value];
          });
  return [...pairs, ...keywords];
}

/** Adds the counts of items, or those of a dict, to the counts that there are. */
export function addCounts(it: Interpreter, counter: PyDict, args: Args): void {
  const [items = null] = args.positional;
  const counts: [Value, Value][] =
    items === null || items instanceof PyDict
      ? pairsOf(it, args)
      : [...itemsOf(it, items).map((item): [Value, Value] => [item, 1n]), ...args.keywords];
  for (const [key, number] of counts)
    counter.set(key, it.binary('+', counter.find(key) ?? 0n, number, args));
}

function keyError(it: Interpreter, key: Value): PyError {
  const sentence = say('the dict has no key {key}', { key: it.text(key, true) });
  return new PyError('KeyError', sentence, [], undefined, key);
}

/** The methods of a dict. */
export const DICT: Methods<PyDict> = {
  get: (self, { positional: [key = null, fallback = null], keywords }) =>
    given(self.find(key), keywords.get('default'), fallback)!,
  keys: (self) => new PyView(self, 'keys'),
  values: (self) => new PyView(self, 'values'),
  items: (self) => new PyView(self, 'items'),
  pop: (self, { positional: [key = null, fallback] }, it) => {
    const value = given(self.find(key), fallback);
    if (value === undefined) throw keyError(it, key);
    self.delete(key);
    return value;
  },
  popitem: (self, { positional: [isLast = true], keywords }) => {
    const pair = self.popEnd((keywords.get('last') ?? isLast) !== false);
    if (!pair)
      throw new PyError(
        'KeyError',
        say('the dict is empty'),
        [],
        undefined,
        'popitem(): dictionary is empty',
      );
    return new PyTuple(pair);
  },
  setdefault: (self, { positional: [key = null, value = null] }) => {
    if (!self.has(key)) self.set(key, value);
    return self.find(key)!;
  },
  update: (self, args, it) => {
    if (self.type?.name === 'Counter') addCounts(it, self, args);
    else for (const [key, value] of pairsOf(it, args)) self.set(key, value);
    return null;
  },
  copy: (self) => {
    const copy = dictOf(self.items(), self.type);
    copy.missing = self.missing;
    copy.absent = self.absent;
    return copy;
  },
  clear: (self) => (self.clear(), null),
  move_to_end: (self, { positional: [key = null, isLast = true], keywords }) => {
    const value = self.find(key) ?? null;
    self.delete(key);
    const others = self.items();
    const isEnd = (keywords.get('last') ?? isLast) !== false;
    if (!isEnd) self.clear();
    self.set(key, value);
    if (!isEnd) for (const [other, item] of others) self.set(other, item);
    return null;
  },
  most_common: (self, { positional: [count = null] }) => {
    const pairs = self.items().sort(([, a], [, b]) => Number(b) - Number(a));
    const most = count === null ? pairs.length : Number(count);
    return new PyList(pairs.slice(0, most).map((pair) => new PyTuple(pair)));
  },
  elements: (self) =>
    new PyIterator(
      self
        .items()
        .flatMap(([key, count]) => new Array<Value>(Math.max(0, Number(count))).fill(key))
        .values(),
    ),
  __contains__: (self, { positional: [key = null] }) => self.has(key),
  __getitem__: (self, { positional: [key = null] }, it) => {
    const value = self.get(key);
    if (value === undefined) throw keyError(it, key);
    return value;
  },
};

const others = (it: Interpreter, { positional }: Args) =>
  positional.map((value) => new PySet(itemsOf(it, value)));

/** The methods of a set. */
export const SET: Methods<PySet> = {
  add: (self, { positional: [item = null] }) => (self.add(item), null),
  discard: (self, { positional: [item = null] }) => (self.delete(item), null),
  remove: (self, { positional: [item = null] }, it) => {
    if (!self.delete(item)) throw keyError(it, item);
    return null;
  },
  pop: (self) => {
    const [first] = self.values();
    if (first === undefined)
      throw new PyError(
        'KeyError',
        say('pop from an empty set'),
        [],
        undefined,
        'pop from an empty set',
      );
    self.delete(first);
    return first;
  },
  clear: (self) => (self.clear(), null),
  copy: (self) => new PySet(self.values(), self.isFrozen),
  update: (self, args, it) => {
    for (const other of others(it, args)) other.values().forEach((item) => self.add(item));
    return null;
  },
  union: (self, args, it) =>
    new PySet(
      [self, ...others(it, args)].flatMap((each) => each.values()),
      self.isFrozen,
    ),
  intersection: (self, args, it) => {
    const sets = others(it, args);
    return new PySet(self.values().filter((item) => sets.every((set) => set.has(item))));
  },
  difference: (self, args, it) => {
    const sets = others(it, args);
    return new PySet(self.values().filter((item) => !sets.some((set) => set.has(item))));
  },
  symmetric_difference: (self, args, it) => {
    const [other = new PySet()] = others(it, args);
    const onlyOther = other.values().filter((item) => !self.has(item));
    return new PySet([...self.values().filter((item) => !other.has(item)), ...onlyOther]);
  },
  difference_update: (self, args, it) => {
    for (const other of others(it, args)) other.values().forEach((item) => self.delete(item));
    return null;
  },
  intersection_update: (self, args, it) => {
    const sets = others(it, args);
    for (const item of self.values()) if (!sets.every((set) => set.has(item))) self.delete(item);
    return null;
  },
  issubset: (self, args, it) =>
    others(it, args).every((other) => self.values().every((item) => other.has(item))),
  issuperset: (self, args, it) =>
    others(it, args).every((other) => other.values().every((item) => self.has(item))),
  isdisjoint: (self, args, it) =>
    others(it, args).every((other) => !self.values().some((item) => other.has(item))),
};
