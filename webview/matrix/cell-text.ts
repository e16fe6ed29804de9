import type { CellContent } from '../model';
import { numberText } from '../number';
import type { Look } from './look';
import { textWidth } from './text-width';

/** What stands in a cell: its text, and how far from the cell's left side the text's middle is. */
export interface CellText {
  readonly text: string;
  readonly middle: number;
}

/** A cell as its text depends on it. */
export interface TextCell {
  readonly column: number;
  readonly kind: CellContent['kind'];
  readonly value: number;
}

/** The room between a text and its cell's sides. */
const SIDES = 2;
/** How much wider than that room a text may be, and is then set narrower. */
const SQUEEZE = 1.15;

type WidthOf = (text: string, fontSize: number) => number | undefined;

/**
 * The texts of a matrix's cells, in the cells' order. Numbers of a column stand with their decimal
 * points under each other, as a block in the middle; where the block does not fit, each in the middle.
 */
export function cellTexts(
  cells: readonly TextCell[],
  look: Look,
  digits: number,
  widthOf: WidthOf = textWidth,
): CellText[] {
  const texts = cells.map((cell) => textOf(cell, look, digits, widthOf));
  const points = new Map<number, number | undefined>();
  return cells.map(({ column }, i) => {
    const text = texts[i]!;
    if (!points.has(column)) {
      const own = texts.filter((_, at) => cells[at]!.column === column);
      points.set(column, pointOf(own, look, widthOf));
    }
    const point = points.get(column);
    const parts = point === undefined ? undefined : partsOf(text, look.fontSize, widthOf);
    const middle =
      point === undefined || !parts
        ? look.cellWidth / 2
        : point + (parts.fraction - parts.whole) / 2;
    return { text, middle };
  });
}

/** As many digits as are asked for and fit, but two at least, and all before the point. */
function textOf({ kind, value }: TextCell, look: Look, digits: number, widthOf: WidthOf): string {
  if (look.digits === 0) return '';
  if (kind !== 'number') return { ghost: '—', unknown: '?', awaited: '…' }[kind];
  const room = (look.cellWidth - SIDES) * SQUEEZE;
  const least = Math.min(digits, Math.max(2, wholeDigits(value)));
  for (let most = digits; most >= least; most--) {
    const text = numberText(value, most);
    const width = widthOf(text, look.fontSize);
    if (width === undefined) continue;
    if (width <= room || most === least) return text;
  }
  return numberText(value, Math.min(digits, look.digits));
}

/** How many digits a number has before its point; none of one that is written with an exponent. */
function wholeDigits(value: number): number {
  return Math.abs(value) < 1e5 ? String(Math.trunc(Math.abs(value))).length : 0;
}

/** Where a column's decimal points stand; undefined where its numbers do not fit under each other. */
function pointOf(texts: readonly string[], look: Look, widthOf: WidthOf): number | undefined {
  const parts = texts.flatMap((text) => partsOf(text, look.fontSize, widthOf) ?? []);
  if (parts.length === 0) return undefined;
  const whole = Math.max(...parts.map((part) => part.whole));
  const fraction = Math.max(...parts.map((part) => part.fraction));
  const width = whole + fraction;
  return width <= look.cellWidth - SIDES ? (look.cellWidth - width) / 2 + whole : undefined;
}

/** How wide a number is before its point, and from there on; undefined for what has no such place. */
function partsOf(
  text: string,
  fontSize: number,
  widthOf: WidthOf,
): { readonly whole: number; readonly fraction: number } | undefined {
  const found = /^(\u2212?\d+)(\.\d+)?$/.exec(text);
  if (!found) return undefined;
  const [whole, fraction] = [found[1]!, found[2] ?? ''].map((part) => widthOf(part, fontSize));
  return whole === undefined || fraction === undefined ? undefined : { whole, fraction };
}
