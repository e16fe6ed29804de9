import { say, type Shape } from '../../core';
import type { Runtime } from '../python/runtime';
import { PyError } from '../python/signals';
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
  if (value instanceof NdArray && value.dtype !== 'float64') return itemOf(value);
  return undefined;
}

/** A number, also out of an array of one. */
export function numberOf(value: Value | undefined): number | undefined {
  if (typeof value === 'number') return value;
  return value instanceof NdArray ? itemOf(value) : integerOf(value);
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

/** An `axis` argument: one, several, or none (undefined). */
export function axesOf(value: Value | undefined): readonly number[] | undefined {
  if (value === undefined || value === null) return undefined;
  const items: readonly Value[] =
    value instanceof PyTuple || value instanceof PyList ? value.items : [value];
  return items.flatMap((item) => integerOf(item) ?? []);
}

/** The tape of a call that makes an array of others. */
export function taped(op: string, operands: readonly (NdArray | Unknown)[], { span }: Args): Tape {
  return { op, operands: operands.filter((operand) => operand instanceof NdArray), span };
}
