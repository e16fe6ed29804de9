import { say } from '../../../core';
import { dictOf } from '../collections';
import { PyError } from '../signals';
import { given } from '../special';
import {
  Builtin,
  Descriptor,
  PyClass,
  PyInstance,
  PyTuple,
  Unknown,
  type Args,
  type Value,
} from '../values';

const nameOf = (value: Value | undefined): PyClass | undefined =>
  value instanceof PyClass ? value : undefined;

/** The base of `class Step(NamedTuple)`: its subclasses are filled by {@link fillNamedTuple}. */
export const namedTupleBase = new PyClass('NamedTuple', []);

/** `namedtuple(name, fields)`: a class whose instances are read by name and by place. */
export const namedTuple = new Builtin(
  'namedtuple',
  ({ positional: [name, fields], keywords, runtime }) => {
    const listed = fields ?? keywords.get('field_names') ?? null;
    const names =
      typeof listed === 'string'
        ? listed.split(/[\s,]+/).filter(Boolean)
        : [...(runtime.iterate(listed) ?? [])].map(String);
    const cls = new PyClass(String(name), []);
    const given = keywords.get('defaults');
    const defaults = given === undefined ? [] : [...(runtime.iterate(given) ?? [])];
    names.forEach((field, i) => {
      const value = defaults[defaults.length - names.length + i];
      if (value !== undefined) cls.attributes.set(field, value);
    });
    fillNamedTuple(cls, names);
    return cls;
  },
);

/** `NamedTuple('Step', [('size', int), …])`: as `namedtuple`, with a type for each field. */
export function typedTuple(args: Args): Value {
  const [name = null, pairs = null] = args.positional;
  const { runtime } = args;
  const fields = [...(runtime.iterate(pairs) ?? [])].map((pair) => {
    const [field = null] = runtime.iterate(pair) ?? [];
    return field;
  });
  return namedTuple.call({ ...args, positional: [name, new PyTuple(fields)] });
}

/** Makes a class one of named tuples. What it has by the name of a field is that field's default. */
export function fillNamedTuple(cls: PyClass, names: readonly string[]): void {
  const defaults = new Map(names.map((name) => [name, cls.attributes.get(name)]));
  names.forEach((name) => cls.attributes.delete(name));
  const set = (self: PyInstance, values: readonly Value[]) => {
    names.forEach((name, i) => self.attributes.set(name, values[i]!));
    self.inner = new PyTuple(values);
  };
  const method = (name: string, call: (self: PyInstance, args: Args) => Value) =>
    cls.attributes.set(
      name,
      new Builtin(
        name,
        (args) => {
          const [self, ...positional] = args.positional;
          return self instanceof PyInstance
            ? call(self, { ...args, positional })
            : new Unknown('the tuple is not known');
        },
        new Map(),
        true,
      ),
    );
  const itemsOf = (self: PyInstance) => names.map((name) => self.attributes.get(name) ?? null);
  method('__init__', (self, { positional, keywords }) => {
    set(
      self,
      names.map((name, i) => {
        const value = given(positional[i], keywords.get(name), defaults.get(name));
        if (value !== undefined) return value;
        throw new PyError(
          'TypeError',
          say('{name}() is missing its argument {parameter}', { name: '__new__', parameter: name }),
        );
      }),
    );
    return null;
  });
  method('_replace', (self, { keywords }) => {
    const copy = new PyInstance(self.cls);
    set(
      copy,
      names.map((name) => given(keywords.get(name), self.attributes.get(name)) ?? null),
    );
    return copy;
  });
  method('_asdict', (self) => dictOf(itemsOf(self).map((value, i) => [names[i]!, value])));
  if (!cls.attributes.has('__repr__'))
    method('__repr__', (self, { runtime }) => {
      const parts = itemsOf(self).map((value, i) => `${names[i]}=${runtime.text(value, true)}`);
      return `${self.cls.name}(${parts.join(', ')})`;
    });
  cls.attributes.set('_fields', new PyTuple(names));
  cls.attributes.set('_make', new Descriptor('classmethod', make));
}

/** `Point._make(items)`. */
const make = new Builtin('_make', (args) => {
  const [cls, items = null] = args.positional;
  const own = args.runtime.iterate(items);
  const made = nameOf(cls);
  return made && own
    ? args.runtime.call(made, { ...args, positional: [...own] })
    : new Unknown('the items are not known');
});
