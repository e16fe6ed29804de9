import { sizeOf, type Shape } from '../../core';
import type { Argument } from './arguments';
import type { Frame } from './frame';
import { filled, hasRoom, MOST_AXES, transposed, unknownOf, type Part } from './parts';

/** The functions of R whose calls are read. */
export const R_FUNCTIONS = /^(?:c|matrix|rbind|cbind|array)$/;

/** Those that take their arguments by name. */
export const R_BY_NAME = /^(?:matrix|array)$/;

/** The array that a call gives, if its arguments say all. */
export function partOfCall(frame: Frame, entries: number[]): Part | undefined {
  if (frame.maker === 'matrix') return matrix(frame, entries);
  if (frame.maker === 'array') return array(frame, entries);
  return frame.maker === 'c' ? combined(frame, entries) : bound(frame, entries);
}

/** `c` puts its arguments in a row; of what a name gives, not even the length is known. */
function combined(frame: Frame, entries: number[]): Part | undefined {
  return frame.tally.names > 0 ? undefined : whole(frame, [entries.length - frame.from], entries);
}

/** Vectors as the rows of a matrix, or as its columns. */
function bound(frame: Frame, entries: number[]): Part | undefined {
  const { shape, count, names, odd } = frame.tally;
  if (shape?.length !== 1 || odd || names > 0) return undefined;
  const rows = whole(frame, [count, shape[0]!], entries);
  return frame.maker === 'rbind' ? rows : transposed(rows, entries);
}

/** `matrix(data, nrow, ncol, byrow)`. */
function matrix(frame: Frame, entries: number[]): Part | undefined {
  const { data, nrow, ncol, byrow } = frame.given!.under(['data', 'nrow', 'ncol', 'byrow']);
  const shape = matrixShape(data, nrow, ncol);
  if (data === undefined || !shape || !isLengths(shape)) return undefined;
  const isByRow = byrow === 1;
  const isKnown = byrow === undefined || byrow === 0 || isByRow;
  return arranged(frame, isKnown ? data : NaN, shape, isByRow, entries);
}

function matrixShape(
  data: Argument | undefined,
  nrow: Argument | undefined,
  ncol: Argument | undefined,
): Shape | undefined {
  if (typeof nrow === 'object' || typeof ncol === 'object') return undefined;
  if (nrow !== undefined && ncol !== undefined) return [nrow, ncol];
  const count =
    typeof data === 'object' ? sizeOf(data.shape) : data === undefined ? NaN : data * 0 + 1;
  if (nrow !== undefined) return [nrow, Math.ceil(count / nrow)];
  return ncol === undefined ? [count, 1] : [Math.ceil(count / ncol), ncol];
}

/** `array(data, dim)`, filled column by column. */
function array(frame: Frame, entries: number[]): Part | undefined {
  const { data, dim } = frame.given!.under(['data', 'dim']);
  if (data === undefined || typeof dim !== 'object') return undefined;
  if (dim.names > 0 || sizeOf(dim.shape) > MOST_AXES) return undefined;
  const shape = entries.slice(dim.from, dim.to);
  return isLengths(shape) ? arranged(frame, data, shape, false, entries) : undefined;
}

function isLengths(shape: Shape): boolean {
  return shape.every((length) => Number.isSafeInteger(length) && length > 0);
}

/** Values that fill a shape; NaN where they are not known. */
function arranged(
  frame: Frame,
  data: Argument,
  shape: Shape,
  isByRow: boolean,
  entries: number[],
): Part | undefined {
  const size = sizeOf(shape);
  const own = typeof data === 'object' ? sizeOf(data.shape) : 1;
  if (typeof data === 'object' && data.shape.length !== 1) return undefined;
  const isUnknown = typeof data === 'object' ? data.names > 0 : Number.isNaN(data);
  const unit = { ...whole(frame, shape, entries), from: entries.length, numbers: own };
  if (isUnknown || !hasRoom(entries, size + own)) return { ...unknownOf(unit, shape), numbers: 0 };
  if (size % own > 0) return undefined;
  if (typeof data === 'number') entries.push(data);
  else for (let i = data.from; i < data.to; i++) entries.push(entries[i]!);
  const isFloat = typeof data === 'object' ? data.isFloat : frame.given!.isFirstFloat;
  const one = { ...unit, to: entries.length, isFloat };
  if (isByRow) return filled(one, shape, entries);
  return transposed(filled(one, shape.toReversed(), entries), entries);
}

function whole({ from, tally }: Frame, shape: Shape, entries: number[]): Part {
  const { isFloat, numbers, names } = tally;
  return { shape, from, to: entries.length, numbers, names, isFloat };
}
