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
 * N if the loss is a mean. Throws RangeError if the target does not fit Y.
 */
export function lossOf(Y: Tensor, loss: Loss): LossPass {
  const { rows: N, columns: H } = rowsAndColumns(Y.shape);
  const wanted = loss.kind === 'softmax' ? N : N * H;
  if (loss.target.length !== wanted) {
    throw new RangeError(`a target for ${wanted} entries, not ${loss.target.length}`);
  }
  const { value, data } =
    loss.kind === 'softmax'
      ? crossEntropy(Y.data, N, H, loss.target)
      : halfSquared(Y.data, loss.target);
  const share = loss.isMean && N > 0 ? 1 / N : 1;
  return {
    value: value * share,
    dY: { shape: Y.shape, dtype: 'float64', data: data.map((entry) => entry * share) },
  };
}

function halfSquared(Y: Float64Array, T: readonly number[]) {
  const data = Y.map((entry, i) => entry - T[i]!);
  return { value: data.reduce((sum, entry) => sum + (entry * entry) / 2, 0), data };
}

/** The largest entry of a row is taken off before exp, which changes nothing but cannot overflow. */
function crossEntropy(Y: Float64Array, N: number, H: number, classes: readonly number[]) {
  const data = new Float64Array(N * H);
  let value = 0;
  for (let n = 0; n < N; n++) {
    const row = Y.subarray(n * H, (n + 1) * H);
    const most = row.reduce((a, b) => Math.max(a, b), -Infinity);
    const powers = row.map((entry) => Math.exp(entry - most));
    const sum = powers.reduce((a, b) => a + b, 0);
    const label = classes[n]!;
    value += Math.log(sum) - (row[label]! - most);
    for (let h = 0; h < H; h++) data[n * H + h] = powers[h]! / sum - (h === label ? 1 : 0);
  }
  return { value, data };
}
