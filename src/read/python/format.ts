import { say } from '../../core';
import { NdArray } from '../numpy/ndarray';
import { floatText } from './float-text';
import { PyError } from './signals';
import { plainValue } from './special';
import { typeName, Unknown, type Value } from './values';

/** The most digits that JavaScript writes after a point. */
const MOST_DIGITS = 100;

/** The widest field that is filled with blanks. */
const WIDEST = 10_000;

interface Format {
  readonly fill: string;
  readonly align: string | undefined;
  readonly sign: string;
  readonly alternate: boolean;
  readonly width: number;
  readonly group: string;
  readonly precision: number | undefined;
  readonly kind: string;
}

const FORMAT =
  /^(?:([\s\S])?([<>^=]))?([-+ ])?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([bcdeEfFgGnosxX%])?$/u;

function parsed(format: string): Format | undefined {
  const match = FORMAT.exec(format);
  if (!match) return undefined;
  const [, fill, align, sign = '-', alternate, zero, width, group = '', precision, kind = ''] =
    match;
  return {
    fill: fill ?? (zero ? '0' : ' '),
    align: align ?? (zero ? '=' : undefined),
    sign,
    alternate: alternate !== undefined,
    width: Math.min(Number(width ?? 0), WIDEST),
    group,
    precision: precision === undefined ? undefined : Math.min(Number(precision), MOST_DIGITS),
    kind,
  };
}

/** A value in a format such as `.2f`, `5d`, `>10`, `.3e`, `,`. Raises ValueError where Python does. */
export function formatted(own: Value, format: string, text: (value: Value) => string): string {
  const value = plainValue(own);
  const spec = parsed(format);
  const isUnread = value instanceof NdArray && !value.buffer;
  if (value instanceof Unknown || isUnread || format === '') return text(own);
  if (!spec) throw new PyError('ValueError', say('Invalid format specifier'));
  const number = numberIn(value);
  if (number === undefined) {
    if (typeof value !== 'string')
      throw new PyError(
        'TypeError',
        say('a value of type {type} cannot be written as {format}', {
          type: typeName(value),
          format,
        }),
      );
    if (spec.kind && spec.kind !== 's') throw unfit(spec.kind, value);
    return padded('', [...value].slice(0, spec.precision).join(''), spec, '<');
  }
  if (typeof number === 'number' && /^[bcdoxXn]$/.test(spec.kind) && spec.kind !== 'n')
    throw unfit(spec.kind, value);
  return formatNumber(number, spec, typeof value === 'boolean' ? '' : text(value));
}

function unfit(kind: string, value: Value): PyError {
  return new PyError(
    'ValueError',
    say("Unknown format code '{kind}' for object of type '{type}'", {
      kind,
      type: typeName(value),
    }),
  );
}

function numberIn(value: Value): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return BigInt(value);
  if (!(value instanceof NdArray) || value.ndim > 0) return undefined;
  const entry = value.entries()?.[0];
  const isWhole = !/^float/.test(value.dtype);
  return entry !== undefined && isWhole ? BigInt(entry) : entry;
}

function formatNumber(number: number | bigint, spec: Format, plain: string): string {
  const isNegative = number < 0 || Object.is(number, -0);
  const sign = isNegative ? '-' : spec.sign === '-' ? '' : spec.sign;
  const size = isNegative ? -number : number;
  const [prefix, body] =
    typeof size === 'bigint' && !/^[eEfFgG%]$/.test(spec.kind)
      ? integerText(size, spec)
      : ['', floatBody(Number(size), spec, plain.replace(/^-/, ''))];
  return padded(sign + prefix, grouped(body, spec), spec, '>');
}

function integerText(size: bigint, { kind, alternate }: Format): [string, string] {
  const base = { b: 2, o: 8, x: 16, X: 16 }[kind];
  if (kind === 'c') return ['', String.fromCodePoint(Number(size))];
  if (!base) return ['', String(size)];
  const digits = size.toString(base);
  const prefix = alternate ? `0${kind}` : '';
  return [prefix, kind === 'X' ? digits.toUpperCase() : digits];
}

function floatBody(size: number, { kind, precision, alternate }: Format, plain: string): string {
  if (!Number.isFinite(size)) {
    const text = floatText(size) + (kind === '%' ? '%' : '');
    return /^[EFG]$/.test(kind) ? text.toUpperCase() : text;
  }
  switch (kind) {
    case 'f':
    case 'F':
      return fixed(size, precision ?? 6);
    case '%':
      return `${fixed(size * 100, precision ?? 6)}%`;
    case 'e':
    case 'E': {
      const text = exponential(size, precision ?? 6);
      return kind === 'E' ? text.toUpperCase() : text;
    }
    case 'g':
    case 'G':
    case 'n': {
      const text = general(size, precision ?? 6, alternate);
      return kind === 'G' ? text.toUpperCase() : text;
    }
    default:
      return precision === undefined ? plain : withPoint(general(size, precision, false));
  }
}

/** More digits than any tie of a float has behind its last one that counts. */
const TIE_DIGITS = 25;

/**
 * A positive float with a number of digits after its point. Unlike `toFixed`, ties go to the even
 * digit, and beyond 10²¹, where every float is a whole number, all digits are written.
 */
export function fixed(size: number, digits: number): string {
  if (size >= 1e21) return BigInt(size) + (digits > 0 ? `.${'0'.repeat(digits)}` : '');
  const rounded = size.toFixed(digits);
  const exact = size.toFixed(Math.min(MOST_DIGITS, digits + TIE_DIGITS));
  const end = exact.indexOf('.') + 1 + digits;
  const isTie = exact.length > end && /^50*$/.test(exact.slice(end));
  return isTie && /[13579]$/.test(rounded) ? exact.slice(0, end).replace(/\.$/, '') : rounded;
}

function exponential(size: number, digits: number): string {
  return size.toExponential(digits).replace(/e([-+])(\d)$/, 'e$10$2');
}

/** The shorter of both ways of writing a number, without the zeros at its end. */
function general(size: number, precision: number, keepsZeros: boolean): string {
  const digits = precision || 1;
  const exponent = Number(size.toExponential(digits - 1).split('e')[1]);
  const isSmall = exponent >= -4 && exponent < digits;
  const text = isSmall ? fixed(size, digits - 1 - exponent) : exponential(size, digits - 1);
  return keepsZeros ? text : text.replace(/(\.\d*?)0+(?=e|$)/, '$1').replace(/\.(?=e|$)/, '');
}

/** A float that is written without a type keeps its point. */
function withPoint(text: string): string {
  return /[.en]/.test(text) ? text : `${text}.0`;
}

function grouped(body: string, { group, kind }: Format): string {
  if (!group) return body;
  const size = /^[box]$/i.test(kind) ? 4 : 3;
  const [, whole, rest] = /^([0-9a-fA-F]*)([\s\S]*)$/.exec(body)!;
  return whole!.replace(new RegExp(`\\B(?=(.{${size}})+$)`, 'g'), group) + rest!;
}

function padded(head: string, body: string, { fill, align, width }: Format, side: string): string {
  const pad = fill.repeat(Math.max(0, width - [...head].length - [...body].length));
  switch (align ?? side) {
    case '<':
      return head + body + pad;
    case '=':
      return side === '<' ? body + pad : head + pad + body;
    case '^': {
      const half = Math.floor(pad.length / 2);
      return pad.slice(0, half) + head + body + pad.slice(half);
    }
    default:
      return pad + head + body;
  }
}
