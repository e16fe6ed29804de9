import { Builtin, Descriptor, PyClass, PyFunction, PyModule, type Value } from '../values';

/** Marks a method as one that subclasses must have. */
const abstractMethod = new Builtin('abstractmethod', ({ positional: [method = null] }) => {
  const own = method instanceof Descriptor ? method.method : method;
  if (own instanceof PyFunction) own.attributes.set('__isabstractmethod__', true);
  return method;
});

/** The module `abc`. */
export const abc = new PyModule(
  'abc',
  new Map<string, Value>([
    ['ABC', new PyClass('ABC', [])],
    ['ABCMeta', new PyClass('ABCMeta', [])],
    ['abstractmethod', abstractMethod],
    [
      'abstractproperty',
      new Builtin('abstractproperty', ({ positional: [method = null] }) => {
        if (method instanceof PyFunction) method.attributes.set('__isabstractmethod__', true);
        return new Descriptor('property', method);
      }),
    ],
  ]),
);
