import { Builtin, PyList, PyModule, PyTuple, type Args, type Value } from '../values';

/** Where an item belongs in a sorted list: before those equal to it, or behind them. */
function placeOf({ positional, runtime }: Args, isLeft: boolean): number {
  const [list = null, item = null, from = 0n, to] = positional;
  const items = list instanceof PyList || list instanceof PyTuple ? list.items : [];
  let [low, high] = [Number(from), to === undefined ? items.length : Number(to)];
  while (low < high) {
    const middle = (low + high) >> 1;
    const isBefore = isLeft
      ? runtime.truth(runtime.compare('<', items[middle]!, item))
      : !runtime.truth(runtime.compare('<', item, items[middle]!));
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

const search = (name: string, isLeft: boolean): [string, Value] => [
  name,
  new Builtin(name, (args) => BigInt(placeOf(args, isLeft))),
];

const insert = (name: string, isLeft: boolean): [string, Value] => [
  name,
  new Builtin(name, (args) => {
    const [list, item = null] = args.positional;
    if (list instanceof PyList) list.items.splice(placeOf(args, isLeft), 0, item);
    return null;
  }),
];

/** The module `bisect`. */
export const bisect = new PyModule(
  'bisect',
  new Map<string, Value>([
    search('bisect', false),
    search('bisect_right', false),
    search('bisect_left', true),
    insert('insort', false),
    insert('insort_right', false),
    insert('insort_left', true),
  ]),
);
