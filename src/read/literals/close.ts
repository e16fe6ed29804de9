import type { Shape } from '../../core';
import type { Dialect } from './dialect';
import type { Frame } from './frame';
import { filled, MOST_AXES, type Part } from './parts';
import { partOfCall } from './r';
import type { Rows } from './rows';
import type { OddRow } from './tally';

/** What a closed bracket holds, if it is a list of numbers of one shape. */
export function partOf(frame: Frame, dialect: Dialect, entries: number[]): Part | undefined {
  if (frame.tally.isBad || frame.kind === 'other') return undefined;
  if (dialect.calls) return partOfCall(frame, entries);
  const rows = rowsOf(frame, dialect);
  if (rows) return partOfRows(frame, rows, dialect, entries);
  if (frame.tally.odd || mixes(frame)) return undefined;
  return frame.times === undefined ? listed(frame, entries) : repeated(frame, entries);
}

/** The row that does not fit, where that is all that is wrong. After a number, a list is no row. */
export function oddRowOf(frame: Frame, dialect: Dialect): OddRow | undefined {
  const { isBad, numbers, names, odd } = frame.tally;
  if (isBad || frame.kind === 'other' || numbers === 0 || dialect.calls) return undefined;
  const rows = rowsOf(frame, dialect);
  if (!rows) return mixes(frame) || !odd?.expected.length ? undefined : odd;
  if (!rows.odd || rows.isBad || names > 0) return undefined;
  const { index, row, width } = rows.odd;
  return { index, row, expected: [rows.width ?? 0], found: [width] };
}

/** Whether commas part entries and blanks or semicolons do too, which no list of Julia may. */
function mixes({ commas, spaces, tally }: Frame): boolean {
  return commas > 0 && (spaces > 0 || (tally.rows?.count ?? 0) > 1);
}

/** The rows, if the list is written row by row; in Julia, one with commas is a list of its entries. */
function rowsOf({ tally, commas }: Frame, dialect: Dialect): Rows | undefined {
  tally.rows?.finish();
  return dialect.rows === 'julia' && commas > 0 ? undefined : tally.rows;
}

function partOfRows(
  frame: Frame,
  rows: Rows,
  dialect: Dialect,
  entries: number[],
): Part | undefined {
  const { names, shape } = frame.tally;
  const { count, width = 0 } = rows;
  if (rows.isBad || rows.odd || (names > 0 && !rows.isSure)) return undefined;
  if (dialect.rows !== 'julia') return count > 0 ? part(frame, [count, width], entries) : undefined;
  if (shape?.length) return undefined;
  return part(frame, frame.spaces > 0 ? [count, width] : [count], entries);
}

function listed(frame: Frame, entries: number[]): Part | undefined {
  const { count, shape = [] } = frame.tally;
  return shape.length < MOST_AXES ? part(frame, [count, ...shape], entries) : undefined;
}

function repeated(frame: Frame, entries: number[]): Part | undefined {
  const { times = NaN, tally } = frame;
  const { count, shape = [] } = tally;
  const isCount = Number.isSafeInteger(times) && times > 0;
  if (count !== 1 || !isCount || shape.length >= MOST_AXES) return undefined;
  return filled(part(frame, shape, entries), [times, ...shape], entries);
}

function part(frame: Frame, shape: Shape, entries: number[]): Part {
  const { numbers, names, isFloat } = frame.tally;
  return { shape, from: frame.from, to: entries.length, numbers, names, isFloat };
}
