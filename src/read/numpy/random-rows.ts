import { say, sizeOf, type DType, type Shape } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { Unknown, type Args, type Value } from '../python/values';
import { arrayOf, integerOf, taped, type NumpyFunction } from './arguments';
import { makeArray } from './ndarray';
import { onArrays } from './operands';
import { sizeArgument } from './random';
import type { Stream } from './random-seeds';
import { gamma } from './streams/continuous';
import { binomial } from './streams/binomial';

/** A `size` and the length of one draw behind it. */
function rowsOf(size: Value | undefined, length: number): Shape | undefined {
  const own = sizeArgument(size);
  return own && [...own, length];
}

/** Draws of several numbers at once: `next` gives those of one. */
function drawnRows(
  { state }: Stream,
  shape: Shape | undefined,
  dtype: DType,
  args: Args,
  next: () => ArrayLike<number>,
): Value {
  if (!shape) return new Unknown('a length of its shape is not known');
  if (!args.runtime.limits.hasRoomFor(shape)) throw new Unread();
  const width = shape.at(-1)!;
  const data = new Float64Array(sizeOf(shape));
  for (let at = 0; at < data.length; at += width) data.set(next(), at);
  return makeArray(shape, data, dtype, state, taped('random', [], args));
}

/** How often each of several outcomes comes up. */
export const multinomial =
  (stream: Stream): NumpyFunction =>
  (args, runtime) => {
    const { n, pvals, size } = bind(args, 'n', 'pvals', 'size');
    const count = integerOf(n);
    return onArrays([pvals], runtime, (given) => {
      const p = given.entries();
      if (count === undefined || !p || given.ndim !== 1 || given.state !== 'known')
        throw new Unread();
      if (p.slice(0, -1).reduce((sum, each) => sum + each, 0) > 1 + 1e-12) {
        throw new PyError('ValueError', say('sum(pvals[:-1]) > 1.0'));
      }
      return drawnRows(stream, rowsOf(size, p.length), 'int64', args, () =>
        shares(stream, count, p),
      );
    });
  };

function shares({ source }: Stream, count: number, p: Float64Array): number[] {
  const counts = new Array<number>(p.length).fill(0);
  let [rest, restP] = [count, 1];
  for (let j = 0; j < p.length - 1 && rest > 0; j++) {
    counts[j] = binomial(source, rest, p[j]! / restP);
    rest -= counts[j]!;
    restP -= p[j]!;
  }
  if (rest > 0) counts[p.length - 1] = rest;
  return counts;
}

/** Shares that add up to 1. */
export const dirichlet =
  (stream: Stream): NumpyFunction =>
  (args, runtime) => {
    const { alpha, size } = bind(args, 'alpha', 'size');
    return onArrays([alpha], runtime, (given) => {
      const own = given.entries();
      if (!own || given.ndim !== 1 || given.state !== 'known') throw new Unread();
      if (!stream.source.isLegacy && own.every((each) => each < 0.1)) throw new Unread();
      return drawnRows(stream, rowsOf(size, own.length), 'float64', args, () => {
        const draws = own.map((each) => gamma(stream.source, each));
        const inverse = 1 / draws.reduce((sum, each) => sum + each, 0);
        return draws.map((each) => each * inverse);
      });
    });
  };

/** The shape only: the numbers depend on signs that are LAPACK's whim. The stream is followed. */
export const multivariateNormal =
  (stream: Stream): NumpyFunction =>
  (args, runtime) => {
    const { mean, size } = bind(args, 'mean', 'cov', 'size', 'check_valid', 'tol');
    const center = arrayOf(mean, runtime);
    if (center instanceof Unknown) return center;
    const shape = rowsOf(size, center.size);
    if (!shape) return new Unknown('a length of its shape is not known');
    for (let i = sizeOf(shape); i > 0; i--) stream.source.normal();
    return makeArray(shape, undefined, 'float64', stream.state);
  };
