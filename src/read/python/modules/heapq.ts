import { say } from '../../../core';
import type { Interpreter } from '../interpreter';
import { sortItems } from '../sequences';
import { PyError } from '../signals';
import { Builtin, PyList, PyModule, Unknown, type Args, type Value } from '../values';

type HeapFunction = (heap: Value[], args: Args) => Value;

function isLess({ runtime }: Args, a: Value, b: Value): boolean {
  return runtime.truth(runtime.compare('<', a, b)) === true;
}

/** Moves an item towards the root until its parent is no larger. */
function rise(heap: Value[], from: number, args: Args, root = 0): void {
  const item = heap[from]!;
  let at = from;
  while (at > root) {
    const parent = (at - 1) >> 1;
    if (!isLess(args, item, heap[parent]!)) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = item;
}

/** Moves an item to the leaves along the smaller children, and up again to its place. */
function sink(heap: Value[], from: number, args: Args): void {
  const item = heap[from]!;
  let at = from;
  for (;;) {
    const left = 2 * at + 1;
    if (left >= heap.length) break;
    const right = left + 1;
    const isRight = right < heap.length && !isLess(args, heap[left]!, heap[right]!);
    heap[at] = heap[isRight ? right : left]!;
    at = isRight ? right : left;
  }
  heap[at] = item;
  rise(heap, at, args, from);
}

function pop(heap: Value[], args: Args): Value {
  const last = heap.pop();
  if (last === undefined)
    throw new PyError(
      'IndexError',
      say('pop from an empty list'),
      [],
      undefined,
      'index out of range',
    );
  const [first] = heap;
  if (first === undefined) return last;
  heap[0] = last;
  sink(heap, 0, args);
  return first;
}

function replace(heap: Value[], item: Value, args: Args): Value {
  const first = heap[0] ?? null;
  heap[0] = item;
  sink(heap, 0, args);
  return first;
}

const FUNCTIONS: Readonly<Record<string, HeapFunction>> = {
  heappush: (heap, args) => {
    heap.push(args.positional[1] ?? null);
    rise(heap, heap.length - 1, args);
    return null;
  },
  heappop: pop,
  heapify: (heap, args) => {
    for (let i = (heap.length >> 1) - 1; i >= 0; i--) sink(heap, i, args);
    return null;
  },
  heappushpop: (heap, args) => {
    const [, item = null] = args.positional;
    const isSmallest = heap.length === 0 || !isLess(args, heap[0]!, item);
    return isSmallest ? item : replace(heap, item, args);
  },
  heapreplace: (heap, args) => replace(heap, args.positional[1] ?? null, args),
};

/** `nsmallest` and `nlargest`. */
const extremes = (name: string, isLargest: boolean) =>
  new Builtin(name, (args) => {
    const [count, source = null] = args.positional;
    const items = args.runtime.iterate(source);
    if (!items || typeof count !== 'bigint') return new Unknown('the items are not known');
    const keywords = new Map(args.keywords).set('reverse', isLargest);
    const sorted = sortItems([...items], { ...args, keywords }, args.runtime as Interpreter);
    return new PyList(sorted.slice(0, Number(count)));
  });

/** The module `heapq`. */
export const heapq = new PyModule(
  'heapq',
  new Map<string, Value>([
    ...Object.entries(FUNCTIONS).map(([name, call]): [string, Value] => [
      name,
      new Builtin(name, (args) => {
        const [heap] = args.positional;
        return heap instanceof PyList
          ? call(heap.items, args)
          : new Unknown('the heap is not known');
      }),
    ]),
    ['nsmallest', extremes('nsmallest', false)],
    ['nlargest', extremes('nlargest', true)],
  ]),
);
