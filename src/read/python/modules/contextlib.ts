import type { Interpreter } from '../interpreter';
import { raised } from '../exceptions';
import { next } from '../sequences';
import { throwInto } from '../generators';
import { PyError } from '../signals';
import {
  Builtin,
  PyClass,
  PyGenerator,
  PyInstance,
  PyModule,
  PyTuple,
  Unknown,
  type Args,
  type Value,
} from '../values';

type Method = (self: PyInstance, args: Args, it: Interpreter) => Value;

function contextClass(name: string, methods: Readonly<Record<string, Method>>): PyClass {
  const cls = new PyClass(name, []);
  for (const [key, call] of Object.entries(methods)) {
    const run = ({ positional: [self, ...positional], ...rest }: Args) =>
      self instanceof PyInstance
        ? call(self, { positional, ...rest }, rest.runtime as Interpreter)
        : new Unknown('the context is not known');
    cls.attributes.set(key, new Builtin(key, run, new Map(), true));
  }
  return cls;
}

/** The context that a generator makes: it is entered at its `yield` and left behind it. */
const generated = contextClass('_GeneratorContextManager', {
  __enter__: ({ attributes }, args, it) =>
    next(it.args([attributes.get('generator') ?? null], args.span), it),
  __exit__: ({ attributes }, args, it) => {
    const generator = attributes.get('generator');
    const [, value] = args.positional;
    if (!(generator instanceof PyGenerator)) return new Unknown('the context is not known');
    try {
      if (value instanceof PyInstance)
        throwInto(
          it,
          generator,
          raised(value, (each) => it.text(each, false)),
        );
      else next(it.args([generator], args.span), it);
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      if (error.type === 'StopIteration') return value instanceof PyInstance;
      if (value instanceof PyInstance && error.value === value) return false;
      throw error;
    }
    return false;
  },
  // It may stand as a decorator, too: then the function runs inside it.
  __call__: ({ attributes }, { positional: [fn = null] }, it) =>
    new Builtin(
      'inner',
      (args) => {
        const context = it.call(attributes.get('make') ?? null, it.args([], args.span));
        const method = (name: string) => it.attribute(context, name, args);
        it.call(method('__enter__'), it.args([], args.span));
        const result = it.call(fn, args);
        it.call(method('__exit__'), it.args([null, null, null], args.span));
        return result;
      },
      new Map(),
      true,
    ),
});

/** `@contextmanager`. */
const contextManager = new Builtin(
  'contextmanager',
  ({ positional: [fn = null] }) =>
    new Builtin(
      'contextmanager',
      (args) => {
        const context = new PyInstance(generated);
        const make = () => args.runtime.call(fn, args);
        context.attributes.set('generator', make());
        context.attributes.set(
          'make',
          new Builtin('make', () => {
            const again = new PyInstance(generated);
            again.attributes.set('generator', make());
            return again;
          }),
        );
        return context;
      },
      new Map(),
      true,
    ),
);

/** `suppress(KeyError)`: leaves out what the exceptions cut short. */
const suppressing = contextClass('suppress', {
  __enter__: () => null,
  __exit__: ({ attributes }, { positional: [cls] }) => {
    const types = attributes.get('types');
    const wanted = types instanceof PyTuple ? types.items : [];
    return (
      cls instanceof PyClass &&
      wanted.some((type) => type instanceof PyClass && cls.isSubclassOf(type))
    );
  },
});

const suppress = new Builtin('suppress', ({ positional }) => {
  const context = new PyInstance(suppressing);
  context.attributes.set('types', new PyTuple(positional));
  return context;
});

const nothing = contextClass('nullcontext', {
  __enter__: ({ attributes }) => attributes.get('value') ?? null,
  __exit__: () => null,
});

/** The module `contextlib`. */
export const contextlib = new PyModule(
  'contextlib',
  new Map<string, Value>([
    ['contextmanager', contextManager],
    ['suppress', suppress],
    [
      'nullcontext',
      new Builtin('nullcontext', ({ positional: [value = null] }) => {
        const context = new PyInstance(nothing);
        context.attributes.set('value', value);
        return context;
      }),
    ],
  ]),
);
