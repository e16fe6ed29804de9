import { say } from '../../../core';
import { itemOf } from '../../numpy/convert';
import { NdArray } from '../../numpy/ndarray';
import { PyError } from '../signals';
import { plainValue } from '../special';
import { Builtin, Unknown, type Value } from '../values';

/** The largest factorial that is computed. */
const MOST = 500n;

const tooLarge = () => new Unknown('a very large number');

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The product of whole numbers, both ends included. */
function product(from: bigint, to: bigint): bigint {
  let result = 1n;
  for (let i = from; i <= to; i++) result *= i;
  return result;
}

function squareRoot(n: bigint): bigint {
  if (n < 0n) throw new PyError('ValueError', say('math domain error'));
  let root = BigInt(Math.floor(Math.sqrt(Number(n))));
  while (root * root > n) root--;
  while ((root + 1n) * (root + 1n) <= n) root++;
  return root;
}

const FUNCTIONS: Readonly<Record<string, (...numbers: bigint[]) => Value>> = {
  gcd: (...numbers) => numbers.reduce(gcd, 0n),
  lcm: (...numbers) =>
    numbers.reduce((a, b) => (a === 0n || b === 0n ? 0n : (a / gcd(a, b)) * b), 1n),
  factorial: (n = 0n) => {
    if (n < 0n) throw new PyError('ValueError', say('math domain error'));
    return n > MOST ? tooLarge() : product(2n, n);
  },
  comb: (n = 0n, k = 0n) => {
    if (k > n) return 0n;
    const size = k < n - k ? k : n - k;
    return size > MOST ? tooLarge() : product(n - size + 1n, n) / product(2n, size);
  },
  perm: (n = 0n, k = n) => (k > n ? 0n : k > MOST ? tooLarge() : product(n - k + 1n, n)),
  isqrt: (n = 0n) => squareRoot(n),
};

function wholeOf(given: Value): bigint | undefined {
  const value = plainValue(given);
  if (typeof value === 'bigint' || typeof value === 'boolean') return BigInt(value);
  const isWhole = value instanceof NdArray && /^u?int/.test(value.dtype);
  const item = isWhole && value.state === 'known' ? itemOf(value) : undefined;
  if (item !== undefined) return BigInt(item);
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
  return undefined;
}

/** The functions of `math` that are of whole numbers. */
export const wholeFunctions: readonly (readonly [string, Value])[] = Object.entries(FUNCTIONS).map(
  ([name, call]) => [
    name,
    new Builtin(name, ({ positional }) => {
      const numbers = positional.map(wholeOf);
      return numbers.every((number) => number !== undefined)
        ? call(...numbers)
        : new Unknown('the number is not known');
    }),
  ],
);
