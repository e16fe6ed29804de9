/** Splits a float into halves whose products are exact. */
const SPLITTER = 2 ** 27 + 1;

/** What the product of a float with itself loses when it is rounded. */
function lostOfSquare(x: number, square: number): number {
  const scaled = SPLITTER * x;
  const high = scaled - (scaled - x);
  const low = x - high;
  return low * low - (square - high * high - 2 * high * low);
}

/** The length of a vector, as good as rounded once: what each step loses is kept beside the sum. */
export function hypot(...numbers: number[]): number {
  const largest = Math.max(0, ...numbers.map(Math.abs));
  if (numbers.some((x) => Math.abs(x) === Infinity)) return Infinity;
  if (largest === 0 || Number.isNaN(largest)) return largest;
  // A power of two scales without rounding.
  const scale = 2 ** -Math.floor(Math.log2(largest));
  let [sum, lost] = [0, 0];
  for (const number of numbers) {
    const x = number * scale;
    const square = x * x;
    const next = sum + square;
    const kept = next - sum;
    lost += sum - (next - kept) + (square - kept) + lostOfSquare(x, square);
    sum = next;
  }
  const root = Math.sqrt(sum + lost);
  const rest = sum - root * root - lostOfSquare(root, root * root) + lost;
  return (root + rest / (2 * root)) / scale;
}
