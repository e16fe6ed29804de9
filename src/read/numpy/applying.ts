import { say, sizeOf, type DType } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { Builtin, PyList, PyTuple, Unknown, type Args, type Value } from '../python/values';
import { arrayOf, integerOf, taped, type NumpyFunction } from './arguments';
import { castArray, toArray } from './convert';
import { dtypeOf } from './dtypes';
import { invoke } from './library';
import { makeArray, NdArray } from './ndarray';
import { onArrays } from './operands';
import { normalizeAxis } from './reduce';
import { broadcastTo, reshape, sharedShape } from './shaping';

/** A function of numbers, applied entry by entry. */
export const vectorize: NumpyFunction = (args) => {
  const { pyfunc, otypes } = bind(
    args,
    'pyfunc',
    'otypes',
    'doc',
    'excluded',
    'cache',
    'signature',
  );
  if (pyfunc === undefined) throw new PyError('TypeError', say('vectorize needs a function'));
  const types = typeof otypes === 'string' ? otypes : (otypes as PyList | undefined)?.items?.[0];
  return new Builtin('vectorized', (call) => vectorized(pyfunc, dtypeOf(types), call));
};

function vectorized(callee: Value, wanted: DType | undefined, call: Args): Value {
  const { runtime } = call;
  if (call.keywords.size > 0) throw new Unread();
  return onArrays(call.positional, runtime, (...arrays) => {
    const shape = sharedShape(arrays);
    const wide = arrays.map((array) => broadcastTo(array, shape));
    const entries = wide.map((array) => array.entries());
    if (!entries.every((own) => own)) return new Unknown('the entries are not known');
    const size = sizeOf(shape);
    if (size === 0)
      throw new PyError(
        'ValueError',
        say('cannot call `vectorize` on size 0 inputs unless `otypes` is set'),
      );
    const results = Array.from({ length: size }, (_, cell) => {
      const positional = wide.map(({ dtype, state }, i) =>
        makeArray([], Float64Array.of(entries[i]![cell]!), dtype, state),
      );
      return runtime.call(callee, { ...call, positional, keywords: new Map() });
    });
    const first = toArray(results[0]!, runtime.limits);
    const made = toArray(new PyList(results), runtime.limits);
    if (!first || !made || made.ndim !== 1)
      return new Unknown('a result of the function is not known');
    // The first result says which type all have.
    return reshape(castArray(made, wanted ?? first.dtype), shape, taped('vectorize', arrays, call));
  });
}

/** What a function makes of every run along an axis. */
export const applyAlongAxis: NumpyFunction = (args, runtime) => {
  const [callee, axis, arr, ...rest] = args.positional;
  const along = integerOf(axis ?? args.keywords.get('axis'));
  if (callee === undefined || along === undefined) throw new Unread();
  return onArrays([arr ?? args.keywords.get('arr')], runtime, (x) => {
    const own = normalizeAxis(along, x.ndim);
    const others = [...x.shape.keys()].filter((each) => each !== own);
    const outer = others.map((each) => x.shape[each]!);
    if (sizeOf(outer) === 0)
      throw new PyError(
        'ValueError',
        say('Cannot apply_along_axis when any iteration dimensions are 0'),
      );
    const results = Array.from({ length: sizeOf(outer) }, (_, cell) => {
      const offset = others.reduce((at, each, i) => {
        const inner = sizeOf(outer.slice(i + 1));
        return at + (Math.floor(cell / inner) % outer[i]!) * x.strides[each]!;
      }, x.offset);
      const run = x.view({ shape: [x.shape[own]!], strides: [x.strides[own]!], offset });
      return arrayOf(
        runtime.call(callee, { ...args, positional: [run, ...rest], keywords: new Map() }),
        runtime,
      );
    });
    if (!results.every((result) => result instanceof NdArray))
      return new Unknown('a result of the function is not known');
    const stacked = invoke('stack', args, [new PyList(results)]) as NdArray;
    const whole = reshape(
      castArray(stacked, results[0]!.dtype),
      [...outer, ...results[0]!.shape],
      taped('apply_along_axis', [x], args),
    );
    const rank = results[0]!.ndim;
    // The result's own axes stand where the axis was.
    const order = [...outer.keys()];
    order.splice(own, 0, ...Array.from({ length: rank }, (_, i) => outer.length + i));
    return invoke('transpose', args, [whole, new PyTuple(order.map(BigInt))]);
  });
};
