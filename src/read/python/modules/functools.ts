import { say } from '../../../core';
import { PyError } from '../signals';
import { Builtin, PyModule, Unknown, type Value } from '../values';

const reduce = new Builtin('reduce', (args) => {
  const [fn = null, items = null, first] = args.positional;
  const all = args.runtime.iterate(items);
  if (!all) return new Unknown('what it runs over is not known');
  const rest = [...all];
  const start = first ?? rest.shift();
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
    new Builtin('partial', (args) =>
      args.runtime.call(fn, {
        ...args,
        positional: [...bound, ...args.positional],
        keywords: new Map([...keywords, ...args.keywords]),
      }),
    ),
);

/** The module `functools`, as far as it is read. */
export const functools = new PyModule(
  'functools',
  new Map<string, Value>([
    ['reduce', reduce],
    ['partial', partial],
  ]),
);
