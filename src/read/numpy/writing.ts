import { broadcastShapes, isClash, say, type Shape } from '../../core';
import { bind } from '../python/runtime';
import { PyError } from '../python/signals';
import { ELLIPSIS, Unknown, type Value } from '../python/values';
import { integerOf, type NumpyFunction } from './arguments';
import { castArray } from './convert';
import { isSameKind } from './dtypes';
import { setItem } from './indexing';
import { makeArray, NdArray } from './ndarray';
import { onArrays } from './operands';
import { normalizeAxis } from './reduce';
import { broadcastTo, reshape } from './shaping';
import type { Runtime } from '../python/runtime';

/** The array that a function writes into. Raises TypeError for anything else. */
function target(value: Value | undefined): NdArray {
  if (value instanceof NdArray) return value;
  throw new PyError('TypeError', say('an array argument is missing'));
}

/** Writes entries at storage offsets: `next` gives the one for the i-th place. */
function write(
  x: NdArray,
  cells: readonly number[],
  source: NdArray,
  at: (i: number, cell: number) => number,
): void {
  const entries = castArray(source, x.dtype).entries();
  x.doubt(source.state);
  if (!entries) return x.doubt('shape-only');
  if (entries.length === 0) return;
  x.storage.own();
  const { buffer } = x;
  if (!buffer) return;
  const offsets: number[] = [];
  x.eachOffset((offset) => offsets.push(offset));
  cells.forEach((cell, i) => (buffer[offsets[cell]!] = entries[at(i, cell)]!));
}

/** What is unknown about a write leaves its doubt on the array. */
function onKnown(
  x: NdArray,
  values: readonly (Value | undefined)[],
  runtime: Runtime,
  apply: (...arrays: NdArray[]) => void,
): null {
  const done = onArrays(values, runtime, (...arrays) => {
    if (arrays[0]?.buffer && arrays[0].state === 'known') {
      apply(...arrays);
      return null;
    }
    return new Unknown('the places are not known');
  });
  if (done instanceof Unknown) x.doubt('shape-only');
  return null;
}

const put: NumpyFunction = (args, runtime) => {
  const { a, ind, v, mode } = bind(args, 'a', 'ind', 'v', 'mode');
  const x = target(a);
  return onKnown(x, [ind, v], runtime, (places, source) => {
    const cells = Array.from(places.entries()!, (at) => cellAt(at, x.size, mode));
    write(x, cells, source, (i) => i % source.size);
  });
};

/** An index into entries in a row. Raises IndexError, unless the mode says what to do. */
export function cellAt(at: number, size: number, mode: Value | undefined): number {
  if (mode === 'clip') return Math.min(Math.max(at, 0), size - 1);
  if (mode === 'wrap') return ((at % size) + size) % size;
  if (at < -size || at >= size) {
    throw new PyError(
      'IndexError',
      say('index {index} is out of bounds for {size} entries', { index: at, size }),
    );
  }
  return at < 0 ? at + size : at;
}

const trueCells = (mask: NdArray): number[] =>
  Array.from(mask.entries()!.keys()).filter((cell) => mask.entries()![cell] !== 0);

/** `place` uses values one after the other, `putmask` the one that stands at the same place. */
const masked =
  (isInOrder: boolean): NumpyFunction =>
  (args, runtime) => {
    const { a, mask, values } = bind(args, 'a', 'mask', 'values');
    const x = target(a);
    return onKnown(x, [mask, values], runtime, (flags, source) => {
      if (flags.size !== x.size) {
        throw new PyError('ValueError', say('the mask and the array must have the same size'));
      }
      const cells = trueCells(flags);
      if (isInOrder && source.size === 0 && cells.length > 0) {
        throw new PyError('ValueError', say('cannot insert from an empty array'));
      }
      write(x, cells, source, (i, cell) => (isInOrder ? i : cell) % source.size);
    });
  };

const copyto: NumpyFunction = (args, runtime) => {
  const { dst, src, casting, where } = bind(args, 'dst', 'src', 'casting', 'where');
  const x = target(dst);
  return onKnown(x, [where ?? true, src], runtime, (flags, source) => {
    if (casting !== 'unsafe' && !isSameKind(source.dtype, x.dtype)) throw cannotCast(source, x);
    if (where === undefined) setItem(x, ELLIPSIS, source, runtime.limits);
    else
      write(
        x,
        trueCells(broadcastTo(flags, x.shape)),
        broadcastTo(source, x.shape),
        (_, cell) => cell,
      );
  });
};

function cannotCast(from: NdArray, to: NdArray): PyError {
  return new PyError(
    'TypeError',
    say('a result of type {from} cannot be written into an array of type {to}', {
      from: from.dtype,
      to: to.dtype,
    }),
    [to],
  );
}

const fillDiagonal: NumpyFunction = (args, runtime) => {
  const { a, val } = bind(args, 'a', 'val', 'wrap');
  const x = target(a);
  if (x.ndim < 2) throw new PyError('ValueError', say('array must be at least 2-d'), [x]);
  const isEven = x.shape.every((length) => length === x.shape[0]);
  if (x.ndim > 2 && !isEven) {
    throw new PyError('ValueError', say('All dimensions of input must be of equal length'), [x]);
  }
  return onKnown(x, [0n, val], runtime, (_, source) => {
    const step = x.shape.reduce((sum, __, axis) => sum + cellsIn(x, axis), 0);
    const cells = Array.from({ length: Math.min(...x.shape) }, (__, i) => i * step);
    write(x, cells, source, (i) => i % source.size);
  });
};

/** How far apart in row-major order neighbours along an axis are. */
function cellsIn(x: NdArray, axis: number): number {
  return x.shape.slice(axis + 1).reduce((size, length) => size * length, 1);
}

const putAlongAxis: NumpyFunction = (args, runtime) => {
  const { arr, indices, values, axis } = bind(args, 'arr', 'indices', 'values', 'axis');
  const x = target(arr);
  return onKnown(x, [indices, values], runtime, (index, source) => {
    const along = normalizeAxis(integerOf(axis) ?? 0, x.ndim);
    const { cells, shape } = cellsAlong(x, index, along);
    write(x, cells, broadcastTo(source, shape), (i) => i);
  });
};

/** The cells of an array that indices along an axis stand for, as in `take_along_axis`. */
function cellsAlong(x: NdArray, index: NdArray, axis: number): { cells: number[]; shape: Shape } {
  if (index.ndim !== x.ndim) {
    throw new PyError('ValueError', say('the indices must have as many axes as the array'), [x]);
  }
  const own = broadcastShapes(x.shape.with(axis, 1), index.shape.with(axis, 1));
  if (isClash(own))
    throw new PyError('IndexError', say('the indices do not fit the array'), [x, index]);
  const places = broadcastTo(index, own.with(axis, index.shape[axis]!));
  const entries = places.entries()!;
  const steps = x.shape.map((_, each) => cellsIn(x, each));
  const at = places.shape.map((_, each) => cellsIn(places, each));
  const cells = Array.from(entries, (entry, cell) =>
    steps.reduce((sum, step, each) => {
      const own = Math.floor(cell / at[each]!) % places.shape[each]!;
      return sum + step * (each === axis ? cellAt(entry, x.shape[axis]!, undefined) : own);
    }, 0),
  );
  return { cells, shape: places.shape };
}

const takeAlongAxis: NumpyFunction = (args, runtime) => {
  const { arr, indices, axis } = bind(args, 'arr', 'indices', 'axis');
  return onArrays([arr, indices], runtime, (given, index) => {
    if (index.dtype.startsWith('float')) {
      throw new PyError(
        'IndexError',
        say('arrays used as indices must be of integer (or boolean) type'),
      );
    }
    const isFlat = axis === null;
    const x = isFlat ? flat(given) : given;
    const along = normalizeAxis(isFlat ? 0 : (integerOf(axis) ?? 0), x.ndim);
    const entries = x.entries();
    if (!entries || !index.buffer) return new Unknown('the indices are not known');
    const { cells, shape } = cellsAlong(x, index, along);
    return makeArray(
      shape,
      Float64Array.from(cells, (cell) => entries[cell]!),
      x.dtype,
      x.state,
    );
  });
};

const flat = (x: NdArray): NdArray =>
  reshape(x, [x.size], { op: 'reshape', operands: [x], span: { start: 0, end: 0 }, depth: 1 });

/** Functions that write into an array, by NumPy's names; and what reads as they write. */
export const writing: Readonly<Record<string, NumpyFunction>> = {
  put,
  place: masked(true),
  putmask: masked(false),
  copyto,
  fill_diagonal: fillDiagonal,
  put_along_axis: putAlongAxis,
  take_along_axis: takeAlongAxis,
};
