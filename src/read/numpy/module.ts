import { Builtin, DTypeValue, PyClass, PyModule, Unknown, type Value } from '../python/values';
import { builtin } from './callable';
import { creation } from './creation';
import { dtypeValues } from './dtypes';
import { functions } from './functions';
import { indexing } from './index-functions';
import { linalg } from './linalg';
import { randomModule } from './random';
import { asserting, searching } from './searching';
import { ufuncMethods } from './ufunc-methods';
import type { NumpyFunction } from './arguments';

const constants: Readonly<Record<string, Value>> = {
  pi: Math.PI,
  e: Math.E,
  inf: Infinity,
  Inf: Infinity,
  nan: NaN,
  NaN: NaN,
  newaxis: null,
  __version__: '1.26.4',
};

/** Functions that change nothing here. */
const silent: Readonly<Record<string, NumpyFunction>> = {
  set_printoptions: () => null,
  seterr: () => null,
};

/** Abstract types of numbers, for `isinstance` and `dtype=`. */
const kinds: readonly (readonly [string, Value])[] = [
  'integer',
  'floating',
  'number',
  'generic',
].map((name) => [name, new PyClass(name, [])]);

const finfo = new Builtin('finfo', ({ positional: [type] }) => {
  const isSingle = type instanceof DTypeValue && type.dtype === 'float32';
  return new PyModule(
    'finfo',
    new Map<string, Value>([
      ['eps', isSingle ? 2 ** -23 : 2 ** -52],
      ['max', isSingle ? 3.4028234663852886e38 : Number.MAX_VALUE],
      ['min', isSingle ? -3.4028234663852886e38 : -Number.MAX_VALUE],
      ['tiny', isSingle ? 2 ** -126 : 2 ** -1022],
    ]),
  );
});

const builtins = (table: Readonly<Record<string, NumpyFunction>>): [string, Value][] =>
  Object.entries(table).map(([name, call]) => [name, builtin(name, call, ufuncMethods.get(name))]);

const testing = new PyModule(
  'numpy.testing',
  new Map<string, Value>(
    builtins({
      assert_allclose: asserting(searching['allclose']!),
      assert_array_almost_equal: asserting(searching['allclose']!),
      assert_array_equal: asserting(searching['array_equal']!),
    }),
  ),
);

/** The `numpy` module for one evaluation: its random streams start afresh. */
export function numpyModule(): { readonly module: PyModule; readonly doubtRandom: () => void } {
  const random = randomModule();
  const module = new PyModule(
    'numpy',
    new Map<string, Value>([
      ...Object.entries(constants),
      ...dtypeValues,
      ...kinds,
      ...builtins({ ...creation, ...functions, ...indexing.functions, ...silent }),
      ...Object.entries(indexing.objects),
      ['ndarray', new Builtin('ndarray', () => new Unknown('an array of unset memory'))],
      ['finfo', finfo],
      ['random', random.module],
      ['linalg', new PyModule('numpy.linalg', new Map(builtins(linalg)))],
      ['testing', testing],
    ]),
  );
  return { module, doubtRandom: random.doubt };
}
