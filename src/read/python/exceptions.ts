import { plain, say } from '../../core';
import { PyError } from './signals';
import { PyClass, PyInstance, PyTuple, type Value } from './values';

/** The exceptions there are, each with its base. */
const HIERARCHY: readonly (readonly [string, string])[] = [
  ['BaseException', ''],
  ['Exception', 'BaseException'],
  ['ArithmeticError', 'Exception'],
  ['ZeroDivisionError', 'ArithmeticError'],
  ['OverflowError', 'ArithmeticError'],
  ['FloatingPointError', 'ArithmeticError'],
  ['LookupError', 'Exception'],
  ['IndexError', 'LookupError'],
  ['KeyError', 'LookupError'],
  ['ValueError', 'Exception'],
  ['AxisError', 'ValueError'],
  ['LinAlgError', 'ValueError'],
  ['TypeError', 'Exception'],
  ['AttributeError', 'Exception'],
  ['NameError', 'Exception'],
  ['UnboundLocalError', 'NameError'],
  ['AssertionError', 'Exception'],
  ['RuntimeError', 'Exception'],
  ['NotImplementedError', 'RuntimeError'],
  ['RecursionError', 'RuntimeError'],
  ['ImportError', 'Exception'],
  ['ModuleNotFoundError', 'ImportError'],
  ['StopIteration', 'Exception'],
  ['OSError', 'Exception'],
  ['FileNotFoundError', 'OSError'],
  ['IOError', 'OSError'],
  ['Warning', 'Exception'],
  ['UserWarning', 'Warning'],
  ['KeyboardInterrupt', 'BaseException'],
  ['SystemExit', 'BaseException'],
];

/** The exception classes, by name. */
export const exceptions: ReadonlyMap<string, PyClass> = makeClasses();

function makeClasses(): Map<string, PyClass> {
  const classes = new Map<string, PyClass>();
  for (const [name, base] of HIERARCHY) {
    const parent = classes.get(base);
    classes.set(name, new PyClass(name, parent ? [parent] : []));
  }
  return classes;
}

/** The class of an exception of this reader's or of the program's. */
function classOf({ type, value }: PyError): PyClass | undefined {
  return value instanceof PyInstance ? value.cls : exceptions.get(type);
}

/** Whether `except types` catches an exception. */
export function catches(types: Value, error: PyError): boolean {
  const own = classOf(error);
  const wanted = types instanceof PyTuple ? types.items : [types];
  return wanted.some(
    (type) => type instanceof PyClass && own !== undefined && own.isSubclassOf(type),
  );
}

/** The object that `except … as name` binds. */
export function exceptionValue(error: PyError): Value {
  if (error.value) return error.value;
  const instance = new PyInstance(classOf(error) ?? exceptions.get('Exception')!);
  instance.attributes.set('args', new PyTuple([plain(error.sentence)]));
  return instance;
}

/** What `raise value` throws. */
export function raised(value: Value, text: (value: Value) => string): PyError {
  const instance = value instanceof PyClass ? new PyInstance(value) : value;
  if (!(instance instanceof PyInstance))
    return new PyError('TypeError', say('only exceptions can be raised'));
  const args = instance.attributes.get('args');
  const first = args instanceof PyTuple ? args.items[0] : undefined;
  const sentence =
    first === undefined
      ? say('the code raises {type}', { type: instance.cls.name })
      : say('the code raises {type}: {message}', { type: instance.cls.name, message: text(first) });
  return new PyError(instance.cls.name, sentence, [], instance);
}

/** Whether a class is an exception. */
export function isException(cls: PyClass): boolean {
  return cls.isSubclassOf(exceptions.get('BaseException')!);
}
