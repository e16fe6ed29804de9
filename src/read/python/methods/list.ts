import { say } from '../../../core';
import { equal } from '../comparison';
import type { Interpreter } from '../interpreter';
import { sortItems } from '../sequences';
import { PyError, UnknownItems } from '../signals';
import { PyDeque, PyList, PyTuple, Unknown, type Args, type Value } from '../values';
import type { Methods } from './table';

/** All the items of an iterable; one that is not known where it is not. */
export function itemsOf(it: Interpreter, value: Value): Value[] {
  return [...(it.iterate(value) ?? [new Unknown('the items are not known')])];
}

function placeOf(
  items: readonly Value[],
  { positional: [item = null, from, to] }: Args,
  it: Interpreter,
): number {
  const bound = (value: Value | undefined, fallback: number) => {
    const at = value === undefined ? fallback : Number(value);
    return at < 0 ? Math.max(0, at + items.length) : at;
  };
  const [start, end] = [bound(from, 0), bound(to, items.length)];
  const at = items.findIndex((each, i) => {
    if (i < start || i >= end) return false;
    if (each instanceof Unknown || item instanceof Unknown) throw new UnknownItems();
    return equal(it, each, item);
  });
  if (at >= 0) return at;
  const said = `${it.text(item, true)} is not in list`;
  throw new PyError('ValueError', say('the item is not in the list'), [], undefined, said);
}

function removeAt(self: PyList, at: Value): Value {
  const index = Number(at) < 0 ? Number(at) + self.items.length : Number(at);
  if (self.items.length === 0)
    throw new PyError(
      'IndexError',
      say('pop from an empty list'),
      [],
      undefined,
      'pop from empty list',
    );
  const [item] = index < 0 ? [] : self.items.splice(index, 1);
  if (item === undefined)
    throw new PyError(
      'IndexError',
      say('pop index out of range'),
      [],
      undefined,
      'pop index out of range',
    );
  return item;
}

/** A list's items in order; that of items that are not known is not known. */
function orderOf(self: PyList, args: Args, it: Interpreter): Value[] {
  try {
    return sortItems(self.items, args, it);
  } catch (error) {
    if (!(error instanceof UnknownItems)) throw error;
    return self.items.map(() => new Unknown('the order is not known'));
  }
}

/** The methods of a list. */
export const LIST: Methods<PyList> = {
  append: (self, { positional: [item = null] }) => (self.items.push(item), null),
  extend: (self, { positional: [items = null] }, it) => {
    for (const item of itemsOf(it, items)) self.items.push(item);
    return null;
  },
  insert: (self, { positional: [at, item = null] }) => (
    self.items.splice(Number(at), 0, item),
    null
  ),
  pop: (self, { positional: [at = -1n] }) => removeAt(self, at),
  remove: (self, args, it) => {
    self.items.splice(
      placeOf(self.items, { ...args, positional: args.positional.slice(0, 1) }, it),
      1,
    );
    return null;
  },
  clear: (self) => (self.items.splice(0), null),
  copy: (self) => new PyList([...self.items]),
  reverse: (self) => (self.items.reverse(), null),
  sort: (self, args, it) => {
    const sorted = orderOf(self, args, it);
    self.items.splice(0);
    for (const item of sorted) self.items.push(item);
    return null;
  },
  index: (self, args, it) => BigInt(placeOf(self.items, args, it)),
  count: (self, { positional: [item = null] }, it) =>
    BigInt(self.items.filter((each) => equal(it, each, item)).length),
};

/** The methods of a tuple. */
export const TUPLE: Methods<PyTuple> = {
  index: (self, args, it) => BigInt(placeOf(self.items, args, it)),
  count: (self, { positional: [item = null] }, it) =>
    BigInt(self.items.filter((each) => equal(it, each, item)).length),
};

/** What a deque has besides the methods of a list. */
export const DEQUE: Methods<PyDeque> = {
  append: (self, { positional: [item = null] }) => {
    self.items.push(item);
    self.trim();
    return null;
  },
  appendleft: (self, { positional: [item = null] }) => {
    self.items.unshift(item);
    self.trim('right');
    return null;
  },
  extend: (self, { positional: [items = null] }, it) => {
    self.items.push(...itemsOf(it, items));
    self.trim();
    return null;
  },
  extendleft: (self, { positional: [items = null] }, it) => {
    self.items.unshift(...itemsOf(it, items).reverse());
    self.trim('right');
    return null;
  },
  popleft: (self) => removeAt(self, 0n),
  rotate: (self, { positional: [by = 1n] }) => {
    const { length } = self.items;
    const shift = length === 0 ? 0 : ((Number(by) % length) + length) % length;
    self.items.unshift(...self.items.splice(length - shift));
    return null;
  },
  copy: (self) => new PyDeque([...self.items], self.most),
};
