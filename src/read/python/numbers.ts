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
  if (b === 0 && ['/', '//', '%'].includes(op)) throw dividedByZero(FLOAT_DIVISIONS[op]!);
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
      return floorQuotient(a, b);
    case '%':
      return floorRemainder(a, b);
    case '**':
      return floatPower(a, b);
    default:
      return unsupported(op, a, b);
  }
}

/** What Python calls each division by zero. */
const FLOAT_DIVISIONS: Readonly<Record<string, string>> = {
  '/': 'float division by zero',
  '//': 'float floor division by zero',
  '%': 'float modulo',
};
const WHOLE_DIVISIONS: Readonly<Record<string, string>> = {
  '/': 'division by zero',
  '//': 'integer division or modulo by zero',
  '%': 'integer modulo by zero',
};

function dividedByZero(said: string): PyError {
  return new PyError('ZeroDivisionError', say('division by zero'), [], undefined, said);
}

/** The remainder with the sign of the divisor, as exact as JavaScript's own with that of the dividend. */
function floorRemainder(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return b < 0 || Object.is(b, -0) ? -0 : 0;
  return rest < 0 !== b < 0 ? rest + b : rest;
}

function floorQuotient(a: number, b: number): number {
  const rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0 && rest < 0 !== b < 0) quotient--;
  if (quotient === 0) return a / b < 0 ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function floatPower(a: number, b: number): Value {
  // NaN ** 0 and 1 ** anything are 1.
  if (a === 1 || b === 0) return 1;
  const result = a ** b;
  if (a === 0 && b < 0) throw dividedByZero('0.0 cannot be raised to a negative power');
  if (Number.isNaN(result) && !Number.isNaN(a) && !Number.isNaN(b) && Math.abs(b) !== Infinity)
    return new Unknown('a complex number');
  if (Math.abs(a) === 1 && Math.abs(b) === Infinity) return 1;
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b)) {
    throw new PyError('OverflowError', say('the result is too large for a float'));
  }
  return result;
}

/** The longest integers that are computed: beyond, one multiplication could take for ever. */
const MOST_BITS = 4096n;
const LARGEST = 1n << MOST_BITS;

function bounded(result: bigint): Value {
  return result < LARGEST && result > -LARGEST ? result : new Unknown('a very large number');
}

function onIntegers(op: string, a: bigint, b: bigint): Value {
  if (b === 0n && ['/', '//', '%'].includes(op)) throw dividedByZero(WHOLE_DIVISIONS[op]!);
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
      if (b < 0n) return floatPower(Number(a), Number(b));
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
  const [a, b] = [typeName(left), typeName(right)];
  const said =
    op === '+' && a === 'str'
      ? `can only concatenate str (not "${b}") to str`
      : /^[<>]=?$/.test(op)
        ? `'${op}' not supported between instances of '${a}' and '${b}'`
        : `unsupported operand type(s) for ${op === '**' ? '** or pow()' : op}: '${a}' and '${b}'`;
  throw new PyError(
    'TypeError',
    say('{op} does not work between {left} and {right}', { op, left: a, right: b }),
    [],
    undefined,
    said,
  );
}
