const MINUS = '\u2212';

/**
 * A number for the eye: up to `digits` significant digits, trailing zeros cut, a true minus sign, an
 * exponent (and 2 digits, unless more than 4 are asked for) from 10⁵ up and below 10⁻⁴. Whole numbers
 * below 10⁵ keep all their digits. A negative zero shows its sign; NaN and ∞ are literal.
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
  if (Number.isInteger(size) && size < 1e5) return String(size);
  const rounded = Number(size.toPrecision(digits));
  // At the upper limit the rounded number decides: 99999.7 becomes 100000, and so 1e5.
  if (size >= 1e-4 && rounded < 1e5) return String(rounded);
  const kept = digits > 4 ? digits : Math.min(digits, 2);
  // With 17 digits every number is itself, and so are the fewest that read back as it.
  const [mantissa, exponent] = size.toExponential(kept < 17 ? kept - 1 : undefined).split('e');
  return `${mantissa!.replace(/\.?0+$/, '')}e${exponent!.replace('+', '').replace('-', MINUS)}`;
}

/** The exact number: the fewest digits that read back as it; `-0`, `nan` and `inf` as in Python. */
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
