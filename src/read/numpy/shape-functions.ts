import { type Shape } from '../../core';
import { bind } from '../python/runtime';
import { PyList, Unknown, type Args, type Value } from '../python/values';
import {
  arrayOf,
  axesOf,
  axisOf,
  flagOf,
  integerOf,
  shapeOf,
  taped,
  type NumpyFunction,
} from './arguments';
import { copyArray } from './convert';
import { editing } from './editing';
import { makeArray, NdArray, type Tape } from './ndarray';
import { onArrays } from './operands';
import { padding } from './padding';
import { normalizeAxis } from './reduce';
import { broadcastTo, expandDims, reshape, squeeze, tile, transpose } from './shaping';
import { joining, UNKNOWN_ITEM, atLeast2, atLeast3, flattened, splitter } from './joining';
import { repeats, takes } from './taking';
import { moving, axesUpTo, moveaxis, flipper, roll } from './moving';

const meshgrid: NumpyFunction = (args, runtime) => {
  const parts = args.positional.map((value) => arrayOf(value, runtime));
  const indexing = args.keywords.get('indexing') ?? 'xy';
  const isSparse = flagOf(args.keywords.get('sparse'));
  if (!parts.every((part) => part instanceof NdArray)) return new Unknown(UNKNOWN_ITEM);
  const swaps = indexing === 'xy' && parts.length > 1;
  const axisFor = (i: number) => (swaps && i < 2 ? 1 - i : i);
  const shape: Shape = parts.map((_, i) => parts[axisFor(i)]!.size);
  return new PyList(
    parts.map((part, i) => {
      const own = shape.map((_, axis) => (axis === axisFor(i) ? part.size : 1));
      const tape = taped('meshgrid', [part], args);
      const line = reshape(part, own, tape);
      return isSparse ? line : broadcastTo(line, shape, tape);
    }),
  );
};

/** One array, or each of several, with more axes. */
const raising =
  (raise: (array: NdArray, args: Args) => NdArray): NumpyFunction =>
  (args, runtime) =>
    onArrays(args.positional, runtime, (...arrays) => {
      const made = arrays.map((array) => raise(array, args));
      return made.length === 1 ? made[0]! : new PyList(made);
    });

/** The order of entries that an argument asks for: Fortran's runs along the first axis first. */
function isFortran(order: Value | undefined, x: NdArray): boolean {
  const isColumns = x.ndim > 1 && !x.isContiguous && transpose(x, undefined, NO_TAPE).isContiguous;
  return order === 'F' || (order === 'A' && isColumns);
}

const NO_TAPE: Tape = { op: 'transpose', operands: [], span: { start: 0, end: 0 }, depth: 0 };

/** An array in another shape, its entries read and laid out in an order. */
export function reshapeInOrder(
  x: NdArray,
  shape: readonly number[],
  order: Value | undefined,
  tape: Tape,
): NdArray {
  if (!isFortran(order, x)) return reshape(x, shape, tape);
  const turned = reshape(transpose(x, undefined, tape), shape.toReversed(), tape);
  return transpose(turned, undefined, tape);
}

/** Functions that lay arrays out anew, by NumPy's names. */
export const shapeFunctions: Readonly<Record<string, NumpyFunction>> = {
  reshape: (args, runtime) => {
    const { a, newshape, order } = bind(args, 'a', 'newshape', 'order');
    const shape = shapeOf(newshape);
    if (!shape) return new Unknown('the new shape is not known');
    return onArrays([a], runtime, (own) =>
      reshapeInOrder(own, shape, order, taped('reshape', [own], args)),
    );
  },
  ravel: (args, runtime) => {
    const { a, order } = bind(args, 'a', 'order');
    return onArrays([a], runtime, (own) => {
      const tape = taped('reshape', [own], args);
      const row = reshapeInOrder(own, [own.size], order, tape);
      // A row's entries lie side by side: a view that steps over some is none.
      return row.isContiguous ? row : copyArray(row);
    });
  },
  transpose: (args, runtime) => {
    const { a, axes } = bind(args, 'a', 'axes');
    return onArrays([a], runtime, (own) =>
      transpose(own, axesOf(axes), taped('transpose', [own], args)),
    );
  },
  expand_dims: (args, runtime) => {
    const { a, axis } = bind(args, 'a', 'axis');
    return onArrays([a], runtime, (own) =>
      expandDims(own, axesOf(axis) ?? [0], taped('reshape', [own], args)),
    );
  },
  squeeze: (args, runtime) => {
    const { a, axis } = bind(args, 'a', 'axis');
    return onArrays([a], runtime, (own) =>
      squeeze(own, axesOf(axis), taped('reshape', [own], args)),
    );
  },
  swapaxes: moving((ndim, from, to) =>
    axesUpTo(ndim).map((axis) => (axis === from ? to : axis === to ? from : axis)),
  ),
  moveaxis,
  rollaxis: (args, runtime) => {
    const { a, axis, start } = bind(args, 'a', 'axis', 'start');
    return onArrays([a], runtime, (x) => {
      const own = normalizeAxis(axisOf(axis, 0), x.ndim);
      const to = integerOf(start) ?? 0;
      const before = normalizeAxis(to, x.ndim + 1);
      const order = axesUpTo(x.ndim).filter((each) => each !== own);
      order.splice(own < before ? before - 1 : before, 0, own);
      return transpose(x, order, taped('transpose', [x], args));
    });
  },
  flip: flipper(),
  flipud: flipper(0),
  fliplr: flipper(1),
  roll,
  ...padding,
  ...editing,
  meshgrid,
  split: splitter(undefined, false),
  array_split: splitter(undefined, true),
  hsplit: splitter(1, false),
  vsplit: splitter(0, false),
  dsplit: splitter(2, false),
  ...joining,
  atleast_1d: raising((own, args) => (own.ndim < 1 ? flattened(own, args) : own)),
  atleast_2d: raising(atLeast2),
  atleast_3d: raising(atLeast3),
  repeat: repeats,
  tile: (args, runtime) => {
    const { A, reps } = bind(args, 'A', 'reps');
    const counts = shapeOf(reps);
    if (!counts) return new Unknown('the number of repeats is not known');
    return onArrays([A], runtime, (own) =>
      tile(own, counts, runtime.limits, taped('tile', [own], args)),
    );
  },
  take: takes,
  broadcast_to: (args, runtime) => {
    const { array, shape } = bind(args, 'array', 'shape');
    const lengths = shapeOf(shape);
    return lengths
      ? onArrays([array], runtime, (own) =>
          runtime.limits.hasRoomFor(lengths)
            ? broadcastTo(own, lengths, taped('broadcast_to', [own], args))
            : makeArray(lengths, undefined, own.dtype, own.state),
        )
      : new Unknown('the shape is not known');
  },
};
