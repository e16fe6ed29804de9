import { say } from '../../core';
import { bind, type Runtime } from '../python/runtime';
import { PyError } from '../python/signals';
import { PyList, PyTuple, Unknown, type Args, type Value } from '../python/values';
import { axesOf, axisOf, integerOf, taped, type NumpyFunction } from './arguments';
import { castArray } from './convert';
import { dtypeOf } from './dtypes';
import { NdArray } from './ndarray';
import { onArrays, sequenceOf } from './operands';
import { normalizeAxis } from './reduce';
import { concatenate, expandDims, reshape } from './shaping';

/** Why a function that joins arrays has no result. */
export const UNKNOWN_ITEM = 'an array of the sequence is not known';

const joiner =
  (
    join: (arrays: NdArray[], axis: number, args: Args, runtime: Runtime) => Value,
    fallback = 0,
  ): NumpyFunction =>
  (args, runtime) => {
    const { arrays, axis } = bind(args, 'arrays', 'axis');
    const parts = sequenceOf(arrays, runtime);
    return parts
      ? join(parts, integerOf(axis) ?? fallback, args, runtime)
      : new Unknown(UNKNOWN_ITEM);
  };

const joinAlong = (parts: NdArray[], axis: number, args: Args, { limits }: Runtime): NdArray =>
  concatenate(parts, axis, limits, taped('concatenate', parts, args));

/** The array as a matrix of one row, if it has fewer axes. */
export const atLeast2 = (array: NdArray, args: Args): NdArray =>
  array.ndim < 2 ? reshape(array, [1, array.size], taped('reshape', [array], args)) : array;

/** The array with three axes at least, as `np.dstack` joins them. */
export function atLeast3(array: NdArray, args: Args): NdArray {
  const shape =
    array.ndim < 2 ? [1, array.size, 1] : array.ndim === 2 ? [...array.shape, 1] : array.shape;
  return array.ndim < 3 ? reshape(array, shape, taped('reshape', [array], args)) : array;
}

/** The array with a row of its own, and with a column of its own. */
const asColumn = (array: NdArray, args: Args): NdArray =>
  array.ndim < 2 ? reshape(array, [array.size, 1], taped('reshape', [array], args)) : array;

const vstack = joiner((parts, _, args, runtime) =>
  joinAlong(
    parts.map((part) => atLeast2(part, args)),
    0,
    args,
    runtime,
  ),
);

/** The functions that join and split arrays, by name. */
export const joining: Readonly<Record<string, NumpyFunction>> = {
  concatenate: (args, runtime) => {
    const { arrays, axis, dtype } = bind(args, 'arrays', 'axis', 'out', 'dtype');
    const given = sequenceOf(arrays, runtime);
    if (!given) return new Unknown(UNKNOWN_ITEM);
    const wanted = dtypeOf(dtype);
    const parts = wanted ? given.map((part) => castArray(part, wanted)) : given;
    const flat = axis === null ? parts.map((part) => flattened(part, args)) : parts;
    return joinAlong(flat, integerOf(axis) ?? 0, args, runtime);
  },
  append: (args, runtime) => {
    const { arr, values, axis } = bind(args, 'arr', 'values', 'axis');
    return onArrays([arr, values], runtime, (a, b) => {
      const along = integerOf(axis);
      const parts = along === undefined ? [flattened(a, args), flattened(b, args)] : [a, b];
      return joinAlong(parts, along ?? 0, args, runtime);
    });
  },
  vstack,
  row_stack: vstack,
  dstack: joiner((parts, _, args, runtime) =>
    joinAlong(
      parts.map((part) => atLeast3(part, args)),
      2,
      args,
      runtime,
    ),
  ),
  hstack: joiner((parts, _, args, runtime) => {
    const own = parts.map((part) => (part.ndim === 0 ? flattened(part, args) : part));
    return joinAlong(own, own[0]?.ndim === 1 ? 0 : 1, args, runtime);
  }),
  column_stack: joiner((parts, _, args, runtime) =>
    joinAlong(
      parts.map((part) => asColumn(part, args)),
      1,
      args,
      runtime,
    ),
  ),
  stack: joiner((parts, axis, args, runtime) => {
    const [first] = parts;
    if (!first) throw new PyError('ValueError', say('need at least one array to stack'));
    const along = normalizeAxis(axis, first.ndim + 1);
    const raised = parts.map((part) => expandDims(part, [along], taped('reshape', [part], args)));
    return joinAlong(raised, along, args, runtime);
  }),
};

/** All entries in a row. */
export function flattened(array: NdArray, args: Args): NdArray {
  return reshape(array, [array.size], taped('reshape', [array], args));
}

/** An array in parts along an axis: so many equal ones, or cut before the given indices. */
export const splitter =
  (fixedAxis: number | undefined, allowsUnequal: boolean): NumpyFunction =>
  (args, runtime) => {
    const { ary, parts, axis } = bind(args, 'ary', 'parts', 'axis');
    const cuts = axesOf(
      parts instanceof NdArray && parts.ndim > 0 ? new PyList([...runtime.iterate(parts)!]) : parts,
    );
    if (!cuts) return new Unknown('where to split is not known');
    return onArrays([ary], runtime, (x) => {
      const isCount = !(
        parts instanceof PyList ||
        parts instanceof PyTuple ||
        (parts instanceof NdArray && parts.ndim > 0)
      );
      const along = axisToSplit(x, fixedAxis, axisOf(axis, 0));
      const bounds = isCount ? equalCuts(x, along, cuts[0]!, allowsUnequal) : cuts;
      return new PyList(partsOf(x, along, bounds, args));
    });
  };

/** `hsplit` of a row splits its only axis; otherwise the axis must be there. */
function axisToSplit(x: NdArray, fixed: number | undefined, given: number): number {
  if (fixed === undefined) return normalizeAxis(given, x.ndim);
  const least = fixed === 1 ? 1 : fixed + (fixed === 0 ? 2 : 1);
  if (x.ndim < least) {
    throw new PyError('ValueError', say('the array has too few axes to be split this way'), [x]);
  }
  return fixed === 1 && x.ndim === 1 ? 0 : fixed;
}

function equalCuts(x: NdArray, axis: number, count: number, allowsUnequal: boolean): number[] {
  const length = x.shape[axis]!;
  if (count <= 0) throw new PyError('ValueError', say('number sections must be larger than 0'));
  if (!allowsUnequal && length % count !== 0) {
    throw new PyError('ValueError', say('array split does not result in an equal division'), [x]);
  }
  const [small, extra] = [Math.floor(length / count), length % count];
  return Array.from({ length: count - 1 }, (_, i) => (i + 1) * small + Math.min(i + 1, extra));
}

function partsOf(x: NdArray, axis: number, cuts: readonly number[], args: Args): NdArray[] {
  const length = x.shape[axis]!;
  const within = (at: number) => Math.min(Math.max(at < 0 ? at + length : at, 0), length);
  const bounds = [0, ...cuts.map(within), length];
  return bounds.slice(1).map((end, i) => {
    const start = bounds[i]!;
    return x.view({
      shape: x.shape.with(axis, Math.max(0, end - start)),
      strides: x.strides,
      offset: x.offset + start * x.strides[axis]!,
      tape: taped('getitem', [x], args),
    });
  });
}
