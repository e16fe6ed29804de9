import { say } from '../../core';
import { PyError } from './signals';
import { typeName, Unknown, type Value } from './values';

type PyNumber = bigint | number | boolean;

export function isNumber(value: Value): value is PyNumber {
  return typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean';
}

export function onNumbers(op: string, left: PyNumber, right: PyNumber): Value {
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

/** The longest integers that are computed: beyond, one multiplication could take for ever. */
const MOST_BITS = 4096n;
const LARGEST = 1n << MOST_BITS;

function bounded(result: bigint): Value {
  return result < LARGEST && result > -LARGEST ? result : new Unknown('a very large number');
}

function onIntegers(op: string, a: bigint, b: bigint): Value {
  if (b === 0n && ['/', '//', '%'].includes(op))
    throw new PyError('ZeroDivisionError', say('division by zero'));
  switch (op) {
    case '+':
      return bounded(a + b);
    case '-':
      return bounded(a - b);
    case '*':
      return bounded(a * b);
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
      return b > MOST_BITS || b < 0n ? new Unknown('a very large number') : bounded(a << b);
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

export function unsupported(op: string, left: Value, right: Value): never {
  throw new PyError(
    'TypeError',
    say('{op} does not work between {left} and {right}', {
      op,
      left: typeName(left),
      right: typeName(right),
    }),
  );
}
