import { sizeOf } from '../../core';
import { floatText } from '../python/float-text';
import { isFloat } from './dtypes';
import type { NdArray } from './ndarray';

/** Arrays longer than this are printed with dots in the middle, as NumPy does. */
const THRESHOLD = 1000;
const EDGE = 3;

/** The longest line, after which the entries go on in the next. */
const LINE_WIDTH = 75;

/** How entries are set: what stands between them, and how far lines after the first are pushed in. */
interface Setting {
  readonly separator: string;
  readonly indent: number;
  readonly width: number;
}

/** An array as NumPy's `str` prints it, with its default options. */
export function arrayText(x: NdArray): string {
  return textIn(x, { separator: ' ', indent: 0, width: LINE_WIDTH });
}

/** An array as NumPy's `repr` prints it: `array([[1, 2], [3, 4]])` over several lines. */
export function arrayRepr(x: NdArray): string {
  if (x.isScalar) return arrayText(x);
  const head = 'array(';
  const text = textIn(x, { separator: ', ', indent: head.length, width: LINE_WIDTH - 1 });
  const isImplied = ['int64', 'float64', 'bool'].includes(x.dtype) && x.size > 0;
  if (isImplied) return `${head}${text})`;
  const body = `${head}${text},`;
  const last = body.length - (body.lastIndexOf('\n') + 1);
  const tail = `dtype=${x.dtype})`;
  const isFull = last + tail.length + 1 > LINE_WIDTH;
  return body + (isFull ? `\n${' '.repeat(head.length)}` : ' ') + tail;
}

function textIn(x: NdArray, setting: Setting): string {
  const entries = x.entries();
  if (!entries)
    return `<array of shape (${x.shape.join(', ')}${x.ndim === 1 ? ',' : ''}), entries not known>`;
  const edge = sizeOf(x.shape) > THRESHOLD ? EDGE : Infinity;
  if (x.ndim === 0) return scalarText(entries[0]!, x.dtype);
  if (x.size === 0) return '[]';
  const text = formatter(shown(x, entries, edge), x.dtype);
  return new Rows(x, entries, text, edge, setting).at(0, 0, setting.indent + 1, setting.width);
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

/** Sets the entries of an array in rows inside brackets. */
class Rows {
  constructor(
    private readonly x: NdArray,
    private readonly entries: Float64Array,
    private readonly text: (value: number) => string,
    private readonly edge: number,
    private readonly setting: Setting,
  ) {}

  /** The part of the array along an axis and those behind it, from an offset on. */
  at(axis: number, offset: number, indent: number, width: number): string {
    const length = this.x.shape[axis]!;
    const stride = sizeOf(this.x.shape.slice(axis + 1));
    const isLast = axis === this.x.ndim - 1;
    const parts = edges(length, this.edge).map((i) =>
      isLast
        ? this.text(this.entries[offset + i]!)
        : this.at(axis + 1, offset + i * stride, indent + 1, width - 1),
    );
    if (length > 2 * this.edge) parts.splice(this.edge, 0, '...');
    if (isLast) return `[${this.wrapped(parts, indent, width)}]`;
    const gap = this.setting.separator.trimEnd() + '\n'.repeat(this.x.ndim - 1 - axis);
    return `[${parts.join(gap + ' '.repeat(indent))}]`;
  }

  private wrapped(words: readonly string[], indent: number, width: number): string {
    const { separator } = this.setting;
    const most = width - Math.max(separator.trimEnd().length, 1);
    const margin = ' '.repeat(indent);
    const lines: string[] = [];
    let line = margin;
    for (const [i, word] of words.entries()) {
      if (line.length > indent && line.length + word.length > most) {
        lines.push(line.trimEnd());
        line = margin;
      }
      line += word + (i < words.length - 1 ? separator : '');
    }
    return [...lines, line].join('\n').slice(indent);
  }
}

/** How NumPy prints numbers so that they line up: shortest digits, at most eight after the point. */
function formatter(values: readonly number[], dtype: NdArray['dtype']): (value: number) => string {
  const short = dtype === 'float32' ? shortestSingle : (value: number) => value;
  const float = floatsText(values.map(short));
  const raw =
    dtype === 'bool' ? boolText : isFloat(dtype) ? (value: number) => float(short(value)) : String;
  // True is as wide as False, wherever it stands.
  const least = dtype === 'bool' ? boolText(0).length : 0;
  const width = Math.max(least, ...values.map((value) => raw(value).length));
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
  const exponentOf = (value: number) => value.toExponential().split('e')[1]!.replace(/^[-+]/, '');
  const places = Math.max(2, ...finite.map((value) => exponentOf(value).length));
  return (value) => {
    const text = special(value);
    if (text) return text;
    const [mantissa, exponent] = value.toExponential(digits).split('e') as [string, string];
    const sign = exponent.startsWith('-') ? '-' : '+';
    const point = mantissa.includes('.') ? mantissa : `${mantissa}.`;
    return `${point}e${sign}${exponent.replace(/^[-+]/, '').padStart(places, '0')}`;
  };
}

function mantissaDigits(value: number): number {
  const [mantissa] = value.toExponential(8).split('e') as [string];
  return mantissa.replace(/0+$/, '').length - mantissa.indexOf('.') - 1;
}
