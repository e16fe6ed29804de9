import { bitsOf, toNested, say, type Nested } from '../../core';
import type { Runtime } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import {
  DTypeValue,
  ELLIPSIS,
  PyList,
  PyModule,
  PyTuple,
  Unknown,
  type Args,
  type Value,
} from '../python/values';
import { axesOf, integerOf, shapeOf, taped } from './arguments';
import { castArray, copyArray, itemOf } from './convert';
import { builtin } from './callable';
import { dtypeOf, isFloat } from './dtypes';
import { functions } from './functions';
import { fill, getItem, setItem } from './indexing';
import { makeArray, type NdArray } from './ndarray';
import { reshapeInOrder } from './shape-functions';
import { reshape, transpose } from './shaping';

/** Attributes of an array that are no methods. */
const PROPERTIES: Readonly<Record<string, (x: NdArray, args: Args) => Value>> = {
  T: (x, args) => transpose(x, undefined, taped('transpose', [x], args)),
  shape: (x) => new PyTuple(x.shape.map(BigInt)),
  ndim: (x) => BigInt(x.ndim),
  size: (x) => BigInt(x.size),
  dtype: (x) => new DTypeValue(x.dtype),
  nbytes: (x) => BigInt((x.size * bitsOf(x.dtype)) / 8),
  itemsize: (x) => BigInt(bitsOf(x.dtype) / 8),
  real: (x) => x,
  imag: (x) => makeArray(x.shape, new Float64Array(x.size), x.dtype, 'known'),
  flat: (x, args) => flatOf(x, args),
};

/** The entries in a row: what is written there is written into the array. */
function flatOf(x: NdArray, args: Args): Value {
  const flat = reshape(x, [x.size], taped('reshape', [x], args));
  if (x.isContiguous) return flat;
  const { limits } = args.runtime;
  return new PyModule(
    'flatiter',
    new Map<string, Value>([
      [
        '__getitem__',
        builtin(
          'flat',
          ({ positional: [index = null] }) =>
            getItem(flat, index, limits, taped('getitem', [x], args)) ??
            new Unknown('the index is not known'),
        ),
      ],
      [
        '__setitem__',
        builtin('flat', ({ positional: [index = null, value = null] }, runtime) =>
          functions['put']!(
            { ...args, positional: [x, index, value], keywords: new Map() },
            runtime,
          ),
        ),
      ],
    ]),
    () => args.runtime.iterate(flat)!,
  );
}

type Method = (x: NdArray, args: Args, runtime: Runtime) => Value;

/** Methods that are not the function of the same name with the array as its first argument. */
const METHODS: Readonly<Record<string, Method>> = {
  reshape: (x, args) => {
    const [first] = args.positional;
    const given = args.positional.length === 0 ? args.keywords.get('shape') : first;
    const shape =
      args.positional.length <= 1 ? shapeOf(given) : shapeOf(new PyTuple(args.positional));
    return shape
      ? reshapeInOrder(x, shape, args.keywords.get('order'), taped('reshape', [x], args))
      : new Unknown('the new shape is not known');
  },
  transpose: (x, args) => {
    const [first] = args.positional;
    const axes =
      first instanceof PyTuple || first instanceof PyList ? first.items : args.positional;
    const order = axes.length > 0 && axes[0] !== null ? axesOf(new PyTuple(axes)) : undefined;
    return transpose(x, order, taped('transpose', [x], args));
  },
  flatten: (x, args) => {
    const order = args.positional[0] ?? args.keywords.get('order');
    return copyArray(reshapeInOrder(x, [x.size], order, taped('reshape', [x], args)));
  },
  astype: (x, args) => {
    const wanted = args.positional[0] ?? args.keywords.get('dtype');
    return castArray(x, dtypeOf(wanted) ?? x.dtype);
  },
  copy: (x) => copyArray(x),
  tolist: (x) => {
    const data = x.entries();
    return data
      ? toList(toNested({ shape: x.shape, data, dtype: x.dtype }), x)
      : new Unknown('the entries are not known');
  },
  item: (x, args) => {
    const at = integerOf(args.positional[0]);
    const value = at === undefined ? itemOf(x) : x.entries()?.[at];
    return value === undefined ? new Unknown('the entry is not known') : scalarOf(value, x);
  },
  sort: (x, args, runtime) => {
    const sorted = functions['sort']!({ ...args, positional: [x, ...args.positional] }, runtime);
    setItem(x, ELLIPSIS, sorted, runtime.limits);
    return null;
  },
  put: (x, args, runtime) =>
    functions['put']!({ ...args, positional: [x, ...args.positional] }, runtime),
  itemset: (x, args, runtime) => {
    const value = args.positional.at(-1) ?? null;
    const [index] = args.positional;
    const isCell = args.positional.length === 2 && typeof index === 'bigint';
    if (isCell) return functions['put']!({ ...args, positional: [x, index, value] }, runtime);
    setItem(x, args.positional.length === 2 ? index! : new PyTuple([]), value, runtime.limits);
    return null;
  },
  view: (x, args) => {
    if (args.positional.length > 0 || args.keywords.size > 0) throw new Unread();
    const { shape, strides, offset } = x;
    return x.view({ shape, strides, offset, tape: taped('getitem', [x], args) });
  },
  __len__: (x) => BigInt(x.shape[0] ?? 0),
  fill: (x, args, { limits }) => {
    const [value] = args.positional;
    const number =
      typeof value === 'bigint' || typeof value === 'number' ? Number(value) : undefined;
    if (number === undefined) x.doubt('shape-only');
    else fill(x, number, limits);
    return null;
  },
};

/** The functions of NumPy that arrays also have as methods. */
const SHARED = new Set(
  'sum prod mean var std max min argmax argmin any all dot ravel squeeze clip round repeat take argsort nonzero cumsum cumprod swapaxes diagonal trace ptp choose compress conj conjugate searchsorted argpartition'.split(
    ' ',
  ),
);

/** What arrays have besides, which is no error of the program's. */
const UNREAD = new Set(
  'base ctypes data dump dumps flags getfield newbyteorder tobytes tofile tostring strides __class__ __array_interface__'.split(
    ' ',
  ),
);

/** Methods that change the array in ways that are not read. */
const CHANGING = new Set('byteswap partition resize setfield setflags'.split(' '));

/** Nobody knows what is in the array after such a call; after `resize`, not even its shape. */
const changing = (x: NdArray, name: string): Value =>
  builtin(name, () => {
    x.doubt(name === 'resize' ? 'unknown' : 'shape-only');
    return new Unknown(`the method ${name} of an array is not read`);
  });

function toList(nested: Nested, x: NdArray): Value {
  return typeof nested === 'number'
    ? scalarOf(nested, x)
    : new PyList(nested.map((entry) => toList(entry, x)));
}

/** An entry as a number of Python; one that is only an example stays an array, which says so. */
export function scalarOf(value: number, { dtype, state }: NdArray): Value {
  if (state !== 'known') return makeArray([], Float64Array.of(value), dtype, state);
  if (dtype === 'bool') return value !== 0;
  return isFloat(dtype) || !Number.isFinite(value) ? value : BigInt(value);
}

/** An attribute of an array. Raises AttributeError for one that it does not have. */
export function arrayAttribute(x: NdArray, name: string, args: Args): Value {
  const property = PROPERTIES[name];
  if (property) return property(x, args);
  const method = METHODS[name];
  if (method) return builtin(name, (call, runtime) => method(x, call, runtime));
  if (SHARED.has(name)) {
    return builtin(name, (call, runtime) =>
      functions[name]!({ ...call, positional: [x, ...call.positional] }, runtime),
    );
  }
  if (CHANGING.has(name)) return changing(x, name);
  if (UNREAD.has(name)) return new Unknown(`the attribute ${name} of an array is not read`);
  throw new PyError('AttributeError', say('an array has no attribute {name}', { name }), [x]);
}
