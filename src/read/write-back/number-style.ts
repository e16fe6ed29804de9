import { floatText } from '../python/float-text';

/** How a number is written in the source. */
export interface NumberStyle {
  /** `+` or `-` with the blanks behind it; empty without one. */
  readonly sign: string;
  readonly whole: string;
  /** With its dot; empty for a whole number. */
  readonly fraction: string;
  /** With its letter; empty without one. */
  readonly exponent: string;
}

const NUMBER = /^([+-][ \t]*)?(\d[\d_]*)?(\.[\d_]*)?([eE][+-]?\d+)?$/;

/** How a plain number is written; undefined for anything else. */
export function styleOf(text: string): NumberStyle | undefined {
  const [found, sign = '', whole = '', fraction = '', exponent = ''] = NUMBER.exec(text) ?? [];
  if (found === undefined || !/\d/.test(whole + fraction)) return undefined;
  return { sign, whole, fraction, exponent };
}

/** Whether a text is a number that has no digits: `np.nan`, `-np.inf`, `float('inf')`. */
export function isNotFinite(text: string): boolean {
  return /^[+-]?[ \t]*(\w+\.(nan|NaN|NAN|inf|Inf|infty|Infinity)|float\((['"])[-+]?(nan|inf|infinity)\3\))$/i.test(
    text,
  );
}

/**
 * A number as it is written beside others: whole, with a bare dot, with at least so many decimals, or
 * with an exponent, as the number whose place it takes. Where that cannot hold it, as Python writes it.
 */
export function inStyle(
  value: number,
  style: NumberStyle | undefined,
  decimals: number,
  numpy: string | undefined,
): string {
  const isNegative = value < 0 || Object.is(value, -0);
  const sign = isNegative ? '-' : style?.sign.startsWith('+') ? '+' : '';
  if (Number.isNaN(value)) return numpy ? `${numpy}.nan` : "float('nan')";
  const size = Math.abs(value);
  if (size === Infinity) return numpy ? `${sign}${numpy}.inf` : `float('${sign}inf')`;
  return sign + sizeText(size, style, decimals, isNegative);
}

function sizeText(
  size: number,
  style: NumberStyle | undefined,
  decimals: number,
  isNegative: boolean,
): string {
  if (!style) return floatText(size);
  if (style.exponent && size > 0) return withExponent(size, style);
  const isWhole = Number.isInteger(size) && size < 1e16;
  // There is no whole −0 in Python.
  const isWritten = !style.fraction && !style.exponent && !(isNegative && size === 0);
  if (isWhole && isWritten) return String(size);
  const text = floatText(size);
  if (text.includes('e') || !style.fraction) return text;
  const [whole, fraction] = text.split('.') as [string, string];
  if (isWhole && style.fraction === '.') return `${whole}.`;
  const shortened = style.whole === '' && whole === '0' ? '' : whole;
  return `${shortened}.${fraction.padEnd(decimals, '0')}`;
}

function withExponent(size: number, { fraction, exponent }: NumberStyle): string {
  const [mantissa, power] = size.toExponential().split('e') as [string, string];
  const [letter] = exponent;
  const digits = /\d+$/.exec(exponent)![0].length;
  const plus = power.startsWith('-') ? '-' : exponent.includes('+') ? '+' : '';
  const dotted = mantissa.includes('.') ? '' : fraction === '.' ? '.' : fraction ? '.0' : '';
  return `${mantissa}${dotted}${letter}${plus}${power.slice(1).padStart(digits, '0')}`;
}
