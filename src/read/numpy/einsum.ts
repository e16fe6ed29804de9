import { promote, say, sizeOf, type DType } from '../../core';
import { PyError, Unread } from '../python/signals';
import { Unknown } from '../python/values';
import { arrayOf, taped, type NumpyFunction } from './arguments';
import { binaryOps } from './binary-ops';
import { dtypeOf, roundTo } from './dtypes';
import { makeArray, NdArray, stateOf } from './ndarray';
import { exactly, heldEntries, isWhole } from './whole';

/** The letters of every operand and of the result. */
interface Letters {
  readonly inputs: readonly (readonly string[])[];
  readonly output: readonly string[];
}

/**
 * `np.einsum` with letters for axes, as in `'nd,dh->nh'`: equal letters are multiplied along, those that
 * the result lacks are summed over; `...` stands for whatever axes there are besides.
 */
export const einsum: NumpyFunction = (args, runtime) => {
  const [subscripts, ...values] = args.positional;
  if (typeof subscripts !== 'string') throw new Unread();
  const arrays = values.map((value) => arrayOf(value, runtime));
  if (!arrays.every((array) => array instanceof NdArray)) return new Unknown('an operand');
  const { inputs, output } = lettersOf(subscripts, arrays);
  const lengths = lengthsOf(inputs, arrays);
  checkOutput(output, lengths);
  const summed = [...lengths.keys()].filter((letter) => !output.includes(letter));
  const shape = output.map((letter) => lengths.get(letter)!);
  const tape = taped('einsum', arrays, args);
  const dtype =
    dtypeOf(args.keywords.get('dtype')) ?? arrays.map((array) => array.dtype).reduce(promote);
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
    dtype,
  );
  const held = heldEntries(data, dtype);
  return makeArray(shape, held && roundTo(held, dtype), dtype, stateOf(arrays), tape);
};

/** The letters of each operand and of the result; without an arrow, those that stand once, in order. */
function lettersOf(subscripts: string, arrays: readonly NdArray[]): Letters {
  const [left = '', right] = subscripts.replaceAll(' ', '').split('->');
  const parts = left.split(',');
  if (parts.length !== arrays.length) {
    throw new PyError(
      'ValueError',
      say('einsum names {named} arrays of {count}', { named: parts.length, count: arrays.length }),
    );
  }
  const ranks = parts.map((part, i) => arrays[i]!.ndim - part.replace('...', '').length);
  const most = Math.max(0, ...parts.map((part, i) => (part.includes('...') ? ranks[i]! : 0)));
  // Axes without a letter are numbered from the last one.
  const others = (count: number) => Array.from({ length: count }, (_, i) => String(count - i));
  const spread = (part: string, count: number): string[] => {
    const [before = '', after] = part.split('...');
    return after === undefined ? [...before] : [...before, ...others(Math.max(0, count)), ...after];
  };
  const inputs = parts.map((part, i) => spread(part, ranks[i]!));
  if (right !== undefined) return { inputs, output: spread(right, most) };
  const all = inputs.flat().filter((letter) => !/\d/.test(letter));
  const once = all.filter((letter) => all.indexOf(letter) === all.lastIndexOf(letter));
  return { inputs, output: [...others(most), ...once.sort()] };
}

function checkOutput(output: readonly string[], lengths: ReadonlyMap<string, number>): void {
  const isOdd = output.some((letter, i) => !lengths.has(letter) || output.indexOf(letter) !== i);
  if (isOdd)
    throw new PyError(
      'ValueError',
      say('einsum: the result names an axis that is not there, or twice'),
    );
}

function lengthsOf(inputs: Letters['inputs'], arrays: readonly NdArray[]): Map<string, number> {
  const lengths = new Map<string, number>();
  inputs.forEach((letters, i) => {
    const array = arrays[i]!;
    if (letters.length !== array.ndim) {
      throw new PyError(
        'ValueError',
        say('einsum names {named} axes of an array of {ndim}', {
          named: letters.length,
          ndim: array.ndim,
        }),
      );
    }
    letters.forEach((letter, axis) => {
      const [known, length] = [lengths.get(letter), array.shape[axis]!];
      if (known === undefined || known === 1) lengths.set(letter, length);
      else if (length !== known && length !== 1) throw misfit(letter, known, length, arrays);
    });
  });
  return lengths;
}

function misfit(
  letter: string,
  length: number,
  other: number,
  arrays: readonly NdArray[],
): PyError {
  return new PyError(
    'ValueError',
    say('einsum: axis {letter} has length {length} in one array and {other} in another', {
      letter,
      length,
      other,
    }),
    arrays,
  );
}

/** How far to move in an array along a letter: an axis of length 1 is stretched. */
function strideOf(array: NdArray, letters: readonly string[], wanted: string): number {
  return letters.reduce(
    (sum, letter, axis) =>
      sum + (letter === wanted && array.shape[axis] !== 1 ? array.strides[axis]! : 0),
    0,
  );
}

/** Sums the products over all axes beyond the result's, which come last. */
function contract(
  arrays: readonly NdArray[],
  strides: readonly (readonly number[])[],
  lengths: readonly number[],
  cells: number,
  dtype: DType,
): Float64Array {
  const data = new Float64Array(cells);
  const terms = cells === 0 ? 0 : sizeOf(lengths) / cells;
  const [add, multiply] = ['add', 'multiply'].map((name) => stepOf(name, dtype));
  const index = new Array<number>(lengths.length).fill(0);
  const at = arrays.map(({ offset }) => offset);
  for (let cell = 0; cell < cells; cell++) {
    let sum = 0;
    for (let term = 0; term < terms; term++) {
      let factor = 1;
      for (let i = 0; i < arrays.length; i++)
        factor = multiply!(factor, arrays[i]!.buffer![at[i]!]!);
      sum = add!(sum, factor);
      advance(index, at, strides, lengths);
    }
    data[cell] = dtype === 'bool' ? Number(sum !== 0) : sum;
  }
  return data;
}

/** Whole numbers are added and multiplied exactly. */
function stepOf(name: string, dtype: DType): (a: number, b: number) => number {
  const { apply, exact } = binaryOps.get(name)!;
  const plain = (a: number, b: number) => apply(a, b, dtype);
  return isWhole(dtype) ? exactly(plain, exact!, dtype) : plain;
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
