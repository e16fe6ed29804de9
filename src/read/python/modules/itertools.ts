import type { Interpreter } from '../interpreter';
import { UnknownItems } from '../signals';
import type { Args } from '../values';
import { Builtin, PyIterator, PyList, PyModule, PyTuple, Unknown, type Value } from '../values';

type Lazy = Generator<Value, undefined>;

/** The items of a value, one by one. Throws where they are not known. */
function itemsOf(it: Interpreter, value: Value | undefined): Iterable<Value> {
  const items = it.iterate(value ?? null);
  if (!items) throw new UnknownItems();
  return items;
}

type Walk = (args: Args, it: Interpreter) => Lazy;

/** A function that gives its items one by one, each counted. */
const lazy = (name: string, walk: Walk): [string, Value] => [
  name,
  new Builtin(name, (args) => {
    if (args.positional.some((value) => value instanceof Unknown))
      return new Unknown('what it runs over is not known');
    return new PyIterator(counted(args, walk), `itertools.${name}`);
  }),
];

function* counted(args: Args, walk: Walk): Lazy {
  const it = args.runtime as Interpreter;
  for (const item of walk(args, it)) {
    it.limits.count();
    yield item;
  }
  return undefined;
}

function* products([first, ...rest]: readonly Value[][]): Generator<Value[]> {
  if (!first) return yield [];
  for (const item of first) for (const tail of products(rest)) yield [item, ...tail];
}

/** How the items after a chosen one can go on: those behind it, those beside it, or both. */
type Rest = (items: readonly Value[], at: number) => readonly Value[];

function* choices(items: readonly Value[], count: number, rest: Rest): Generator<Value[]> {
  if (count === 0) return yield [];
  for (const [i, item] of items.entries())
    for (const tail of choices(rest(items, i), count - 1, rest)) yield [item, ...tail];
}

const chosen = (rest: Rest): Walk =>
  function* ({ positional: [source, size], keywords }, it) {
    const items = [...itemsOf(it, source)];
    const count = size ?? keywords.get('r') ?? null;
    const length = count === null ? items.length : Number(count);
    for (const each of choices(items, length, rest)) yield new PyTuple(each);
    return undefined;
  };

function* productOf({ positional, keywords }: Args, it: Interpreter): Lazy {
  const times = Number(keywords.get('repeat') ?? 1n);
  const lists = positional.map((source) => [...itemsOf(it, source)]);
  const all = Array.from({ length: times }, () => lists).flat();
  for (const each of products(all)) yield new PyTuple(each);
  return undefined;
}

function* slice({ positional: [source, a = null, b, c = null] }: Args, it: Interpreter): Lazy {
  const [from, to] = b === undefined ? [null, a] : [a, b];
  const [start, step] = [Number(from ?? 0n), Number(c ?? 1n)];
  const stop = to === null ? Infinity : Number(to);
  let at = 0;
  let next = start;
  if (stop <= start) return undefined;
  for (const item of itemsOf(it, source)) {
    if (at++ === next) {
      next += step;
      yield item;
    }
    if (at >= stop) return undefined;
  }
  return undefined;
}

function* accumulate(
  { positional: [source, fn = null], keywords, span }: Args,
  it: Interpreter,
): Lazy {
  const combine = keywords.get('func') ?? fn;
  let total = keywords.get('initial') ?? null;
  let isFirst = total === null;
  if (!isFirst) yield total;
  for (const item of itemsOf(it, source)) {
    total = isFirst
      ? item
      : combine === null
        ? it.binary('+', total, item, it.args([], span))
        : it.call(combine, it.args([total, item], span));
    isFirst = false;
    yield total;
  }
  return undefined;
}

function* groups({ positional: [source, fn = null], keywords, span }: Args, it: Interpreter): Lazy {
  const key = keywords.get('key') ?? fn;
  let group: { key: Value; items: Value[] } | undefined;
  const told = () => new PyTuple([group!.key, new PyIterator(group!.items.values())]);
  for (const item of itemsOf(it, source)) {
    const own = key === null ? item : it.call(key, it.args([item], span));
    if (group && it.truth(it.compare('==', own, group.key))) group.items.push(item);
    else {
      if (group) yield told();
      group = { key: own, items: [item] };
    }
  }
  if (group) yield told();
  return undefined;
}

function* longest({ positional, keywords }: Args, it: Interpreter): Lazy {
  const fill = keywords.get('fillvalue') ?? null;
  const lists = positional.map((source) => [...itemsOf(it, source)]);
  const length = Math.max(0, ...lists.map((list) => list.length));
  for (let i = 0; i < length; i++)
    yield new PyTuple(lists.map((list) => (i < list.length ? list[i]! : fill)));
  return undefined;
}

/** What a predicate keeps: `keep` is told of its answer, and of all the answers before. */
const kept = (keep: (truth: boolean, wasFalse: boolean) => boolean | 'end'): Walk =>
  function* ({ positional: [fn = null, source], span }, it) {
    let wasFalse = false;
    for (const item of itemsOf(it, source)) {
      const answer = fn === null ? item : it.call(fn, it.args([item], span));
      const truth = it.truth(answer);
      if (truth === undefined) throw new UnknownItems();
      wasFalse ||= !truth;
      const own = keep(truth, wasFalse);
      if (own === 'end') return undefined;
      if (own) yield item;
    }
    return undefined;
  };

const chain = new Builtin(
  'chain',
  (args) =>
    new PyIterator(
      counted(args, function* ({ positional }, it) {
        for (const source of positional) yield* itemsOf(it, source);
        return undefined;
      }),
    ),
  new Map([
    lazy('from_iterable', function* ({ positional: [sources] }, it) {
      for (const source of itemsOf(it, sources)) yield* itemsOf(it, source);
      return undefined;
    }),
  ]),
);

/** `tee`: the items are kept, so that each copy has them all. */
const tee = new Builtin('tee', ({ positional: [source, count = 2n], runtime }) => {
  const items = runtime.iterate(source ?? null);
  if (!items) return new Unknown('what it runs over is not known');
  const all = [...items];
  return new PyTuple(
    Array.from({ length: Number(count) }, () => new PyIterator(new PyList(all).items.values())),
  );
});

/** The module `itertools`. */
export const itertools = new PyModule(
  'itertools',
  new Map<string, Value>([
    ['chain', chain],
    ['tee', tee],
    lazy('product', productOf),
    lazy(
      'combinations',
      chosen((items, at) => items.slice(at + 1)),
    ),
    lazy(
      'permutations',
      chosen((items, at) => items.toSpliced(at, 1)),
    ),
    lazy(
      'combinations_with_replacement',
      chosen((items, at) => items.slice(at)),
    ),
    lazy('zip_longest', longest),
    lazy('accumulate', accumulate),
    lazy('islice', slice),
    lazy('groupby', groups),
    lazy(
      'takewhile',
      kept((truth) => truth || 'end'),
    ),
    lazy(
      'dropwhile',
      kept((_, wasFalse) => wasFalse),
    ),
    lazy(
      'filterfalse',
      kept((truth) => !truth),
    ),
    lazy('count', function* (args, it) {
      const [start = 0n, step = 1n] = args.positional;
      const by = args.keywords.get('step') ?? step;
      for (let value = args.keywords.get('start') ?? start; ;) {
        yield value;
        value = it.binary('+', value, by, args);
      }
    }),
    lazy('cycle', function* ({ positional: [source] }, it) {
      const items = [...itemsOf(it, source)];
      while (items.length > 0) yield* items;
      return undefined;
    }),
    lazy('repeat', function* ({ positional: [item = null, times], keywords }) {
      const count = times ?? keywords.get('times');
      for (let i = 0; count === undefined || i < Number(count); i++) yield item;
      return undefined;
    }),
    lazy('starmap', function* ({ positional: [fn = null, source], span }, it) {
      for (const item of itemsOf(it, source))
        yield it.call(fn, it.args([...itemsOf(it, item)], span));
      return undefined;
    }),
    lazy('compress', function* ({ positional: [source, selectors] }, it) {
      const marks = [...itemsOf(it, selectors)];
      let i = 0;
      for (const item of itemsOf(it, source)) if (it.truth(marks[i++] ?? null)) yield item;
      return undefined;
    }),
    lazy('pairwise', function* ({ positional: [source] }, it) {
      let before: Value | undefined;
      for (const item of itemsOf(it, source)) {
        if (before !== undefined) yield new PyTuple([before, item]);
        before = item;
      }
      return undefined;
    }),
  ]),
);
