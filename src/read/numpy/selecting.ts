import { say, type DType } from '../../core';
import { bind, type Runtime } from '../python/runtime';
import { PyError } from '../python/signals';
import { Builtin, PyFunction, Unknown, type Args, type Value } from '../python/values';
import { numberOf, taped, type NumpyFunction } from './arguments';
import { castArray } from './convert';
import { getItem, setItem } from './indexing';
import { invoke } from './library';
import { makeArray, NdArray, stateOf } from './ndarray';
import { onArrays, sequenceOf } from './operands';
import { commonType, entriesAs } from './promotion';
import { broadcastTo, reshape, sharedShape } from './shaping';
import { binaryOf } from './ufuncs';
import { pair, signOf, exponentOf, scaled, ldexp, divmod } from './number-parts';

/** An array whose entries come from several, by the number that stands at each place. */
function mixed(
  which: NdArray,
  from: readonly NdArray[],
  indexOf: (entry: number) => number,
  tape: ReturnType<typeof taped>,
): NdArray {
  const dtype = commonType(from);
  const shape = sharedShape([which, ...from]);
  const places = broadcastTo(which, shape).entries();
  const entries = from.map((array) => entriesAs(broadcastTo(array, shape), dtype));
  const state = stateOf([which, ...from]);
  const isKnown = places && entries.every((own) => own);
  const data = isKnown ? places.map((entry, i) => entries[indexOf(entry)]![i]!) : undefined;
  return makeArray(shape, data && new Float64Array(data), dtype, state, tape);
}

/** `np.choose`: at each place, which array the entry is of. */
const choose: NumpyFunction = (args, runtime) => {
  const { a, choices, mode } = bind(args, 'a', 'choices', 'out', 'mode');
  const arrays = sequenceOf(choices, runtime);
  if (!arrays) return new Unknown('an array to choose from is not known');
  return onArrays([a], runtime, (which) => {
    const count = arrays.length;
    const indexOf = (entry: number): number => {
      if (mode === 'clip') return Math.min(Math.max(entry, 0), count - 1);
      if (mode === 'wrap') return ((entry % count) + count) % count;
      if (entry >= 0 && entry < count) return entry;
      throw new PyError('ValueError', say('invalid entry in choice array'));
    };
    return mixed(which, arrays, indexOf, taped('choose', [which, ...arrays], args));
  });
};

/** `np.select`: the first of the choices whose condition holds. */
const select: NumpyFunction = (args, runtime) => {
  const {
    condlist,
    choicelist,
    default: fallback,
  } = bind(args, 'condlist', 'choicelist', 'default');
  const [conditions, choices] = [sequenceOf(condlist, runtime), sequenceOf(choicelist, runtime)];
  if (!conditions || !choices) return new Unknown('an array to choose from is not known');
  if (conditions.length !== choices.length || conditions.length === 0) {
    throw new PyError('ValueError', say('select needs as many choices as conditions'));
  }
  if (conditions.some(({ dtype }) => dtype !== 'bool')) {
    throw new PyError('TypeError', say('the conditions of select must be booleans'));
  }
  return onArrays([fallback ?? 0n], runtime, (other) => {
    const tape = taped('select', [...conditions, ...choices], args);
    const all = [...choices, other];
    const dtype = commonType(all);
    const shape = sharedShape([...conditions, ...choices]);
    const start = castArray(broadcastTo(other, shape), dtype);
    return conditions.reduceRight(
      (rest, condition, i) => mixed(condition, [rest, castArray(choices[i]!, dtype)], Number, tape),
      start,
    );
  });
};

/** `np.piecewise`: where each condition holds, a number or what a function gives there. */
const piecewise: NumpyFunction = (args, runtime) => {
  const { x, condlist, funclist } = bind(args, 'x', 'condlist', 'funclist');
  const conditions = sequenceOf(condlist, runtime);
  const functions = funclist === undefined ? undefined : runtime.iterate(funclist);
  if (!conditions || !functions) return new Unknown('a condition is not known');
  return onArrays([x], runtime, (own) => {
    const parts = [...functions];
    const flags = conditions.length === own.ndim && own.ndim === 0 ? [] : conditions;
    if (parts.length === flags.length + 1) flags.push(noneOf(flags, args, runtime));
    if (parts.length !== flags.length) {
      throw new PyError('ValueError', say('piecewise needs as many functions as conditions'));
    }
    const result = makeArray(own.shape, new Float64Array(own.size), own.dtype, own.state);
    flags.forEach((flag, i) => fillWhere(result, own, flag, parts[i]!, args, runtime));
    return result;
  });
};

function noneOf(flags: readonly NdArray[], args: Args, runtime: Runtime): NdArray {
  const any = flags.reduce<Value>(
    (all, flag) => binaryOf('logical_or', all, flag, args, runtime),
    flags[0]!,
  );
  return invoke('logical_not', args, [any]) as NdArray;
}

function fillWhere(
  result: NdArray,
  x: NdArray,
  flag: NdArray,
  part: Value,
  args: Args,
  runtime: Runtime,
): void {
  const isFunction = part instanceof PyFunction || part instanceof Builtin;
  const there = getItem(x, flag, runtime.limits, taped('getitem', [x], args));
  const value = isFunction
    ? runtime.call(part, { ...args, positional: [there ?? new Unknown('')], keywords: new Map() })
    : part;
  setItem(result, flag, value, runtime.limits);
}

/** Entries where a condition holds, in a row. */
const extract: NumpyFunction = (args, runtime) => {
  const { condition, arr } = bind(args, 'condition', 'arr');
  return onArrays([condition, arr], runtime, (mask, x) => {
    const tape = taped('extract', [x], args);
    const flat = reshape(x, [x.size], tape);
    const flags = castArray(reshape(mask, [mask.size], tape), 'bool');
    return getItem(flat, flags, runtime.limits, tape) ?? new Unknown('the condition is not known');
  });
};

const nanToNum: NumpyFunction = (args, runtime) => {
  const { x, nan, posinf, neginf } = bind(args, 'x', 'copy', 'nan', 'posinf', 'neginf');
  return onArrays([x], runtime, (own) => {
    if (!own.dtype.startsWith('float')) return castArray(own, own.dtype);
    const largest = LARGEST[own.dtype] ?? Number.MAX_VALUE;
    const [none, high, low] = [
      numberOf(nan) ?? 0,
      numberOf(posinf) ?? largest,
      numberOf(neginf) ?? -largest,
    ];
    const finite = (entry: number) =>
      Number.isNaN(entry) ? none : entry === Infinity ? high : entry === -Infinity ? low : entry;
    const data = own.entries()?.map(finite);
    const made = makeArray(own.shape, data, 'float64', own.state);
    return castArray(made, own.dtype);
  });
};

/** The largest number of the narrow float types. */
export const LARGEST: Partial<Record<DType, number>> = {
  float16: 65504,
  float32: 3.4028234663852886e38,
};

/** Functions that choose between entries or take them apart, by NumPy's names. */
export const selecting: Readonly<Record<string, NumpyFunction>> = {
  choose,
  select,
  piecewise,
  extract,
  nan_to_num: nanToNum,
  modf: pair(
    'modf',
    (x) => (Math.abs(x) === Infinity || x % 1 === 0 ? signOf(x) : x % 1),
    Math.trunc,
  ),
  frexp: pair('frexp', (x) => scaled(x, -exponentOf(x)), exponentOf, 'int32'),
  divmod,
  ldexp,
};
