import { say } from '../../../core';
import { NdArray } from '../../numpy/ndarray';
import { itemOf } from '../../numpy/convert';
import { PyError } from '../signals';
import { Builtin, PyModule, Unknown, type Args, type Value } from '../values';

/** Functions of floats that JavaScript has too. */
const FLOATS =
  'sqrt exp expm1 log2 log10 log1p sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh cbrt'.split(
    ' ',
  ) as readonly (keyof Math & string)[];

type Numbers = (...numbers: number[]) => Value;

/** Calls with numbers; with anything unknown the result is unknown. Raises ValueError where Python does. */
function onNumbers(call: Numbers): (args: Args) => Value {
  return ({ positional }) => {
    const numbers = positional.map(numberOf);
    if (!numbers.every((number) => number !== undefined))
      return new Unknown('the number is not known');
    const result = call(...numbers);
    const isBroken = typeof result === 'number' && Number.isNaN(result);
    if (isBroken && !numbers.some(Number.isNaN))
      throw new PyError('ValueError', say('math domain error'));
    return result;
  };
}

function numberOf(value: Value): number | undefined {
  if (value instanceof NdArray) return value.state === 'known' ? itemOf(value) : undefined;
  return ['bigint', 'number', 'boolean'].includes(typeof value) ? Number(value) : undefined;
}

function whole(number: number): Value {
  return Number.isFinite(number) ? BigInt(number) : new Unknown('it is no whole number');
}

function gcd(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : gcd(b, a % b);
}

function factorial(n: number): Value {
  if (n > 500) return new Unknown('a very large number');
  let product = 1n;
  for (let i = 2n; i <= BigInt(n); i++) product *= i;
  return product;
}

const FUNCTIONS: Readonly<Record<string, Numbers>> = {
  ...Object.fromEntries(FLOATS.map((name) => [name, (x: number) => (Math[name] as Numbers)(x)])),
  log: (x, base) => (base === undefined ? Math.log(x) : Math.log(x) / Math.log(base)),
  pow: (x, y) => x ** y,
  fabs: Math.abs,
  hypot: Math.hypot,
  atan2: Math.atan2,
  fmod: (x, y) => x % y,
  copysign: (x, y) => (y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x)),
  radians: (x) => x * (Math.PI / 180),
  degrees: (x) => x * (180 / Math.PI),
  floor: (x) => whole(Math.floor(x)),
  ceil: (x) => whole(Math.ceil(x)),
  trunc: (x) => whole(Math.trunc(x)),
  isnan: (x) => Number.isNaN(x),
  isinf: (x) => Math.abs(x) === Infinity,
  isfinite: (x) => Number.isFinite(x),
  gcd: (a, b = 0) => BigInt(gcd(a, b)),
  factorial,
  isclose: (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)),
};

/** The module `math`. */
export const math = new PyModule(
  'math',
  new Map<string, Value>([
    ['pi', Math.PI],
    ['e', Math.E],
    ['tau', 2 * Math.PI],
    ['inf', Infinity],
    ['nan', NaN],
    ...Object.entries(FUNCTIONS).map(([name, call]): [string, Value] => [
      name,
      new Builtin(name, onNumbers(call)),
    ]),
  ]),
);
