/** Runs of at most so many entries are sorted by insertion. */
const SMALL = 16;

/** NumPy's order: numbers upwards, what is not a number last. */
const isLess = (a: number, b: number): boolean => a < b || (Number.isNaN(b) && !Number.isNaN(a));

function swap(order: Int32Array, i: number, j: number): void {
  [order[i], order[j]] = [order[j]!, order[i]!];
}

const depthOf = (length: number): number => 2 * (31 - Math.clz32(length));

/**
 * The places of a run's entries in order, equal ones as NumPy's quicksort leaves them: it is not stable,
 * so that code that sorts numbers with ties depends on its steps.
 */
export function quickOrder(run: Float64Array): Int32Array {
  const order = Int32Array.from(run.keys());
  const rest: [low: number, high: number, depth: number][] = [
    [0, run.length - 1, depthOf(run.length)],
  ];
  for (let part = rest.pop(); part; part = rest.pop()) {
    let [low, high, depth] = part;
    if (depth < 0) {
      heapOrder(run, order.subarray(low, high + 1));
      continue;
    }
    while (high - low >= SMALL) {
      const at = split(run, order, low, high);
      depth--;
      const isLeftSmaller = at - low < high - at;
      rest.push(isLeftSmaller ? [at + 1, high, depth] : [low, at - 1, depth]);
      if (isLeftSmaller) high = at - 1;
      else low = at + 1;
    }
    insert(run, order, low, high);
  }
  return order;
}

/** Brings the median of three to where it belongs: smaller entries before it, larger ones behind. */
function split(run: Float64Array, order: Int32Array, low: number, high: number): number {
  const middle = low + ((high - low) >> 1);
  const sortPair = (i: number, j: number) => {
    if (isLess(run[order[j]!]!, run[order[i]!]!)) swap(order, i, j);
  };
  sortPair(low, middle);
  sortPair(middle, high);
  sortPair(low, middle);
  const pivot = run[order[middle]!]!;
  let [i, j] = [low, high - 1];
  swap(order, middle, j);
  for (;;) {
    do i++;
    while (isLess(run[order[i]!]!, pivot));
    do j--;
    while (isLess(pivot, run[order[j]!]!));
    if (i >= j) break;
    swap(order, i, j);
  }
  swap(order, i, high - 1);
  return i;
}

function insert(run: Float64Array, order: Int32Array, low: number, high: number): void {
  for (let i = low + 1; i <= high; i++) {
    const place = order[i]!;
    let j = i;
    for (; j > low && isLess(run[place]!, run[order[j - 1]!]!); j--) order[j] = order[j - 1]!;
    order[j] = place;
  }
}

/** What quicksort falls back on where its pivots were badly chosen. */
function heapOrder(run: Float64Array, order: Int32Array): void {
  const sink = (from: number, length: number) => {
    const place = order[from - 1]!;
    let at = from;
    for (let child = 2 * at; child <= length; child = 2 * at) {
      if (child < length && isLess(run[order[child - 1]!]!, run[order[child]!]!)) child++;
      if (!isLess(run[place]!, run[order[child - 1]!]!)) break;
      order[at - 1] = order[child - 1]!;
      at = child;
    }
    order[at - 1] = place;
  };
  for (let from = order.length >> 1; from > 0; from--) sink(from, order.length);
  for (let length = order.length - 1; length > 0; length--) {
    swap(order, 0, length);
    sink(1, length);
  }
}

/** The places of a run's entries as NumPy's selection leaves them: the k-th in order, smaller ones before it. */
export function selectOrder(run: Float64Array, kth: number, isFloat: boolean): Int32Array {
  const order = Int32Array.from(run.keys());
  const k = kth < 0 ? kth + run.length : kth;
  let [low, high] = [0, run.length - 1];
  if (k < 3) smallest(run, order, k + 1);
  else if (isFloat && k === high) swap(order, k, lastLargest(run));
  if (k < 3 || (isFloat && k === high)) return order;
  while (low + 1 < high) {
    const [i, j] = partitionFrom(run, order, low, high);
    swap(order, low, j);
    if (j >= k) high = j - 1;
    if (j <= k) low = i;
  }
  if (high === low + 1 && isLess(run[order[high]!]!, run[order[low]!]!)) swap(order, high, low);
  return order;
}

function lastLargest(run: Float64Array): number {
  let most = 0;
  for (let i = 1; i < run.length; i++) if (!isLess(run[i]!, run[most]!)) most = i;
  return most;
}

function smallest(run: Float64Array, order: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) {
    let least = i;
    for (let j = i + 1; j < order.length; j++) {
      if (isLess(run[order[j]!]!, run[order[least]!]!)) least = j;
    }
    swap(order, i, least);
  }
}

/** Parts a run around the median of three, which comes first; gives where the two parts meet. */
function partitionFrom(
  run: Float64Array,
  order: Int32Array,
  low: number,
  high: number,
): [number, number] {
  const middle = low + ((high - low) >> 1);
  const at = (i: number) => run[order[i]!]!;
  if (isLess(at(high), at(middle))) swap(order, high, middle);
  if (isLess(at(high), at(low))) swap(order, high, low);
  if (isLess(at(low), at(middle))) swap(order, low, middle);
  swap(order, middle, low + 1);
  const pivot = at(low);
  let [i, j] = [low + 1, high];
  for (;;) {
    do i++;
    while (isLess(at(i), pivot));
    do j--;
    while (isLess(pivot, at(j)));
    if (j < i) return [i, j];
    swap(order, i, j);
  }
}
