import { say } from '../../../core';
import { compareOrder } from '../comparison';
import type { Interpreter } from '../interpreter';
import { PyError } from '../signals';
import {
  Builtin,
  PyClass,
  PyDict,
  PyFunction,
  PyInstance,
  PyModule,
  PyTuple,
  Unknown,
  type Args,
  type Value,
} from '../values';

const reduce = new Builtin('reduce', (args) => {
  const [fn = null, items = null, first] = args.positional;
  const all = args.runtime.iterate(items);
  if (!all) return new Unknown('what it runs over is not known');
  const rest = [...all];
  const start = first === undefined ? rest.shift() : first;
  if (start === undefined) {
    throw new PyError('TypeError', say('reduce() of empty iterable with no initial value'));
  }
  return rest.reduce<Value>(
    (total, item) =>
      args.runtime.call(fn, { ...args, positional: [total, item], keywords: new Map() }),
    start,
  );
});

const partial = new Builtin(
  'partial',
  ({ positional: [fn = null, ...bound], keywords }) =>
    new Builtin(
      'partial',
      (args) =>
        args.runtime.call(fn, {
          ...args,
          positional: [...bound, ...args.positional],
          keywords: new Map([...keywords, ...args.keywords]),
        }),
      new Map<string, Value>([
        ['func', fn],
        ['args', new PyTuple(bound)],
      ]),
    ),
);

const WRAPPED = ['__name__', '__doc__', '__qualname__'];

/** Gives a wrapper the name and the docstring of what it wraps. */
function wrap(wrapper: Value, wrapped: Value): Value {
  if (!(wrapper instanceof PyFunction)) return wrapper;
  const { attributes } = wrapper;
  if (wrapped instanceof PyFunction) {
    for (const [key, value] of wrapped.attributes) attributes.set(key, value);
    const name = wrapped.attributes.get('__name__') ?? wrapped.name;
    for (const key of WRAPPED) if (key !== '__doc__') attributes.set(key, name);
  }
  attributes.set('__wrapped__', wrapped);
  return wrapper;
}

const wraps = new Builtin(
  'wraps',
  ({ positional: [wrapped = null] }) =>
    new Builtin('wraps', ({ positional: [wrapper = null] }) => wrap(wrapper, wrapped)),
);

/** A function that is called once for each of its arguments. */
function cached(fn: Value): Builtin {
  const results = new PyDict();
  const call = (args: Args): Value => {
    const named = [...args.keywords].flat();
    const key = new PyTuple([...args.positional, null, ...named]);
    const known = results.find(key);
    if (known !== undefined) return known;
    const result = args.runtime.call(fn, args);
    results.set(key, result);
    return result;
  };
  const name = fn instanceof PyFunction ? fn.name : 'cached';
  const attributes = new Map<string, Value>([
    ['__name__', name],
    ['__wrapped__', fn],
    ['cache_clear', new Builtin('cache_clear', () => (results.clear(), null))],
  ]);
  return new Builtin(name, call, attributes, true);
}

/** `@lru_cache`, with or without a size. */
const cache = new Builtin('lru_cache', ({ positional: [fn] }) =>
  fn instanceof PyFunction
    ? cached(fn)
    : new Builtin('lru_cache', ({ positional: [own = null] }) => cached(own)),
);

/** `cmp_to_key`: keys that are compared by a function of two. */
const cmpToKey = new Builtin('cmp_to_key', ({ positional: [compare = null] }) => {
  const cls = new PyClass('K', []);
  cls.attributes.set(
    '__lt__',
    new Builtin('__lt__', (args) => {
      const [a, b] = args.positional.map((key) =>
        key instanceof PyInstance ? (key.attributes.get('obj') ?? null) : key,
      );
      const it = args.runtime as Interpreter;
      const order = it.call(compare, it.args([a ?? null, b ?? null], args.span));
      return (compareOrder(it, order, 0n) ?? 0) < 0;
    }),
  );
  return new Builtin('K', ({ positional: [item = null] }) => {
    const key = new PyInstance(cls);
    key.attributes.set('obj', item);
    return key;
  });
});

/** What each comparison is in terms of `<` and `==`. */
const ORDERED: readonly (readonly [string, (isLess: boolean, isEqual: boolean) => boolean])[] = [
  ['__le__', (isLess, isEqual) => isLess || isEqual],
  ['__gt__', (isLess, isEqual) => !isLess && !isEqual],
  ['__ge__', (isLess) => !isLess],
];

/** `@total_ordering`: the comparisons that follow from `<` and `==`. */
const totalOrdering = new Builtin('total_ordering', ({ positional: [cls = null] }) => {
  if (!(cls instanceof PyClass) || cls.find('__lt__') === undefined) return cls;
  for (const [name, holds] of ORDERED) {
    if (cls.find(name) !== undefined) continue;
    const call = ({ positional: [a = null, b = null], runtime }: Args) => {
      const [isLess, isEqual] = ['<', '=='].map((op) => runtime.truth(runtime.compare(op, a, b)));
      return isLess === undefined || isEqual === undefined
        ? new Unknown('a comparison is not known')
        : holds(isLess, isEqual);
    };
    cls.attributes.set(name, new Builtin(name, call, new Map(), true));
  }
  return cls;
});

/** The module `functools`. */
export const functools = new PyModule(
  'functools',
  new Map<string, Value>([
    ['reduce', reduce],
    ['partial', partial],
    ['wraps', wraps],
    [
      'update_wrapper',
      new Builtin('update_wrapper', ({ positional: [wrapper = null, wrapped = null] }) =>
        wrap(wrapper, wrapped),
      ),
    ],
    ['lru_cache', cache],
    ['cache', cache],
    ['cmp_to_key', cmpToKey],
    ['total_ordering', totalOrdering],
  ]),
);
