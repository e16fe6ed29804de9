import type { AffineInputs, GivenArray } from './computation';
import type { Loss } from './loss';

/** A number put in the place of another one. */
export interface CellEdit {
  /** Which input, or `dY` for the upstream gradient. */
  readonly id: 'X' | 'W' | 'b' | 'dY';
  /** Row-major. */
  readonly cell: number;
  readonly value: number;
}

/** New inputs of other sizes, drawn as `np.random.default_rng(seed)` draws them: X, W, b, then dY. */
export interface RandomInputs {
  readonly N: number;
  readonly D: number;
  readonly H: number;
  readonly distribution: 'standard_normal' | 'uniform' | 'integers';
  readonly seed: number;
}

/**
 * What the user tries in the panel instead of what the code says: a value, so that undoing is going
 * back to an earlier one.
 */
export interface Experiment {
  readonly random?: RandomInputs;
  readonly cells: readonly CellEdit[];
  /** Where the upstream gradient comes from, if not from the code. */
  readonly upstream?: { readonly kind: 'ones' } | Loss;
}

/** The code as it is. */
export const noExperiment: Experiment = { cells: [] };

/** Whether an experiment changes anything. */
export function isExperiment({ random, cells, upstream }: Experiment): boolean {
  return random !== undefined || upstream !== undefined || cells.length > 0;
}

/** An experiment with one more number changed; the latest of several in the same place counts. */
export function withCell(experiment: Experiment, edit: CellEdit): Experiment {
  const others = experiment.cells.filter(({ id, cell }) => id !== edit.id || cell !== edit.cell);
  return { ...experiment, cells: [...others, edit] };
}

/** The inputs with the experiment's numbers in them. Edits that no longer fit change nothing. */
export function experimentOn(inputs: AffineInputs, { cells, upstream }: Experiment): AffineInputs {
  return cells.reduce(edited, upstream ? withUpstream(inputs, upstream) : inputs);
}

function withUpstream(
  { X, W, b }: AffineInputs,
  upstream: NonNullable<Experiment['upstream']>,
): AffineInputs {
  const layer = { X, W, ...(b ? { b } : {}) };
  return upstream.kind === 'ones' ? layer : { ...layer, loss: upstream };
}

function edited(inputs: AffineInputs, { id, cell, value }: CellEdit): AffineInputs {
  const array: GivenArray | undefined = inputs[id];
  if (!array?.data || cell >= array.data.length) return inputs;
  const data = array.data.slice();
  data[cell] = value;
  return { ...inputs, [id]: { ...array, data } };
}
