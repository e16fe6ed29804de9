import { say, type Shape } from '../../core';
import type { Runtime } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { PyList, PyTuple, Unknown, type Args, type Value } from '../python/values';
import { itemOf, toArray } from './convert';
import { NdArray, type Tape } from './ndarray';

/** A NumPy function: its arguments and the interpreter in, its result out. */
export type NumpyFunction = (args: Args, runtime: Runtime) => Value;

/** An argument as an array, or Unknown where something in it is not known. */
export function arrayOf(value: Value | undefined, { limits }: Runtime): NdArray | Unknown {
  if (value === undefined) throw new PyError('TypeError', say('an array argument is missing'));
  if (value instanceof Unknown) return value;
  return toArray(value, limits) ?? new Unknown('an item of the list is not known');
}

/** A whole number, also out of an array of one; undefined where it is not known or not given. */
export function integerOf(value: Value | undefined): number | undefined {
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  // A number that is only an example must not decide a shape.
  if (value instanceof NdArray && !/^float/.test(value.dtype) && value.state === 'known')
    return itemOf(value);
  return undefined;
}

/** A number, also out of an array of one. */
export function numberOf(value: Value | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (!(value instanceof NdArray)) return integerOf(value);
  return value.state === 'known' ? itemOf(value) : undefined;
}

/** A shape given as a number or as a tuple of them; undefined where a length is unknown. Raises for a float. */
export function shapeOf(value: Value | undefined): Shape | undefined {
  const items = value instanceof PyTuple || value instanceof PyList ? value.items : [value];
  const lengths = items.map(lengthOf);
  return lengths.every((length) => length !== undefined) ? lengths : undefined;
}

function lengthOf(value: Value | undefined): number | undefined {
  if (typeof value === 'number') {
    throw new PyError(
      'TypeError',
      say('a shape needs whole numbers, not the float {value}', { value }),
    );
  }
  const length = integerOf(value);
  if (length !== undefined && length < -1) {
    throw new PyError('ValueError', say('negative dimensions are not allowed'));
  }
  return length;
}

/** An `axis` argument: one, several, or none (undefined). Raises for a float; throws Unread for one not known. */
export function axesOf(value: Value | undefined): readonly number[] | undefined {
  if (value === undefined || value === null) return undefined;
  const items: readonly Value[] =
    value instanceof PyTuple || value instanceof PyList ? value.items : [value];
  return items.map((item) => {
    const axis = integerOf(item);
    if (axis !== undefined) return axis;
    if (item instanceof Unknown || item instanceof NdArray) throw new Unread();
    throw new PyError('TypeError', say('an axis must be a whole number'));
  });
}

/** One axis, or the given one where there is none. */
export function axisOf(value: Value | undefined, fallback: number): number {
  const axes = axesOf(value);
  if (axes && axes.length !== 1)
    throw new PyError('TypeError', say('an axis must be a whole number'));
  return axes?.[0] ?? fallback;
}

/** Whether a flag is set: any number that is not 0. */
export function flagOf(value: Value | undefined): boolean {
  return value !== undefined && value !== null && Number(numberOf(value) ?? 0) !== 0;
}

/** How many operations a tape goes back at most; what lies further back is let go. */
const TAPE_LENGTH = 64;

/** Forgets what made arrays that lie so many operations back. */
function cut(arrays: readonly NdArray[], steps: number): void {
  let level = new Set(arrays);
  for (let i = 0; i < steps; i++) {
    level = new Set([...level].flatMap(({ tape }) => tape?.operands ?? []));
  }
  for (const array of level) array.tape = undefined;
}

/** The tape of a call that makes an array of others, which are kept as they are now. */
export function taped(op: string, operands: readonly (NdArray | Unknown)[], { span }: Args): Tape {
  const arrays = operands.filter((operand) => operand instanceof NdArray);
  const kept = arrays.map((operand) => operand.kept());
  const depth = 1 + Math.max(0, ...kept.map(({ tape }) => tape?.depth ?? 0));
  if (depth % TAPE_LENGTH === 0) cut(kept, TAPE_LENGTH / 4);
  return { op, operands: kept, span, depth };
}
