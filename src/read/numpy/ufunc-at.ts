import { broadcastShapes, isClash, sameShape, say } from '../../core';
import { bind } from '../python/runtime';
import { PyError } from '../python/signals';
import { ELLIPSIS, Unknown, type Value } from '../python/values';
import { arrayOf, taped, type NumpyFunction } from './arguments';
import { broadcastEntries } from './broadcasting';
import { copyArray } from './convert';
import { getItem, setItem } from './indexing';
import { makeArray, NdArray } from './ndarray';
import { reshape } from './shaping';
import { binaryOf } from './ufuncs';

/** `np.add.at(x, index, values)`: in place, once for each time an index stands there. */
export const at =
  (name: string): NumpyFunction =>
  (args, runtime) => {
    const { a, indices, b } = bind(args, 'a', 'indices', 'b');
    if (!(a instanceof NdArray) || indices === undefined) {
      throw new PyError('TypeError', say('an array argument is missing'));
    }
    const values = b === undefined ? new Unknown('') : arrayOf(b, runtime);
    const tape = taped('getitem', [a], args);
    const cells = indices instanceof Unknown ? undefined : cellsOf(a, indices, args);
    const own = cells && values instanceof NdArray ? valuesFor(values, cells) : undefined;
    const flat = copyArray(reshape(a, [a.size], tape));
    if (!cells || !own || !flat.buffer) {
      a.doubt('shape-only');
      return null;
    }
    for (const round of roundsOf(cells.entries()!)) {
      const places = listed(round.map((i) => cells.entries()![i]!));
      const added = makeArray(
        [round.length],
        Float64Array.from(round, (i) => own[i]!),
        (values as NdArray).dtype,
        (values as NdArray).state,
      );
      const before = getItem(flat, places, runtime.limits, tape)!;
      const after = binaryOf(name, before, added, args, runtime);
      setItem(flat, places, after, runtime.limits);
    }
    setItem(a, ELLIPSIS, reshape(flat, a.shape, tape), runtime.limits);
    return null;
  };

const listed = (places: readonly number[]): NdArray =>
  makeArray([places.length], Float64Array.from(places), 'int64', 'known');

/** Which entries of an array, in row-major order, an index names; undefined where that is not known. */
function cellsOf(
  a: NdArray,
  indices: Value,
  args: Parameters<NumpyFunction>[0],
): NdArray | undefined {
  const all = reshape(listed([...Array(a.size).keys()]), a.shape, taped('reshape', [a], args));
  const cells = getItem(all, indices, args.runtime.limits, taped('getitem', [a], args));
  return cells?.buffer ? cells : undefined;
}

/** A value for each entry that is named. Raises ValueError where they do not fit. */
function valuesFor(values: NdArray, { shape }: NdArray): Float64Array | undefined {
  const common = broadcastShapes(shape, values.shape);
  if (isClash(common) || !sameShape(common, shape)) {
    throw new PyError('ValueError', say('the values do not fit the places'), [values]);
  }
  const entries = values.entries();
  return entries && broadcastEntries(entries, values.shape, shape);
}

/** The places in order, so that each round names no entry twice. */
function roundsOf(cells: Float64Array): number[][] {
  const rounds: number[][] = [];
  const times = new Map<number, number>();
  cells.forEach((cell, i) => {
    const round = times.get(cell) ?? 0;
    times.set(cell, round + 1);
    (rounds[round] ??= []).push(i);
  });
  return rounds;
}
