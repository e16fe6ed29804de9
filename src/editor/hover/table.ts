import type { ArrayFacts, CellSlice, Index } from '../../read/facts';
import { plainText } from './escape';

/** Up to how many rows and columns a matrix is a table; beyond, lines of text that align. */
const MOST_IN_TABLE = 6;

/** The entries that are shown of an array, as Markdown; empty where there are none. */
export function cellsMarkdown({ cells, shape = [], letters = [] }: ArrayFacts): string {
  if (!cells || shape.length === 0) return '';
  const [first] = cells.slices;
  const names = { row: letters.at(-2), column: letters.at(-1) };
  const isSmall = Math.max(first!.rows.length, first!.columns.length) <= MOST_IN_TABLE;
  if (isSmall && cells.slices.length === 1 && first!.at === undefined) {
    return table(first!, shape.length > 1, names);
  }
  const parts = cells.slices.map((slice) => alignedRows(slice, shape.length > 1, names));
  const between = cells.left > 0 ? '\n…\n' : '\n';
  return ['```python', parts.join(between), '```'].join('\n');
}

interface AxisNames {
  readonly row: string | undefined;
  readonly column: string | undefined;
}

function table({ rows, columns, texts }: CellSlice, hasRows: boolean, names: AxisNames): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const place = (name: string | undefined, index: Index) => plainText(placeText(name, index));
  const heads = columns.map((column) => place(names.column, column));
  return [
    line([...(hasRows ? [' '] : []), ...heads]),
    line([...(hasRows ? [':--'] : []), ...columns.map(() => '--:')]),
    ...texts.map((row, i) => line([...(hasRows ? [place(names.row, rows[i]!)] : []), ...row])),
  ].join('\n');
}

/** Rows under their columns' places, in letters of one width. */
function alignedRows(
  { at, rows, columns, texts }: CellSlice,
  hasRows: boolean,
  names: AxisNames,
): string {
  const heads = columns.map((column) => placeText(names.column, column));
  const sides = rows.map((row) => (hasRows ? placeText(names.row, row) : ''));
  const side = widest(sides);
  const widths = heads.map((head, i) => widest([head, ...texts.map((row) => row[i]!)]));
  const line = (start: string, cells: readonly string[]) =>
    [start.padEnd(side), ...cells.map((cell, i) => cell.padStart(widths[i]!))]
      .slice(hasRows ? 0 : 1)
      .join('  ');
  return [
    ...(at === undefined ? [] : [at]),
    line('', heads),
    ...texts.map((row, i) => line(sides[i]!, row)),
  ].join('\n');
}

/** A place along an axis: `n=0` where the axis has a letter, else `[0]`. */
function placeText(letter: string | undefined, index: Index): string {
  if (index === '…') return index;
  return letter ? `${letter.toLowerCase()}=${index}` : `[${index}]`;
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}
