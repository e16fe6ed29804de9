import { sizeOf, type Shape } from '../../core';
import { bind } from '../python/runtime';
import { PyList, Unknown } from '../python/values';
import { arrayOf, axesOf, integerOf, shapeOf, taped, type NumpyFunction } from './arguments';
import { makeArray, NdArray } from './ndarray';
import { onArrays } from './operands';
import { normalizeAxis } from './reduce';
import {
  broadcastTo,
  expandDims,
  repeat,
  reshape,
  squeeze,
  take,
  tile,
  transpose,
} from './shaping';
import { joining, UNKNOWN_ITEM, atLeast2, flattened, splitter } from './joining';

/** Axes moved, all others in their order. */
const moving =
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

const axesUpTo = (ndim: number): number[] => Array.from({ length: ndim }, (_, axis) => axis);

/** A view that runs backwards along axes. */
const flipper =
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

const roll: NumpyFunction = (args, runtime) => {
  const { a, shift, axis } = bind(args, 'a', 'shift', 'axis');
  const by = integerOf(shift);
  if (by === undefined) return new Unknown('how far to roll is not known');
  return onArrays([a], runtime, (x) => {
    const tape = taped('roll', [x], args);
    const along = integerOf(axis);
    const flat = along === undefined ? reshape(x, [x.size], tape) : x;
    const own = normalizeAxis(along ?? 0, flat.ndim);
    const length = flat.shape[own]!;
    const index = Array.from({ length }, (_, i) => (((i - by) % length) + length) % length);
    return reshape(take(flat, index, own, runtime.limits, tape), x.shape, tape);
  });
};

/** Entries around an array: zeros, or one other number. */
const pad: NumpyFunction = (args, runtime) => {
  const { array, pad_width, mode, constant_values } = bind(
    args,
    'array',
    'pad_width',
    'mode',
    'constant_values',
  );
  const value =
    constant_values === undefined ? 0 : Number(integerOf(constant_values) ?? constant_values);
  if ((mode !== undefined && mode !== 'constant') || Number.isNaN(value)) {
    return new Unknown('this way of padding is not read');
  }
  return onArrays([array, pad_width], runtime, (x, width) => {
    const widths = broadcastTo(width, [x.ndim, 2]).entries();
    if (!widths) return new Unknown('the width is not known');
    const shape = x.shape.map((length, axis) => widths[2 * axis]! + length + widths[2 * axis + 1]!);
    const tape = taped('pad', [x], args);
    const entries = x.entries();
    if (!entries || !runtime.limits.hasRoomFor(shape))
      return makeArray(shape, undefined, x.dtype, x.state, tape);
    const padded = makeArray(
      shape,
      new Float64Array(sizeOf(shape)).fill(value),
      x.dtype,
      x.state,
      tape,
    );
    const offset = x.shape.reduce(
      (at, _, axis) => at + widths[2 * axis]! * padded.strides[axis]!,
      0,
    );
    const inner = padded.view({ shape: x.shape, strides: padded.strides, offset });
    let cell = 0;
    inner.eachOffset((at) => (padded.buffer![at] = entries[cell++]!));
    return padded;
  });
};

const meshgrid: NumpyFunction = (args, runtime) => {
  const parts = args.positional.map((value) => arrayOf(value, runtime));
  const indexing = args.keywords.get('indexing') ?? 'xy';
  if (!parts.every((part) => part instanceof NdArray)) return new Unknown(UNKNOWN_ITEM);
  const swaps = indexing === 'xy' && parts.length > 1;
  const axisOf = (i: number) => (swaps && i < 2 ? 1 - i : i);
  const shape: Shape = parts.map((_, i) => parts[axisOf(i)]!.size);
  return new PyList(
    parts.map((part, i) => {
      const own = shape.map((_, axis) => (axis === axisOf(i) ? part.size : 1));
      const tape = taped('meshgrid', [part], args);
      return broadcastTo(reshape(part, own, tape), shape, tape);
    }),
  );
};

/** Functions that lay arrays out anew, by NumPy's names. */
export const shapeFunctions: Readonly<Record<string, NumpyFunction>> = {
  reshape: (args, runtime) => {
    const { a, newshape } = bind(args, 'a', 'newshape', 'order');
    const shape = shapeOf(newshape);
    if (!shape) return new Unknown('the new shape is not known');
    return onArrays([a], runtime, (own) => reshape(own, shape, taped('reshape', [own], args)));
  },
  ravel: (args, runtime) =>
    onArrays([bind(args, 'a').a], runtime, (own) =>
      reshape(own, [own.size], taped('reshape', [own], args)),
    ),
  transpose: (args, runtime) => {
    const { a, axes } = bind(args, 'a', 'axes');
    return onArrays([a], runtime, (own) =>
      transpose(own, axesOf(axes), taped('transpose', [own], args)),
    );
  },
  expand_dims: (args, runtime) => {
    const { a, axis } = bind(args, 'a', 'axis');
    return onArrays([a], runtime, (own) =>
      expandDims(own, integerOf(axis) ?? 0, taped('reshape', [own], args)),
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
  moveaxis: moving((ndim, from, to) =>
    axesUpTo(ndim)
      .filter((axis) => axis !== from)
      .toSpliced(to, 0, from),
  ),
  flip: flipper(),
  flipud: flipper(0),
  fliplr: flipper(1),
  roll,
  pad,
  meshgrid,
  split: splitter(undefined, false),
  array_split: splitter(undefined, true),
  hsplit: splitter(1, false),
  vsplit: splitter(0, false),
  ...joining,
  atleast_1d: (args, runtime) =>
    onArrays([bind(args, 'a').a], runtime, (own) => (own.ndim < 1 ? flattened(own, args) : own)),
  atleast_2d: (args, runtime) =>
    onArrays([bind(args, 'a').a], runtime, (own) => atLeast2(own, args)),
  repeat: (args, runtime) => {
    const { a, repeats, axis } = bind(args, 'a', 'repeats', 'axis');
    const count = integerOf(repeats);
    if (count === undefined) return new Unknown('the number of repeats is not known');
    return onArrays([a], runtime, (own) => {
      const along = integerOf(axis);
      const flat =
        along === undefined ? reshape(own, [own.size], taped('reshape', [own], args)) : own;
      return repeat(flat, count, along ?? 0, runtime.limits, taped('repeat', [own], args));
    });
  },
  tile: (args, runtime) => {
    const { A, reps } = bind(args, 'A', 'reps');
    const counts = shapeOf(reps);
    if (!counts) return new Unknown('the number of repeats is not known');
    return onArrays([A], runtime, (own) =>
      tile(own, counts, runtime.limits, taped('tile', [own], args)),
    );
  },
  take: (args, runtime) => {
    const { a, indices, axis } = bind(args, 'a', 'indices', 'axis');
    return onArrays([a, indices], runtime, (own, index) =>
      index.buffer
        ? take(
            own,
            Array.from(index.entries()!),
            integerOf(axis) ?? 0,
            runtime.limits,
            taped('take', [own], args),
          )
        : new Unknown('the indices are not known'),
    );
  },
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
