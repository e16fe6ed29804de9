import { Builtin, PyClass, PyModule, Unknown, type Value } from '../python/values';
import { builtin } from './callable';
import { creation } from './creation';
import { dtypeValues } from './dtypes';
import { functions } from './functions';
import { indexing } from './index-functions';
import { linalg } from './linalg';
import { randomModule } from './random';
import { asserting, searching } from './searching';
import { typeFunctions } from './type-limits';
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
  'signedinteger',
  'unsignedinteger',
  'inexact',
  'floating',
  'number',
  'generic',
].map((name) => [name, new PyClass(name, [])]);

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

/** What is the same in every evaluation. */
const attributes: readonly (readonly [string, Value])[] = [
  ...Object.entries(constants),
  ...dtypeValues,
  ...kinds,
  ...builtins({ ...creation, ...functions, ...indexing.functions, ...typeFunctions, ...silent }),
  ...Object.entries(indexing.objects),
  ['ndarray', new Builtin('ndarray', () => new Unknown('an array of unset memory'))],
  ['linalg', new PyModule('numpy.linalg', new Map(builtins(linalg)))],
  ['testing', testing],
];

/** The `numpy` module for one evaluation: its random streams start afresh. */
export function numpyModule(): {
  readonly module: PyModule;
  readonly doubtRandom: () => void;
  readonly doubtShared: () => void;
} {
  const random = randomModule();
  const module = new PyModule('numpy', new Map([...attributes, ['random', random.module]]));
  return { module, doubtRandom: random.doubt, doubtShared: random.doubtShared };
}
