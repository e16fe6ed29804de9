import { PyDict, PySet, type Value } from './values';

/** `left op right` of two sets; undefined where sets have no such operator. */
export function onSets(op: string, left: PySet, right: PySet): Value | undefined {
  const both = left.values().filter((item) => right.has(item));
  const onlyLeft = left.values().filter((item) => !right.has(item));
  const onlyRight = right.values().filter((item) => !left.has(item));
  switch (op) {
    case '|':
      return new PySet([...left.values(), ...onlyRight]);
    case '&':
      return new PySet(both);
    case '-':
      return new PySet(onlyLeft);
    case '^':
      return new PySet([...onlyLeft, ...onlyRight]);
    default:
      return undefined;
  }
}

/** `left op right` of two dicts, or of two counters; undefined where they have no such operator. */
export function onDicts(op: string, left: PyDict, right: PyDict): Value | undefined {
  if (left.type?.name === 'Counter' && right.type?.name === 'Counter')
    return onCounters(op, left, right);
  return op === '|' ? dictOf([...left.items(), ...right.items()], left.type) : undefined;
}

function onCounters(op: string, left: PyDict, right: PyDict): Value | undefined {
  const combine = COUNTS[op];
  if (!combine) return undefined;
  const countIn = (counter: PyDict, key: Value) => Number(counter.find(key) ?? 0n);
  const keys = new PySet([...left.keys(), ...right.keys()]).values();
  const pairs = keys
    .map((key): [Value, number] => [key, combine(countIn(left, key), countIn(right, key))])
    .filter(([, count]) => count > 0)
    .map(([key, count]): [Value, Value] => [key, BigInt(count)]);
  const counter = dictOf(pairs, left.type);
  counter.absent = left.absent;
  return counter;
}

const COUNTS: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '|': Math.max,
  '&': Math.min,
};

/** A dict of pairs, of the type that another has. */
export function dictOf(pairs: readonly [Value, Value][], type?: PyDict['type']): PyDict {
  const dict = new PyDict();
  for (const [key, value] of pairs) dict.set(key, value);
  dict.type = type;
  return dict;
}
