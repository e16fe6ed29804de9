import { roundingOf, sizeOf, sumType, type DType } from '../../core';
import { bind } from '../python/runtime';
import { type Args, type Value } from '../python/values';
import { integerOf, taped, type NumpyFunction } from './arguments';
import { binaryOps } from './binary-ops';
import { castArray } from './convert';
import { dtypeOf, roundTo } from './dtypes';
import { binary } from './elementwise';
import { makeArray, type NdArray, type Tape } from './ndarray';
import { onArrays } from './operands';
import { normalizeAxis } from './reduce';
import { concatenate, reshape } from './shaping';
import { binaryOf } from './ufuncs';
import { exactly, heldEntries, isWhole } from './whole';

/** Running totals along an axis, or over all entries in a row. */
const accumulating =
  (name: string, operation: string, nothing?: number): NumpyFunction =>
  (args, runtime) => {
    const { a, axis, dtype } = bind(args, 'a', 'axis', 'dtype', 'out');
    return onArrays([a], runtime, (given) => {
      const tape = taped(name, [given], args);
      const along = integerOf(axis);
      const x = along === undefined ? reshape(given, [given.size], tape) : given;
      const own = castArray(x, dtypeOf(dtype) ?? sumType(x.dtype));
      return accumulate(operation, own, normalizeAxis(along ?? 0, own.ndim), tape, nothing);
    });
  };

/** Each entry with all before it along an axis; where `nothing` is given, it stands for what is no number. */
export function accumulate(
  operation: string,
  x: NdArray,
  axis: number,
  tape: Tape,
  nothing?: number,
): NdArray {
  const data = x.entries()?.slice();
  const stride = sizeOf(x.shape.slice(axis + 1));
  const length = x.shape[axis]!;
  const apply = stepOf(operation, x.dtype);
  for (let cell = 0; data && cell < data.length; cell++) {
    if (nothing !== undefined && Number.isNaN(data[cell]!)) data[cell] = nothing;
    const isFirst = Math.floor(cell / stride) % length === 0;
    if (!isFirst) data[cell] = apply(data[cell - stride]!, data[cell]!, x.dtype);
  }
  const held = data && heldEntries(data, x.dtype);
  return makeArray(x.shape, held && roundTo(held, x.dtype), x.dtype, x.state, tape);
}

/** An operation as it is done step by step: rounded each time, in whole numbers exactly. */
export function stepOf(
  operation: string,
  dtype: DType,
): (a: number, b: number, dtype: DType) => number {
  const { apply, exact } = binaryOps.get(operation)!;
  if (isWhole(dtype) && exact) return exactly((a, b) => apply(a, b, dtype), exact, dtype);
  const round = roundingOf(dtype);
  return round ? (a, b) => round(apply(a, b, dtype)) : apply;
}

/** Differences of neighbours along an axis, `n` times. */
const diff: NumpyFunction = (args, runtime) => {
  const { a, n, axis, prepend, append } = bind(args, 'a', 'n', 'axis', 'prepend', 'append');
  const times = integerOf(n) ?? 1;
  return onArrays([a, prepend ?? 0n, append ?? 0n], runtime, (x, before, after) => {
    if (times === 0) return x;
    const along = normalizeAxis(integerOf(axis) ?? -1, x.ndim);
    const tape = taped('diff', [x], args);
    const edge = (own: NdArray) => (own.ndim === 0 ? edgeOf(own, x, along, tape) : own);
    const parts = [
      ...(prepend === undefined ? [] : [edge(before)]),
      x,
      ...(append === undefined ? [] : [edge(after)]),
    ];
    let result = parts.length > 1 ? concatenate(parts, along, runtime.limits, tape) : x;
    for (let i = 0; i < times; i++) result = neighbours(result, along, args, tape);
    return result;
  });
};

function edgeOf(own: NdArray, x: NdArray, axis: number, tape: Tape): NdArray {
  const shape = x.shape.with(axis, 1);
  return own.view({ shape, strides: shape.map(() => 0), offset: own.offset, tape });
}

function neighbours(x: NdArray, axis: number, args: Args, tape: Tape): NdArray {
  const shape = x.shape.with(axis, Math.max(0, x.shape[axis]! - 1));
  const { strides, offset } = x;
  const left = x.view({ shape, strides, offset, tape });
  const right = x.view({ shape, strides, offset: offset + strides[axis]!, tape });
  const operation = x.dtype === 'bool' ? 'not_equal' : 'subtract';
  return binary(binaryOps.get(operation)!, right, left, args.runtime.limits, tape);
}

/** Differences of neighbours among all entries. */
const ediff1d: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'ary').ary], runtime, (x) => {
    const tape = taped('ediff1d', [x], args);
    const flat = reshape(x, [x.size], tape);
    const shape = [Math.max(0, x.size - 1)];
    const [left, right] = [0, 1].map((start) =>
      flat.view({ shape, strides: flat.strides, offset: flat.offset + start * flat.strides[0]! }),
    );
    return binaryOf('subtract', right as Value, left as Value, args, runtime);
  });

/** Functions that run along an axis, by NumPy's names. */
export const running: Readonly<Record<string, NumpyFunction>> = {
  cumsum: accumulating('cumsum', 'add'),
  cumprod: accumulating('cumprod', 'multiply'),
  nancumsum: accumulating('nancumsum', 'add', 0),
  nancumprod: accumulating('nancumprod', 'multiply', 1),
  diff,
  ediff1d,
};
