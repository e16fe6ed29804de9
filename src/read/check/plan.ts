import { affine, filled, sameShape, type Tensor } from '../../core';
import { NdArray } from '../numpy/ndarray';
import { Draws } from './draws';
import {
  biasShape,
  inputShape,
  outputShape,
  toRows,
  weightShape,
  type Form,
  type Sizes,
} from './form';
import type { Layer } from './layer';
import { sameEntries, scaled } from './matrices';
import { influencesOn, placesOf } from './parameters';
import type { Program } from './program';
import type { Subject } from './subjects';
import { waysToMake, type Way } from './ways';

/** How many shapes of matrices in a layer are tried as that of its W. */
const MOST_SHAPES = 4;

/** How a layer is made and run so that its forward pass can be understood. */
export interface Plan {
  readonly form: Form;
  /** Whether the forward pass is X·W + b and nothing more. */
  readonly isAffine: boolean;
  /** Where its parameters are: the paths of attributes, or `W` and `b` for arguments. */
  readonly W: string;
  readonly b: string | undefined;
  /** Makes a layer with arrays of these sizes. */
  readonly make: Way['make'];
  /** The sizes to try it with. */
  readonly sizes: readonly Sizes[];
}

/** Sizes that no two axes share, so that nothing fits by accident. */
export const PROBES: readonly Sizes[] = [
  { N: 4, D: 3, H: 2 },
  { N: 5, D: 4, H: 3 },
];

/** The same for samples of more axes: D is what one of them is flattened to. */
export const FLATTENED: readonly Sizes[] = [
  { N: 4, D: 6, H: 3 },
  { N: 5, D: 8, H: 3 },
];

/**
 * How a layer is to be run: as an affine one if that is possible, else as any layer with a W. Where
 * the program alone says how large it is, it keeps that size.
 */
export function planFor(
  program: Program,
  subject: Subject,
  wanted: (form: Form) => boolean = () => true,
): Plan | undefined {
  const all = waysToMake(program, subject).filter(({ form }) => wanted(form));
  const ways = all[0] && hasNoWeight(all[0]) ? [] : all;
  return bestOf(ways, () => [PROBES]) ?? bestOf(ways, fixedSizes);
}

/** Whether a layer can be made and run, and has no matrix in it or handed to it: an activation. */
function hasNoWeight({ form, make }: Way): boolean {
  const draws = new Draws(3);
  const layer = make(PROBES[0]!, draws);
  const X = draws.array(inputShape(form, PROBES[0]!));
  if (!layer?.forward(X)) return false;
  return !placesOf(layer).some((place) => {
    const value = place.read();
    return value?.shape.length === 2 && !sameEntries(value, X);
  });
}

/** The first plan that makes the layer an affine one, else the first one. */
export function bestOf(
  ways: readonly Way[],
  sizesOf: (way: Way) => readonly (readonly Sizes[])[],
): Plan | undefined {
  let other: Plan | undefined;
  for (const way of ways) {
    for (const sizes of sizesOf(way)) {
      const plan = understood(way, sizes);
      if (plan?.isAffine) return plan;
      other ??= plan;
    }
  }
  return other;
}

/** The sizes that the matrices of a layer leave, where it does not ask for any. */
export function fixedSizes({ make }: Way): (readonly Sizes[])[] {
  const shapes = (make(PROBES[0]!, new Draws(1))?.slots ?? []).flatMap(({ value }) =>
    value instanceof NdArray && value.ndim === 2 ? [value.shape] : [],
  );
  const unique = shapes.filter(
    (shape, i) => shapes.findIndex((other) => sameShape(other, shape)) === i,
  );
  return unique.slice(0, MOST_SHAPES).flatMap(([p, q]) => {
    const [N, M] = [...Array(8).keys()].map((i) => i + 2).filter((n) => n !== p && n !== q);
    const of = (D: number, H: number) => [
      { N: M!, D, H },
      { N: N!, D, H },
    ];
    return p === q ? [of(p!, q!)] : [of(p!, q!), of(q!, p!)];
  });
}

/** How a layer is run on samples of more axes, where it flattens them itself. */
export function flattening(plan: Plan): Plan | undefined {
  if (!plan.isAffine || plan.form.input !== 'rows') return undefined;
  const form: Form = { ...plan.form, input: 'stacked' };
  const stacked = understood({ form, make: plan.make }, FLATTENED);
  return stacked?.isAffine ? stacked : undefined;
}

/** A plan, where the forward pass of a layer made in this way depends on one W and at most one b. */
function understood({ form, make }: Way, probes: readonly Sizes[]): Plan | undefined {
  const sizes = probes[0]!;
  const draws = new Draws(1);
  const layer = make(sizes, draws);
  const X = draws.array(inputShape(form, sizes));
  if (!layer) return undefined;
  layer.warmUp(X);
  const found = influencesOn(layer, X);
  const W = found?.find((place) => isWeight(place.read()!, sizes));
  const [b, ...others] = found?.filter((place) => place !== W) ?? [];
  if (!W || others.length > 0) return undefined;
  const arrays = { W: W.read()!, b: b?.read() };
  const Y = layer.forward(X);
  const own = ownForms(form, sizes, arrays).filter(
    (own) => Y && sameShape(Y.shape, outputShape(own, sizes)),
  );
  const inputs = [X, scaled(X, -1), draws.array(X.shape), scaled(X, 3)];
  const affine = own.find((own) => isAffineIn(layer, own, arrays, inputs));
  const best = affine ?? own[0];
  const isSizable = probes.slice(1).every((other) => runsIn(form, make, other));
  if (!best || !isSizable) return undefined;
  return { form: best, isAffine: best === affine, W: W.path, b: b?.path, make, sizes: probes };
}

/** Whether a layer can be made and run in other sizes, too. */
function runsIn(form: Form, make: Way['make'], sizes: Sizes): boolean {
  const draws = new Draws(2);
  return make(sizes, draws)?.forward(draws.array(inputShape(form, sizes))) !== undefined;
}

/** Whether the output is X·W + b for several inputs: one alone may miss every bend of an activation. */
function isAffineIn(
  layer: Layer,
  form: Form,
  { W, b }: { readonly W: Tensor; readonly b: Tensor | undefined },
  inputs: readonly Tensor[],
): boolean {
  return inputs.every((X) => {
    const Y = layer.forward(X);
    return Y !== undefined && isProduct(form, X, W, b, Y);
  });
}

function isWeight({ shape }: Tensor, { D, H }: Sizes): boolean {
  return sameShape(shape, [D, H]) || sameShape(shape, [H, D]);
}

/** The forms that the arrays found may have: two, where W is square. */
function ownForms(
  { input }: Form,
  sizes: Sizes,
  { W, b }: { readonly W: Tensor; readonly b: Tensor | undefined },
): Form[] {
  const layouts: readonly Form['weights'][] = ['DH', 'HD'];
  const biases: readonly Form['bias'][] = ['flat', 'row', 'column'];
  return layouts
    .map((weights): Form => ({ input, weights, bias: 'none' }))
    .filter((form) => sameShape(W.shape, weightShape(form, sizes)))
    .flatMap((form) => {
      const bias = biases.find(
        (bias) => b && sameShape(b.shape, biasShape({ ...form, bias }, sizes)),
      );
      return b && !bias ? [] : [{ ...form, bias: bias ?? 'none' }];
    });
}

/** Whether Y is X·W + b in the layout of a form. */
function isProduct(form: Form, X: Tensor, W: Tensor, b: Tensor | undefined, Y: Tensor): boolean {
  const rows = toRows(form, 'Y', Y);
  const bias = b ? toRows(form, 'b', b) : filled(rows.shape.slice(1), 0);
  const wanted = affine({ X: toRows(form, 'X', X), W: toRows(form, 'W', W), b: bias }).Y;
  return sameEntries(rows, wanted);
}
