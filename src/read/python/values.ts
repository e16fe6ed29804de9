import { NdArray } from '../numpy/ndarray';
import type { FunctionStmt, Param, Expr, Stmt } from '../syntax/ast';
import type { Span } from '../reading';
import type { Runtime } from './runtime';
import type { Scope } from './scope';

/**
 * A value of the interpreted program. Python's integers are bigints, its floats numbers: that keeps
 * `1` and `1.0` apart.
 */
export type Value =
  | bigint
  | number
  | boolean
  | string
  | null
  | EllipsisType
  | NdArray
  | PyList
  | PyTuple
  | PyDict
  | PySet
  | PyRange
  | PySlice
  | PyIterator
  | PyFunction
  | BoundMethod
  | Builtin
  | PyClass
  | PyInstance
  | PyModule
  | DTypeValue
  | Descriptor
  | Super
  | Unknown;

class EllipsisType {
  readonly name = 'Ellipsis';
}

/** Python's `...`. */
export const ELLIPSIS = new EllipsisType();

/** Something whose value is not known; it flows on without an error. */
export class Unknown {
  constructor(readonly why: string) {}
}

export class PyList {
  constructor(readonly items: Value[]) {}
}

export class PyTuple {
  constructor(readonly items: readonly Value[]) {}
}

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

export class PyRange {
  constructor(
    readonly from: bigint,
    readonly to: bigint,
    readonly step: bigint,
  ) {}

  get length(): number {
    const span = this.step > 0n ? this.to - this.from : this.from - this.to;
    const size = this.step > 0n ? this.step : -this.step;
    return span <= 0n ? 0 : Number((span + size - 1n) / size);
  }
}

export class PySlice {
  constructor(
    readonly start: Value,
    readonly stop: Value,
    readonly step: Value,
  ) {}
}

/** A generator, `zip`, `map`, …: read through once. */
export class PyIterator {
  constructor(readonly iterator: Iterator<Value>) {}
}

/** A function of the program. */
export class PyFunction {
  constructor(
    readonly name: string,
    readonly params: readonly Param[],
    readonly body: readonly Stmt[] | Expr,
    readonly closure: Scope,
    /** Values of the defaults, by parameter name, made when the function was. */
    readonly defaults: ReadonlyMap<string, Value>,
    readonly definition?: FunctionStmt,
    readonly owner?: { current: PyClass | undefined },
  ) {}
}

/** A method with the object it was taken from. */
export class BoundMethod {
  constructor(
    readonly self: Value,
    readonly method: PyFunction | Builtin,
  ) {}
}

/** The arguments of a call. */
export interface Args {
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  /** The call itself, for tapes and errors. */
  readonly span: Span;
  readonly runtime: Runtime;
}

/** A function of this reader's. */
export class Builtin {
  constructor(
    readonly name: string,
    readonly call: (args: Args) => Value,
    /** Attributes of a type such as `dict.fromkeys` or of a ufunc such as `np.add.at`. */
    readonly attributes: ReadonlyMap<string, Value> = new Map(),
  ) {}
}

export class PyClass {
  readonly attributes = new Map<string, Value>();
  /** The items of an instance that is a tuple too. */
  sequence: ((instance: PyInstance) => Value[]) | undefined;

  constructor(
    readonly name: string,
    readonly bases: readonly Value[],
  ) {}

  /** A class attribute, own or inherited, depth first. */
  find(name: string): Value | undefined {
    const own = this.attributes.get(name);
    if (own !== undefined) return own;
    for (const base of this.bases) {
      const found = base instanceof PyClass ? base.find(name) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Whether a base is unknown, so that attributes may exist that were not read. */
  get hasUnknownBase(): boolean {
    return this.bases.some(
      (base) => base instanceof Unknown || (base instanceof PyClass && base.hasUnknownBase),
    );
  }

  isSubclassOf(other: PyClass): boolean {
    return (
      this === other ||
      this.bases.some((base) => base instanceof PyClass && base.isSubclassOf(other))
    );
  }
}

export class PyInstance {
  readonly attributes = new Map<string, Value>();

  constructor(readonly cls: PyClass) {}
}

export class PyModule {
  constructor(
    readonly name: string,
    readonly attributes: ReadonlyMap<string, Value>,
    /** What a loop over it gives, where it can be looped over. */
    readonly items?: () => Iterable<Value>,
    /** To be called when an attribute is asked for that it does not have here. */
    readonly onMissing?: () => void,
  ) {}
}

/** A method that a decorator made a property, a static method or a class method. */
export class Descriptor {
  constructor(
    readonly kind: 'property' | 'staticmethod' | 'classmethod',
    readonly method: PyFunction,
    readonly setter?: PyFunction,
  ) {}
}

/** `super()`: the bases of a class, seen from one of its instances. */
export class Super {
  constructor(
    readonly cls: PyClass,
    readonly self: Value,
  ) {}
}

/** `np.float64`, `float` as a dtype, … */
export class DTypeValue {
  constructor(readonly dtype: NdArray['dtype']) {}
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

/** The name of a value's type, as Python gives it. */
export function typeName(value: Value): string {
  if (value === null) return 'NoneType';
  switch (typeof value) {
    case 'bigint':
      return 'int';
    case 'number':
      return 'float';
    case 'boolean':
      return 'bool';
    case 'string':
      return 'str';
  }
  if (value instanceof PyInstance) return value.cls.name;
  return TYPE_NAMES.find(([cls]) => value instanceof cls)?.[1] ?? 'object';
}

const TYPE_NAMES: readonly (readonly [abstract new (...args: never[]) => unknown, string])[] = [
  [EllipsisType, 'ellipsis'],
  [NdArray, 'numpy.ndarray'],
  [PyList, 'list'],
  [PyTuple, 'tuple'],
  [PyDict, 'dict'],
  [PySet, 'set'],
  [PyRange, 'range'],
  [PySlice, 'slice'],
  [PyFunction, 'function'],
  [BoundMethod, 'method'],
  [Builtin, 'builtin_function_or_method'],
  [PyClass, 'type'],
  [PyModule, 'module'],
];
