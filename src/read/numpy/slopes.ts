import { say, sizeOf } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { PyList, type Args, type Value } from '../python/values';
import { axesOf, axisOf, numberOf, taped, type NumpyFunction } from './arguments';
import { castArray } from './convert';
import { isFloat } from './dtypes';
import { calculator, invoke } from './library';
import { makeArray, NdArray } from './ndarray';
import { onArrays } from './operands';
import { normalizeAxis } from './reduce';
import { reshape } from './shaping';

/** The area under a line through points, by trapezoids. */
export const trapz: NumpyFunction = (args, runtime) => {
  const { y, x, dx, axis } = bind(args, 'y', 'x', 'dx', 'axis');
  const compute = calculator(args);
  return onArrays([y], runtime, (own) => {
    const along = normalizeAxis(axisOf(axis, -1), own.ndim);
    const shape = own.shape.with(along, Math.max(0, own.shape[along]! - 1));
    const tape = taped('getitem', [own], args);
    const left = own.view({ shape, strides: own.strides, offset: own.offset, tape });
    const right = own.view({
      shape,
      strides: own.strides,
      offset: own.offset + own.strides[along]!,
      tape,
    });
    const isGiven = x !== undefined && x !== null;
    const steps = isGiven ? widths(x, own, along, args) : (dx ?? 1);
    const areas = compute('/', compute('*', steps, compute('+', right, left)), 2);
    return invoke('sum', args, [areas], { axis: BigInt(along) });
  });
};

function widths(x: Value, y: NdArray, axis: number, args: Args): Value {
  const array = invoke('asarray', args, [x]);
  if (!(array instanceof NdArray)) return array;
  if (array.ndim !== 1) return invoke('diff', args, [array], { axis: BigInt(axis) });
  const steps = invoke('diff', args, [array]) as NdArray;
  const shape = y.shape.map((_, i) => (i === axis ? steps.size : 1));
  return reshape(steps, shape, taped('reshape', [steps], args));
}

/** Slopes along axes: differences of the neighbours on both sides, at the ends of one. */
export const gradient: NumpyFunction = (args, runtime) => {
  const { f, spacing, axis, edge_order } = bind(args, 'f', 'spacing', 'axis', 'edge_order');
  if (edge_order !== undefined && edge_order !== 1n) throw new Unread();
  const step = spacing === undefined ? 1 : numberOf(spacing);
  if (step === undefined) throw new Unread();
  return onArrays([f], runtime, (x) => {
    const axes = (axesOf(axis) ?? [...x.shape.keys()]).map((each) => normalizeAxis(each, x.ndim));
    const slopes = axes.map((each) => slopeAlong(x, each, step, args));
    return slopes.length === 1 ? slopes[0]! : new PyList(slopes);
  });
};

function slopeAlong(x: NdArray, axis: number, step: number, args: Args): NdArray {
  const length = x.shape[axis]!;
  if (length < 2) {
    throw new PyError('ValueError', say('gradient needs at least two entries along an axis'), [x]);
  }
  if (x.dtype === 'bool')
    throw new PyError('TypeError', say('NumPy does not subtract booleans; use ^ or logical_xor'), [
      x,
    ]);
  const dtype = isFloat(x.dtype) ? x.dtype : 'float64';
  const entries = x.entries();
  const tape = taped('gradient', [x], args);
  if (!entries) return makeArray(x.shape, undefined, dtype, x.state, tape);
  const inner = sizeOf(x.shape.slice(axis + 1));
  const data = entries.map((_, cell) => {
    const at = Math.floor(cell / inner) % length;
    const [before, after] = [at === 0 ? 0 : inner, at === length - 1 ? 0 : inner];
    return (
      (entries[cell + after]! - entries[cell - before]!) /
      ((before > 0 && after > 0 ? 2 : 1) * step)
    );
  });
  return castArray(makeArray(x.shape, data, 'float64', x.state, tape), dtype);
}
