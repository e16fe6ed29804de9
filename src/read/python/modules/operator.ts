import type { Interpreter } from '../interpreter';
import { subscript } from '../subscripts';
import { Builtin, PyModule, PyTuple, type Args, type Value } from '../values';

const BINARY: Readonly<Record<string, string>> = {
  add: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '**',
  matmul: '@',
  and_: '&',
  or_: '|',
  xor: '^',
  lshift: '<<',
  rshift: '>>',
  concat: '+',
};

const COMPARED: Readonly<Record<string, string>> = {
  lt: '<',
  le: '<=',
  eq: '==',
  ne: '!=',
  ge: '>=',
  gt: '>',
  is_: 'is',
  is_not: 'is not',
};

type Call = (args: Args, it: Interpreter) => Value;

const function_ = (name: string, call: Call): [string, Value] => [
  name,
  new Builtin(name, (args) => call(args, args.runtime as Interpreter)),
];

/** A function that takes something out of what it is given: one thing, or a tuple of several. */
const getter = (
  name: string,
  get: (it: Interpreter, own: Value, key: Value, args: Args) => Value,
) =>
  function_(
    name,
    ({ positional: keys }) =>
      new Builtin(name, (args) => {
        const [own = null] = args.positional;
        const found = keys.map((key) => get(args.runtime as Interpreter, own, key, args));
        return found.length === 1 ? found[0]! : new PyTuple(found);
      }),
  );

/** The module `operator`. */
export const operator = new PyModule(
  'operator',
  new Map<string, Value>([
    ...Object.entries(BINARY).map(([name, op]) =>
      function_(name, (args, it) => {
        const [left = null, right = null] = args.positional;
        return it.binary(op, left, right, args);
      }),
    ),
    ...Object.entries(COMPARED).map(([name, op]) =>
      function_(name, ({ positional: [left = null, right = null] }, it) =>
        it.compare(op, left, right),
      ),
    ),
    function_('neg', (args, it) => it.binary('*', -1n, args.positional[0] ?? null, args)),
    function_('not_', ({ positional: [value = null] }, it) => !it.truth(value)),
    function_('contains', ({ positional: [all = null, item = null] }, it) =>
      it.compare('in', item, all),
    ),
    function_('getitem', (args, it) => {
      const [object = null, key = null] = args.positional;
      return subscript(it, object, key, args);
    }),
    getter('itemgetter', subscript),
    getter('attrgetter', (it, own, path, args) =>
      String(path)
        .split('.')
        .reduce<Value>((object, name) => it.attribute(object, name, args), own),
    ),
  ]),
);
