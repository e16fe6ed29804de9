import { indexOfCell, isFloat, rowsAndColumns, sizeOf, type DType, type Shape } from '../../core';
import type { ReadArray } from '../reading';
import { copyAs } from './copy-as';
import { MOST_COPIED } from './copy-formats';
import { entryWriter } from './entry-writer';

/** What an array is copied as from the panel: see `COPY_FORMS` of the protocol. */
export type CopyForm = 'numpy' | 'pytorch' | 'latex' | 'markdown' | 'csv';

/** An array's shape, type and entries. */
export type CopiedArray = Pick<ReadArray, 'shape' | 'dtype' | 'data'>;

/** An array as text that says it exactly. Undefined where its entries are not known or too many. */
export function copyForm(array: CopiedArray, form: CopyForm): string | undefined {
  const { shape, dtype, data } = array;
  if (!shape || !data || sizeOf(shape) > MOST_COPIED) return undefined;
  if (form === 'pytorch') return torchText(shape, data, dtype);
  if (form === 'markdown') return markdownText(shape, data, dtype);
  return copyAs({ ...array, state: 'known', span: { start: 0, end: 0 } }, form);
}

/** A tensor of the same entries and type; what `torch.tensor` takes by itself for the type is not said. */
function torchText(shape: Shape, data: Float64Array, dtype: DType): string {
  const isNamed = data.length === 0 || !['bool', 'int64'].includes(dtype);
  const type = isNamed ? `, dtype=torch.${dtype}` : '';
  if (data.length === 0) return `torch.zeros((${shape.join(', ')},)${type})`;
  const write = entryWriter('numpy', dtype);
  const entry = (value: number) =>
    isFloat(dtype) && !Number.isFinite(value)
      ? `float("${write(value).replace('np.', '')}")`
      : write(value);
  return `torch.tensor(${nested(shape, data, entry)}${type})`;
}

/** Nested lists, a row on each line. */
function nested(shape: Shape, data: Float64Array, entry: (value: number) => string): string {
  const indent = ' '.repeat('torch.tensor('.length);
  const build = (axis: number, from: number, size: number): string => {
    const length = shape[axis];
    if (length === undefined) return entry(data[from]!);
    const step = size / length;
    const parts = Array.from({ length }, (_, i) => build(axis + 1, from + i * step, step));
    const isRow = axis === shape.length - 1;
    return `[${parts.join(isRow ? ', ' : `,\n${indent}${' '.repeat(axis + 1)}`)}]`;
  };
  return build(0, 0, data.length);
}

/** A table with the indices of its rows and columns; of an array of more axes, its rows stacked. */
function markdownText(shape: Shape, data: Float64Array, dtype: DType): string {
  const { rows, columns } = rowsAndColumns(shape);
  const write = entryWriter('csv', dtype);
  const line = (first: string, cells: readonly string[]) => `| ${[first, ...cells].join(' | ')} |`;
  const header = Array.from({ length: columns }, (_, column) => String(column));
  const body = Array.from({ length: rows }, (_, row) => {
    const entries = data.subarray(row * columns, (row + 1) * columns);
    return line(rowName(shape, row), Array.from(entries, write));
  });
  const rule = line(
    '---',
    header.map(() => '---:'),
  );
  return [line('', header), rule, ...body].join('\n');
}

/** A row's index along every axis but the last; a 1-D array's only row has none. */
function rowName(shape: Shape, row: number): string {
  return indexOfCell(shape.slice(0, -1), row).join(',');
}
