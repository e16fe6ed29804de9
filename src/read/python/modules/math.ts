import { say } from '../../../core';
import { NdArray } from '../../numpy/ndarray';
import { itemOf } from '../../numpy/convert';
import { PyError } from '../signals';
import { plainValue } from '../special';
import { Builtin, PyModule, PyTuple, Unknown, type Args, type Value } from '../values';
import { hypot } from './hypot';
import { erf, erfc, gamma, logGamma } from './special-functions';
import { wholeFunctions } from './whole-math';

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
    const isFinite = numbers.every((number) => Number.isFinite(number));
    if (typeof result !== 'number' || Number.isFinite(result)) return result;
    const isBroken = Number.isNaN(result) ? !numbers.some(Number.isNaN) : isFinite;
    if (!isBroken) return result;
    const isPole = Number.isNaN(result) || numbers[0] === 0;
    throw isPole
      ? new PyError('ValueError', say('math domain error'))
      : new PyError('OverflowError', say('math range error'));
  };
}

function numberOf(value: Value): number | undefined {
  if (value instanceof NdArray) return value.state === 'known' ? itemOf(value) : undefined;
  const own = plainValue(value);
  return ['bigint', 'number', 'boolean'].includes(typeof own) ? Number(own) : undefined;
}

function whole(number: number): Value {
  return Number.isFinite(number) ? BigInt(number) : new Unknown('it is no whole number');
}

const FUNCTIONS: Readonly<Record<string, Numbers>> = {
  ...Object.fromEntries(FLOATS.map((name) => [name, (x: number) => (Math[name] as Numbers)(x)])),
  log: (x, base) => (base === undefined ? Math.log(x) : Math.log(x) / Math.log(base)),
  pow: (x, y) => x ** y,
  exp2: (x) => 2 ** x,
  fabs: Math.abs,
  hypot,
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
  modf: (x) => new PyTuple([Number.isFinite(x) ? x % 1 : 0, Math.trunc(x)]),
  frexp: (x) => {
    const exponent = x === 0 || !Number.isFinite(x) ? 0 : Math.floor(Math.log2(Math.abs(x))) + 1;
    return new PyTuple([x / 2 ** exponent, BigInt(exponent)]);
  },
  ldexp: (x, exponent) => x * 2 ** exponent,
  gamma,
  lgamma: logGamma,
  erf,
  erfc,
};

function onItems(name: string, make: (items: Value[], start: Value, args: Args) => Value): Builtin {
  return new Builtin(name, (args) => {
    const items = args.runtime.iterate(args.positional[0] ?? null);
    const start = args.keywords.get('start') ?? 1n;
    return items ? make([...items], start, args) : new Unknown('the numbers are not known');
  });
}

/** A sum that is rounded once, at its end: partial sums that do not overlap are kept apart. */
function exactSum(numbers: readonly number[]): number {
  let partials: number[] = [];
  for (const number of numbers) {
    let x = number;
    const kept: number[] = [];
    for (const partial of partials) {
      const [large, small] = Math.abs(x) < Math.abs(partial) ? [partial, x] : [x, partial];
      const high = large + small;
      const low = small - (high - large);
      if (low !== 0) kept.push(low);
      x = high;
    }
    partials = [...kept, x];
  }
  return partials.reduceRight((total, partial) => total + partial, 0);
}

function isClose({ positional, keywords }: Args): Value {
  const [a, b] = positional.map(numberOf);
  if (a === undefined || b === undefined) return new Unknown('the number is not known');
  const relative = numberOf(keywords.get('rel_tol') ?? 1e-9) ?? 0;
  const absolute = numberOf(keywords.get('abs_tol') ?? 0) ?? 0;
  if (a === b) return true;
  const size = Math.max(Math.abs(a), Math.abs(b));
  return size !== Infinity && Math.abs(a - b) <= Math.max(relative * size, absolute);
}

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
    ...wholeFunctions,
    [
      'prod',
      onItems('prod', ([item, ...rest], start, args) =>
        [...(item === undefined ? [] : [item]), ...rest].reduce<Value>(
          (product, each) => args.runtime.binary('*', product, each, args),
          start,
        ),
      ),
    ],
    ['fsum', onItems('fsum', (items) => exactSum(items.map((item) => numberOf(item) ?? NaN)))],
    [
      'dist',
      new Builtin('dist', ({ positional: [p, q], runtime }) => {
        const [a, b] = [p, q].map((point) =>
          [...(runtime.iterate(point ?? null) ?? [])].map((each) => numberOf(each) ?? NaN),
        );
        return hypot(...a!.map((x, i) => x - b![i]!));
      }),
    ],
    ['isclose', new Builtin('isclose', isClose)],
  ]),
);
