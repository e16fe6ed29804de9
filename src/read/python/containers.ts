import { inTableOrder } from './set-order';
import { NdArray } from '../numpy/ndarray';
import { type Value, PyInstance, PyTuple } from './values';

/** A dict in insertion order; keys are compared as Python compares them. */
export class PyDict {
  private readonly entries = new Map<string, [Value, Value]>();
  /** What a key that is not there has, in a `defaultdict`. */
  missing: (() => Value) | undefined;
  /** What a key that is not there counts for, without being kept, in a `Counter`. */
  absent: Value | undefined;
  /** What Python calls it, where that is not `dict`, and what its text begins with. */
  type: { readonly name: string; readonly head: string } | undefined;

  get size(): number {
    return this.entries.size;
  }

  get(key: Value): Value | undefined {
    const known = this.find(key);
    if (known !== undefined) return known;
    if (!this.missing) return this.absent;
    const made = this.missing();
    this.set(key, made);
    return made;
  }

  /** What a key has, if it is there. */
  find(key: Value): Value | undefined {
    return this.entries.get(keyText(key))?.[1];
  }

  set(key: Value, value: Value): void {
    const text = keyText(key);
    this.entries.set(text, [this.entries.get(text)?.[0] ?? key, value]);
  }

  has(key: Value): boolean {
    return this.entries.has(keyText(key));
  }

  delete(key: Value): boolean {
    return this.entries.delete(keyText(key));
  }

  keys(): Value[] {
    return [...this.entries.values()].map(([key]) => key);
  }

  values(): Value[] {
    return [...this.entries.values()].map(([, value]) => value);
  }

  /** Takes the first or the last key out, with what it has. */
  popEnd(isLast: boolean): [Value, Value] | undefined {
    const keys = [...this.entries.keys()];
    const key = isLast ? keys.at(-1) : keys[0];
    const pair = key === undefined ? undefined : this.entries.get(key);
    if (key !== undefined) this.entries.delete(key);
    return pair;
  }

  items(): [Value, Value][] {
    return [...this.entries.values()];
  }

  clear(): void {
    this.entries.clear();
  }
}

export class PySet {
  private readonly members = new PyDict();

  constructor(
    items: Iterable<Value> = [],
    readonly isFrozen = false,
  ) {
    for (const item of items) this.add(item);
  }

  get size(): number {
    return this.members.size;
  }

  add(item: Value): void {
    this.members.set(item, null);
  }

  has(item: Value): boolean {
    return this.members.has(item);
  }

  delete(item: Value): boolean {
    return this.members.delete(item);
  }

  clear(): void {
    this.members.clear();
  }

  values(): Value[] {
    return inTableOrder(this.members.keys());
  }
}

/** The text under which a dict keeps a key: equal numbers share one, whatever their type. */
export function keyText(key: Value): string {
  if (typeof key === 'string') return `s${key}`;
  if (typeof key === 'boolean') return `n${Number(key)}`;
  if (typeof key === 'bigint' || typeof key === 'number') return `n${key}`;
  if (key instanceof PyTuple) return `t(${key.items.map(keyText).join()})`;
  if (key === null) return 'None';
  if (key instanceof NdArray && key.ndim === 0 && key.buffer) return `n${key.entries()![0]}`;
  if (key instanceof PySet) return `f(${key.values().map(keyText).sort().join()})`;
  if (key instanceof PyInstance) {
    if (key.key) return key.key();
    if (key.inner !== undefined) return keyText(key.inner);
  }
  return `o${identityOf(key)}`;
}

const identities = new WeakMap<object, number>();
let nextIdentity = 1;

/** A number that stands for an object's identity. */
export function identityOf(value: Value): number {
  if (typeof value !== 'object' || value === null) return 0;
  const known = identities.get(value);
  if (known !== undefined) return known;
  identities.set(value, nextIdentity);
  return nextIdentity++;
}
