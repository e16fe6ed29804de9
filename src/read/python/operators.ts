import { say } from '../../core';
import { taped } from '../numpy/arguments';
import { functions } from '../numpy/functions';
import { binaryOf } from '../numpy/ufuncs';
import { unary, unaryOps } from '../numpy/unary';
import { NdArray } from '../numpy/ndarray';
import type { Interpreter } from './interpreter';
import { PyError } from './signals';
import { onDicts, onSets } from './collections';
import { percentFormat } from './percent-format';
import { plainValue, special } from './special';
import {
  NOT_IMPLEMENTED,
  PyDict,
  PyInstance,
  PyList,
  PySet,
  PyTuple,
  PyView,
  typeName,
  Unknown,
  type Args,
  type Value,
} from './values';
import { isNumber, onNumbers, unsupported } from './numbers';

/** The NumPy function behind each operator on arrays. */
export const ARRAY_OPS: Readonly<Record<string, string>> = {
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
  const [a, b] = [plainValue(left), plainValue(right)];
  if (!Object.is(a, left) || !Object.is(b, right)) return binaryValue(it, op, a, b, args);
  const isUnknown = [left, right].some(
    (side) => side instanceof Unknown || (side instanceof PyInstance && side.cls.hasUnknownBase),
  );
  if (isUnknown) return new Unknown('an operand is not known');
  if (op === '%' && typeof left === 'string') return percentFormat(it, left, right);
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
  const ways = [
    [special(left, `__${name}__`), right],
    [special(right, `__r${name}__`), left],
  ] as const;
  // A subclass is asked first how it goes with its own base.
  const isNearer =
    left instanceof PyInstance &&
    right instanceof PyInstance &&
    left.cls !== right.cls &&
    right.cls.isSubclassOf(left.cls);
  for (const [method, other] of isNearer ? ways.toReversed() : ways) {
    const result = method && it.call(method, it.args([other], args.span));
    if (result !== undefined && result !== NOT_IMPLEMENTED) return result;
  }
  return undefined;
}

/** `left op= right` for an object whose class has a method for it; undefined where it has none. */
export function inPlaceValue(
  it: Interpreter,
  op: string,
  left: Value,
  right: Value,
  args: Args,
): Value | undefined {
  const method = special(left, `__i${METHODS[op]}__`);
  const result = method && it.call(method, it.args([right], args.span));
  return result === NOT_IMPLEMENTED ? undefined : result;
}

function onSequences(it: Interpreter, op: string, left: Value, right: Value): Value | undefined {
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
  if (left instanceof PyDict && right instanceof PyDict) return onDicts(op, left, right);
  const [a, b] = [left, right].map((side) =>
    side instanceof PyView ? new PySet(side.items) : side,
  );
  return a instanceof PySet && b instanceof PySet ? onSets(op, a, b) : undefined;
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

const UNARY_METHODS: Readonly<Record<string, string>> = {
  '-': '__neg__',
  '+': '__pos__',
  '~': '__invert__',
};

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
    const method = special(operand, UNARY_METHODS[op] ?? '');
    if (method) return it.call(method, it.args([], args.span));
    if (operand.inner !== undefined) return unaryValue(it, op, operand.inner, args);
    if (operand.cls.hasUnknownBase) return new Unknown('its class is not known');
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
