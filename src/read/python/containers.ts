import { NdArray } from '../numpy/ndarray';
import { type Value, PyTuple } from './values';

/** A dict in insertion order; keys are compared as Python compares them. */
export class PyDict {
  private readonly entries = new Map<string, [Value, Value]>();
  /** What a key that is not there has, in a `defaultdict`. */
  missing: (() => Value) | undefined;

  get size(): number {
    return this.entries.size;
  }

  get(key: Value): Value | undefined {
    const known = this.find(key);
    if (known !== undefined || !this.missing) return known;
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

  items(): [Value, Value][] {
    return [...this.entries.values()];
  }

  clear(): void {
    this.entries.clear();
  }
}

export class PySet {
  private readonly members = new PyDict();

  constructor(items: Iterable<Value> = []) {
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

  values(): Value[] {
    return this.members.keys();
  }
}

/** The text under which a dict keeps a key: equal numbers share one, whatever their type. */
function keyText(key: Value): string {
  if (typeof key === 'string') return `s${key}`;
  if (typeof key === 'boolean') return `n${Number(key)}`;
  if (typeof key === 'bigint' || typeof key === 'number') return `n${key}`;
  if (key instanceof PyTuple) return `t(${key.items.map(keyText).join()})`;
  if (key === null) return 'None';
  if (key instanceof NdArray && key.ndim === 0 && key.buffer) return `n${key.entries()![0]}`;
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
