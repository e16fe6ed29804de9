import { promote, say, sizeOf } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { PyTuple, type Value } from '../python/values';
import { axisOf, flagOf, integerOf, taped, type NumpyFunction } from './arguments';
import { dtypeOf } from './dtypes';
import { nonzero } from './index-parts';
import { invoke } from './library';
import { makeArray, type NdArray } from './ndarray';
import { onArrays } from './operands';
import { normalizeAxis, reduce, reductions } from './reduce';
import { stepOf } from './running';
import { broadcastTo, built, reshape } from './shaping';
import { heldEntries } from './whole';

/** Matrices with zeros on one side of a diagonal; a row is repeated to a square one. */
const triangle =
  (name: string, keeps: (row: number, column: number, k: number) => boolean): NumpyFunction =>
  (args, runtime) => {
    const { m, k } = bind(args, 'm', 'k');
    const shift = integerOf(k) ?? 0;
    return onArrays([m], runtime, (given) => {
      if (given.ndim === 0)
        throw new PyError('TypeError', say('the array must have at least one axis'), [given]);
      const x = given.ndim === 1 ? broadcastTo(given, [given.size, given.size]) : given;
      const [rows, columns] = x.shape.slice(-2) as [number, number];
      const data = x
        .entries()
        ?.map((entry, cell) =>
          keeps(Math.floor(cell / columns) % rows, cell % columns, shift) ? entry : 0,
        );
      return makeArray(x.shape, data, x.dtype, x.state, taped(name, [x], args));
    });
  };

const tri: NumpyFunction = (args, { limits }) => {
  const { N, M, k, dtype } = bind(args, 'N', 'M', 'k', 'dtype');
  const rows = integerOf(N);
  if (rows === undefined) throw new Unread();
  const columns = integerOf(M) ?? rows;
  const shift = integerOf(k) ?? 0;
  return built([rows, columns], dtypeOf(dtype) ?? 'float64', limits, (cell) =>
    Number(cell % columns <= Math.floor(cell / columns) + shift),
  );
};

/** The entries on a diagonal of two axes, as a view. */
function diagonalOf(
  x: NdArray,
  shift: number,
  first: number,
  second: number,
  tape: NdArray['tape'],
): NdArray {
  if (x.ndim < 2)
    throw new PyError('ValueError', say('diag requires an array of at least two dimensions'), [x]);
  const [i, j] = [first, second].map((axis) => normalizeAxis(axis, x.ndim)) as [number, number];
  if (i === j) throw new PyError('ValueError', say('axis1 and axis2 cannot be the same'), [x]);
  const [rows, columns] = [x.shape[i]!, x.shape[j]!];
  const [rowStride, columnStride] = [x.strides[i]!, x.strides[j]!];
  const length = Math.max(0, Math.min(rows + Math.min(shift, 0), columns - Math.max(shift, 0)));
  const start = length === 0 ? 0 : shift >= 0 ? shift * columnStride : -shift * rowStride;
  const rest = [...x.shape.keys()].filter((axis) => axis !== i && axis !== j);
  return x.view({
    shape: [...rest.map((axis) => x.shape[axis]!), length],
    strides: [...rest.map((axis) => x.strides[axis]!), rowStride + columnStride],
    offset: x.offset + start,
    tape,
  });
}

const diagonal: NumpyFunction = (args, runtime) => {
  const { a, offset, axis1, axis2 } = bind(args, 'a', 'offset', 'axis1', 'axis2');
  return onArrays([a], runtime, (x) =>
    diagonalOf(
      x,
      integerOf(offset) ?? 0,
      axisOf(axis1, 0),
      axisOf(axis2, 1),
      taped('diagonal', [x], args),
    ),
  );
};

/** `np.diag`: a matrix of a vector, or the diagonal of a matrix. */
const diag: NumpyFunction = (args, runtime) => {
  const { v, k } = bind(args, 'v', 'k');
  const shift = integerOf(k) ?? 0;
  return onArrays([v], runtime, (x) => {
    if (x.ndim === 0 || x.ndim > 2)
      throw new PyError('ValueError', say('Input must be 1- or 2-d.'), [x]);
    return x.ndim === 2
      ? diagonalOf(x, shift, 0, 1, taped('diagonal', [x], args))
      : matrixOf(x, shift, taped('diag', [x], args), args.runtime.limits);
  });
};

function matrixOf(
  x: NdArray,
  shift: number,
  tape: NdArray['tape'],
  limits: Parameters<typeof built>[2],
): NdArray {
  const size = x.size + Math.abs(shift);
  const entries = x.entries();
  const made = built([size, size], x.dtype, limits, () => 0);
  entries?.forEach((entry, i) => {
    const [row, column] = shift >= 0 ? [i, i + shift] : [i - shift, i];
    if (made.buffer) made.buffer[row * size + column] = entry;
  });
  return makeArray(made.shape, entries ? made.buffer : undefined, x.dtype, x.state, tape);
}

const diagflat: NumpyFunction = (args, runtime) => {
  const { v, k } = bind(args, 'v', 'k');
  return onArrays([v], runtime, (x) => {
    const tape = taped('diag', [x], args);
    return matrixOf(reshape(x, [x.size], tape), integerOf(k) ?? 0, tape, runtime.limits);
  });
};

const trace: NumpyFunction = (args, runtime) => {
  const { a, offset, axis1, axis2 } = bind(args, 'a', 'offset', 'axis1', 'axis2', 'dtype', 'out');
  return onArrays([a], runtime, (x) => {
    const tape = taped('trace', [x], args);
    const own = diagonalOf(x, integerOf(offset) ?? 0, axisOf(axis1, 0), axisOf(axis2, 1), tape);
    return reduce(reductions.get('sum')!, own, [-1], tape);
  });
};

/** The indices of the cells on and to one side of a diagonal. */
const triangleIndices =
  (isLower: boolean): NumpyFunction =>
  (args, { limits }) => {
    const { n, k, m } = bind(args, 'n', 'k', 'm');
    const rows = integerOf(n);
    if (rows === undefined) throw new Unread();
    return indicesIn(rows, integerOf(m) ?? rows, integerOf(k) ?? 0, isLower, limits);
  };

function indicesIn(
  rows: number,
  columns: number,
  shift: number,
  isLower: boolean,
  limits: Parameters<typeof built>[2],
): Value {
  const mask = built([rows, columns], 'bool', limits, (cell) => {
    const off = (cell % columns) - Math.floor(cell / columns) - shift;
    return Number(isLower ? off <= 0 : off >= 0);
  });
  return mask.buffer ? new PyTuple(nonzero(mask)) : new PyTuple([]);
}

const triangleIndicesFrom =
  (isLower: boolean): NumpyFunction =>
  (args, runtime) => {
    const { arr, k } = bind(args, 'arr', 'k');
    return onArrays([arr], runtime, (x) => {
      if (x.ndim !== 2) throw new PyError('ValueError', say('input array must be 2-d'), [x]);
      return indicesIn(x.shape[0]!, x.shape[1]!, integerOf(k) ?? 0, isLower, runtime.limits);
    });
  };

const diagonalIndices: NumpyFunction = (args) => {
  const { n, ndim } = bind(args, 'n', 'ndim');
  const line = invoke('arange', args, [n ?? 0n]);
  return new PyTuple(new Array<Value>(integerOf(ndim) ?? 2).fill(line));
};

/** Powers of each entry side by side. */
const vander: NumpyFunction = (args, runtime) => {
  const { x, N, increasing } = bind(args, 'x', 'N', 'increasing');
  return onArrays([x], runtime, (own) => {
    if (own.ndim !== 1)
      throw new PyError('ValueError', say('x must be a one-dimensional array or sequence.'), [own]);
    const count = integerOf(N) ?? own.size;
    const dtype = promote(own.dtype, 'int64');
    const entries = own.entries();
    const tape = taped('vander', [own], args);
    const shape = [own.size, count];
    if (!entries) return makeArray(shape, undefined, dtype, own.state, tape);
    const powers = new Float64Array(sizeOf(shape));
    const times = stepOf('multiply', dtype);
    entries.forEach((entry, row) => {
      let power = 1;
      for (let i = 0; i < count; i++, power = times(power, entry, dtype))
        powers[row * count + (flagOf(increasing) ? i : count - 1 - i)] = power;
    });
    return makeArray(shape, heldEntries(powers, dtype), dtype, own.state, tape);
  });
};

/** Functions around the diagonal, by NumPy's names. */
export const triangles: Readonly<Record<string, NumpyFunction>> = {
  tril: triangle('tril', (row, column, k) => column <= row + k),
  triu: triangle('triu', (row, column, k) => column >= row + k),
  tri,
  diag,
  diagflat,
  diagonal,
  trace,
  tril_indices: triangleIndices(true),
  triu_indices: triangleIndices(false),
  tril_indices_from: triangleIndicesFrom(true),
  triu_indices_from: triangleIndicesFrom(false),
  diag_indices: diagonalIndices,
  vander,
};
