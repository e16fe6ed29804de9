import { PyModule, type Value } from '../values';
import { functools } from './functools';

/** What Python 2 called the functions of Python 3. */
const OLD_NAMES: Readonly<Record<string, string>> = {
  xrange: 'range',
  range: 'range',
  zip: 'zip',
  map: 'map',
  filter: 'filter',
  input: 'input',
  raw_input: 'input',
  unicode: 'str',
};

/** `builtins` and the modules through which code for Python 2 and 3 gets the functions of one of them. */
export function compatibilityModules(
  builtins: ReadonlyMap<string, Value>,
): ReadonlyMap<string, PyModule> {
  const moved = new Map<string, Value>();
  for (const [old, name] of Object.entries(OLD_NAMES)) {
    const value = builtins.get(name);
    if (value !== undefined) moved.set(old, value);
  }
  const moves = new PyModule('six.moves', new Map([...moved, ...functools.attributes]));
  return new Map([
    ['builtins', new PyModule('builtins', builtins)],
    ['past', new PyModule('past', new Map([['builtins', new PyModule('past.builtins', moved)]]))],
    ['six', new PyModule('six', new Map([['moves', moves]]))],
  ]);
}
