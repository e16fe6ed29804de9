import { binaryOf } from '../numpy/ufuncs';
import { NdArray } from '../numpy/ndarray';
import { toArray } from '../numpy/convert';
import { dtypeOf } from '../numpy/dtypes';
import type { Interpreter } from './interpreter';
import {
  BoundMethod,
  DTypeValue,
  identityOf,
  PyDict,
  PyFunction,
  PyInstance,
  PyList,
  PyRange,
  PySet,
  PyTuple,
  typeName,
  Unknown,
  type Args,
  type Value,
} from './values';
import { ARRAY_OPS } from './operators';
import { isNumber, unsupported } from './numbers';

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
    const found = self instanceof PyInstance && name ? self.cls.find(name) : undefined;
    if (found instanceof PyFunction)
      return it.call(new BoundMethod(self, found), it.args([other], args.span));
  }
  return undefined;
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
  if (left instanceof PyInstance) {
    const method = left.cls.find('__eq__');
    if (method instanceof PyFunction)
      return (
        it.truth(it.call(new BoundMethod(left, method), it.args([right], { start: 0, end: 0 }))) ??
        false
      );
  }
  const items = (value: Value) =>
    value instanceof PyList || value instanceof PyTuple
      ? value.items
      : value instanceof PyDict
        ? value.items().flat()
        : value instanceof PySet
          ? value.values()
          : undefined;
  const [a, b] = [items(left), items(right)];
  if (a && b && typeName(left) === typeName(right))
    return a.length === b.length && a.every((item, i) => equal(it, item, b[i]!));
  if (left instanceof DTypeValue || right instanceof DTypeValue) {
    return dtypeOf(left) !== undefined && dtypeOf(left) === dtypeOf(right);
  }
  return same(left, right);
}

function ordered(it: Interpreter, op: string, left: Value, right: Value): boolean {
  const order = compareOrder(it, left, right);
  if (order === undefined) unsupported(op, left, right);
  if (Number.isNaN(order)) return false;
  return op === '<' ? order < 0 : op === '<=' ? order <= 0 : op === '>' ? order > 0 : order >= 0;
}

/** Negative, zero or positive as `left` comes before, with or after `right`; undefined if they have no order. */
export function compareOrder(it: Interpreter, left: Value, right: Value): number | undefined {
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

function contains(it: Interpreter, container: Value, item: Value): boolean | undefined {
  if (container instanceof Unknown || item instanceof Unknown) return undefined;
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
  const items = it.iterate(container);
  if (!items) return undefined;
  for (const each of items) if (equal(it, each, item)) return true;
  return false;
}
