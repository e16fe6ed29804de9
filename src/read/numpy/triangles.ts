import { bind } from '../python/runtime';
import { integerOf, taped, type NumpyFunction } from './arguments';
import { makeArray } from './ndarray';
import { onArrays } from './operands';
import { reduce, reductions } from './reduce';
import { built } from './shaping';

/** A matrix with zeros on one side of a diagonal. */
const triangle =
  (name: string, keeps: (row: number, column: number, k: number) => boolean): NumpyFunction =>
  (args, runtime) => {
    const { m, k } = bind(args, 'm', 'k');
    const shift = integerOf(k) ?? 0;
    return onArrays([m], runtime, (x) => {
      const [rows, columns] = [x.shape.at(-2) ?? 1, x.shape.at(-1) ?? 1];
      const data = x
        .entries()
        ?.map((entry, cell) =>
          keeps(Math.floor(cell / columns) % rows, cell % columns, shift) ? entry : 0,
        );
      return makeArray(x.shape, data, x.dtype, x.state, taped(name, [x], args));
    });
  };

/** The entries on a diagonal, as a view. */
const diagonal: NumpyFunction = (args, runtime) => {
  const { a, offset } = bind(args, 'a', 'offset');
  const shift = integerOf(offset) ?? 0;
  return onArrays([a], runtime, (x) => {
    const [rows = 0, columns = 0] = x.shape;
    const [rowStride = 0, columnStride = 0] = x.strides;
    const length = Math.max(0, Math.min(rows + Math.min(shift, 0), columns - Math.max(shift, 0)));
    const start = shift >= 0 ? shift * columnStride : -shift * rowStride;
    return x.view({
      shape: [length],
      strides: [rowStride + columnStride],
      offset: x.offset + start,
      tape: taped('diagonal', [x], args),
    });
  });
};

/** `np.diag`: a matrix of a vector, or the diagonal of a matrix. */
const diag: NumpyFunction = (args, runtime) => {
  const { v, k } = bind(args, 'v', 'k');
  const shift = integerOf(k) ?? 0;
  return onArrays([v], runtime, (x) => {
    if (x.ndim !== 1) {
      const given = { ...args, positional: [x, BigInt(shift)], keywords: new Map() };
      return diagonal(given, runtime);
    }
    const size = x.size + Math.abs(shift);
    const entries = x.entries();
    const made = built([size, size], x.dtype, runtime.limits, (cell) => {
      const [row, column] = [Math.floor(cell / size), cell % size];
      return column - row === shift ? (entries?.[shift >= 0 ? row : column] ?? 0) : 0;
    });
    const data = entries ? made.buffer : undefined;
    return makeArray(made.shape, data, x.dtype, x.state, taped('diag', [x], args));
  });
};

const trace: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (x) => {
    const own = diagonal({ ...args, positional: [x], keywords: new Map() }, runtime);
    return onArrays([own], runtime, (entries) =>
      reduce(reductions.get('sum')!, entries, undefined, false, taped('trace', [x], args)),
    );
  });

/** Functions around the diagonal, by NumPy's names. */
export const triangles: Readonly<Record<string, NumpyFunction>> = {
  tril: triangle('tril', (row, column, k) => column <= row + k),
  triu: triangle('triu', (row, column, k) => column >= row + k),
  diag,
  diagonal,
  trace,
};
