import { say } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { PyDict, PyList, Unknown, type Value } from '../python/values';
import { taped, type NumpyFunction } from './arguments';
import { caster } from './dtypes';
import { makeArray, type NdArray } from './ndarray';
import { onArrays } from './operands';
import { broadcastTo, take } from './shaping';
import type { Limits } from '../limits';

/** Which entry along an axis stands at a place before or after it; undefined for none. */
type Source = (at: number, length: number) => number;

const SOURCES: Readonly<Record<string, Source>> = {
  edge: (at, length) => Math.min(Math.max(at, 0), length - 1),
  wrap: (at, length) => modulo(at, length),
  reflect: (at, length) => bounced(at, length, Math.max(1, 2 * (length - 1))),
  symmetric: (at, length) => {
    const own = modulo(at, 2 * length);
    return own < length ? own : 2 * length - 1 - own;
  },
};

function modulo(at: number, length: number): number {
  return ((at % length) + length) % length;
}

function bounced(at: number, length: number, period: number): number {
  const own = modulo(at, period);
  return own < length ? own : period - own;
}

/** Statistics of a whole axis that may stand around it. */
const STATISTICS = ['maximum', 'minimum', 'mean', 'median', 'linear_ramp', 'empty'];

/** `np.pad`: entries around an array, a constant or taken from within. */
const pad: NumpyFunction = (args, runtime) => {
  const {
    array,
    pad_width,
    mode = 'constant',
    constant_values,
  } = bind(args, 'array', 'pad_width', 'mode', 'constant_values');
  if (typeof mode !== 'string' || STATISTICS.includes(mode) || pad_width instanceof PyDict) {
    throw new Unread();
  }
  if (mode !== 'constant' && !SOURCES[mode]) {
    throw new PyError('ValueError', say('{mode} is no way of padding', { mode }));
  }
  return onArrays([array, pad_width, constant_values ?? 0n], runtime, (x, width, value) => {
    const widths = broadcastTo(width, [x.ndim, 2]).entries();
    if (!widths) return new Unknown('the width is not known');
    checkWidths(width, widths);
    const tape = taped('pad', [x], args);
    const values = mode === 'constant' ? broadcastTo(value, [x.ndim, 2]).entries() : undefined;
    if (mode === 'constant' && !values) return new Unknown('the value is not known');
    let result = x;
    x.shape.forEach((_, axis) => {
      const [before, after] = [widths[2 * axis]!, widths[2 * axis + 1]!];
      result = values
        ? padConstant(result, axis, [before, after], edges(values, axis, value, x), runtime.limits)
        : padFrom(result, axis, before, after, SOURCES[mode]!, runtime.limits);
    });
    return makeArray(result.shape, result.entries()?.slice(), x.dtype, x.state, tape);
  });
};

function checkWidths(width: NdArray, widths: Float64Array): void {
  if (width.dtype.startsWith('float')) {
    throw new PyError('TypeError', say('the width of padding must be whole numbers'));
  }
  if (widths.some((each) => each < 0)) {
    throw new PyError('ValueError', say('the width of padding must not be negative'));
  }
}

function edges(values: Float64Array, axis: number, value: NdArray, x: NdArray): [number, number] {
  const convert = caster(value.dtype, x.dtype);
  return [convert(values[2 * axis]!), convert(values[2 * axis + 1]!)];
}

function padFrom(
  x: NdArray,
  axis: number,
  before: number,
  after: number,
  source: Source,
  limits: Limits,
): NdArray {
  const length = x.shape[axis]!;
  if (length === 0 && before + after > 0) {
    throw new PyError(
      'ValueError',
      say('an axis of no entries can only be padded with a constant'),
      [x],
    );
  }
  const index = Array.from({ length: before + length + after }, (_, i) =>
    source(i - before, length),
  );
  return take(x, index, axis, limits, taped('pad', [x], EMPTY));
}

const EMPTY = { span: { start: 0, end: 0 } } as Parameters<typeof taped>[2];

function padConstant(
  x: NdArray,
  axis: number,
  [before, after]: readonly [number, number],
  [low, high]: readonly [number, number],
  limits: Limits,
): NdArray {
  const length = x.shape[axis]!;
  const shape = x.shape.with(axis, before + length + after);
  const entries = x.entries();
  if (!entries || !limits.hasRoomFor(shape)) return makeArray(shape, undefined, x.dtype, x.state);
  const inner = x.shape.slice(axis + 1).reduce((size, each) => size * each, 1);
  const size = shape.reduce((product, each) => product * each, 1);
  const data = new Float64Array(size);
  for (let cell = 0; cell < size; cell++) {
    const at = (Math.floor(cell / inner) % shape[axis]!) - before;
    const outer = Math.floor(cell / (inner * shape[axis]!));
    const isInside = at >= 0 && at < length;
    data[cell] = isInside
      ? entries[(outer * length + at) * inner + (cell % inner)]!
      : at < 0
        ? low
        : high;
  }
  return makeArray(shape, data, x.dtype, x.state);
}

/** The first and last zeros of a row left out. */
const trimZeros: NumpyFunction = (args, runtime) => {
  const { filt, trim } = bind(args, 'filt', 'trim');
  const sides = typeof trim === 'string' ? trim.toLowerCase() : 'fb';
  return onArrays([filt], runtime, (x): Value => {
    const entries = x.entries();
    if (!entries || x.ndim !== 1) throw new Unread();
    const first = entries.findIndex((entry) => entry !== 0);
    const last = entries.findLastIndex((entry) => entry !== 0);
    const from = sides.includes('f') ? (first < 0 ? entries.length : first) : 0;
    const to = sides.includes('b') ? last + 1 : entries.length;
    const shape = [Math.max(0, to - from)];
    const view = x.view({ shape, strides: x.strides, offset: x.offset + from * x.strides[0]! });
    return filt instanceof PyList
      ? new PyList(Array.from({ length: shape[0]! }, (_, i) => filt.items[from + i]!))
      : view;
  });
};

/** Functions that add to and take from the edges of arrays, by NumPy's names. */
export const padding: Readonly<Record<string, NumpyFunction>> = { pad, trim_zeros: trimZeros };
