import { rowsAndColumns, sizeOf, type DType, type Shape } from '../../core';
import type { ReadArray } from '../reading';
import { MOST_COPIED, type CopyFormat } from './copy-formats';
import { entryWriter } from './entry-writer';

/** More columns than LaTeX's matrices have room for where nothing is said. */
const LATEX_COLUMNS = 10;

/**
 * An array as text that says it exactly: a NumPy expression, a LaTeX matrix, or rows of CSV.
 * Undefined where its entries are not known or too many.
 */
export function copyAs(array: ReadArray, format: CopyFormat): string | undefined {
  const { shape, dtype } = array;
  if (!shape || sizeOf(shape) > MOST_COPIED) return undefined;
  const { data } = array;
  if (!data) return undefined;
  const write = entryWriter(format, dtype);
  if (format === 'numpy') return numpyText(shape, data, dtype, write);
  return format === 'csv' ? csvText(shape, data, write) : latexText(shape, data, write);
}

type Write = (entry: number) => string;

function numpyText(shape: Shape, data: Float64Array, dtype: DType, write: Write): string {
  if (data.length === 0) {
    const lengths = `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
    return `np.zeros(${lengths}${dtype === 'float64' ? '' : dtypeArgument(dtype)})`;
  }
  // Entries of the other types say by themselves what they are.
  const isNamed = !['bool', 'int64', 'float64'].includes(dtype);
  return `np.array(${nested(shape, data, write)}${isNamed ? dtypeArgument(dtype) : ''})`;
}

function dtypeArgument(dtype: DType): string {
  return `, dtype=${dtype === 'bool' ? 'bool' : `np.${dtype}`}`;
}

/** Nested lists, a row on each line, as NumPy's `repr` lays them out. */
function nested(shape: Shape, data: Float64Array, write: Write): string {
  const indent = ' '.repeat('np.array('.length);
  const build = (axis: number, from: number, size: number): string => {
    const length = shape[axis];
    if (length === undefined) return write(data[from]!);
    const step = size / length;
    const parts = Array.from({ length }, (_, i) => build(axis + 1, from + i * step, step));
    const isRow = axis === shape.length - 1;
    const lines = '\n'.repeat(shape.length - 1 - axis);
    return `[${parts.join(isRow ? ', ' : `,${lines}${indent}${' '.repeat(axis + 1)}`)}]`;
  };
  return build(0, 0, data.length);
}

/** Each matrix of an array as the texts of its rows; a 1-D array is one row. */
function matrices(shape: Shape, data: Float64Array, write: Write, separator: string): string[][] {
  const { rows, columns } = rowsAndColumns(shape);
  const height = shape.at(-2) ?? 1;
  const texts = Array.from({ length: columns > 0 ? rows : 0 }, (_, row) =>
    Array.from(data.subarray(row * columns, (row + 1) * columns), write).join(separator),
  );
  return Array.from({ length: texts.length / height || 0 }, (_, i) =>
    texts.slice(i * height, (i + 1) * height),
  );
}

function csvText(shape: Shape, data: Float64Array, write: Write): string {
  return matrices(shape, data, write, ',')
    .map((rows) => rows.join('\n'))
    .join('\n\n');
}

function latexText(shape: Shape, data: Float64Array, write: Write): string {
  if (shape.length === 0) return write(data[0]!);
  const columns = shape.at(-1)!;
  const note = columns > LATEX_COLUMNS ? `% \\setcounter{MaxMatrixCols}{${columns}}\n` : '';
  const texts = matrices(shape, data, write, ' & ').map(
    (rows) => `\\begin{pmatrix}\n${rows.join(' \\\\\n')}\n\\end{pmatrix}`,
  );
  return note + texts.join(',\n');
}
