import { promote, say, shapeText, sizeOf } from '../../core';
import { bind, type Runtime } from '../python/runtime';
import { PyError } from '../python/signals';
import { PyTuple, Unknown, type Args, type Value } from '../python/values';
import {
  arrayOf,
  axesOf,
  integerOf,
  numberOf,
  shapeOf,
  taped,
  type NumpyFunction,
} from './arguments';
import { castArray, toArray } from './convert';
import { isFloat } from './dtypes';
import { binary, binaryOps, roundHalfEven, unary, unaryOps } from './elementwise';
import { nonzero } from './indexing';
import { dot, matmul } from './linear';
import { makeArray, NdArray, stateOf } from './ndarray';
import { reduce, reductions, type Reduction } from './reduce';
import {
  concatenate,
  expandDims,
  repeat,
  reshape,
  squeeze,
  take,
  tile,
  transpose,
} from './shaping';

/** Applies a function to arguments as arrays; anything unknown among them makes the result unknown. */
function onArrays(
  values: readonly (Value | undefined)[],
  runtime: Runtime,
  apply: (...arrays: NdArray[]) => Value,
): Value {
  const arrays = values.map((value) => arrayOf(value, runtime));
  const unknown = arrays.find((array) => array instanceof Unknown);
  return unknown ?? apply(...(arrays as NdArray[]));
}

const elementwise1 =
  (name: string): NumpyFunction =>
  (args, runtime) => {
    const { x } = bind(args, 'x', 'out', 'where', 'dtype');
    return onArrays([x], runtime, (own) =>
      unary(unaryOps.get(name)!, own, runtime.limits, taped(name, [own], args)),
    );
  };

/** On booleans, a sum is `or` and a product is `and`. */
const BOOLEAN: Readonly<Record<string, string>> = { add: 'logical_or', multiply: 'logical_and' };

const elementwise2 =
  (name: string): NumpyFunction =>
  (args, runtime) => {
    const { x1, x2 } = bind(args, 'x1', 'x2', 'out');
    return binaryOf(name, x1!, x2!, args, runtime);
  };

/**
 * A binary operation on any two numbers or arrays. A number of Python does not widen an array's
 * element type within its kind (NumPy's rule for scalars).
 */
export function binaryOf(
  name: string,
  left: Value,
  right: Value,
  args: Args,
  runtime: Runtime,
): Value {
  return onArrays([left, right], runtime, (a, b) => {
    const dtype = weakPromotion(left, a, right, b);
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

function weakPromotion(left: Value, a: NdArray, right: Value, b: NdArray): NdArray['dtype'] {
  const both = promote(a.dtype, b.dtype);
  const isWeak = (value: Value) =>
    !(value instanceof NdArray) && ['bigint', 'number', 'boolean'].includes(typeof value);
  const strong = isWeak(left) ? b : isWeak(right) ? a : undefined;
  if (!strong || strong.dtype === 'bool') return both;
  return isFloat(strong.dtype) || !isFloat(both) ? strong.dtype : both;
}

const reducer =
  (how: Reduction): NumpyFunction =>
  (args, runtime) => {
    const isPlace = how.name.startsWith('arg');
    const { a, axis, keepdims, ddof } = isPlace
      ? { ...bind(args, 'a', 'axis', 'out', 'keepdims'), ddof: undefined }
      : bind(args, 'a', 'axis', 'dtype', 'out', 'keepdims', 'ddof');
    if (axis instanceof Unknown) return axis;
    return onArrays([a], runtime, (own) => {
      const result = reduce(
        how,
        own,
        axesOf(axis),
        keepdims === true,
        taped(how.name, [own], args),
      );
      const freedom = integerOf(ddof) ?? 0;
      return freedom === 0
        ? result
        : withFreedom(how.name, result, own.size / Math.max(1, result.size), freedom);
    });
  };

/** Variance and deviation over n − ddof instead of n. */
function withFreedom(name: string, result: NdArray, count: number, freedom: number): NdArray {
  const factor = count / (count - freedom);
  const data = result
    .entries()
    ?.map((entry) => entry * (name === 'std' ? Math.sqrt(factor) : factor));
  return makeArray(
    result.shape,
    data && new Float64Array(data),
    result.dtype,
    result.state,
    result.tape,
  );
}

const where: NumpyFunction = (args, runtime) => {
  const { condition, x, y } = bind(args, 'condition', 'x', 'y');
  if (x === undefined || y === undefined) {
    return onArrays([condition], runtime, (mask) =>
      mask.buffer ? new PyTuple(nonzero(mask)) : new Unknown('the condition is not known'),
    );
  }
  return onArrays([condition, x, y], runtime, (mask, a, b) => {
    const dtype = weakPromotion(x, a, y, b);
    const operands = [mask, a, b];
    // Chosen by two products would turn NaN × 0 into NaN: choose by index instead.
    const add = binaryOps.get('add')!;
    const shape = binary(
      add,
      binary(add, mask, a, runtime.limits, taped('', [], args)),
      b,
      runtime.limits,
      taped('', [], args),
    ).shape;
    const [m, left, right] = operands.map((array) =>
      broadcastTo(array, shape, runtime, args).entries(),
    );
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

function broadcastTo(
  array: NdArray,
  shape: readonly number[],
  { limits }: Runtime,
  args: Args,
): NdArray {
  const zero = makeArray(shape, new Float64Array(sizeOf(shape)), 'bool', 'known');
  const pick = { name: 'pick', apply: (a: number) => a, dtype: (dtype: NdArray['dtype']) => dtype };
  return binary(pick, array, zero, limits, taped('broadcast_to', [array], args));
}

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
    unary(
      { name: 'round', apply: (x) => roundHalfEven(x, places), dtype: (dtype) => dtype },
      own,
      runtime.limits,
      taped('round', [own], args),
    ),
  );
};

/** The arrays of a sequence, for functions that join them. */
function sequenceOf(value: Value | undefined, runtime: Runtime): NdArray[] | undefined {
  const items = value === undefined ? undefined : runtime.iterate(value);
  if (!items) return undefined;
  const arrays = [...items].map((item) => arrayOf(item, runtime));
  return arrays.every((array) => array instanceof NdArray) ? arrays : undefined;
}

const UNKNOWN_ITEM = 'an array of the sequence is not known';

const joiner =
  (
    join: (arrays: NdArray[], axis: number, args: Args, runtime: Runtime) => Value,
    fallback = 0,
  ): NumpyFunction =>
  (args, runtime) => {
    const { arrays, axis } = bind(args, 'arrays', 'axis');
    const parts = sequenceOf(arrays, runtime);
    return parts
      ? join(parts, integerOf(axis) ?? fallback, args, runtime)
      : new Unknown(UNKNOWN_ITEM);
  };

const joinAlong = (parts: NdArray[], axis: number, args: Args, { limits }: Runtime): NdArray =>
  concatenate(parts, axis, limits, taped('concatenate', parts, args));

const atLeast2 = (array: NdArray, args: Args): NdArray =>
  array.ndim < 2 ? reshape(array, [1, array.size], taped('reshape', [array], args)) : array;

const shaping: Readonly<Record<string, NumpyFunction>> = {
  reshape: (args, runtime) => {
    const { a, newshape } = bind(args, 'a', 'newshape', 'order');
    const shape = shapeOf(newshape);
    if (!shape) return new Unknown('the new shape is not known');
    return onArrays([a], runtime, (own) => reshape(own, shape, taped('reshape', [own], args)));
  },
  ravel: (args, runtime) =>
    onArrays([bind(args, 'a').a], runtime, (own) =>
      reshape(own, [own.size], taped('reshape', [own], args)),
    ),
  transpose: (args, runtime) => {
    const { a, axes } = bind(args, 'a', 'axes');
    return onArrays([a], runtime, (own) =>
      transpose(own, axesOf(axes), taped('transpose', [own], args)),
    );
  },
  expand_dims: (args, runtime) => {
    const { a, axis } = bind(args, 'a', 'axis');
    return onArrays([a], runtime, (own) =>
      expandDims(own, integerOf(axis) ?? 0, taped('reshape', [own], args)),
    );
  },
  squeeze: (args, runtime) => {
    const { a, axis } = bind(args, 'a', 'axis');
    return onArrays([a], runtime, (own) =>
      squeeze(own, axesOf(axis), taped('reshape', [own], args)),
    );
  },
  atleast_2d: (args, runtime) =>
    onArrays([bind(args, 'a').a], runtime, (own) => atLeast2(own, args)),
  concatenate: joiner(joinAlong),
  vstack: joiner((parts, _, args, runtime) =>
    joinAlong(
      parts.map((part) => atLeast2(part, args)),
      0,
      args,
      runtime,
    ),
  ),
  hstack: joiner((parts, _, args, runtime) =>
    joinAlong(parts, parts[0]?.ndim === 1 ? 0 : 1, args, runtime),
  ),
  column_stack: joiner((parts, _, args, runtime) =>
    joinAlong(
      parts.map((part) =>
        part.ndim < 2 ? reshape(part, [part.size, 1], taped('reshape', [part], args)) : part,
      ),
      1,
      args,
      runtime,
    ),
  ),
  stack: joiner((parts, axis, args, runtime) =>
    joinAlong(
      parts.map((part) => expandDims(part, axis, taped('reshape', [part], args))),
      axis,
      args,
      runtime,
    ),
  ),
  repeat: (args, runtime) => {
    const { a, repeats, axis } = bind(args, 'a', 'repeats', 'axis');
    const count = integerOf(repeats);
    if (count === undefined) return new Unknown('the number of repeats is not known');
    return onArrays([a], runtime, (own) => {
      const along = integerOf(axis);
      const flat =
        along === undefined ? reshape(own, [own.size], taped('reshape', [own], args)) : own;
      return repeat(flat, count, along ?? 0, runtime.limits, taped('repeat', [own], args));
    });
  },
  tile: (args, runtime) => {
    const { A, reps } = bind(args, 'A', 'reps');
    const counts = shapeOf(reps);
    if (!counts) return new Unknown('the number of repeats is not known');
    return onArrays([A], runtime, (own) =>
      tile(own, counts, runtime.limits, taped('tile', [own], args)),
    );
  },
  take: (args, runtime) => {
    const { a, indices, axis } = bind(args, 'a', 'indices', 'axis');
    return onArrays([a, indices], runtime, (own, index) =>
      index.buffer
        ? take(
            own,
            Array.from(index.entries()!),
            integerOf(axis) ?? 0,
            runtime.limits,
            taped('take', [own], args),
          )
        : new Unknown('the indices are not known'),
    );
  },
  broadcast_to: (args, runtime) => {
    const { array, shape } = bind(args, 'array', 'shape');
    const lengths = shapeOf(shape);
    return lengths
      ? onArrays([array], runtime, (own) => broadcastTo(own, lengths, runtime, args))
      : new Unknown('the shape is not known');
  },
};

const outer: NumpyFunction = (args, runtime) => {
  const { a, b } = bind(args, 'a', 'b');
  return onArrays([a, b], runtime, (x, y) => {
    const tape = taped('outer', [x, y], args);
    const column = reshape(x, [x.size, 1], tape);
    return binary(
      binaryOps.get('multiply')!,
      column,
      reshape(y, [1, y.size], tape),
      runtime.limits,
      tape,
    );
  });
};

const allclose: NumpyFunction = (args, runtime) => {
  const { a, b, rtol, atol } = bind(args, 'a', 'b', 'rtol', 'atol', 'equal_nan');
  const relative = numberOf(rtol) ?? 1e-5;
  const absolute = numberOf(atol) ?? 1e-8;
  return onArrays([a, b], runtime, (x, y) => {
    const close = {
      name: 'isclose',
      apply: (p: number, q: number) =>
        Number(p === q || Math.abs(p - q) <= absolute + relative * Math.abs(q)),
      dtype: () => 'bool' as const,
    };
    const entries = binary(close, x, y, runtime.limits, taped('isclose', [x, y], args)).entries();
    return entries ? entries.every((flag) => flag === 1) : new Unknown('the arrays are not known');
  });
};

/** Where something differs, as NumPy's own tests say it. */
const arrayEqual: NumpyFunction = (args, runtime) => {
  const { a1, a2 } = bind(args, 'a1', 'a2');
  return onArrays([a1, a2], runtime, (x, y) => {
    if (shapeText(x.shape) !== shapeText(y.shape)) return false;
    const [left, right] = [x.entries(), y.entries()];
    return left && right
      ? left.every((entry, i) => entry === right[i])
      : new Unknown('the arrays are not known');
  });
};

const argsort: NumpyFunction = (args, runtime) => {
  const { a } = bind(args, 'a', 'axis');
  return onArrays([a], runtime, (own) => {
    const entries = own.entries();
    if (!entries || own.ndim !== 1) return new Unknown('only arrays of one axis are sorted here');
    const order = Array.from(entries.keys()).sort((i, j) => entries[i]! - entries[j]! || i - j);
    return makeArray(
      own.shape,
      Float64Array.from(order),
      'int64',
      own.state,
      taped('argsort', [own], args),
    );
  });
};

const ndim: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (own) => BigInt(own.ndim));
const shapeFunction: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (own) => new PyTuple(own.shape.map(BigInt)));
const size: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'a').a], runtime, (own) => BigInt(own.size));

/** `np.float64(x)` and its like: an array of no axes. */
export function castScalar(
  value: Value | undefined,
  dtype: NdArray['dtype'],
  runtime: Runtime,
): Value {
  if (value === undefined) return makeArray([], new Float64Array(1), dtype, 'known');
  const array = value instanceof Unknown ? undefined : toArray(value, runtime.limits);
  return array ? castArray(array, dtype) : new Unknown('the number is not known');
}

/** Every function on arrays, by NumPy's names. */
export const functions: Readonly<Record<string, NumpyFunction>> = {
  ...Object.fromEntries([...unaryOps.keys()].map((name) => [name, elementwise1(name)])),
  ...Object.fromEntries([...binaryOps.keys()].map((name) => [name, elementwise2(name)])),
  ...Object.fromEntries([...reductions].map(([name, how]) => [name, reducer(how)])),
  ...shaping,
  true_divide: elementwise2('divide'),
  mod: elementwise2('remainder'),
  dot: (args, runtime) => {
    const { a, b } = bind(args, 'a', 'b', 'out');
    return onArrays([a, b], runtime, (x, y) =>
      dot(x, y, runtime.limits, taped('dot', [x, y], args)),
    );
  },
  matmul: (args, runtime) => {
    const { a, b } = bind(args, 'a', 'b', 'out');
    return onArrays([a, b], runtime, (x, y) =>
      matmul(x, y, runtime.limits, taped('dot', [x, y], args)),
    );
  },
  outer,
  where,
  clip,
  round,
  around: round,
  allclose,
  array_equal: arrayEqual,
  argsort,
  ndim,
  shape: shapeFunction,
  size,
  nonzero: (args, runtime) =>
    onArrays([bind(args, 'a').a], runtime, (own) =>
      own.buffer ? new PyTuple(nonzero(own)) : new Unknown('the array is not known'),
    ),
};
