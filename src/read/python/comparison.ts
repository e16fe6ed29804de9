import { binaryOf } from '../numpy/ufuncs';
import { NdArray } from '../numpy/ndarray';
import { toArray } from '../numpy/convert';
import { knownDType } from '../numpy/dtypes';
import type { Interpreter } from './interpreter';
import { UnknownItems } from './signals';
import {
  DTypeValue,
  NOT_IMPLEMENTED,
  identityOf,
  PyDict,
  PyInstance,
  PyList,
  PyRange,
  PySet,
  PyTuple,
  PyView,
  typeName,
  Unknown,
  type Args,
  type Value,
} from './values';
import { ARRAY_OPS } from './operators';
import { isNumber, unsupported } from './numbers';
import { plainValue, special } from './special';

/** The methods of comparisons, each with that of the other operand. */
const COMPARISONS: Readonly<Record<string, readonly [string, string]>> = {
  '==': ['__eq__', '__eq__'],
  '!=': ['__ne__', '__ne__'],
  '<': ['__lt__', '__gt__'],
  '<=': ['__le__', '__ge__'],
  '>': ['__gt__', '__lt__'],
  '>=': ['__ge__', '__le__'],
};

/** `left op right` for comparisons, `in` and `is`. */
export function compareValues(
  it: Interpreter,
  op: string,
  left: Value,
  right: Value,
  args: Args,
): Value {
  if (op === 'is' || op === 'is not') {
    const isKnown = left === right || !(left instanceof Unknown || right instanceof Unknown);
    return isKnown ? same(left, right) === (op === 'is') : new Unknown('an operand is not known');
  }
  if (op === 'in' || op === 'not in') {
    const found = contains(it, right, left);
    return found === undefined
      ? new Unknown('what is searched is not known')
      : found === (op === 'in');
  }
  const own = comparedByMethod(it, op, left, right, args);
  if (own !== undefined) return own;
  const [a, b] = [plainValue(left), plainValue(right)];
  if (!Object.is(a, left) || !Object.is(b, right)) return compareValues(it, op, a, b, args);
  if (left instanceof Unknown || right instanceof Unknown)
    return new Unknown('an operand is not known');
  if (left instanceof NdArray || right instanceof NdArray) {
    const other = left instanceof NdArray ? right : left;
    const isComparable =
      isNumber(other) ||
      other instanceof NdArray ||
      other instanceof PyList ||
      other instanceof PyTuple;
    return isComparable ? binaryOf(ARRAY_OPS[op]!, left, right, args, it) : op === '!=';
  }
  if (op === '==' || op === '!=') return equal(it, left, right) === (op === '==');
  if (left instanceof PySet && right instanceof PySet) return comparedSets(op, left, right);
  return ordered(it, op, left, right);
}

function comparedByMethod(
  it: Interpreter,
  op: string,
  left: Value,
  right: Value,
  args: Args,
): Value | undefined {
  const [method, mirrored] = COMPARISONS[op] ?? [];
  const sides = [
    [left, right, method],
    [right, left, mirrored],
  ] as const;
  for (const [self, other, name] of sides) {
    const found = special(self, name ?? '');
    const result = found && it.call(found, it.args([other], args.span));
    if (result !== undefined && result !== NOT_IMPLEMENTED) return result;
  }
  if (op !== '!=') return undefined;
  const isEqual = comparedByMethod(it, '==', left, right, args);
  const truth = isEqual === undefined ? undefined : it.truth(isEqual);
  return truth === undefined ? isEqual : !truth;
}

function same(left: Value, right: Value): boolean {
  if (left instanceof Unknown || right instanceof Unknown) return left === right;
  return typeof left === 'object' && left !== null && typeof right === 'object' && right !== null
    ? identityOf(left) === identityOf(right)
    : left === right;
}

/** Python's `==` on anything but arrays. */
export function equal(it: Interpreter, left: Value, right: Value): boolean {
  if (isNumber(left) && isNumber(right)) return Number(left) === Number(right);
  if (left instanceof PyInstance || right instanceof PyInstance) {
    const own = comparedByMethod(it, '==', left, right, it.args([], { start: 0, end: 0 }));
    if (own !== undefined) return it.truth(own) ?? false;
    const [a, b] = [plainValue(left), plainValue(right)];
    return a === left && b === right ? same(left, right) : equal(it, a, b);
  }
  if (left instanceof PyDict && right instanceof PyDict) return equalDicts(it, left, right);
  if (left instanceof PyView && right instanceof PyView)
    return comparedSets('==', new PySet(left.items), new PySet(right.items));
  if (left instanceof PySet && right instanceof PySet) return comparedSets('==', left, right);
  if (left instanceof NdArray || right instanceof NdArray) return equalNumbers(it, left, right);
  const items = (value: Value) =>
    value instanceof PyList || value instanceof PyTuple
      ? value.items
      : value instanceof PyRange
        ? [...(it.iterate(value) ?? [])]
        : undefined;
  const [a, b] = [items(left), items(right)];
  if (a && b && typeName(left) === typeName(right))
    return a.length === b.length && a.every((item, i) => isSameOrEqual(it, item, b[i]!));
  if (left instanceof DTypeValue || right instanceof DTypeValue) {
    return knownDType(left) !== undefined && knownDType(left) === knownDType(right);
  }
  return same(left, right);
}

/** How items are compared: what is one and the same object is not looked into. */
function isSameOrEqual(it: Interpreter, left: Value, right: Value): boolean {
  return left === right || it.nested(() => equal(it, left, right));
}

/** Numbers of NumPy in a list and the like; undoubted ones only are equal to anything. */
function equalNumbers(it: Interpreter, left: Value, right: Value): boolean {
  const result = compareValues(it, '==', left, right, it.args([], { start: 0, end: 0 }));
  return it.truth(result) ?? false;
}

function equalDicts(it: Interpreter, left: PyDict, right: PyDict): boolean {
  return (
    left.size === right.size &&
    left.items().every(([key, item]) => {
      const other = right.find(key);
      return other !== undefined && isSameOrEqual(it, item, other);
    })
  );
}

/** Sets are compared by what they contain: `a < b` says that b has all of a and more. */
function comparedSets(op: string, left: PySet, right: PySet): boolean {
  const isWithin = (a: PySet, b: PySet) => a.values().every((item) => b.has(item));
  switch (op) {
    case '==':
      return left.size === right.size && isWithin(left, right);
    case '<':
      return left.size < right.size && isWithin(left, right);
    case '<=':
      return isWithin(left, right);
    case '>':
      return right.size < left.size && isWithin(right, left);
    default:
      return isWithin(right, left);
  }
}

function ordered(it: Interpreter, op: string, left: Value, right: Value): Value {
  try {
    return inThatOrder(it, op, left, right);
  } catch (error) {
    if (error instanceof UnknownItems) return new Unknown('what is compared is not known');
    throw error;
  }
}

function inThatOrder(it: Interpreter, op: string, left: Value, right: Value): boolean {
  const order = compareOrder(it, left, right);
  if (order === undefined) unsupported(op, left, right);
  if (Number.isNaN(order)) return false;
  return op === '<' ? order < 0 : op === '<=' ? order <= 0 : op === '>' ? order > 0 : order >= 0;
}

/**
 * Negative, zero or positive as `left` comes before, with or after `right`; undefined if they have no
 * order. Throws UnknownItems where one of them is not known.
 */
export function compareOrder(it: Interpreter, left: Value, right: Value): number | undefined {
  if (left instanceof Unknown || right instanceof Unknown) throw new UnknownItems();
  if (left instanceof PyInstance || right instanceof PyInstance)
    return orderByMethod(it, left, right);
  if (isNumber(left) && isNumber(right))
    return left < right ? -1 : left > right ? 1 : Number(left) === Number(right) ? 0 : NaN;
  if (typeof left === 'string' && typeof right === 'string')
    return left < right ? -1 : left > right ? 1 : 0;
  const lists = left instanceof PyList && right instanceof PyList;
  if (lists || (left instanceof PyTuple && right instanceof PyTuple)) {
    const [a, b] = [left.items, right.items];
    const at = a.findIndex((item, i) => i >= b.length || !equal(it, item, b[i]!));
    if (at < 0) return a.length - b.length;
    return at >= b.length ? 1 : compareOrder(it, a[at]!, b[at]!);
  }
  const [x, y] = [left, right].map((value) =>
    value instanceof NdArray || isNumber(value)
      ? toArray(value, it.limits)?.entries()?.[0]
      : undefined,
  );
  return x === undefined || y === undefined ? undefined : x - y;
}

/** By `<`, the only comparison that sorting asks for. */
function orderByMethod(it: Interpreter, left: Value, right: Value): number | undefined {
  const span = { start: 0, end: 0 };
  const isLess = comparedByMethod(it, '<', left, right, it.args([], span));
  if (isLess !== undefined) {
    if (it.truth(isLess)) return -1;
    const isGreater = comparedByMethod(it, '<', right, left, it.args([], span));
    return isGreater !== undefined && it.truth(isGreater) ? 1 : 0;
  }
  const [a, b] = [plainValue(left), plainValue(right)];
  return a === left && b === right ? undefined : compareOrder(it, a, b);
}

function contains(it: Interpreter, container: Value, item: Value): boolean | undefined {
  if (container instanceof Unknown || item instanceof Unknown) return undefined;
  const method = special(container, '__contains__');
  if (method) return it.truth(it.call(method, it.args([item], { start: 0, end: 0 })));
  if (container instanceof PyInstance && container.inner !== undefined)
    return contains(it, container.inner, item);
  if (container instanceof PyView && container.kind === 'keys') return container.dict.has(item);
  if (typeof container === 'string') return typeof item === 'string' && container.includes(item);
  if (container instanceof PyDict || container instanceof PySet) return container.has(item);
  if (container instanceof PyRange && isNumber(item)) {
    const offset = Number(item) - Number(container.from);
    return (
      Number.isInteger(offset / Number(container.step)) &&
      offset / Number(container.step) >= 0 &&
      offset / Number(container.step) < container.length
    );
  }
  if (container instanceof NdArray) return containsNumber(it, container, item);
  const items = it.iterate(container);
  if (!items) return undefined;
  for (const each of items) if (each === item || equal(it, each, item)) return true;
  return false;
}

/** `x in array`: whether any entry is equal to it. */
function containsNumber(it: Interpreter, array: NdArray, item: Value): boolean | undefined {
  const span = { start: 0, end: 0 };
  const matches = compareValues(it, '==', array, item, it.args([], span));
  if (!(matches instanceof NdArray)) return false;
  return matches.state === 'known' ? matches.entries()?.some(Boolean) : undefined;
}
