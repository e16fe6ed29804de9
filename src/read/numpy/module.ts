import { Builtin, PyModule, Unknown, type Value } from '../python/values';
import { creation } from './creation';
import { dtypeValues } from './dtypes';
import { functions } from './functions';
import { builtin, randomModule } from './random';
import type { NumpyFunction } from './arguments';

const constants: Readonly<Record<string, Value>> = {
  pi: Math.PI,
  e: Math.E,
  inf: Infinity,
  Inf: Infinity,
  nan: NaN,
  NaN: NaN,
  newaxis: null,
};

/** Functions that change nothing here. */
const silent: Readonly<Record<string, NumpyFunction>> = {
  set_printoptions: () => null,
  seterr: () => null,
};

/** The `numpy` module for one evaluation: its random stream starts afresh. */
export function numpyModule(): PyModule {
  const all = { ...creation, ...functions, ...silent };
  const random = randomModule();
  const linalg = new PyModule('numpy.linalg', new Map([['norm', builtin('norm', norm)]]));
  return new PyModule(
    'numpy',
    new Map<string, Value>([
      ...Object.entries(constants),
      ...dtypeValues,
      ...Object.entries(all).map(([name, call]): [string, Value] => [name, builtin(name, call)]),
      ['ndarray', new Builtin('ndarray', () => new Unknown('an array of unset memory'))],
      ['random', random],
      ['linalg', linalg],
    ]),
  );
}

/** The Euclidean norm of all entries. */
const norm: NumpyFunction = (args, runtime) => {
  const [x] = args.positional;
  const call = (name: string, value: Value) =>
    functions[name]!({ ...args, positional: [value], keywords: new Map() }, runtime);
  return x === undefined || args.positional.length > 1 || args.keywords.size > 0
    ? new Unknown('this norm is not computed here')
    : call('sqrt', call('sum', call('square', x)));
};
