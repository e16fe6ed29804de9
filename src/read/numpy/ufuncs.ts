import { promote, say } from '../../core';
import { bind, type Runtime } from '../python/runtime';
import { PyError } from '../python/signals';
import { PyTuple, Unknown, type Args, type Value } from '../python/values';
import { integerOf, taped, type NumpyFunction } from './arguments';
import { castArray } from './convert';
import { dtypeOf, isFloat } from './dtypes';
import { binary, binaryOps } from './elementwise';
import { nonzero } from './index-parts';
import { makeArray, NdArray, stateOf } from './ndarray';
import { onArrays } from './operands';
import { broadcastTo, sharedShape } from './shaping';
import { rounding, unary, unaryOps } from './unary';

const elementwise1 =
  (name: string): NumpyFunction =>
  (args, runtime) => {
    const { x, dtype } = bind(args, 'x', 'out', 'dtype');
    return onArrays([x], runtime, (own) => {
      const wanted = dtypeOf(dtype);
      const result = unary(unaryOps.get(name)!, own, runtime.limits, taped(name, [own], args));
      return wanted && wanted !== result.dtype ? castArray(result, wanted) : result;
    });
  };

/** On booleans, a sum is `or` and a product is `and`. */
const BOOLEAN: Readonly<Record<string, string>> = { add: 'logical_or', multiply: 'logical_and' };

const elementwise2 =
  (name: string): NumpyFunction =>
  (args, runtime) => {
    const { x1, x2, dtype } = bind(args, 'x1', 'x2', 'out', 'dtype');
    if (x1 === undefined || x2 === undefined) {
      throw new PyError('TypeError', say('an array argument is missing'));
    }
    const result = binaryOf(name, x1, x2, args, runtime);
    const wanted = dtypeOf(dtype);
    return wanted && result instanceof NdArray ? castArray(result, wanted) : result;
  };

/**
 * A binary operation on any two numbers or arrays. A number, also an array of no axes, does not
 * widen an array's element type within its kind (NumPy's rule for scalars, before version 2).
 */
export function binaryOf(
  name: string,
  left: Value,
  right: Value,
  args: Args,
  runtime: Runtime,
): Value {
  return onArrays([left, right], runtime, (a, b) => {
    const dtype = weakPromotion(a, b);
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

function weakPromotion(a: NdArray, b: NdArray): NdArray['dtype'] {
  const both = promote(a.dtype, b.dtype);
  if ((a.ndim === 0) === (b.ndim === 0)) return both;
  const strong = a.ndim > 0 ? a.dtype : b.dtype;
  const weak = a.ndim > 0 ? b.dtype : a.dtype;
  return kindOf(weak) <= kindOf(strong) ? strong : both;
}

function kindOf(dtype: NdArray['dtype']): number {
  return dtype === 'bool' ? 0 : isFloat(dtype) ? 2 : 1;
}

const where: NumpyFunction = (args, runtime) => {
  const { condition, x, y } = bind(args, 'condition', 'x', 'y');
  if (x === undefined || y === undefined) {
    return onArrays([condition], runtime, (mask) =>
      mask.buffer ? new PyTuple(nonzero(mask)) : new Unknown('the condition is not known'),
    );
  }
  return onArrays([condition, x, y], runtime, (mask, a, b) => {
    const dtype = weakPromotion(a, b);
    const operands = [mask, a, b];
    const shape = sharedShape(operands);
    const [m, left, right] = operands.map((array) => broadcastTo(array, shape).entries());
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
  const { a, a_min, a_max } = bind(args, 'a', 'a_min', 'a_max');
  const low =
    a_min === undefined || a_min === null ? a! : binaryOf('maximum', a!, a_min, args, runtime);
  return a_max === undefined || a_max === null
    ? low
    : binaryOf('minimum', low, a_max, args, runtime);
};

const round: NumpyFunction = (args, runtime) => {
  const { a, decimals } = bind(args, 'a', 'decimals');
  const places = integerOf(decimals) ?? 0;
  return onArrays([a], runtime, (own) =>
    unary(rounding(places), own, runtime.limits, taped('round', [own], args)),
  );
};

const nanToNum: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'x', 'copy').x], runtime, (x) => {
    const largest = x.dtype === 'float32' ? 3.4028234663852886e38 : Number.MAX_VALUE;
    const finite = (entry: number) =>
      Number.isNaN(entry) ? 0 : Math.min(Math.max(entry, -largest), largest);
    const how = { name: 'nan_to_num', apply: finite, dtype: (dtype: NdArray['dtype']) => dtype };
    return unary(how, x, runtime.limits, taped('nan_to_num', [x], args));
  });

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
  nan_to_num: nanToNum,
};
