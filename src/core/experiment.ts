import type { AffineInputs, GivenArray } from './computation';
import { isFloat, roundingOf, type DType } from './dtype';
import { affineGraph } from './graph';
import type { Loss } from './loss';
import { inferShapes } from './run';
import { sameShape, type Shape } from './shape';
import { targetFits } from './target';
import { filled } from './tensor';

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

/** The most entries that an axis of new inputs has. */
export const MOST_RANDOM = 64;

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

/**
 * The inputs with the experiment's numbers in them; where it draws new ones, `inputs` are those.
 * Edits that no longer fit, and a target that does not, change nothing.
 */
export function experimentOn(inputs: AffineInputs, experiment: Experiment): AffineInputs {
  const { X, W, b, dY, loss } = upstreamed(inputs, experiment);
  const editsOf = (wanted: CellEdit['id']) => experiment.cells.filter(({ id }) => id === wanted);
  return {
    X: withEdits(X, editsOf('X')),
    W: withEdits(W, editsOf('W')),
    ...(b ? { b: withEdits(b, editsOf('b')) } : {}),
    ...(dY ? { dY: withEdits(dY, editsOf('dY')) } : {}),
    ...(loss ? { loss } : {}),
  };
}

/** The inputs as the edits find them: a gradient that is edited but not given is one of all ones. */
function upstreamed(inputs: AffineInputs, { cells, upstream }: Experiment): AffineInputs {
  const { X, W, b, dY } = inputs;
  const layer = { X, W, ...(b ? { b } : {}) };
  const shape = outputShape(inputs);
  if (upstream && upstream.kind !== 'ones') {
    return shape && targetFits(upstream, shape) ? { ...layer, loss: upstream } : inputs;
  }
  const isGiven = !upstream && dY?.shape && shape && sameShape(dY.shape, shape);
  if (isGiven || !shape || !cells.some(({ id }) => id === 'dY')) return upstream ? layer : inputs;
  return { ...layer, dY: { ...filled(shape, 1), state: 'known' } };
}

/** The shape of Y; undefined where the shapes of the inputs clash. */
export function outputShape({ X, W, b }: AffineInputs): Shape | undefined {
  const graph = affineGraph({ bias: b !== undefined });
  const leaves = Object.entries({ X, W, b }).flatMap(([id, array]) =>
    array?.shape ? [[id, array.shape] as const] : [],
  );
  return inferShapes(graph, new Map(leaves)).shapes.get(graph.output);
}

function withEdits(array: GivenArray, edits: readonly CellEdit[]): GivenArray {
  const { data } = array;
  const fitting = data ? edits.filter(({ cell }) => cell < data.length) : [];
  if (fitting.length === 0) return array;
  const dtype = typeFor(array.dtype, fitting);
  const round = roundingOf(dtype) ?? ((entry: number) => entry);
  const edited = data!.slice();
  for (const { cell, value } of fitting) edited[cell] = round(value);
  return { ...array, dtype, data: edited };
}

/** An array of whole numbers becomes one of floats with the first that is none, as a literal would. */
function typeFor(dtype: DType, edits: readonly CellEdit[]): DType {
  const isWhole = edits.every(({ value }) => Number.isInteger(value) && !Object.is(value, -0));
  if (isFloat(dtype) || isWhole) return dtype === 'bool' ? 'int64' : dtype;
  return 'float64';
}

/**
 * An experiment without the edits that say what the inputs say anyway. Those beyond the ends of an
 * array stay: it may get its shape back.
 */
export function settled(inputs: AffineInputs, experiment: Experiment): Experiment {
  const base = upstreamed(inputs, experiment);
  const cells = experiment.cells.filter(({ id, cell, value }) => {
    const array = base[id];
    const round = array && roundingOf(typeFor(array.dtype, [{ id, cell, value }]));
    return !Object.is(array?.data?.[cell], round ? round(value) : value);
  });
  return cells.length < experiment.cells.length ? { ...experiment, cells } : experiment;
}

/** The edits of an experiment that change a number of these inputs. */
export function editsOn(inputs: AffineInputs, experiment: Experiment): readonly CellEdit[] {
  const base = upstreamed(inputs, experiment);
  return experiment.cells.filter(({ id, cell }) => cell < (base[id]?.data?.length ?? 0));
}
