import { floatText } from './float-text';
import { arrayRepr, arrayText } from '../numpy/printing';
import { NdArray } from '../numpy/ndarray';
import {
  Builtin,
  PyClass,
  PyDeque,
  PyDict,
  PyFunction,
  PyInstance,
  PyList,
  PyModule,
  PyRange,
  PySet,
  PyTuple,
  PyView,
  DTypeValue,
  ELLIPSIS,
  NOT_IMPLEMENTED,
  typeName,
  Unknown,
  type Value,
} from './values';
import { BUILT_IN_CLASSES, isException } from './exceptions';

/** `str(value)` or `repr(value)`, for everything that has no method of its own for it. */
export function textOf(value: Value, isRepr: boolean, inner: (value: Value) => string): string {
  if (value === null) return 'None';
  switch (typeof value) {
    case 'string':
      return isRepr ? quoted(value) : value;
    case 'boolean':
      return value ? 'True' : 'False';
    case 'bigint':
      return String(value);
    case 'number':
      return floatText(value);
  }
  if (value instanceof NdArray) return isRepr ? arrayRepr(value) : arrayText(value);
  if (value instanceof PyDeque)
    return `deque([${value.items.map(inner).join(', ')}]${value.most === undefined ? '' : `, maxlen=${value.most}`})`;
  if (value instanceof PyList) return `[${value.items.map(inner).join(', ')}]`;
  if (value instanceof PyTuple)
    return `(${value.items.map(inner).join(', ')}${value.items.length === 1 ? ',' : ''})`;
  if (value instanceof PyDict) return dictText(value, inner);
  if (value instanceof PyView) return `dict_${value.kind}([${value.items.map(inner).join(', ')}])`;
  if (value instanceof PySet) return setText(value, inner);
  if (value instanceof PyRange)
    return `range(${value.from}, ${value.to}${value.step === 1n ? '' : `, ${value.step}`})`;
  if (value instanceof DTypeValue) return value.dtype;
  if (value instanceof PyInstance) return instanceText(value, isRepr, inner);
  if (value instanceof PyClass)
    return `<class '${BUILT_IN_CLASSES.has(value.name) ? '' : '__main__.'}${value.name}'>`;
  if (value instanceof Builtin && TYPES.has(value.name)) return `<class '${value.name}'>`;
  if (value instanceof Builtin && value.name === 'ndarray') return "<class 'numpy.ndarray'>";
  if (value instanceof Builtin) return `<built-in function ${value.name}>`;
  if (value instanceof PyFunction) return `<function ${value.name}>`;
  if (value instanceof PyModule) return `<module '${value.name}'>`;
  if (value === ELLIPSIS) return 'Ellipsis';
  if (value === NOT_IMPLEMENTED) return 'NotImplemented';
  return value instanceof Unknown ? '<unknown>' : `<${typeName(value)}>`;
}

/** What stands for a collection inside its own text. */
export function textWithinItself(value: Value): string {
  if (value instanceof PyDict) return '{...}';
  return value instanceof PyTuple ? '(...)' : '[...]';
}

const TYPES = new Set(
  'int float bool str list tuple dict set frozenset range object type complex bytes NoneType ellipsis function numpy.ndarray numpy.float64'.split(
    ' ',
  ),
);

function dictText(dict: PyDict, inner: (value: Value) => string): string {
  const { type } = dict;
  if (type?.name === 'OrderedDict') {
    const pairs = dict.items().map((pair) => inner(new PyTuple(pair)));
    return pairs.length === 0 ? `${type.head})` : `${type.head}[${pairs.join(', ')}])`;
  }
  const pairs = dict.items();
  // A counter shows the most frequent first.
  if (type?.name === 'Counter') pairs.sort(([, a], [, b]) => Number(b) - Number(a));
  const text = `{${pairs.map(([key, item]) => `${inner(key)}: ${inner(item)}`).join(', ')}}`;
  if (type?.name === 'Counter' && pairs.length === 0) return `${type.head})`;
  return type ? `${type.head}${text})` : text;
}

function setText(set: PySet, inner: (value: Value) => string): string {
  const items = set.values().map(inner).join(', ');
  if (set.isFrozen) return set.size === 0 ? 'frozenset()' : `frozenset({${items}})`;
  return set.size === 0 ? 'set()' : `{${items}}`;
}

function instanceText(
  instance: PyInstance,
  isRepr: boolean,
  inner: (value: Value) => string,
): string {
  const { cls } = instance;
  const isMember = [...cls.order].some(({ members }) => members);
  if (isMember) {
    const name = `${cls.name}.${String(instance.attributes.get('name'))}`;
    if (isRepr) return `<${name}: ${inner(instance.attributes.get('value') ?? null)}>`;
    return typeof instance.inner === 'bigint' ? String(instance.inner) : name;
  }
  if (isException(cls)) return exceptionText(instance, isRepr, inner);
  if (instance.inner !== undefined) return textOf(instance.inner, isRepr, inner);
  return `<__main__.${cls.name} object>`;
}

/** An exception's message; as repr, its class with its arguments. */
function exceptionText(
  { cls, attributes }: PyInstance,
  isRepr: boolean,
  inner: (value: Value) => string,
): string {
  const own = attributes.get('args');
  const args = own instanceof PyTuple ? own.items : [];
  if (isRepr) return `${cls.name}(${args.map(inner).join(', ')})`;
  if (args.length > 1) return inner(new PyTuple(args));
  const [only] = args;
  if (only === undefined) return '';
  return typeof only === 'string' && cls.name !== 'KeyError' ? only : inner(only);
}

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r')
    .replaceAll(/[\p{Cc}\xa0\xad]/gu, (letter) => {
      return `\\x${letter.charCodeAt(0).toString(16).padStart(2, '0')}`;
    })
    .replaceAll(quote, `\\${quote}`);
  return quote + escaped + quote;
}
