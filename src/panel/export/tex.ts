import { formatNumber, rowsAndColumns, type Computed, type DType } from '../../core';
import { entryWriter } from '../../read/facts/entry-writer';

/** To how many significant digits numbers are written, or with all that they have. */
export type Digits = number | 'all';

/** A number as TeX, and whether what is written is all of it. */
export interface TexNumber {
  readonly tex: string;
  readonly isExact: boolean;
}

/** The longest side that is written out; of a longer one the first entries and the last. */
export const MOST_WRITTEN = 8;
const WRITTEN_FIRST = 4;

/** A number for a formula. */
export function texNumber(value: number, dtype: DType, digits: Digits): TexNumber {
  if (digits === 'all') return { tex: entryWriter('latex', dtype)(value), isExact: true };
  const plain = formatNumber(value, digits).replaceAll('\u2212', '-');
  const isExact = !Number.isFinite(value) || Number(plain) === value;
  const [mantissa, exponent] = plain
    .replace('∞', '\\infty')
    .replace('NaN', '\\mathrm{NaN}')
    .split('e');
  return { tex: exponent ? `${mantissa} \\times 10^{${exponent}}` : mantissa!, isExact };
}

/** A number among others: in parentheses where a sign or an exponent would run into its neighbours. */
export function texFactor({ tex }: TexNumber): string {
  return tex.startsWith('-') || tex.includes('\\times') ? `(${tex})` : tex;
}

/** The indices along a side that are written; undefined stands for those left out. */
export function writtenIndices(count: number): (number | undefined)[] {
  const all = Array.from({ length: count }, (_, i) => i);
  return count <= MOST_WRITTEN ? all : [...all.slice(0, WRITTEN_FIRST), undefined, count - 1];
}

/** A matrix written out. */
export interface TexMatrix extends TexNumber {
  /** How many entries stand in a row. */
  readonly columns: number;
}

/** An array as a `pmatrix`, its leading axes stacked; `?` where its numbers are not known. */
export function texMatrix(
  { shape, dtype, data }: Computed,
  digits: Digits,
  isTransposed = false,
): TexMatrix {
  const { rows, columns } = rowsAndColumns(shape);
  const [height, width] = isTransposed ? [columns, rows] : [rows, columns];
  let isExact = true;
  const entry = (row: number, column: number): string => {
    const value = data?.[isTransposed ? column * columns + row : row * columns + column];
    if (value === undefined) return '?';
    const number = texNumber(value, dtype, digits);
    isExact &&= number.isExact;
    return number.tex;
  };
  const across = writtenIndices(width);
  const lines = writtenIndices(height).map((row) =>
    across
      .map((column) => {
        if (row === undefined) return column === undefined ? '\\ddots' : '\\vdots';
        return column === undefined ? '\\cdots' : entry(row, column);
      })
      .join(' & '),
  );
  const tex = `\\begin{pmatrix} ${lines.join(' \\\\ ')} \\end{pmatrix}`;
  return { tex, isExact, columns: across.length };
}

const SYMBOLS: Readonly<Record<string, string>> = {
  '·': '\\cdot ',
  '→': '\\to ',
  '×': '\\times ',
  '≠': '\\neq ',
  '≈': '\\approx ',
  '≤': '\\le ',
  '≥': '\\ge ',
  '−': '-',
  Σ: '\\sum ',
  '∂': '\\partial ',
  '½': '\\tfrac{1}{2}',
  '²': '^{2}',
  ᵀ: '^{\\mathsf T}',
  '∞': '\\infty ',
};

const SPECIALS = /[\\{}$&#%_^~]/g;

/** What a sentence writes as maths, such as `Wᵀ` or `d(XW)`, as TeX. */
export function texMaths(text: string): string {
  return [...text]
    .map((letter) => subscript(letter) ?? SYMBOLS[letter] ?? escapeTex(letter))
    .join('')
    .trim();
}

function subscript(letter: string): string | undefined {
  const digit = letter.codePointAt(0)! - '₀'.codePointAt(0)!;
  return digit >= 0 && digit <= 9 ? `_{${digit}}` : undefined;
}

/** Words as TeX sets them, signs of maths among them as maths. */
export function texText(text: string): string {
  return [...text]
    .map((letter) => (SYMBOLS[letter] ? `$${SYMBOLS[letter].trim()}$` : escapeTex(letter)))
    .join('');
}

/** Text as TeX sets it: characters that TeX takes for commands are named. */
function escapeTex(text: string): string {
  return text.replace(SPECIALS, (letter) => {
    if (letter === '\\') return '\\textbackslash{}';
    if (letter === '^') return '\\textasciicircum{}';
    return letter === '~' ? '\\textasciitilde{}' : `\\${letter}`;
  });
}
