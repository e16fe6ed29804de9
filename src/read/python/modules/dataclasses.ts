import { say } from '../../../core';
import { equal } from '../comparison';
import { dictOf } from '../collections';
import type { Interpreter } from '../interpreter';
import { PyError } from '../signals';
import { given } from '../special';
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
import { copyOf } from './copy';

const fieldClass = new PyClass('Field', []);

/** `field(default=…, default_factory=…)`. */
const field = new Builtin('field', ({ keywords }) => {
  const made = new PyInstance(fieldClass);
  for (const [name, value] of keywords) made.attributes.set(name, value);
  return made;
});

interface Field {
  readonly name: string;
  readonly given: Value | undefined;
}

/** A setting of a field: whether it is an argument, is shown, … */
function setting({ given }: Field, name: string): Value | undefined {
  return given instanceof PyInstance && given.cls === fieldClass
    ? given.attributes.get(name)
    : undefined;
}

/** What a field has where no argument is given. */
function defaultOf(own: Field, args: Args): Value | undefined {
  const isField = own.given instanceof PyInstance && own.given.cls === fieldClass;
  if (!isField) return own.given;
  const factory = setting(own, 'default_factory');
  return factory === undefined
    ? setting(own, 'default')
    : args.runtime.call(factory, { ...args, positional: [], keywords: new Map() });
}

const fieldsOfClass = new WeakMap<PyClass, readonly Field[]>();

/** The fields of a class: those of its bases, and its own. */
function fieldsOf(cls: PyClass): readonly Field[] {
  const fields = new Map<string, Field>();
  for (const each of cls.order.toReversed())
    for (const own of fieldsOfClass.get(each) ?? []) fields.set(own.name, own);
  return [...fields.values()];
}

const valuesOf = (self: PyInstance, fields: readonly Field[]) =>
  fields.map(({ name }) => self.attributes.get(name) ?? null);

type Method = (self: PyInstance, args: Args, it: Interpreter) => Value;

const initOf =
  (cls: PyClass): Method =>
  (self, args, it) => {
    const values = [...args.positional];
    const keywords = new Map(args.keywords);
    for (const own of fieldsOf(cls)) {
      const isArgument = setting(own, 'init') !== false;
      const value = isArgument ? given(values.shift(), keywords.get(own.name)) : undefined;
      keywords.delete(own.name);
      const known = value === undefined ? defaultOf(own, args) : value;
      if (known === undefined && isArgument) throw missing(own.name);
      if (known !== undefined) self.attributes.set(own.name, known);
    }
    const [unexpected] = keywords.keys();
    if (unexpected !== undefined)
      throw new PyError(
        'TypeError',
        say('{name}() has no parameter {parameter}', { name: cls.name, parameter: unexpected }),
      );
    const after = cls.find('__post_init__');
    if (after !== undefined) it.call(after, it.args([self], args.span));
    return null;
  };

function missing(name: string): PyError {
  return new PyError(
    'TypeError',
    say('{name}() is missing its argument {parameter}', { name: '__init__', parameter: name }),
  );
}

const reprOf =
  (cls: PyClass): Method =>
  (self, _, it) => {
    const shown = fieldsOf(cls).filter((own) => setting(own, 'repr') !== false);
    const parts = shown.map(
      ({ name }) => `${name}=${it.text(self.attributes.get(name) ?? null, true)}`,
    );
    return `${self.cls.name}(${parts.join(', ')})`;
  };

/** Compares two objects of the class as the tuples of their fields. */
const compareBy =
  (cls: PyClass, op: string): Method =>
  (self, { positional: [other] }, it) => {
    if (!(other instanceof PyInstance) || other.cls !== self.cls) return op === '!=';
    const fields = fieldsOf(cls).filter((own) => setting(own, 'compare') !== false);
    const [a, b] = [self, other].map((each) => new PyTuple(valuesOf(each, fields)));
    return op === '==' ? equal(it, a!, b!) : it.compare(op, a!, b!);
  };

function decorate(cls: PyClass, options: ReadonlyMap<string, Value>): void {
  const own = cls.annotated.filter((name) => !/^ClassVar/.test(name));
  fieldsOfClass.set(
    cls,
    own.map((name) => ({ name, given: cls.attributes.get(name) })),
  );
  for (const each of fieldsOfClass.get(cls)!) {
    const isField = each.given instanceof PyInstance && each.given.cls === fieldClass;
    const fallback = setting(each, 'default');
    if (isField && fallback === undefined) cls.attributes.delete(each.name);
    else if (fallback !== undefined) cls.attributes.set(each.name, fallback);
  }
  const method = (name: string, call: Method) => {
    if (cls.attributes.has(name)) return;
    const run = ({ positional: [self, ...positional], ...rest }: Args) =>
      self instanceof PyInstance
        ? call(self, { positional, ...rest }, rest.runtime as Interpreter)
        : new Unknown('the object is not known');
    cls.attributes.set(name, new Builtin(name, run, new Map(), true));
  };
  if (options.get('init') !== false) method('__init__', initOf(cls));
  if (options.get('repr') !== false) method('__repr__', reprOf(cls));
  if (options.get('eq') !== false) method('__eq__', compareBy(cls, '=='));
  if (options.get('order') === true)
    for (const [name, op] of ORDER) method(name, compareBy(cls, op));
  if (options.get('frozen') === true) {
    method('__setattr__', () => {
      throw new PyError('AttributeError', say('the fields of a frozen dataclass cannot be set'));
    });
    method('__hash__', (self, args, it) =>
      it.call(
        it.module.get('hash') ?? null,
        it.args([new PyTuple(valuesOf(self, fieldsOf(cls)))], args.span),
      ),
    );
  }
  cls.attributes.set('__match_args__', new PyTuple(fieldsOf(cls).map(({ name }) => name)));
}

const ORDER = [
  ['__lt__', '<'],
  ['__le__', '<='],
  ['__gt__', '>'],
  ['__ge__', '>='],
] as const;

/** `@dataclass`, with or without settings. */
const dataclass = new Builtin('dataclass', ({ positional: [cls], keywords }) => {
  if (cls instanceof PyClass) {
    decorate(cls, keywords);
    return cls;
  }
  return new Builtin('dataclass', ({ positional: [own = null] }) => {
    if (own instanceof PyClass) decorate(own, keywords);
    return own;
  });
});

/** A dataclass with all that is in it as dicts, lists and tuples. */
function asPlain(value: Value, isDict: boolean): Value {
  if (value instanceof PyInstance && fieldsOf(value.cls).length > 0) {
    const fields = fieldsOf(value.cls);
    const values = valuesOf(value, fields).map((each) => asPlain(each, isDict));
    return isDict ? dictOf(values.map((each, i) => [fields[i]!.name, each])) : new PyTuple(values);
  }
  if (value instanceof PyList) return new PyList(value.items.map((each) => asPlain(each, isDict)));
  if (value instanceof PyDict)
    return dictOf(value.items().map(([key, each]) => [key, asPlain(each, isDict)]));
  return copyOf(value, true);
}

/** `replace(object, field=value)`. */
const replace = new Builtin('replace', (args) => {
  const [self] = args.positional;
  if (!(self instanceof PyInstance)) return new Unknown('the object is not known');
  const keywords = new Map(args.keywords);
  for (const own of fieldsOf(self.cls)) {
    const value = self.attributes.get(own.name);
    if (!keywords.has(own.name) && setting(own, 'init') !== false && value !== undefined)
      keywords.set(own.name, value);
  }
  return args.runtime.call(self.cls, { ...args, positional: [], keywords });
});

/** The module `dataclasses`. */
export const dataclasses = new PyModule(
  'dataclasses',
  new Map<string, Value>([
    ['dataclass', dataclass],
    ['field', field],
    ['replace', replace],
    ['asdict', new Builtin('asdict', ({ positional: [value = null] }) => asPlain(value, true))],
    ['astuple', new Builtin('astuple', ({ positional: [value = null] }) => asPlain(value, false))],
    [
      'is_dataclass',
      new Builtin('is_dataclass', ({ positional: [value = null] }) => {
        const cls = value instanceof PyInstance ? value.cls : value;
        return cls instanceof PyClass && fieldsOf(cls).length > 0;
      }),
    ],
  ]),
);
