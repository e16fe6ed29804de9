import { say, type DType } from '../../core';
import { bind, type Runtime } from '../python/runtime';
import { PyError } from '../python/signals';
import { PyTuple, Unknown, type Args, type Value } from '../python/values';
import { integerOf, taped, type NumpyFunction } from './arguments';
import { castArray } from './convert';
import { binaryOps } from './binary-ops';
import { caster, dtypeOf, isFloat } from './dtypes';
import { binary } from './elementwise';
import { nonzero } from './index-parts';
import { assertHolds } from './indexing';
import { makeArray, NdArray, stateOf } from './ndarray';
import { onArrays } from './operands';
import { commonType, entriesAs } from './promotion';
import { broadcastTo, sharedShape } from './shaping';
import { rounding, unary, unaryOps } from './unary';

const elementwise1 =
  (name: string): NumpyFunction =>
  (args, runtime) => {
    const { x, dtype, out, where } = bind(args, 'x', 'out', 'dtype', 'where');
    const made = onArrays([x], runtime, (own) => {
      const wanted = dtypeOf(dtype);
      if (name === 'positive' && own.dtype === 'bool') {
        throw new PyError(
          'TypeError',
          say('{op} does not work on {type}', { op: name, type: 'bool' }),
        );
      }
      const operand = wanted && isFloat(wanted) ? castArray(own, wanted) : own;
      const result = unary(unaryOps.get(name)!, operand, runtime.limits, taped(name, [own], args));
      return wanted && wanted !== result.dtype ? castArray(result, wanted) : result;
    });
    return onlyWhere(where, made, out, runtime);
  };

/** A result where a mask holds, and elsewhere what `out` has: without one, nobody knows what. */
function onlyWhere(
  where: Value | undefined,
  result: Value,
  out: Value | undefined,
  runtime: Runtime,
): Value {
  if (where === undefined || where === true || !(result instanceof NdArray)) return result;
  if (!(out instanceof NdArray))
    return makeArray(result.shape, undefined, result.dtype, result.state);
  assertHolds(out, result);
  return onArrays([where], runtime, (given) => {
    const [mask, fresh] = [given, result].map((each) => broadcastTo(each, out.shape).entries());
    const [old, convert] = [out.entries(), caster(result.dtype, out.dtype)];
    const data =
      mask && fresh && old?.map((entry, i) => (mask[i] !== 0 ? convert(fresh[i]!) : entry));
    return makeArray(out.shape, data, out.dtype, stateOf([given, result, out]));
  });
}

/** On booleans, a sum is `or` and a product is `and`. */
const BOOLEAN: Readonly<Record<string, string>> = { add: 'logical_or', multiply: 'logical_and' };

const elementwise2 =
  (name: string): NumpyFunction =>
  (args, runtime) => {
    const { x1, x2, dtype, out, where } = bind(args, 'x1', 'x2', 'out', 'dtype', 'where');
    if (x1 === undefined || x2 === undefined) {
      throw new PyError('TypeError', say('an array argument is missing'));
    }
    const made = binaryOf(name, x1, x2, args, runtime, dtypeOf(dtype));
    return onlyWhere(where, made, out, runtime);
  };

/** A binary operation on any two numbers or arrays, computed in a type of its own or in the given one. */
export function binaryOf(
  name: string,
  left: Value,
  right: Value,
  args: Args,
  runtime: Runtime,
  wanted?: DType,
): Value {
  return onArrays([left, right], runtime, (a, b) => {
    const dtype = wanted ?? commonType([a, b]);
    const op = binaryOps.get(dtype === 'bool' ? (BOOLEAN[name] ?? name) : name)!;
    if (name === 'subtract' && dtype === 'bool') {
      throw new PyError(
        'TypeError',
        say('NumPy does not subtract booleans; use ^ or logical_xor'),
        [a, b],
      );
    }
    return binary(op, a, b, runtime.limits, taped(name, [a, b], args), dtype);
  });
}

const where: NumpyFunction = (args, runtime) => {
  const { condition, x, y } = bind(args, 'condition', 'x', 'y');
  if (x === undefined || y === undefined) {
    return onArrays([condition], runtime, (mask) =>
      mask.buffer ? new PyTuple(nonzero(mask)) : new Unknown('the condition is not known'),
    );
  }
  return onArrays([condition, x, y], runtime, (mask, a, b) => {
    const dtype = commonType([a, b]);
    const operands = [mask, a, b];
    const shape = sharedShape(operands);
    const m = broadcastTo(mask, shape).entries();
    const [left, right] = [a, b].map((array) => entriesAs(broadcastTo(array, shape), dtype));
    const data =
      m && left && right ? m.map((flag, i) => (flag !== 0 ? left[i]! : right[i]!)) : undefined;
    return makeArray(
      shape,
      data && new Float64Array(data),
      dtype,
      stateOf(operands),
      taped('where', operands, args),
    );
  });
};

const clip: NumpyFunction = (args, runtime) => {
  const { a, a_min, a_max, min, max } = bind(args, 'a', 'a_min', 'a_max', 'out', 'min', 'max');
  const [low, high] = [a_min ?? min ?? null, a_max ?? max ?? null];
  if (low === null && high === null) {
    throw new PyError('ValueError', say('One of max or min must be given'));
  }
  const from = low === null ? a! : binaryOf('maximum', a!, low, args, runtime);
  return high === null ? from : binaryOf('minimum', from, high, args, runtime);
};

const round: NumpyFunction = (args, runtime) => {
  const { a, decimals } = bind(args, 'a', 'decimals');
  const places = integerOf(decimals) ?? 0;
  return onArrays([a], runtime, (own) =>
    unary(rounding(places), own, runtime.limits, taped('round', [own], args)),
  );
};

/** Functions entry by entry, by NumPy's names. */
export const ufuncs: Readonly<Record<string, NumpyFunction>> = {
  ...Object.fromEntries([...unaryOps.keys()].map((name) => [name, elementwise1(name)])),
  ...Object.fromEntries([...binaryOps.keys()].map((name) => [name, elementwise2(name)])),
  true_divide: elementwise2('divide'),
  mod: elementwise2('remainder'),
  bitwise_not: elementwise1('invert'),
  where,
  clip,
  round,
  around: round,
  round_: round,
};
