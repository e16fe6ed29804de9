import type { Tensor } from '../../core';
import { makeArray, NdArray } from '../numpy/ndarray';
import { PyDict, PyInstance, PyList, PyTuple, Unknown, type Value } from '../python/values';

/** A place inside an object that holds an array, or something that might be one. */
export interface Slot {
  /** How the code would write it: `self.grads['W']`. */
  readonly path: string;
  readonly value: NdArray | Unknown;
  /** Puts another array there; does nothing in a tuple. */
  readonly put: (value: Value) => void;
}

/** How deep arrays are looked for, and how many. */
const MOST_DEPTH = 4;
const MOST_SLOTS = 64;

/** The places of arrays in a value, outermost first. */
export function slotsIn(root: Value, path: string): Slot[] {
  const slots: Slot[] = [];
  const seen = new Set<Value>();
  let level: Slotted[] = [{ value: root, path, put: () => {} }];
  for (let depth = 0; depth <= MOST_DEPTH && level.length > 0; depth++) {
    const next: Slotted[] = [];
    for (const { value, path, put } of level) {
      if (slots.length >= MOST_SLOTS) return slots;
      if (value instanceof NdArray || value instanceof Unknown) slots.push({ path, value, put });
      else if (!seen.has(value)) next.push(...insideOf(value, path));
      seen.add(value);
    }
    level = next;
  }
  return slots;
}

interface Slotted {
  readonly value: Value;
  readonly path: string;
  readonly put: (value: Value) => void;
}

function insideOf(value: Value, path: string): Slotted[] {
  if (value instanceof PyInstance) {
    return [...value.attributes].map(([name, item]) => ({
      value: item,
      path: `${path}.${name}`,
      put: (made) => value.attributes.set(name, made),
    }));
  }
  if (value instanceof PyDict) {
    return value.items().map(([key, item]) => ({
      value: item,
      path: `${path}[${typeof key === 'string' ? `'${key}'` : String(key)}]`,
      put: (made) => value.set(key, made),
    }));
  }
  if (!(value instanceof PyList || value instanceof PyTuple)) return [];
  return value.items.map((item, i) => ({
    value: item,
    path: `${path}[${i}]`,
    put: (made) => {
      if (value instanceof PyList) value.items[i] = made;
    },
  }));
}

/** Every list in an object, with how long it is now. */
export function listsIn(root: Value): { readonly list: PyList; readonly length: number }[] {
  const lists: { list: PyList; length: number }[] = [];
  const seen = new Set<Value>();
  const visit = (value: Value, depth: number): void => {
    if (seen.has(value) || depth > MOST_DEPTH) return;
    seen.add(value);
    if (value instanceof PyList) lists.push({ list: value, length: value.items.length });
    insideOf(value, '').forEach((inner) => visit(inner.value, depth + 1));
  };
  visit(root, 0);
  return lists;
}

/** A copy of an array's numbers; undefined where they are not known. */
export function numbersOf(value: Value | undefined): Tensor | undefined {
  if (typeof value === 'number' || typeof value === 'bigint')
    return { shape: [], data: Float64Array.of(Number(value)), dtype: 'float64' };
  const data = value instanceof NdArray ? value.entries() : undefined;
  if (!data) return undefined;
  const { shape, dtype } = value as NdArray;
  return { shape, data: data.slice(), dtype };
}

/** An array of the interpreted program with these numbers. */
export function arrayOf({ shape, data }: Tensor): NdArray {
  return makeArray(shape, data.slice(), 'float64', 'known');
}
