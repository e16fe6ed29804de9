import { floatText } from './float-text';
import { arrayText } from '../numpy/printing';
import { NdArray } from '../numpy/ndarray';
import {
  Builtin,
  PyClass,
  PyDict,
  PyFunction,
  PyInstance,
  PyList,
  PyModule,
  PyRange,
  PySet,
  PyTuple,
  DTypeValue,
  typeName,
  Unknown,
  type Value,
} from './values';

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
  if (value instanceof PyList) return `[${value.items.map(inner).join(', ')}]`;
  if (value instanceof PyTuple)
    return `(${value.items.map(inner).join(', ')}${value.items.length === 1 ? ',' : ''})`;
  if (value instanceof PyDict)
    return `{${value
      .items()
      .map(([key, item]) => `${inner(key)}: ${inner(item)}`)
      .join(', ')}}`;
  if (value instanceof PySet)
    return value.size === 0 ? 'set()' : `{${value.values().map(inner).join(', ')}}`;
  if (value instanceof PyRange)
    return `range(${value.from}, ${value.to}${value.step === 1n ? '' : `, ${value.step}`})`;
  if (value instanceof DTypeValue) return value.dtype;
  if (value instanceof PyInstance) return `<${value.cls.name} object>`;
  if (value instanceof PyClass) return `<class '${value.name}'>`;
  if (value instanceof PyFunction || value instanceof Builtin) return `<function ${value.name}>`;
  if (value instanceof PyModule) return `<module '${value.name}'>`;
  return value instanceof Unknown ? '<unknown>' : `<${typeName(value)}>`;
}

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll(quote, `\\${quote}`);
  return quote + escaped + quote;
}

function arrayRepr(array: NdArray): string {
  if (array.ndim === 0) return arrayText(array);
  const text = arrayText(array).replaceAll(/(?<=[\d.naf])(\s*\n?\s*)(?=[-\d[\]nif.TF])/g, (gap) =>
    gap.includes('\n') ? `,${gap}` : gap.trim() === '' && gap.length > 0 ? `,${gap}` : gap,
  );
  return `array(${text})`;
}

/** The most digits that JavaScript writes after a point. */
const MOST_DIGITS = 100;

/** The widest field that is filled with blanks. */
const WIDEST = 10_000;

/** A value in a format such as `.2f`, `5d`, `>10`, `.3e`, `,`. Falls back to its text. */
export function formatted(value: Value, format: string, text: (value: Value) => string): string {
  const match = /^(?:(.)?([<>^=]))?([-+ ])?(#)?(0)?(\d+)?(,)?(?:\.(\d+))?([a-zA-Z%])?$/.exec(
    format,
  );
  if (!match) return text(value);
  const [, fill, align, sign, , zero, width, comma, precision, kind] = match;
  const number = numberIn(value);
  let body = number === undefined ? text(value) : numberText(value, number, kind, precision, text);
  if (number === undefined && precision) body = body.slice(0, Number(precision));
  if (comma) body = body.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
  if (sign === '+' && number !== undefined && !body.startsWith('-')) body = `+${body}`;
  const pad = (fill ?? (zero ? '0' : ' ')).repeat(
    Math.max(0, Math.min(Number(width ?? 0), WIDEST) - body.length),
  );
  const side = align ?? (number === undefined ? '<' : '>');
  if (side === '^')
    return pad.slice(0, Math.floor(pad.length / 2)) + body + pad.slice(Math.floor(pad.length / 2));
  if (zero && !align && /^[-+]/.test(body)) return body[0] + pad + body.slice(1);
  return side === '<' ? body + pad : pad + body;
}

function numberIn(value: Value): number | undefined {
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return Number(value);
  return value instanceof NdArray && value.ndim === 0 ? value.entries()?.[0] : undefined;
}

function numberText(
  value: Value,
  number: number,
  kind: string | undefined,
  precision: string | undefined,
  text: (value: Value) => string,
): string {
  const digits = precision === undefined ? 6 : Math.min(Number(precision), MOST_DIGITS);
  switch (kind) {
    case 'f':
    case 'F':
      return Number.isFinite(number) ? number.toFixed(digits) : floatText(number);
    case 'e':
      return number.toExponential(digits).replace(/e([-+])(\d)$/, 'e$10$2');
    case '%':
      return `${(number * 100).toFixed(digits)}%`;
    case 'g':
      return String(Number(number.toPrecision(digits || 1)));
    case 'd':
      return String(typeof value === 'bigint' ? value : Math.trunc(number));
    default:
      return precision === undefined
        ? text(value)
        : String(Number(number.toPrecision(digits || 1)));
  }
}
