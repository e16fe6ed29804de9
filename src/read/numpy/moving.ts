import { say } from '../../core';
import { bind } from '../python/runtime';
import { PyError } from '../python/signals';
import { type Args } from '../python/values';
import { axesOf, integerOf, taped, type NumpyFunction } from './arguments';
import { NdArray, type Tape } from './ndarray';
import { onArrays } from './operands';
import { normalizeAxis } from './reduce';
import { reshape, take, transpose } from './shaping';
import { flattened } from './joining';

/** Axes moved, all others in their order. */
export const moving =
  (orderOf: (ndim: number, from: number, to: number) => number[]): NumpyFunction =>
  (args, runtime) => {
    const { a, from, to } = bind(args, 'a', 'from', 'to');
    return onArrays([a], runtime, (x) => {
      const [source, target] = [from, to].map((axis) =>
        normalizeAxis(integerOf(axis) ?? 0, x.ndim),
      );
      const order = orderOf(x.ndim, source!, target!);
      return transpose(x, order, taped('transpose', [x], args));
    });
  };

/** The axes of an array of so many, in order. */
export const axesUpTo = (ndim: number): number[] => Array.from({ length: ndim }, (_, axis) => axis);

/** A view that runs backwards along axes. */
export const flipper =
  (fixed?: number): NumpyFunction =>
  (args, runtime) => {
    const { m, axis } = bind(args, 'm', 'axis');
    return onArrays([m], runtime, (x) => {
      const given = fixed === undefined ? axesOf(axis) : [fixed];
      const flipped = given?.map((each) => normalizeAxis(each, x.ndim)) ?? axesUpTo(x.ndim);
      const offset = flipped.reduce(
        (at, each) => at + Math.max(0, x.shape[each]! - 1) * x.strides[each]!,
        x.offset,
      );
      const strides = x.strides.map((stride, each) => (flipped.includes(each) ? -stride : stride));
      return x.view({ shape: x.shape, strides, offset, tape: taped('flip', [x], args) });
    });
  };

/** Entries moved along axes; what falls out at the end comes in at the start. */
export const roll: NumpyFunction = (args, runtime) => {
  const { a, shift, axis } = bind(args, 'a', 'shift', 'axis');
  const shifts = axesOf(shift) ?? [];
  return onArrays([a], runtime, (x) => {
    const tape = taped('roll', [x], args);
    const axes = axesOf(axis);
    if (!axes)
      return reshape(rolled(flattened(x, args), 0, shifts[0] ?? 0, args, tape), x.shape, tape);
    if (shifts.length !== axes.length && shifts.length !== 1 && axes.length !== 1) {
      throw new PyError('ValueError', say('roll needs as many shifts as axes'));
    }
    const count = Math.max(axes.length, shifts.length);
    return Array.from({ length: count }, (_, i) => i).reduce((own, i) => {
      const along = normalizeAxis(axes[axes.length === 1 ? 0 : i]!, x.ndim);
      return rolled(own, along, shifts[shifts.length === 1 ? 0 : i]!, args, tape);
    }, x);
  });
};

function rolled(x: NdArray, axis: number, by: number, { runtime }: Args, tape: Tape): NdArray {
  const length = x.shape[axis]!;
  const index = Array.from({ length }, (_, i) => (((i - by) % length) + length) % length);
  return take(x, index, axis, runtime.limits, tape);
}

/** Axes that move to other places, all others in their order. */
export const moveaxis: NumpyFunction = (args, runtime) => {
  const { a, source, destination } = bind(args, 'a', 'source', 'destination');
  return onArrays([a], runtime, (x) => {
    const [from, to] = [source, destination].map((axes) =>
      (axesOf(axes) ?? []).map((axis) => normalizeAxis(axis, x.ndim)),
    ) as [number[], number[]];
    if (
      from.length !== to.length ||
      new Set(from).size < from.length ||
      new Set(to).size < to.length
    ) {
      throw new PyError('ValueError', say('moveaxis needs as many new places as axes'));
    }
    const order = axesUpTo(x.ndim).filter((axis) => !from.includes(axis));
    const moves = to.map((at, i) => [at, from[i]!] as const).sort(([p], [q]) => p - q);
    for (const [at, axis] of moves) order.splice(at, 0, axis);
    return transpose(x, order, taped('transpose', [x], args));
  });
};
