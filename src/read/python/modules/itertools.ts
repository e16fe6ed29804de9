import type { Args } from '../values';
import { Builtin, PyIterator, PyList, PyModule, PyTuple, Unknown, type Value } from '../values';

/** A function of lists: of all the items of each of its arguments. */
function ofLists(
  name: string,
  make: (lists: readonly Value[][], args: Args) => Iterable<Value>,
): [string, Value] {
  const call = (args: Args): Value => {
    const iterables = args.positional.map((value) =>
      typeof value === 'bigint' ? [value] : args.runtime.iterate(value),
    );
    if (!iterables.every((items) => items !== undefined)) {
      return new Unknown('what it runs over is not known');
    }
    const lists = iterables.map((items) => [...items]);
    return new PyIterator(make(lists, args)[Symbol.iterator]());
  };
  return [name, new Builtin(name, call)];
}

function* products([first, ...rest]: readonly Value[][]): Generator<Value[]> {
  if (!first) return yield [];
  for (const item of first) for (const tail of products(rest)) yield [item, ...tail];
}

function* choices(items: readonly Value[], count: number, inOrder: boolean): Generator<Value[]> {
  if (count === 0) return yield [];
  for (const [i, item] of items.entries()) {
    const rest = inOrder ? items.slice(i + 1) : items.toSpliced(i, 1);
    for (const tail of choices(rest, count - 1, inOrder)) yield [item, ...tail];
  }
}

function* tuples(lists: Iterable<Value[]>, { runtime }: Args): Generator<Value> {
  for (const items of lists) {
    runtime.limits.count();
    yield new PyTuple(items);
  }
}

/** The module `itertools`, as far as it is read. */
export const itertools = new PyModule(
  'itertools',
  new Map<string, Value>([
    ofLists('chain', (lists) => lists.flat()),
    ofLists('product', (lists, args) => {
      const times = Number(args.keywords.get('repeat') ?? 1n);
      const all = Array.from({ length: times }, () => lists).flat();
      return tuples(products(all), args);
    }),
    ofLists('combinations', ([items = [], [count = 0n] = []], args) =>
      tuples(choices(items, Number(count), true), args),
    ),
    ofLists('permutations', ([items = [], [count = BigInt(items.length)] = []], args) =>
      tuples(choices(items, Number(count), false), args),
    ),
    ofLists('zip_longest', (lists) => {
      const length = Math.max(0, ...lists.map((list) => list.length));
      return Array.from({ length }, (_, i) => new PyTuple(lists.map((list) => list[i] ?? null)));
    }),
    ofLists('accumulate', ([items = []], args) => {
      const sums = new PyList([]);
      for (const item of items) {
        const before = sums.items.at(-1);
        sums.items.push(before === undefined ? item : args.runtime.binary('+', before, item, args));
      }
      return sums.items;
    }),
  ]),
);
