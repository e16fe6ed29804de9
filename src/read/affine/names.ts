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
  const dY = upstreamByName(bindings, X, W);
  return { X, W, ...(b ? { b } : {}), ...(dY ? { dY } : {}), foundBy: 'names', spans: {} };
}

/** An upstream gradient by its name and its shape, which must be the output's. */
export function upstreamByName(
  bindings: readonly Binding[],
  X: ReadArray,
  W: ReadArray,
): ReadArray | undefined {
  const wanted = [...(X.shape?.slice(0, -1) ?? []), ...(W.shape?.slice(1) ?? [])];
  const any = named(bindings, 'dY', ({ shape }) => shape !== undefined && shape.length > 0);
  return (
    named(bindings, 'dY', ({ shape }) => shape !== undefined && sameShape(shape, wanted)) ?? any
  );
}
