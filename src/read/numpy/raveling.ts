import { say, sizeOf } from '../../core';
import { bind } from '../python/runtime';
import { PyError } from '../python/signals';
import { PyTuple, Unknown } from '../python/values';
import { shapeOf, taped, type NumpyFunction } from './arguments';
import { makeArray, stateOf } from './ndarray';
import { onArrays } from './operands';
import { broadcastTo, sharedShape } from './shaping';

/** The index along each axis of cells counted in a row. */
export const unravel: NumpyFunction = (args, runtime) => {
  const { indices, shape } = bind(args, 'indices', 'shape', 'order');
  const lengths = shapeOf(shape);
  if (!lengths) return new Unknown('the shape is not known');
  return onArrays([indices], runtime, (cells) => {
    const entries = cells.entries();
    if (!entries || (cells.ndim === 0 && cells.state !== 'known'))
      return new Unknown('the index is not known');
    const size = sizeOf(lengths);
    if (entries.some((cell) => cell < 0 || cell >= size)) {
      throw new PyError(
        'ValueError',
        say('the index is out of bounds for an array of {size} entries', { size }),
      );
    }
    return new PyTuple(
      lengths.map((length, axis) => {
        const inner = sizeOf(lengths.slice(axis + 1));
        const data = entries.map((cell) => Math.floor(cell / inner) % length);
        return makeArray(
          cells.shape,
          data,
          'int64',
          cells.state,
          taped('unravel_index', [cells], args),
        );
      }),
    );
  });
};

/** Cells counted in a row, by the index along each axis. */
export const ravelMulti: NumpyFunction = (args, runtime) => {
  const { multi_index, dims } = bind(args, 'multi_index', 'dims', 'mode', 'order');
  const lengths = shapeOf(dims);
  const parts = multi_index === undefined ? undefined : runtime.iterate(multi_index);
  if (!lengths || !parts) return new Unknown('the index is not known');
  return onArrays([...parts], runtime, (...arrays) => {
    if (arrays.length !== lengths.length)
      throw new PyError('ValueError', say('the index must name every axis'));
    const shape = sharedShape(arrays);
    const entries = arrays.map((array) => broadcastTo(array, shape).entries());
    if (!entries.every((own) => own)) return new Unknown('the index is not known');
    const data = Float64Array.from({ length: sizeOf(shape) }, (_, cell) =>
      lengths.reduce((at, length, axis) => {
        const own = entries[axis]![cell]!;
        if (own < 0 || own >= length)
          throw new PyError('ValueError', say('invalid entry in coordinates array'));
        return at * length + own;
      }, 0),
    );
    return makeArray(
      shape,
      data,
      'int64',
      stateOf(arrays),
      taped('ravel_multi_index', arrays, args),
    );
  });
};
