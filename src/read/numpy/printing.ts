import { sizeOf } from '../../core';
import { floatText } from '../python/float-text';
import { isFloat } from './dtypes';
import type { NdArray } from './ndarray';

/** Arrays longer than this are printed with dots in the middle, as NumPy does. */
const THRESHOLD = 1000;
const EDGE = 3;

/** An array as NumPy's `str` prints it, with its default options. */
export function arrayText(x: NdArray): string {
  const entries = x.entries();
  if (!entries)
    return `<array of shape (${x.shape.join(', ')}${x.ndim === 1 ? ',' : ''}), entries not known>`;
  const edge = sizeOf(x.shape) > THRESHOLD ? EDGE : Infinity;
  if (x.ndim === 0) return scalarText(entries[0]!, x.dtype);
  const texts = formatter(shown(x, entries, edge), x.dtype);
  return rows(x, entries, texts, edge, 0, 0);
}

/** A NumPy number prints as Python's own does; of float32, the shortest digits that tell it apart. */
function scalarText(value: number, dtype: NdArray['dtype']): string {
  if (dtype === 'bool') return boolText(value);
  if (!isFloat(dtype)) return String(value);
  return floatText(dtype === 'float32' ? shortestSingle(value) : value);
}

function shortestSingle(value: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}

/** The entries that are printed: they decide the format. */
function shown(x: NdArray, entries: Float64Array, edge: number): number[] {
  if (edge === Infinity) return Array.from(entries);
  const visit = (axis: number, offset: number): number[] => {
    if (axis === x.ndim) return [entries[offset]!];
    const stride = sizeOf(x.shape.slice(axis + 1));
    return edges(x.shape[axis]!, edge).flatMap((i) => visit(axis + 1, offset + i * stride));
  };
  return visit(0, 0);
}

/** The places along an axis that are printed. */
function edges(length: number, edge: number): number[] {
  if (length <= 2 * edge) return Array.from({ length }, (_, i) => i);
  return Array.from({ length: 2 * edge }, (_, i) => (i < edge ? i : length - 2 * edge + i));
}

function rows(
  x: NdArray,
  entries: Float64Array,
  text: (value: number) => string,
  edge: number,
  axis: number,
  offset: number,
): string {
  const length = x.shape[axis]!;
  const stride = sizeOf(x.shape.slice(axis + 1));
  const isLast = axis === x.ndim - 1;
  const part = (i: number) =>
    isLast
      ? text(entries[offset + i]!)
      : rows(x, entries, text, edge, axis + 1, offset + i * stride);
  const isCut = length > 2 * edge;
  const indices = edges(length, edge);
  const parts = indices.map(part);
  if (isCut) parts.splice(edge, 0, '...');
  const separator = isLast ? ' ' : '\n'.repeat(x.ndim - 1 - axis) + ' '.repeat(axis + 1);
  return `[${parts.join(separator)}]`;
}

/** How NumPy prints numbers so that they line up: shortest digits, at most eight after the point. */
function formatter(values: readonly number[], dtype: NdArray['dtype']): (value: number) => string {
  const raw = dtype === 'bool' ? boolText : isFloat(dtype) ? floatsText(values) : String;
  const width = Math.max(0, ...values.map((value) => raw(value).length));
  return (value) => raw(value).padStart(width);
}

function boolText(value: number): string {
  return value ? 'True' : 'False';
}

function floatsText(values: readonly number[]): (value: number) => string {
  const finite = values.filter((value) => Number.isFinite(value)).map(Math.abs);
  const sizes = finite.filter((value) => value !== 0);
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  const isScientific = sizes.length > 0 && (high >= 1e8 || low < 1e-4 || high / low > 1000);
  if (isScientific) return scientific(values);
  const decimals = Math.max(0, ...finite.map((value) => decimalsOf(value)));
  return (value) => special(value) ?? padZeros(value, decimals);
}

/** Up to eight decimals, cut where they are zeros, then padded with blanks so that points line up. */
function padZeros(value: number, decimals: number): string {
  const fixed = value.toFixed(Math.min(decimals, decimalsOf(Math.abs(value))));
  const text = fixed.includes('.') ? fixed : `${fixed}.`;
  const sign = Object.is(value, -0) ? '-' : '';
  return sign + text + ' '.repeat(Math.max(0, decimals - (text.length - text.indexOf('.') - 1)));
}

function decimalsOf(value: number): number {
  const fixed = value.toFixed(8).replace(/0+$/, '');
  return fixed.length - fixed.indexOf('.') - 1;
}

function special(value: number): string | undefined {
  if (Number.isNaN(value)) return 'nan';
  if (Number.isFinite(value)) return undefined;
  return value > 0 ? 'inf' : '-inf';
}

function scientific(values: readonly number[]): (value: number) => string {
  const finite = values.filter((value) => Number.isFinite(value));
  const digits = Math.max(0, ...finite.map((value) => mantissaDigits(value)));
  return (value) => {
    const text = special(value);
    if (text) return text;
    const [mantissa, exponent] = value.toExponential(digits).split('e') as [string, string];
    const sign = exponent.startsWith('-') ? '-' : '+';
    const point = mantissa.includes('.') ? mantissa : `${mantissa}.`;
    return `${point}e${sign}${exponent.replace(/^[-+]/, '').padStart(2, '0')}`;
  };
}

function mantissaDigits(value: number): number {
  const [mantissa] = value.toExponential(8).split('e') as [string];
  return mantissa.replace(/0+$/, '').length - mantissa.indexOf('.') - 1;
}
