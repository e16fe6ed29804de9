import { say, sizeOf, type DType } from '../../core';
import { PyList, PyRange, PyTuple, Unknown, type Value } from '../python/values';
import { PyError } from '../python/signals';
import type { Limits } from '../limits';
import { cast } from './dtypes';
import { makeArray, NdArray, stateOf } from './ndarray';
import { arrayOfRow } from './rows';

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
  const data = new Float64Array(leaves.length);
  for (const [i, leaf] of leaves.entries()) {
    const number = numberOf(leaf);
    if (number === undefined) return makeArray(shape, undefined, own, stateOf(arrays));
    data[i] = cast(number, own);
  }
  return makeArray(shape, data, own, stateOf(arrays));
}

/** Texts make an array that is not known here; texts and numbers together are a mistake in a matrix. */
function mixed(leaves: readonly Value[]): undefined {
  const number = leaves.find((leaf) => typeof leaf !== 'string');
  if (number !== undefined) throw notANumber(leaves[0]!);
}

function numberOf(leaf: Value): number | undefined {
  return leaf instanceof NdArray ? leaf.entries()?.[0] : Number(leaf);
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
    if (!isNumber(value)) throw notANumber(value);
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

function notANumber(value: Value): PyError {
  return new PyError(
    'ValueError',
    typeof value === 'string'
      ? say('an array of numbers cannot hold the text {text}', {
          text: JSON.stringify(value.slice(0, 20)),
        })
      : say('an array of numbers cannot hold this item'),
  );
}

/** The element type that holds every leaf: float64 for an empty list. */
function widest(leaves: readonly Value[]): DType {
  if (leaves.length === 0) return 'float64';
  const has = (type: string) => leaves.some((leaf) => typeof leaf === type);
  const arrays = leaves.filter((leaf) => leaf instanceof NdArray);
  if (has('number') || arrays.some(({ dtype }) => dtype === 'float64')) return 'float64';
  if (arrays.some(({ dtype }) => dtype === 'float32')) return 'float32';
  if (has('bigint') || arrays.some(({ dtype }) => dtype !== 'bool')) return 'int64';
  return 'bool';
}

/** A copy of an array in another element type. */
export function castArray(array: NdArray, dtype: DType): NdArray {
  const data = array.entries()?.map((entry) => cast(entry, dtype));
  return makeArray(array.shape, data && new Float64Array(data), dtype, array.state, array.tape);
}

/** A copy with a buffer of its own. */
export function copyArray(array: NdArray): NdArray {
  const data = array.entries();
  return makeArray(
    array.shape,
    data && new Float64Array(data),
    array.dtype,
    array.state,
    array.tape,
  );
}

/** The number in an array of one entry; undefined where it is not known. */
export function itemOf(array: NdArray): number | undefined {
  return sizeOf(array.shape) === 1 ? array.entries()?.[0] : undefined;
}
