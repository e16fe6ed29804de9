import { rowsAndColumns } from './shape';
import type { Tensor } from './tensor';

/** A loss at the end of the layer, with what Y should have been. */
export interface Loss {
  readonly kind: 'half-squared' | 'softmax';
  /** Entries in row-major order: T of Y's shape, or for the softmax one class for each sample. */
  readonly target: readonly number[];
  /** Whether the sum over the samples is divided by their number. */
  readonly isMean: boolean;
}

/** Where the gradient of Y comes from. */
export interface Upstream {
  /** `given` by the code, `ones` standing in for one that is not given, or that of a loss. */
  readonly kind: 'given' | 'ones' | Loss['kind'];
  /** What the loss was measured with, and how large it is. */
  readonly loss?: Loss & { readonly value: number };
}

/** What a loss gives: its value, and its gradient, in the shape of Y. */
export interface LossPass {
  readonly value: number;
  readonly dY: Tensor;
}

/**
 * The loss of Y and its gradient (Deep Learning from Scratch, 4.2 and 5.6.3): ½Σ(Y−T)² with dY = Y−T,
 * or the cross-entropy of a softmax over each row with dY = softmax(Y) − T, T one-hot; both divided by
 * N if the loss is a mean, which of no samples is NaN. A 1-D Y is one sample. Throws RangeError if the
 * target does not fit Y, naming the sample whose class is none of Y's columns.
 */
export function lossOf(Y: Tensor, loss: Loss): LossPass {
  const { rows: N, columns: H } = rowsAndColumns(Y.shape);
  const wanted = loss.kind === 'softmax' ? N : N * H;
  if (loss.target.length !== wanted) {
    throw new RangeError(`a target for ${wanted} entries, not ${loss.target.length}`);
  }
  const { value, T, from } =
    loss.kind === 'softmax'
      ? crossEntropy(Y, N, H, loss.target)
      : halfSquared(Y, Float64Array.from(loss.target));
  const samples = loss.isMean ? N : 1;
  const data = from.map((entry, i) => (entry - T[i]!) / samples);
  return { value: value / samples, dY: { shape: Y.shape, dtype: 'float64', data } };
}

/** A loss that is not divided yet, and the two arrays whose difference is its gradient. */
interface Total {
  readonly value: number;
  readonly from: Float64Array;
  readonly T: Float64Array;
}

function halfSquared({ data: Y }: Tensor, T: Float64Array): Total {
  const value = Y.reduce((sum, entry, i) => sum + (entry - T[i]!) ** 2, 0) / 2;
  return { value, from: Float64Array.from(Y), T };
}

function crossEntropy(Y: Tensor, N: number, H: number, classes: readonly number[]): Total {
  const T = oneHot(classes, H);
  let value = 0;
  for (let n = 0; n < N; n++) {
    const { row, sum } = shifted(Y.data.subarray(n * H, (n + 1) * H));
    value += Math.log(sum) - row[classes[n]!]!;
  }
  return { value, from: softmax(Y).data, T };
}

/**
 * The softmax of each row: exp of its entries, divided by their sum, so that a row of Y becomes
 * probabilities. A row with NaN or +∞ in it becomes NaN, as in NumPy.
 */
export function softmax(Y: Tensor): Tensor {
  const { rows: N, columns: H } = rowsAndColumns(Y.shape);
  const data = new Float64Array(N * H);
  for (let n = 0; n < N; n++) {
    const { row, sum } = shifted(Y.data.subarray(n * H, (n + 1) * H));
    data.set(
      row.map((entry) => Math.exp(entry) / sum),
      n * H,
    );
  }
  return { shape: Y.shape, dtype: 'float64', data };
}

/** The row less its largest entry, which changes no softmax but cannot overflow, and its sum of exp. */
function shifted(entries: Float64Array): { row: Float64Array; sum: number } {
  const most = entries.reduce((a, b) => Math.max(a, b), -Infinity);
  const row = entries.map((entry) => entry - most);
  return { row, sum: row.reduce((sum, entry) => sum + Math.exp(entry), 0) };
}

/** One row of `H` for each class, 1 at the class and 0 elsewhere. Throws RangeError. */
export function oneHot(classes: readonly number[], H: number): Float64Array {
  const data = new Float64Array(classes.length * H);
  classes.forEach((label, n) => {
    if (!Number.isInteger(label) || label < 0 || label >= H) {
      const allowed = H > 0 ? `the classes are 0 to ${H - 1}` : 'there are no classes';
      throw new RangeError(`sample ${n} has class ${label}, but ${allowed}`);
    }
    data[n * H + label] = 1;
  });
  return data;
}
