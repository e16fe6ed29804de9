/** The greatest common divisor. */
export function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** A large number without its sign. */
export const sizeOfBig = (a: bigint): bigint => (a < 0n ? -a : a);

/** The greatest common divisor of large numbers. */
export function gcdOfBig(a: bigint, b: bigint): bigint {
  let [x, y] = [sizeOfBig(a), sizeOfBig(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
