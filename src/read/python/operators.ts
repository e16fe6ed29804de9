import { say } from '../../core';
import { taped } from '../numpy/arguments';
import { functions } from '../numpy/functions';
import { binaryOf } from '../numpy/ufuncs';
import { unary, unaryOps } from '../numpy/unary';
import { NdArray } from '../numpy/ndarray';
import { toArray } from '../numpy/convert';
import { dtypeOf } from '../numpy/dtypes';
import type { Interpreter } from './interpreter';
import { PyError } from './signals';
import { formatted } from './text';
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

/** The NumPy function behind each operator on arrays. */
const ARRAY_OPS: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '//': 'floor_divide',
  '%': 'remainder',
  '**': 'power',
  '&': 'bitwise_and',
  '|': 'bitwise_or',
  '^': 'bitwise_xor',
  '<<': 'left_shift',
  '>>': 'right_shift',
  '<': 'less',
  '<=': 'less_equal',
  '>': 'greater',
  '>=': 'greater_equal',
  '==': 'equal',
  '!=': 'not_equal',
};

const METHODS: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '@': 'matmul',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
  '<<': 'lshift',
  '>>': 'rshift',
};

/** The methods of comparisons, each with that of the other operand. */
const COMPARISONS: Readonly<Record<string, readonly [string, string]>> = {
  '==': ['__eq__', '__eq__'],
  '!=': ['__ne__', '__ne__'],
  '<': ['__lt__', '__gt__'],
  '<=': ['__le__', '__ge__'],
  '>': ['__gt__', '__lt__'],
  '>=': ['__ge__', '__le__'],
};

/** `left op right`. Raises TypeError where the two do not go together. */
export function binaryValue(
  it: Interpreter,
  op: string,
  left: Value,
  right: Value,
  args: Args,
): Value {
  const own = ofInstance(it, op, left, right, args);
  if (own !== undefined) return own;
  if (left instanceof Unknown || right instanceof Unknown) {
    return new Unknown('an operand is not known');
  }
  if (op === '@') return functions['matmul']!({ ...args, positional: [left, right] }, it);
  if (left instanceof NdArray || right instanceof NdArray)
    return onArrays(it, op, left, right, args);
  if (isNumber(left) && isNumber(right)) return onNumbers(op, left, right);
  return onSequences(it, op, left, right) ?? unsupported(op, left, right);
}

function onArrays(it: Interpreter, op: string, left: Value, right: Value, args: Args): Value {
  const name = ARRAY_OPS[op];
  if (!name) return unsupported(op, left, right);
  if (typeof left === 'string' || typeof right === 'string') return unsupported(op, left, right);
  return binaryOf(name, left, right, args, it);
}

function ofInstance(
  it: Interpreter,
  op: string,
  left: Value,
  right: Value,
  args: Args,
): Value | undefined {
  const name = METHODS[op];
  for (const [self, other, method] of [
    [left, right, `__${name}__`],
    [right, left, `__r${name}__`],
  ] as const) {
    const found = self instanceof PyInstance ? self.cls.find(method) : undefined;
    if (found instanceof PyFunction)
      return it.call(new BoundMethod(self, found), it.args([other], args.span));
  }
  return undefined;
}

type PyNumber = bigint | number | boolean;

function isNumber(value: Value): value is PyNumber {
  return typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean';
}

function onNumbers(op: string, left: PyNumber, right: PyNumber): Value {
  if (typeof left === 'number' || typeof right === 'number')
    return onFloats(op, Number(left), Number(right));
  return onIntegers(op, BigInt(left), BigInt(right));
}

function onFloats(op: string, a: number, b: number): Value {
  if (b === 0 && ['/', '//', '%'].includes(op))
    throw new PyError('ZeroDivisionError', say('division by zero'));
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '//':
      return Math.floor(a / b);
    case '%':
      return a - b * Math.floor(a / b);
    case '**':
      return a ** b;
    default:
      return unsupported(op, a, b);
  }
}

/** The largest power of integers that is computed: beyond, numbers get longer than any array. */
const MOST_BITS = 4096n;

function onIntegers(op: string, a: bigint, b: bigint): Value {
  if (b === 0n && ['/', '//', '%'].includes(op))
    throw new PyError('ZeroDivisionError', say('division by zero'));
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return Number(a) / Number(b);
    case '//':
      return floorDivide(a, b);
    case '%':
      return a - b * floorDivide(a, b);
    case '**':
      if (b < 0n) return Number(a) ** Number(b);
      return b * BigInt(a.toString(2).length) > MOST_BITS
        ? new Unknown('a very large number')
        : a ** b;
    case '<<':
      return b > MOST_BITS || b < 0n ? new Unknown('a very large number') : a << b;
    case '>>':
      return a >> b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    default:
      return unsupported(op, a, b);
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function onSequences(it: Interpreter, op: string, left: Value, right: Value): Value | undefined {
  if (op === '%' && typeof left === 'string') return percentFormat(it, left, right);
  if (op === '+') {
    if (typeof left === 'string' && typeof right === 'string') return left + right;
    if (left instanceof PyList && right instanceof PyList)
      return new PyList([...left.items, ...right.items]);
    if (left instanceof PyTuple && right instanceof PyTuple)
      return new PyTuple([...left.items, ...right.items]);
  }
  if (op === '*') {
    if (typeof right === 'bigint') return repeated(it, left, right);
    if (typeof left === 'bigint') return repeated(it, right, left);
  }
  if (op === '|' && left instanceof PySet && right instanceof PySet)
    return new PySet([...left.values(), ...right.values()]);
  if (op === '&' && left instanceof PySet && right instanceof PySet)
    return new PySet(left.values().filter((item) => right.has(item)));
  if (op === '-' && left instanceof PySet && right instanceof PySet)
    return new PySet(left.values().filter((item) => !right.has(item)));
  return undefined;
}

function repeated(it: Interpreter, value: Value, times: bigint): Value | undefined {
  const count = Math.max(0, Number(times));
  const length =
    typeof value === 'string'
      ? value.length
      : value instanceof PyList || value instanceof PyTuple
        ? value.items.length
        : 0;
  if (!it.limits.hasRoomFor([count * length])) return new Unknown('it would be too long');
  it.limits.count(count * length);
  if (typeof value === 'string') return value.repeat(count);
  const items = () => Array.from({ length: count }, () => (value as PyList).items).flat();
  if (value instanceof PyList) return new PyList(items());
  return value instanceof PyTuple ? new PyTuple(items()) : undefined;
}

function percentFormat(it: Interpreter, template: string, value: Value): string {
  const values = value instanceof PyTuple ? [...value.items] : [value];
  return template.replace(
    /%(?:%|([-+ 0]*\d*(?:\.\d+)?)([sdifegr]))/g,
    (whole, format: string | undefined, kind: string | undefined) => {
      if (!kind) return '%';
      const next = values.shift();
      if (next === undefined) return whole;
      if (kind === 's' || kind === 'r') return it.text(next, kind === 'r');
      return formatted(
        next,
        `${format ?? ''}${kind === 'i' ? 'd' : kind}`.replace(/^-/, '<'),
        (item) => it.text(item, false),
      );
    },
  );
}

function unsupported(op: string, left: Value, right: Value): never {
  throw new PyError(
    'TypeError',
    say('{op} does not work between {left} and {right}', {
      op,
      left: typeName(left),
      right: typeName(right),
    }),
  );
}

/** `op operand`. */
export function unaryValue(it: Interpreter, op: string, operand: Value, args: Args): Value {
  if (operand instanceof Unknown) return operand;
  if (op === 'not') {
    const truth = it.truth(operand);
    return truth === undefined ? new Unknown('a condition is not known') : !truth;
  }
  if (operand instanceof NdArray) {
    const name =
      op === '-'
        ? 'negative'
        : op === '+'
          ? 'positive'
          : operand.dtype === 'bool'
            ? 'logical_not'
            : 'invert';
    if (name === 'invert' && /^float/.test(operand.dtype)) {
      throw new PyError(
        'TypeError',
        say('{op} does not work on {type}', { op, type: operand.dtype }),
      );
    }
    return unary(unaryOps.get(name)!, operand, it.limits, taped(name, [operand], args));
  }
  if (operand instanceof PyInstance) {
    const method = operand.cls.find(op === '-' ? '__neg__' : '__pos__');
    if (method instanceof PyFunction)
      return it.call(new BoundMethod(operand, method), it.args([], args.span));
  }
  if (typeof operand === 'number') return op === '-' ? -operand : operand;
  if (isNumber(operand)) {
    const own = BigInt(operand);
    return op === '-' ? -own : op === '~' ? ~own : own;
  }
  throw new PyError(
    'TypeError',
    say('{op} does not work on {type}', { op, type: typeName(operand) }),
  );
}

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
