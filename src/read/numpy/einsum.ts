import { promote, say, sizeOf } from '../../core';
import { PyError } from '../python/signals';
import { Unknown } from '../python/values';
import { arrayOf, taped, type NumpyFunction } from './arguments';
import { roundTo } from './dtypes';
import { makeArray, NdArray, stateOf } from './ndarray';

/** `np.einsum` with letters for axes, as in `'nd,dh->nh'`: equal letters are multiplied along, those that the result lacks are summed over. */
export const einsum: NumpyFunction = (args, runtime) => {
  const [subscripts, ...values] = args.positional;
  if (typeof subscripts !== 'string' || subscripts.includes('.')) {
    return new Unknown('this form of einsum is not read');
  }
  const arrays = values.map((value) => arrayOf(value, runtime));
  if (!arrays.every((array) => array instanceof NdArray)) return new Unknown('an operand');
  const [inputs, output] = lettersOf(subscripts);
  const lengths = lengthsOf(inputs, arrays);
  const summed = [...lengths.keys()].filter((letter) => !output.includes(letter));
  const shape = output.map((letter) => lengths.get(letter) ?? 1);
  const tape = taped('einsum', arrays, args);
  const dtype = arrays.map((array) => array.dtype).reduce(promote);
  const size = sizeOf([...lengths.values()]);
  const hasEntries = arrays.every(({ buffer }) => buffer);
  if (!hasEntries || !runtime.limits.hasRoomFor(shape) || !runtime.limits.hasTimeFor(size, shape)) {
    return makeArray(shape, undefined, dtype, stateOf(arrays), tape);
  }
  const order = [...output, ...summed];
  const strides = arrays.map((array, i) =>
    order.map((letter) => strideOf(array, inputs[i]!, letter)),
  );
  const data = contract(
    arrays,
    strides,
    order.map((letter) => lengths.get(letter)!),
    sizeOf(shape),
  );
  return makeArray(shape, roundTo(data, dtype), dtype, stateOf(arrays), tape);
};

/** The letters of each operand and of the result; without an arrow, those that stand once, in order. */
function lettersOf(subscripts: string): [string[][], string[]] {
  const [left = '', right] = subscripts.replaceAll(' ', '').split('->');
  const inputs = left.split(',').map((part) => [...part]);
  const all = inputs.flat();
  const once = [...new Set(all)].filter(
    (letter) => all.indexOf(letter) === all.lastIndexOf(letter),
  );
  return [inputs, right === undefined ? once.sort() : [...right]];
}

function lengthsOf(inputs: readonly string[][], arrays: readonly NdArray[]): Map<string, number> {
  const lengths = new Map<string, number>();
  inputs.forEach((letters, i) => {
    const array = arrays[i];
    if (!array || letters.length !== array.ndim) {
      throw new PyError(
        'ValueError',
        say('einsum names {named} axes of an array of {ndim}', {
          named: letters.length,
          ndim: array?.ndim ?? 0,
        }),
      );
    }
    letters.forEach((letter, axis) => {
      const [known, length] = [lengths.get(letter), array.shape[axis]!];
      if (known !== undefined && known !== length) {
        throw new PyError(
          'ValueError',
          say('einsum: axis {letter} has length {length} in one array and {other} in another', {
            letter,
            length: known,
            other: length,
          }),
          arrays,
        );
      }
      lengths.set(letter, length);
    });
  });
  return lengths;
}

function strideOf(array: NdArray, letters: readonly string[], wanted: string): number {
  return letters.reduce(
    (sum, letter, axis) => sum + (letter === wanted ? array.strides[axis]! : 0),
    0,
  );
}

/** Sums the products over all axes beyond the result's, which come last. */
function contract(
  arrays: readonly NdArray[],
  strides: readonly (readonly number[])[],
  lengths: readonly number[],
  cells: number,
): Float64Array {
  const data = new Float64Array(cells);
  const terms = cells === 0 ? 0 : sizeOf(lengths) / cells;
  const index = new Array<number>(lengths.length).fill(0);
  const at = arrays.map(({ offset }) => offset);
  for (let cell = 0; cell < cells; cell++) {
    let sum = 0;
    for (let term = 0; term < terms; term++) {
      let factor = 1;
      for (let i = 0; i < arrays.length; i++) factor *= arrays[i]!.buffer![at[i]!]!;
      sum += factor;
      advance(index, at, strides, lengths);
    }
    data[cell] = sum;
  }
  return data;
}

function advance(
  index: number[],
  at: number[],
  strides: readonly (readonly number[])[],
  lengths: readonly number[],
): void {
  for (let axis = lengths.length - 1; axis >= 0; axis--) {
    for (let i = 0; i < at.length; i++) at[i]! += strides[i]![axis]!;
    if (++index[axis]! < lengths[axis]!) return;
    for (let i = 0; i < at.length; i++) at[i]! -= strides[i]![axis]! * lengths[axis]!;
    index[axis] = 0;
  }
}
