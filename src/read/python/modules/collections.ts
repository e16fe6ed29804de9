import { say } from '../../../core';
import { PyError } from '../signals';
import {
  Builtin,
  PyClass,
  PyDict,
  PyInstance,
  PyList,
  PyModule,
  PyTuple,
  Unknown,
  type Args,
  type Value,
} from '../values';

function pairsOf({ positional: [pairs], runtime }: Args): [Value, Value][] {
  if (pairs === undefined || pairs instanceof Unknown) return [];
  if (pairs instanceof PyDict) return pairs.items();
  return [...(runtime.iterate(pairs) ?? [])].map((pair) => {
    const [key = null, value = null] = [...(runtime.iterate(pair) ?? [])];
    return [key, value];
  });
}

function filled(dict: PyDict, pairs: readonly [Value, Value][], { keywords }: Args): PyDict {
  for (const [key, value] of pairs) dict.set(key, value);
  for (const [key, value] of keywords) dict.set(key, value);
  return dict;
}

const orderedDict = new Builtin('dict', (args) => filled(new PyDict(), pairsOf(args), args));

const defaultDict = new Builtin('dict', (args) => {
  const [make, ...rest] = args.positional;
  const dict = filled(new PyDict(), pairsOf({ ...args, positional: rest }), args);
  if (make !== undefined && make !== null) {
    dict.missing = () => args.runtime.call(make, { ...args, positional: [], keywords: new Map() });
  }
  return dict;
});

const counter = new Builtin('dict', (args) => {
  const [items = new PyList([])] = args.positional;
  const counted = args.runtime.iterate(items);
  if (!counted) return new Unknown('what is counted is not known');
  const dict = new PyDict();
  dict.missing = () => 0n;
  for (const item of counted) dict.set(item, BigInt(dict.get(item) as bigint) + 1n);
  return dict;
});

/** `namedtuple(name, fields)`: a class whose instances are read by name and by place. */
const namedTuple = new Builtin('namedtuple', ({ positional: [name, fields], runtime }) => {
  const names =
    typeof fields === 'string'
      ? fields.split(/[\s,]+/).filter(Boolean)
      : [...(runtime.iterate(fields ?? null) ?? [])].map(String);
  const cls = new PyClass(String(name), []);
  cls.attributes.set('__init__', new Builtin('__init__', (args) => setFields(names, args)));
  cls.attributes.set('_fields', new PyTuple(names));
  cls.sequence = (instance) => names.map((field) => instance.attributes.get(field) ?? null);
  return cls;
});

function setFields(names: readonly string[], { positional, keywords }: Args): Value {
  const [self, ...values] = positional;
  names.forEach((field, i) => {
    const value = values[i] ?? keywords.get(field);
    if (value === undefined) {
      throw new PyError(
        'TypeError',
        say('{name}() is missing its argument {parameter}', { name: '__new__', parameter: field }),
      );
    }
    if (self instanceof PyInstance) self.attributes.set(field, value);
  });
  return null;
}

/** The module `collections`. */
export const collections = new PyModule(
  'collections',
  new Map<string, Value>([
    ['OrderedDict', orderedDict],
    ['defaultdict', defaultDict],
    ['Counter', counter],
    ['namedtuple', namedTuple],
    [
      'deque',
      new Builtin('deque', ({ positional: [items], runtime }) => {
        const own = items === undefined ? [] : runtime.iterate(items);
        return own ? new PyList([...own]) : new Unknown('the items are not known');
      }),
    ],
  ]),
);
