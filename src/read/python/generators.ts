import type { Interpreter } from './interpreter';
import { Doubt, EnoughYields } from './signals';
import { PyIterator, type Value } from './values';

/** How many items of a generator are collected: it may well never end. */
const MOST_YIELDS = 1000;

/**
 * A generator's items, collected by running it to its end or to {@link MOST_YIELDS} items before the
 * first of them is used. What a loop would do with the rest is in doubt.
 */
export function collectYields(it: Interpreter, run: () => Value): Value {
  const items: Value[] = [];
  const outer = it.yields;
  it.yields = items;
  let isWhole = true;
  try {
    run();
  } catch (error) {
    if (!(error instanceof EnoughYields)) throw error;
    isWhole = false;
  } finally {
    it.yields = outer;
  }
  return new PyIterator(isWhole ? items.values() : endless(items));
}

function* endless(items: readonly Value[]): Generator<Value> {
  yield* items;
  throw new Doubt('loop');
}

/** Adds an item to those of the generator that is running. */
export function yieldItem(it: Interpreter, item: Value): void {
  it.limits.count();
  if (it.yields && it.yields.push(item) >= MOST_YIELDS) throw new EnoughYields();
}
