import { sameShape } from '../../core';
import type { AffineReading, Binding, ReadArray } from '../reading';

/** What X, W, b and dY are called where the code does not multiply them, most usual first. */
const NAMES = {
  X: /^(x|xs|inputs?|data|x_(train|batch|data))$/i,
  W: /^(w\d?|weights?|w_\w+)$/i,
  b: /^(b\d?|bias(es)?|b_\w+)$/i,
  dY: /^(d_?y|d_?out|dl_?dy|d_?output|grad(ient)?(_?(y|out|output))?|upstream(_?grad(ient)?)?|delta)$/i,
} as const;

/** The last binding whose name and shape fit a role. */
function named(
  bindings: readonly Binding[],
  role: keyof typeof NAMES,
  fits: (value: ReadArray) => boolean,
): ReadArray | undefined {
  return bindings.findLast(({ name, value }) => NAMES[role].test(name) && fits(value))?.value;
}

const rank =
  (...ranks: number[]) =>
  ({ shape }: ReadArray): boolean =>
    shape !== undefined && ranks.includes(shape.length);

/** An Affine computation on arrays that are only named as if for one. */
export function affineByNames(bindings: readonly Binding[]): AffineReading | undefined {
  const X = named(bindings, 'X', rank(1, 2));
  const W = named(bindings, 'W', rank(2));
  if (!X || !W) return undefined;
  const b = named(bindings, 'b', rank(1, 2));
  const dY = upstreamOf(upstreamsByName(bindings), X, W);
  return { X, W, ...(b ? { b } : {}), ...(dY ? { dY } : {}), foundBy: 'names', spans: {} };
}

/** The arrays that are named as an upstream gradient is, in the order of the code. */
export function upstreamsByName(bindings: readonly Binding[]): ReadArray[] {
  return bindings
    .filter(({ name, value }) => NAMES.dY.test(name) && value.shape && value.shape.length > 0)
    .map(({ value }) => value);
}

/** The last upstream gradient of the output's shape, or else the last one. */
export function upstreamOf(
  upstreams: readonly ReadArray[],
  X: ReadArray,
  W: ReadArray,
): ReadArray | undefined {
  const wanted = [...(X.shape?.slice(0, -1) ?? []), ...(W.shape?.slice(1) ?? [])];
  return upstreams.findLast(({ shape }) => sameShape(shape!, wanted)) ?? upstreams.at(-1);
}
