import { isFloat, roundingOf, say, type DType } from '../../core';
import { PyError } from '../python/signals';
import { wrappedPower } from './whole';
import { nextAfter } from './float-steps';
import { gcd, sizeOfBig, gcdOfBig } from './divisors';

/** An operation on two numbers, with the element type of its result. */
export interface BinaryOp {
  readonly name: string;
  /** `dtype` is that of the operands, for what is rounded on the way. */
  readonly apply: (a: number, b: number, dtype: DType) => number;
  /** The result's type for the operands'. Raises TypeError for operands it does not take. */
  readonly dtype: (dtype: DType) => DType;
  /** On whole numbers, where that is something else. */
  readonly onIntegers?: (a: number, b: number) => number;
  /** On whole numbers that are too large for floats. */
  readonly exact?: (a: bigint, b: bigint) => bigint;
}

const same = (dtype: DType): DType => dtype;

const bool = (): DType => 'bool';

const number = (dtype: DType): DType => (dtype === 'bool' ? 'int8' : dtype);

/** The type of what is computed in floats: the narrowest one that holds the whole type's numbers. */
export function floatFor(dtype: DType): DType {
  if (isFloat(dtype)) return dtype;
  if (dtype === 'bool' || dtype.endsWith('int8')) return 'float16';
  return dtype.endsWith('int16') ? 'float32' : 'float64';
}

const quotient = (dtype: DType): DType => (isFloat(dtype) ? dtype : 'float64');

const wholeOnly =
  (name: string, resultOf: (dtype: DType) => DType = same) =>
  (dtype: DType): DType => {
    if (!isFloat(dtype)) return resultOf(dtype);
    throw new PyError('TypeError', say('{op} does not work on {type}', { op: name, type: dtype }));
  };

/** Python's `%`: the sign of the divisor, also of a zero. */
export function modulo(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return b < 0 || Object.is(b, -0) ? -0 : 0;
  return rest < 0 !== b < 0 ? rest + b : rest;
}

/** Python's `//` on floats: what is left after the remainder, divided, as C's `fmod` makes it exact. */
export function floorDivide(a: number, b: number, dtype: DType = 'float64'): number {
  if (b === 0) return a / b;
  const round = roundingOf(dtype) ?? ((x: number) => x);
  const rest = a % b;
  const towardsZero = round(round(a - rest) / b);
  const quotient = rest !== 0 && rest < 0 !== b < 0 ? towardsZero - 1 : towardsZero;
  if (quotient === 0) return a / b < 0 ? -0 : 0;
  const floor = Math.floor(quotient);
  return round(quotient - floor) > 0.5 ? floor + 1 : floor;
}

/** NumPy gives 0 for whole numbers divided by zero, with a warning. */
const unlessZero =
  (apply: (a: number, b: number) => number) =>
  (a: number, b: number): number =>
    b === 0 ? 0 : apply(a, b) + 0;

const floorOfBig = (a: bigint, b: bigint): bigint => {
  if (b === 0n) return 0n;
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
};

const op = (
  name: string,
  apply: BinaryOp['apply'],
  dtype: BinaryOp['dtype'] = same,
  onIntegers?: BinaryOp['onIntegers'],
  exact?: BinaryOp['exact'],
): BinaryOp => ({
  name,
  apply,
  dtype,
  ...(onIntegers ? { onIntegers } : {}),
  ...(exact ? { exact } : {}),
});

const truth = (name: string, test: (a: number, b: number) => boolean): BinaryOp =>
  op(name, (a, b) => Number(test(a, b)), bool);
const either = (a: number, b: number): boolean => Number.isNaN(a) || Number.isNaN(b);

const arithmetic = [
  op(
    'add',
    (a, b) => a + b,
    same,
    undefined,
    (a, b) => a + b,
  ),
  op(
    'subtract',
    (a, b) => a - b,
    same,
    undefined,
    (a, b) => a - b,
  ),
  op(
    'multiply',
    (a, b) => a * b,
    same,
    undefined,
    (a, b) => a * b,
  ),
  op('divide', (a, b) => a / b, quotient),
  op(
    'floor_divide',
    floorDivide,
    number,
    unlessZero((a, b) => Math.round((a - modulo(a, b)) / b)),
    floorOfBig,
  ),
  op('remainder', modulo, number, unlessZero(modulo)),
  op(
    'fmod',
    (a, b) => a % b,
    number,
    unlessZero((a, b) => a % b),
  ),
  op('power', power, number, integerPower, wrappedPower),
  op('float_power', power, () => 'float64'),
];

const extremes = [
  op('maximum', (a, b) => (either(a, b) ? NaN : a >= b ? a : b)),
  op('minimum', (a, b) => (either(a, b) ? NaN : a <= b ? a : b)),
  op('fmax', (a, b) => (Number.isNaN(a) ? b : Number.isNaN(b) || a >= b ? a : b)),
  op('fmin', (a, b) => (Number.isNaN(a) ? b : Number.isNaN(b) || a <= b ? a : b)),
];

const curves = [
  op('logaddexp', (a, b) => logSum(a, b, Math.LN2, Math.exp, Math.log1p), floatFor),
  op(
    'logaddexp2',
    (a, b) =>
      logSum(
        a,
        b,
        1,
        (x) => 2 ** x,
        (x) => Math.log1p(x) * Math.LOG2E,
      ),
    floatFor,
  ),
  op('copysign', (a, b) => (b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a)), floatFor),
  op('arctan2', Math.atan2, floatFor),
  op('hypot', hypot, floatFor),
  op('heaviside', (a, b) => (Number.isNaN(a) ? NaN : a === 0 ? b : a < 0 ? 0 : 1), floatFor),
  op('nextafter', (a, b, dtype) => nextAfter(a, b, floatFor(dtype)), floatFor),
  op('ldexp', (a, b) => a * 2 ** Math.trunc(b / 2) * 2 ** (b - Math.trunc(b / 2)), floatFor),
];

const comparisons = [
  truth('equal', (a, b) => a === b),
  truth('not_equal', (a, b) => a !== b),
  truth('less', (a, b) => a < b),
  truth('less_equal', (a, b) => a <= b),
  truth('greater', (a, b) => a > b),
  truth('greater_equal', (a, b) => a >= b),
  truth('logical_and', (a, b) => a !== 0 && b !== 0),
  truth('logical_or', (a, b) => a !== 0 || b !== 0),
  truth('logical_xor', (a, b) => (a !== 0) !== (b !== 0)),
];

const bits = [
  op(
    'left_shift',
    (a, b) => (b < 0 || b > 63 ? 0 : a * 2 ** b),
    wholeOnly('<<', number),
    undefined,
    (a, b) => (b < 0n || b > 63n ? 0n : a << b),
  ),
  op(
    'right_shift',
    (a, b) => Math.floor(b < 0 || b > 63 ? a / 2 ** 64 : a / 2 ** b),
    wholeOnly('>>', number),
  ),
  op('bitwise_and', (a, b) => Number(BigInt(a) & BigInt(b)), wholeOnly('&')),
  op(
    'bitwise_or',
    (a, b) => Number(BigInt(a) | BigInt(b)),
    wholeOnly('|'),
    undefined,
    (a, b) => a | b,
  ),
  op(
    'bitwise_xor',
    (a, b) => Number(BigInt(a) ^ BigInt(b)),
    wholeOnly('^'),
    undefined,
    (a, b) => a ^ b,
  ),
  op('gcd', gcd, wholeOnly('gcd'), undefined, gcdOfBig),
  op(
    'lcm',
    (a, b) => (a === 0 || b === 0 ? 0 : Math.abs((a / gcd(a, b)) * b)),
    wholeOnly('lcm'),
    undefined,
    (a, b) => (a === 0n || b === 0n ? 0n : sizeOfBig((a / gcdOfBig(a, b)) * b)),
  ),
];

/** The operations on two arrays, by NumPy's names. */
export const binaryOps: ReadonlyMap<string, BinaryOp> = new Map(
  [...arithmetic, ...extremes, ...curves, ...comparisons, ...bits].map((each) => [each.name, each]),
);

/** C's `pow`, which gives 1 for 1 to any power and for anything to 0, and squares by multiplying. */
function power(a: number, b: number): number {
  if (b === 2) return a * a;
  if (b === 0.5 && a >= 0) return Math.sqrt(a + 0);
  return a === 1 || b === 0 || (a === -1 && Math.abs(b) === Infinity) ? 1 : a ** b;
}

function integerPower(a: number, b: number): number {
  if (b < 0) {
    throw new PyError('ValueError', say('Integers to negative integer powers are not allowed.'));
  }
  return a ** b;
}

/** C's `hypot`: infinite where one side is, whatever the other. */
function hypot(a: number, b: number): number {
  if (Math.abs(a) === Infinity || Math.abs(b) === Infinity) return Infinity;
  const [large, small] =
    Math.abs(a) > Math.abs(b) ? [Math.abs(a), Math.abs(b)] : [Math.abs(b), Math.abs(a)];
  if (large < 1e150 && large > 1e-150) return Math.sqrt(large * large + small * small);
  return Math.hypot(a, b);
}

/** log(eᵃ + eᵇ) for the base of `exp`, without overflow. */
function logSum(
  a: number,
  b: number,
  ofTwo: number,
  exp: (x: number) => number,
  log1p: (x: number) => number,
): number {
  if (a === b) return a + ofTwo;
  const [low, high] = a < b ? [a, b] : [b, a];
  return high + log1p(exp(low - high));
}
