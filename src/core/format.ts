const MINUS = '\u2212';

/**
 * A number for the eye: up to `digits` significant digits, trailing zeros cut, a true minus sign, an
 * exponent from 10⁵ up and below 10⁻⁴. A negative zero shows its sign; NaN and ∞ are literal.
 */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return 'NaN';
  const sign = value < 0 || Object.is(value, -0) ? MINUS : '';
  const size = Math.abs(value);
  if (size === Infinity) return `${sign}∞`;
  if (size === 0) return `${sign}0`;
  return sign + formatSize(size, digits);
}

function formatSize(size: number, digits: number): string {
  // Rounding may carry over a limit (99999.7 becomes 100000), so the rounded number decides.
  const rounded = Number(size.toPrecision(digits));
  if (rounded >= 1e5 || rounded < 1e-4) {
    const [mantissa, exponent] = size.toExponential(Math.min(digits, 2) - 1).split('e');
    return `${trimZeros(mantissa!)}e${exponent!.replace('+', '').replace('-', MINUS)}`;
  }
  if (Number.isInteger(size)) return String(size);
  return trimZeros(rounded >= 10 ** digits ? String(Math.round(size)) : size.toPrecision(digits));
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** The exact number, as Python's `repr` writes it but with its digits only: for tooltips and copies. */
export function exactNumber(value: number): string {
  if (Object.is(value, -0)) return '-0';
  if (value === Infinity) return 'inf';
  if (value === -Infinity) return '-inf';
  return Number.isNaN(value) ? 'nan' : String(value);
}

/** A factor in a product: negative numbers stand in parentheses. */
export function formatFactor(value: number, digits = 4): string {
  const text = formatNumber(value, digits);
  return text.startsWith(MINUS) ? `(${text})` : text;
}
