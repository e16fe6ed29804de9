import { promote, say, sizeOf, type DType } from '../../core';
import { PyList, PyRange, PyTuple, Unknown, type Value } from '../python/values';
import { PyError } from '../python/signals';
import type { Limits } from '../limits';
import { cast, caster, scalarDType } from './dtypes';
import { makeArray, NdArray, stateOf } from './ndarray';
import { arrayOfRow } from './rows';
import { heldEntries, isWhole, wrapped } from './whole';

/**
 * An array of a number, a list of lists of numbers, or an array; undefined for anything unknown.
 * Raises ValueError for a ragged list and for entries that are no numbers, as NumPy ≥ 1.24 does.
 */
export function toArray(value: Value, limits: Limits, dtype?: DType): NdArray | undefined {
  if (value instanceof NdArray)
    return dtype && dtype !== value.dtype ? castArray(value, dtype) : value;
  const leaves: Value[] = [];
  const shape: number[] = [];
  if (!collect(value, 0, shape, leaves, limits)) return undefined;
  if (typeof leaves[0] === 'string') return mixed(leaves);
  const arrays = leaves.filter((leaf) => leaf instanceof NdArray);
  const own = dtype ?? widest(leaves);
  if (!own) return undefined;
  const data = new Float64Array(leaves.length);
  for (const [i, leaf] of leaves.entries()) {
    const number = leafAs(leaf, own);
    if (number === undefined) return makeArray(shape, undefined, own, stateOf(arrays));
    data[i] = number;
  }
  return makeArray(shape, heldEntries(data, own), own, stateOf(arrays));
}

/** Texts make an array that is not known here; texts and numbers together are a mistake in a matrix. */
function mixed(leaves: readonly Value[]): undefined {
  const number = leaves.find((leaf) => typeof leaf !== 'string');
  if (number !== undefined) throw notANumber(leaves[0] as string);
}

/** A leaf as an element type holds it. Raises where Python's `int` would. */
function leafAs(leaf: Value, dtype: DType): number | undefined {
  if (leaf instanceof NdArray) {
    const entry = leaf.entries()?.[0];
    return entry === undefined ? undefined : cast(entry, dtype, leaf.dtype);
  }
  if (typeof leaf === 'bigint' && isWhole(dtype)) return wrapped(fitting(leaf), dtype);
  const number = Number(leaf);
  const isLost = typeof leaf === 'number' && isWhole(dtype) && !(Math.abs(number) < 2 ** 63);
  if (isLost) throw tooLargeForWhole(number);
  return cast(number, dtype);
}

function fitting(value: bigint): bigint {
  if (value < -(2n ** 63n) || value >= 2n ** 64n) throw tooLargeForWhole(Number(value));
  return value;
}

function tooLargeForWhole(number: number): PyError {
  return Number.isNaN(number)
    ? new PyError('ValueError', say('cannot convert float NaN to integer'))
    : new PyError('OverflowError', say('{number} is too large for a whole number', { number }));
}

/** Collects the leaves of a nested list; false if something in it is unknown. */
function collect(
  value: Value,
  axis: number,
  shape: number[],
  leaves: Value[],
  limits: Limits,
): boolean {
  if (value instanceof PyRange) limits.count(value.length);
  const items = itemsOf(value);
  if (value instanceof Unknown) return false;
  if (!items) {
    if (typeof value === 'string' && leaves.every((leaf) => typeof leaf === 'string')) {
      // An array of texts is fine in NumPy; only it is none of numbers.
      leaves.push(value);
      return axis <= shape.length;
    }
    // An array of anything is fine in NumPy; only it is none of numbers.
    if (typeof value === 'string') throw notANumber(value);
    if (!isNumber(value)) return false;
    if (axis < shape.length) throw ragged(shape, axis, undefined);
    leaves.push(value);
    return true;
  }
  if (leaves.length > 0 || shape.length > axis) {
    if (axis >= shape.length) throw ragged(shape, axis, items.length);
    if (shape[axis] !== items.length) throw ragged(shape, axis, items.length);
  } else {
    shape.push(items.length);
  }
  limits.count(items.length);
  return items.every((item) => collect(item, axis + 1, shape, leaves, limits));
}

/** What an item is made of, where it is a list or an array of some axes. */
function itemsOf(value: Value): readonly Value[] | undefined {
  if (value instanceof PyList || value instanceof PyTuple) return value.items;
  if (value instanceof PyRange) {
    return Array.from({ length: value.length }, (_, i) => value.from + BigInt(i) * value.step);
  }
  if (!(value instanceof NdArray) || value.ndim === 0) return undefined;
  return Array.from({ length: value.shape[0]! }, (_, i) => arrayOfRow(value, i));
}

function isNumber(value: Value): boolean {
  return ['bigint', 'number', 'boolean'].includes(typeof value) || value instanceof NdArray;
}

function ragged(shape: readonly number[], axis: number, length: number | undefined): PyError {
  const wanted = shape[axis];
  return new PyError(
    'ValueError',
    length !== undefined && wanted !== undefined
      ? say(
          'the list is ragged: on axis {axis} an item has {length} entries where the first has {wanted}',
          {
            axis,
            length,
            wanted,
          },
        )
      : say('the list is ragged: numbers and lists are mixed on axis {axis}', { axis }),
  );
}

function notANumber(text: string): PyError {
  return new PyError(
    'ValueError',
    say('an array of numbers cannot hold the text {text}', {
      text: JSON.stringify(text.slice(0, 20)),
    }),
  );
}

/** The element type that holds every leaf: float64 for an empty list, none for numbers that are too large. */
function widest(leaves: readonly Value[]): DType | undefined {
  if (leaves.length === 0) return 'float64';
  let type: DType | undefined;
  for (const leaf of leaves) {
    const own = scalarDType(leaf);
    if (!own) return undefined;
    type = type ? promote(type, own) : own;
  }
  return type;
}

/** A copy of an array in another element type. */
export function castArray(array: NdArray, dtype: DType): NdArray {
  const convert = caster(array.dtype, dtype);
  const data = array.entries()?.map((entry) => convert(entry));
  const held = data && heldEntries(data, dtype);
  const cast = makeArray(array.shape, held, dtype, array.state, array.tape);
  return array.isScalar ? cast : cast.asArray();
}

/** A copy with a buffer of its own. */
export function copyArray(array: NdArray): NdArray {
  const data = array.entries();
  const { shape, dtype, state, tape, isScalar } = array;
  const copy = makeArray(shape, data && new Float64Array(data), dtype, state, tape);
  return isScalar ? copy : copy.asArray();
}

/** The number in an array of one entry; undefined where it is not known. */
export function itemOf(array: NdArray): number | undefined {
  return sizeOf(array.shape) === 1 ? array.entries()?.[0] : undefined;
}
