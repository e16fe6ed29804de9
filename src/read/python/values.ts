import { NdArray } from '../numpy/ndarray';
import type { FunctionStmt, Param, Expr, Stmt } from '../syntax/ast';
import type { Span } from '../reading';
import type { Runtime } from './runtime';
import type { Scope } from './scope';
import { PyDict, PySet } from './containers';

export { identityOf, PyDict, PySet } from './containers';

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
