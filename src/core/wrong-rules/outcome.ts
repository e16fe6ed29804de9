import { relativeError } from '../check';
import { rowsAndColumns, sameShape } from '../shape';
import type { Sentence } from '../sentence';
import type { Tensor } from '../tensor';
import type { LayerArrays, WrongRule } from './rule';

/** Entries that differ by less than this share of the largest one are the same but for rounding. */
const ROUNDING = 1e-12;

/** Two numbers that should be the same and are not. */
export interface Difference {
  /** Row-major. */
  readonly cell: number;
  readonly got: number;
  readonly wanted: number;
}

/** What a wrong rule comes to, beside the right result. */
export type Outcome =
  /** NumPy refuses. */
  | { readonly kind: 'clash'; readonly message: Sentence }
  /** The result has another shape, which a look at the shapes gives away. */
  | { readonly kind: 'shape'; readonly got: Tensor }
  /** The shape is right: only the numbers can tell. With no differences the rule is right by luck. */
  | { readonly kind: 'values'; readonly got: Tensor; readonly comparison: Comparison };

/** Two arrays of one shape, compared cell by cell. */
export interface Comparison {
  /** The largest difference first. */
  readonly differences: readonly Difference[];
  readonly cells: number;
  /** The largest relative error of a cell, |got − wanted| / max(|got|, |wanted|); 0 where all are the same. */
  readonly relativeError: number;
}

/** Runs a wrong rule on a layer and compares it with the right result. */
export function outcomeOf(rule: WrongRule, layer: LayerArrays, wanted: Tensor): Outcome {
  const result = rule.run(layer);
  if (!result.ok) return { kind: 'clash', message: result.message };
  const got = result.tensor;
  if (!sameShape(got.shape, wanted.shape)) return { kind: 'shape', got };
  return { kind: 'values', got, comparison: compared(got, wanted) };
}

function compared(got: Tensor, wanted: Tensor): Comparison {
  const largest = [...got.data, ...wanted.data].reduce(
    (most, entry) => (Number.isFinite(entry) ? Math.max(most, Math.abs(entry)) : most),
    0,
  );
  const differences: Difference[] = [];
  got.data.forEach((entry, cell) => {
    const other = wanted.data[cell]!;
    const isSame = Object.is(entry, other) || Math.abs(entry - other) <= ROUNDING * largest;
    if (!isSame) differences.push({ cell, got: entry, wanted: other });
  });
  differences.sort((a, b) => sizeOfDifference(b) - sizeOfDifference(a));
  const errors = differences.map(relativeErrorOf);
  return {
    differences,
    cells: got.data.length,
    relativeError: errors.reduce((most, error) => Math.max(most, error), 0),
  };
}

/** A difference that is no number is larger than any. */
function sizeOfDifference({ got, wanted }: Difference): number {
  const size = Math.abs(got - wanted);
  return Number.isNaN(size) ? Number.MAX_VALUE : size;
}

/** As the numerical check has it; a difference that is no number is larger than any. */
function relativeErrorOf({ got, wanted }: Difference): number {
  const error = relativeError(got, wanted, 0);
  return Number.isNaN(error) ? Infinity : error;
}

/** Axes of one layer that are equally long, and so hide it when one stands for the other. */
export function equalAxes({ X, W }: Pick<LayerArrays, 'X' | 'W'>): string[] {
  const { rows: N } = rowsAndColumns(X.shape);
  const [D, H] = [W.shape[0]!, W.shape[1] ?? 1];
  if (N === D && D === H) return ['N = D = H'];
  return [
    ...(N === D ? ['N = D'] : []),
    ...(D === H ? ['D = H'] : []),
    ...(N === H ? ['N = H'] : []),
  ];
}
