import { plain, say } from '../../core';
import type { Runtime } from './runtime';
import { PyError } from './signals';
import { PyClass, PyInstance, PyTuple, Unknown, type Value } from './values';

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
  ['PermissionError', 'OSError'],
  ['ConnectionError', 'OSError'],
  ['TimeoutError', 'OSError'],
  ['EnvironmentError', 'OSError'],
  ['EOFError', 'Exception'],
  ['MemoryError', 'Exception'],
  ['BufferError', 'Exception'],
  ['ReferenceError', 'Exception'],
  ['SystemError', 'Exception'],
  ['SyntaxError', 'Exception'],
  ['IndentationError', 'SyntaxError'],
  ['UnicodeError', 'ValueError'],
  ['UnicodeDecodeError', 'UnicodeError'],
  ['UnicodeEncodeError', 'UnicodeError'],
  ['Warning', 'Exception'],
  ['UserWarning', 'Warning'],
  ['RuntimeWarning', 'Warning'],
  ['FutureWarning', 'Warning'],
  ['DeprecationWarning', 'Warning'],
  ['PendingDeprecationWarning', 'Warning'],
  ['SyntaxWarning', 'Warning'],
  ['ImportWarning', 'Warning'],
  ['UnicodeWarning', 'Warning'],
  ['ResourceWarning', 'Warning'],
  ['GeneratorExit', 'BaseException'],
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
export function classOf({ type, value }: PyError): PyClass | undefined {
  return value instanceof PyInstance ? value.cls : exceptions.get(type);
}

/** Whether `except types` catches an exception. */
export function catches(types: Value, error: PyError): boolean {
  const own = classOf(error);
  const wanted = types instanceof PyTuple ? types.items : [types];
  return wanted.some(
    (type) =>
      type instanceof Unknown ||
      (type instanceof PyClass && own !== undefined && own.isSubclassOf(type)),
  );
}

/** The names of the classes that Python itself has. */
export const BUILT_IN_CLASSES: ReadonlySet<string> = new Set([
  ...HIERARCHY.map(([name]) => name),
  'object',
]);

/** The object that `except … as name` binds. */
export function exceptionValue(error: PyError): Value {
  if (error.value) return error.value;
  const instance = new PyInstance(classOf(error) ?? exceptions.get('Exception')!);
  instance.attributes.set('args', new PyTuple([error.said ?? plain(error.sentence)]));
  error.value = instance;
  return instance;
}

/** What `raise value` throws. */
export function raised(value: Value, text: (value: Value) => string): PyError {
  if (value instanceof Unknown)
    return new PyError('Exception', say('the code raises {type}', { type: 'Exception' }));
  if (!(value instanceof PyInstance))
    return new PyError('TypeError', say('only exceptions can be raised'));
  const type = value.cls.name;
  const message = text(value);
  const sentence =
    message === ''
      ? say('the code raises {type}', { type })
      : say('the code raises {type}: {message}', { type, message });
  return new PyError(type, sentence, [], value);
}

/** Whether a class is an exception. */
export function isException(cls: PyClass): boolean {
  return cls.isSubclassOf(exceptions.get('BaseException')!);
}

/** What a generator raises at its end, with what it returned. */
export function stopIteration(it: Runtime, value: Value): PyError {
  const instance = it.call(exceptions.get('StopIteration')!, {
    positional: value === null ? [] : [value],
    keywords: new Map(),
    span: { start: 0, end: 0 },
    runtime: it,
  });
  if (instance instanceof PyInstance) instance.attributes.set('value', value);
  return new PyError('StopIteration', say('there is no next item'), [], instance);
}
