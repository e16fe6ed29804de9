import { PyClass, PyModule, type Value } from '../values';
import { namedTupleBase } from './named-tuple';

/** The module `typing`, as far as it makes more than types. */
export const typing = new PyModule(
  'typing',
  new Map<string, Value>([
    ['NamedTuple', namedTupleBase],
    ...['Generic', 'Protocol'].map((name): [string, Value] => [name, new PyClass(name, [])]),
    ['TYPE_CHECKING', false],
  ]),
);
