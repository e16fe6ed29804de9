import {
  sizeOf,
  targetFits,
  type AffineInputs,
  type Experiment,
  type GivenArray,
  type Loss,
  type RandomInputs,
  type Shape,
} from '../../core';
import { seededGenerator, type Source } from './streams/source';

/** The seed of a target that is drawn for the code's own numbers. */
const TARGET_SEED = 0;

/** How each distribution draws: `standard_normal()`, `uniform(-1, 1)`, `integers(-5, 6)`. */
const draws: Readonly<Record<RandomInputs['distribution'], (source: Source) => number>> = {
  standard_normal: (source) => source.normal(),
  uniform: (source) => -1 + 2 * source.uniform(),
  integers: (source) => -5 + source.below(10),
};

/** Inputs that were drawn, and the stream as it goes on from there. */
export interface Drawn {
  readonly inputs: AffineInputs;
  readonly source: Source;
}

/**
 * What NumPy draws from `rng = np.random.default_rng(seed)`, number for number: X of (N,D), W of (D,H),
 * b of (H,) if the layer has a bias, dY of (N,H).
 */
export function drawInputs(random: RandomInputs, hasBias: boolean): Drawn {
  const { N, D, H, distribution, seed } = random;
  const source = seededGenerator([BigInt(seed)]);
  const draw = (shape: Shape): GivenArray => ({
    shape,
    data: Float64Array.from({ length: sizeOf(shape) }, () => draws[distribution](source)),
    dtype: distribution === 'integers' ? 'int64' : 'float64',
    state: 'known',
  });
  const X = draw([N, D]);
  const W = draw([D, H]);
  const b = hasBias ? { b: draw([H]) } : {};
  return { inputs: { X, W, ...b, dY: draw([N, H]) }, source };
}

/**
 * An experiment whose loss has a target for a Y of this shape: its own, or one drawn after the inputs
 * (with the code's own inputs, from `default_rng(0)`): T as the inputs are drawn, else
 * `rng.standard_normal`; the classes by `rng.integers(0, H, N)`.
 */
export function withTarget(
  experiment: Experiment,
  shape: Shape | undefined,
  drawn: Drawn | undefined,
): Experiment {
  const { upstream, random } = experiment;
  if (!shape || !upstream || upstream.kind === 'ones' || targetFits(upstream, shape)) {
    return experiment;
  }
  const source = drawn?.source.copy() ?? seededGenerator([BigInt(TARGET_SEED)]);
  const target = drawTarget(upstream, shape, random?.distribution ?? 'standard_normal', source);
  return { ...experiment, upstream: { ...upstream, target } };
}

function drawTarget(
  { kind }: Loss,
  shape: Shape,
  distribution: RandomInputs['distribution'],
  source: Source,
): number[] {
  const size = sizeOf(shape);
  const classes = shape.at(-1) ?? 1;
  return kind === 'softmax'
    ? Array.from({ length: sizeOf(shape.slice(0, -1)) }, () => source.below(classes - 1))
    : Array.from({ length: size }, () => draws[distribution](source));
}
