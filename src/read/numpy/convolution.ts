import { say } from '../../core';
import { bind } from '../python/runtime';
import { PyError } from '../python/signals';
import { taped, type NumpyFunction } from './arguments';
import { castArray } from './convert';
import { invoke } from './library';
import { makeArray, NdArray, stateOf } from './ndarray';
import { onArrays } from './operands';

/** All products of entries that lie so far apart, summed. */
function convolved(a: Float64Array, v: Float64Array): Float64Array {
  const full = new Float64Array(a.length + v.length - 1);
  a.forEach((x, i) => v.forEach((y, j) => (full[i + j]! += x * y)));
  return full;
}

/** `np.convolve` and `np.correlate`: sums of products of entries that lie so far apart. */
export const convolution =
  (name: string, fallback: string): NumpyFunction =>
  (args, runtime) => {
    const { a, v, mode = fallback } = bind(args, 'a', 'v', 'mode');
    return onArrays([a, v], runtime, (x, y) => {
      if (x.ndim > 1 || y.ndim > 1)
        throw new PyError('ValueError', say('convolution needs arrays of one axis'), [x, y]);
      if (x.size === 0 || y.size === 0)
        throw new PyError('ValueError', say('{name} needs arrays that are not empty', { name }), [
          x,
          y,
        ]);
      const product = invoke('multiply', args, [
        x.view({ shape: [1], strides: [0], offset: x.offset }),
        y.view({ shape: [1], strides: [0], offset: y.offset }),
      ]);
      const dtype = (product as NdArray).dtype;
      const tape = taped(name, [x, y], args);
      const [p, q] = [x.entries(), y.entries()];
      const isSwapped = name === 'convolve' && y.size > x.size;
      const [m, n] = isSwapped ? [y.size, x.size] : [x.size, y.size];
      const [from, count] = part(String(mode), m, n);
      if (!p || !q) return makeArray([count], undefined, dtype, stateOf([x, y]), tape);
      const full = convolved(p, name === 'correlate' ? q.toReversed() : q);
      return castArray(
        makeArray([count], full.slice(from, from + count), 'float64', stateOf([x, y]), tape),
        dtype,
      );
    });
  };

/** Which of the results a mode keeps. */
function part(mode: string, m: number, n: number): [number, number] {
  const [long, short] = [Math.max(m, n), Math.min(m, n)];
  if (mode === 'full') return [0, m + n - 1];
  if (mode === 'same') return [m >= n ? Math.floor((short - 1) / 2) : Math.floor(short / 2), long];
  if (mode === 'valid') return [short - 1, long - short + 1];
  throw new PyError('ValueError', say('{mode} is no way to convolve', { mode }));
}
