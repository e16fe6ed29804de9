import { sameShape, sizeOf, type Shape } from '../../core';
import type { Frame } from './frame';
import { unknownOf, type Part } from './parts';
import type { OddRow } from './tally';

/**
 * What a list is in C where the shape is declared beside the name (NaN is a length that was not
 * given): rows that are too short are filled up, and of those the shape alone is told.
 */
export function declared(
  part: Part | undefined,
  odd: OddRow | undefined,
  { tally, from }: Frame,
  dims: readonly number[],
): Part | undefined {
  if (part) return inShape(part, dims);
  if (!odd) return undefined;
  const { count, numbers, names, isFloat } = tally;
  const shape = [count, ...odd.expected];
  return inShape({ shape, from, to: from, numbers, names: names + 1, isFloat }, dims);
}

function inShape(part: Part, dims: readonly number[]): Part {
  const shape = completed(part.shape, dims);
  if (shape.some(Number.isNaN) || sameShape(shape, part.shape.slice(0, shape.length))) return part;
  const isFlat = part.shape.length === 1 && sizeOf(shape) === sizeOf(part.shape);
  return isFlat ? { ...part, shape } : unknownOf(part, shape);
}

function completed(shape: Shape, [first = NaN, ...rest]: readonly number[]): Shape {
  if (!Number.isNaN(first)) return [first, ...rest];
  if (shape.length > rest.length) return [shape[0]!, ...rest];
  return [Math.ceil(sizeOf(shape) / sizeOf(rest)), ...rest];
}
