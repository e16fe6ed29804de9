import { dictOf } from '../collections';
import type { Interpreter } from '../interpreter';
import { addCounts, pairsOf } from '../methods/dict';
import { Builtin, PyDeque, PyDict, PyModule, Unknown, type Args, type Value } from '../values';
import { namedTuple } from './named-tuple';

type Make = (args: Args, it: Interpreter) => Value;

const type = (name: string, make: Make): [string, Value] => [
  name,
  new Builtin(
    // A class that comes from one of these is a dict, too.
    name === 'deque' ? name : 'dict',
    (args) => make(args, args.runtime as Interpreter),
    new Map([['__name__', name]]),
  ),
];

const isUnknown = ({ positional: [source] }: Args) => source instanceof Unknown;

const orderedDict: Make = (args, it) =>
  isUnknown(args)
    ? new Unknown('what it is made of is not known')
    : dictOf(pairsOf(it, args), { name: 'OrderedDict', head: 'OrderedDict(' });

const defaultDict: Make = (args, it) => {
  const [make = null, ...rest] = args.positional;
  const dict = dictOf(pairsOf(it, { ...args, positional: rest }), {
    name: 'defaultdict',
    head: `defaultdict(${it.text(make, true)}, `,
  });
  if (make !== null) dict.missing = () => it.call(make, it.args([], args.span));
  return dict;
};

const counter: Make = (args, it) => {
  const [items] = args.positional;
  const dict = new PyDict();
  dict.type = { name: 'Counter', head: 'Counter(' };
  dict.absent = 0n;
  if (items instanceof Unknown) return items;
  addCounts(it, dict, args);
  return dict;
};

const deque: Make = ({ positional: [items, given], keywords }, it) => {
  const own = items === undefined ? [] : it.iterate(items);
  const most = given ?? keywords.get('maxlen') ?? null;
  return own
    ? new PyDeque([...own], most === null ? undefined : Number(most))
    : new Unknown('the items are not known');
};

/** The module `collections`. */
export const collections = new PyModule(
  'collections',
  new Map<string, Value>([
    type('OrderedDict', orderedDict),
    type('defaultdict', defaultDict),
    type('Counter', counter),
    type('deque', deque),
    ['namedtuple', namedTuple],
  ]),
);
