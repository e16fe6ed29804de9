import { type Slot, type Step } from '../../src/core';
import { hasCell } from '../cells/places';
import { knownAt } from '../arrays/panel-array';
import { shapeOf, slotKey, type Model } from '../model';
import type { Picture } from '../scene-view';

/** So many samples have a sheet of their own; of more, the first three and the one at hand have. */
const MOST_SHEETS = 4;
/** So many of the samples without a sheet are named, the largest first. */
const MOST_NAMED = 3;

/** What one sample adds to dW: row n of X stood up, times row n of dY. */
export interface Sample {
  readonly n: number;
  /** The sheet's Σ|·| = Σ|x_n|·Σ|dy_n|; undefined where numbers are not known. */
  readonly size: number | undefined;
  /** Its part of all sheets' Σ|·|, from 0 to 1; undefined where there is no such part. */
  readonly share: number | undefined;
}

/** dW (D×H) as the sum of N sheets, one for each sample. */
export interface OuterSum {
  readonly left: Slot;
  readonly upstream: Slot;
  readonly D: number;
  readonly H: number;
  readonly samples: readonly Sample[];
  /** Σ|·| over all sheets. */
  readonly total: number | undefined;
}

const sums = new WeakMap<Model, OuterSum>();

/** Whether a step is read as a sum of outer products. */
export function isOuter({ view }: Pick<Picture, 'view'>, step: Step): boolean {
  return view.reading === 'outer' && hasReadings(step);
}

/** Whether a step can be read in two ways: the gradient of a product's right operand can. */
export function hasReadings({ kind, node, input, cells, terms }: Step): boolean {
  return kind === 'backward' && node?.op.name === 'dot' && input === 1 && cells * terms > 0;
}

/** The sheets of a step that has readings, worked out once for a model. */
export function outerSum(model: Model, step: Step): OuterSum {
  const kept = sums.get(model);
  if (kept) return kept;
  const node = step.node!;
  const left: Slot = { lane: 'value', id: node.inputs[0]! };
  const upstream: Slot = { lane: 'gradient', id: node.output };
  const [D, H = 1] = shapeOf(model, { lane: 'value', id: node.inputs[1]! }) as [number, number?];
  const N = step.terms;
  const X = model.array(left)?.data;
  const dY = model.array(upstream)?.data;
  const sizes = Array.from({ length: N }, (_, n) =>
    X && dY ? magnitude(X, n * D, D) * magnitude(dY, n * H, H) : undefined,
  );
  const total = X && dY ? sizes.reduce<number>((sum, size) => sum + size!, 0) : undefined;
  const share = (size: number | undefined) =>
    size === undefined || !total || !Number.isFinite(total) ? undefined : size / total;
  const samples = sizes.map((size, n): Sample => ({ n, size, share: share(size) }));
  const sum = { left, upstream, D, H, samples, total };
  sums.set(model, sum);
  return sum;
}

/** Σ|·| of a run of entries. */
function magnitude(data: Float64Array, start: number, count: number): number {
  let sum = 0;
  for (let i = start; i < start + count; i++) sum += Math.abs(data[i]!);
  return sum;
}

/** The number a sample's sheet has for a cell of dW; undefined where it is not known. */
export function sheetEntry(
  model: Model,
  { left, upstream, D, H }: OuterSum,
  n: number,
  cell: number,
): number | undefined {
  const x = knownAt(model.array(left), n * D + Math.floor(cell / H));
  const dy = knownAt(model.array(upstream), n * H + (cell % H));
  return x === undefined || dy === undefined ? undefined : x * dy;
}

/** Samples without a sheet of their own. */
export interface OtherSamples {
  readonly count: number;
  readonly share: number | undefined;
  /** Those of the largest share, largest first. */
  readonly largest: readonly Sample[];
}

/** Which samples are drawn with their sheets, and what is left. */
export function chosenSamples(
  { samples }: OuterSum,
  current: number | undefined,
): { readonly drawn: readonly Sample[]; readonly others: OtherSamples } {
  const isDrawn = ({ n }: Sample) => samples.length <= MOST_SHEETS || n < 3 || n === current;
  const rest = samples.filter((sample) => !isDrawn(sample));
  const isKnown = rest.every(({ share }) => share !== undefined);
  return {
    drawn: samples.filter(isDrawn),
    others: {
      count: rest.length,
      share: isKnown ? rest.reduce((sum, { share }) => sum + share!, 0) : undefined,
      largest: isKnown
        ? rest.toSorted((a, b) => b.share! - a.share! || a.n - b.n).slice(0, MOST_NAMED)
        : [],
    },
  };
}

/** The cell a whole step is explained by: the one that is pointed at, the pinned one, else the first. */
export function shownCell({ model, pointed, view }: Picture, ...slots: readonly Slot[]): number {
  const keys = slots.map(slotKey);
  const placed = [pointed, view.pinned].find(
    (one) => one && keys.includes(slotKey(one.slot)) && hasCell(model, one),
  );
  return placed?.cell ?? 0;
}
