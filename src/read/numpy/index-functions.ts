import { indexOfCell } from '../../core';
import { bind } from '../python/runtime';
import {
  PyIterator,
  PyModule,
  PySlice,
  PyTuple,
  Unknown,
  type Args,
  type Value,
} from '../python/values';
import { arrayOf, shapeOf, taped, type NumpyFunction } from './arguments';
import { builtin } from './callable';
import { creation } from './creation';
import { gridObjects } from './grids';
import { makeArray, NdArray } from './ndarray';
import { onArrays } from './operands';
import { arrayOfRow } from './rows';
import { broadcastTo, concatenate, reshape, sharedShape } from './shaping';
import { unravel, ravelMulti } from './raveling';

/** The indices of a shape as tuples, last axis fastest. */
function* indicesOf(shape: readonly number[]): Generator<Value> {
  const [length, ...rest] = shape;
  if (length === undefined) return yield new PyTuple([]);
  for (let i = 0; i < length; i++) {
    for (const tail of indicesOf(rest)) {
      yield new PyTuple([BigInt(i), ...(tail as PyTuple).items]);
    }
  }
}

const ndindex: NumpyFunction = (args) => {
  const [first] = args.positional;
  const isTuple = args.positional.length === 1 && first instanceof PyTuple;
  const shape = shapeOf(isTuple ? first : new PyTuple(args.positional));
  return shape ? new PyIterator(indicesOf(shape)) : new Unknown('the shape is not known');
};

const ndenumerate: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'arr').arr], runtime, (x) => {
    const flat = reshape(x, [x.size], taped('reshape', [x], args));
    let at = 0;
    const pairs = indicesOf(x.shape);
    return new PyIterator(
      (function* () {
        for (const index of pairs) yield new PyTuple([index, arrayOfRow(flat, at++)]);
      })(),
    );
  });

/** `np.nditer`: the loop over `multi_index` that numerical gradients are written with. */
const nditer: NumpyFunction = (args, runtime) =>
  onArrays([bind(args, 'op', 'flags', 'op_flags').op], runtime, (x) => walker(x));

function walker(x: NdArray): Value {
  let at = 0;
  const attributes = new Map<string, Value>();
  const place = (): Value => {
    attributes.set('finished', at >= x.size);
    attributes.set('multi_index', new PyTuple(indexOfCell(x.shape, at).map(BigInt)));
    attributes.set('index', BigInt(at));
    return null;
  };
  place();
  attributes.set(
    'iternext',
    iterNext(() => {
      at++;
      place();
      return at < x.size;
    }),
  );
  attributes.set(
    'reset',
    iterNext(() => {
      at = 0;
      place();
      return null;
    }),
  );
  return new PyModule('nditer', attributes, () => entriesOf(x));
}

const iterNext = (step: () => Value): Value => builtin('iternext', step);

function* entriesOf(x: NdArray): Generator<Value> {
  const entries = x.entries();
  for (let i = 0; i < x.size; i++) {
    yield makeArray([], entries?.slice(i, i + 1), x.dtype, x.state);
  }
}

/** `np.ix_`: index arrays that meet in a grid. */
const ix: NumpyFunction = (args, runtime) => {
  const arrays = args.positional.map((value) => arrayOf(value, runtime));
  if (!arrays.every((array) => array instanceof NdArray)) return new Unknown('an index');
  return new PyTuple(
    arrays.map((array, i) =>
      reshape(
        array,
        arrays.map((_, axis) => (axis === i ? array.size : 1)),
        taped('reshape', [array], args),
      ),
    ),
  );
};

const broadcastArrays: NumpyFunction = (args, runtime) =>
  onArrays(args.positional, runtime, (...arrays) => {
    const shape = sharedShape(arrays);
    return new PyTuple(
      arrays.map((array) => broadcastTo(array, shape, taped('broadcast_to', [array], args))),
    );
  });

/** `np.r_[…]` and `np.c_[…]`: slices as ranges, all joined. */
const joined =
  (asColumns: boolean): NumpyFunction =>
  (args, runtime) => {
    const [index] = args.positional;
    const items = index instanceof PyTuple ? index.items : [index ?? null];
    const arrays = items.map((item) => arrayOf(rangeOf(item, args), runtime));
    if (!arrays.every((array) => array instanceof NdArray)) return new Unknown('an item');
    const parts = arrays.map((array) => {
      const tape = taped('reshape', [array], args);
      if (asColumns && array.ndim < 2) return reshape(array, [array.size, 1], tape);
      return array.ndim === 0 ? reshape(array, [1], tape) : array;
    });
    return concatenate(
      parts,
      asColumns ? -1 : 0,
      runtime.limits,
      taped('concatenate', parts, args),
    );
  };

function rangeOf(item: Value, args: Args): Value {
  if (!(item instanceof PySlice)) return item;
  const { start, stop, step } = item;
  const isComplex = step !== null && typeof step !== 'bigint' && typeof step !== 'number';
  if (isComplex) return new Unknown('this range is not read');
  const positional = [start ?? 0n, stop, step ?? 1n];
  return creation['arange']!({ ...args, positional, keywords: new Map() }, args.runtime);
}

/** Functions about indices, and the objects that are indexed to make arrays. */
export const indexing = {
  functions: {
    ndindex,
    ndenumerate,
    nditer,
    ix_: ix,
    unravel_index: unravel,
    ravel_multi_index: ravelMulti,
    broadcast_arrays: broadcastArrays,
  } satisfies Record<string, NumpyFunction>,
  objects: {
    r_: new PyModule('r_', new Map([['__getitem__', builtin('r_', joined(false))]])),
    mgrid: new PyModule('mgrid', new Map([['__getitem__', builtin('mgrid', gridObjects.mgrid)]])),
    ogrid: new PyModule('ogrid', new Map([['__getitem__', builtin('ogrid', gridObjects.ogrid)]])),
    s_: new PyModule(
      's_',
      new Map([['__getitem__', builtin('s_', ({ positional: [index = null] }) => index)]]),
    ),
    index_exp: new PyModule(
      'index_exp',
      new Map([
        [
          '__getitem__',
          builtin('index_exp', ({ positional: [index = null] }) =>
            index instanceof PyTuple ? index : new PyTuple([index]),
          ),
        ],
      ]),
    ),
    c_: new PyModule('c_', new Map([['__getitem__', builtin('r_', joined(true))]])),
  },
};
