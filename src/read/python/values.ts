import { NdArray } from '../numpy/ndarray';
import type { FunctionStmt, Param, Expr, Stmt } from '../syntax/ast';
import type { Span } from '../reading';
import type { Runtime } from './runtime';
import type { Scope } from './scope';
import { Descriptor, PyClass, PyInstance, Super } from './classes';
import { PyDict, PySet } from './containers';
import { PyIterator, PyView } from './iterators';
import { PyDeque, PyList, PyRange, PySlice, PyTuple } from './lists';

export { Descriptor, PyClass, PyInstance, Super } from './classes';
export { identityOf, keyText, PyDict, PySet } from './containers';
export { PyGenerator, PyIterator, PyView } from './iterators';
export { PyDeque, PyList, PyRange, PySlice, PyTuple } from './lists';

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
  | typeof NOT_IMPLEMENTED
  | NdArray
  | PyList
  | PyTuple
  | PyDict
  | PySet
  | PyRange
  | PySlice
  | PyIterator
  | PyView
  | PyDeque
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

/** What a method gives back that leaves it to the other operand. */
export const NOT_IMPLEMENTED = new (class NotImplementedType {
  readonly name = 'NotImplemented';
})();

/** Something whose value is not known; it flows on without an error. */
export class Unknown {
  constructor(
    readonly why: string,
    /** Whether to call it may draw numbers from NumPy's random stream. */
    readonly mayDraw = false,
  ) {}
}

/** A function of the program. */
export class PyFunction {
  /** What the program keeps on it, as in `f.calls = 0`. */
  readonly attributes = new Map<string, Value>();

  constructor(
    readonly name: string,
    readonly params: readonly Param[],
    readonly body: readonly Stmt[] | Expr,
    readonly closure: Scope,
    /** Values of the defaults, by parameter name, made when the function was. */
    readonly defaults: ReadonlyMap<string, Value>,
    readonly definition?: FunctionStmt,
  ) {}
}

/** A method, or whatever else is called as one, with the object it was taken from. */
export class BoundMethod {
  constructor(
    readonly self: Value,
    readonly method: Value,
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
    /** Whether it is handed the object that it is taken from. */
    readonly isMethod = false,
  ) {}
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
  if (value instanceof PyIterator) return value.type;
  if (value instanceof PyView) return `dict_${value.kind}`;
  if (value instanceof NdArray && value.isScalar) return `numpy.${value.dtype}`;
  return TYPE_NAMES.find(([cls]) => value instanceof cls)?.[1] ?? 'object';
}

const TYPE_NAMES: readonly (readonly [abstract new (...args: never[]) => unknown, string])[] = [
  [EllipsisType, 'ellipsis'],
  [NdArray, 'numpy.ndarray'],
  [PyDeque, 'collections.deque'],
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
  [Descriptor, 'property'],
  [Super, 'super'],
];
