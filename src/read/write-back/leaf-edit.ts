import type { Edit } from '../fixes';
import type { Span } from '../reading';
import { inStyle, isNotFinite, styleOf } from './number-style';
import type { Literal } from './literal';

/** How the numbers of a literal are set: what a new one has to fit into. */
export interface Setting {
  readonly source: string;
  readonly literal: Literal;
  /** What the program calls NumPy. */
  readonly numpy: string | undefined;
}

/** The edit that puts a number in the place of a leaf; undefined where that is no plain number. */
export function leafEdit(setting: Setting, leaf: number, value: number): Edit | undefined {
  const { source, literal, numpy } = setting;
  const { start, end } = literal.leaves[leaf]!;
  const old = source.slice(start, end);
  const style = styleOf(old);
  if (!style && !isNotFinite(old)) return undefined;
  const text = inStyle(value, style ?? neighbour(setting), decimalsOf(setting), numpy);
  const lead = leadOf(source, start);
  if (!isAligned(setting, leaf)) return { span: { start, end }, text };
  // A column that stands flush right stays so as far as the blanks before the number allow.
  const least = source[start - lead - 1] === ',' ? 1 : 0;
  const blanks = Math.max(least, lead - (text.length - old.length));
  return { span: { start: start - lead, end }, text: ' '.repeat(blanks) + text };
}

/** Where there is no style to keep, that of the first number that has one. */
function neighbour({ source, literal }: Setting): ReturnType<typeof styleOf> {
  for (const { start, end } of literal.leaves) {
    const style = styleOf(source.slice(start, end));
    if (style?.fraction) return style;
  }
  return undefined;
}

/** The fewest decimals that a number of the literal is written with, bare dots aside. */
function decimalsOf({ source, literal }: Setting): number {
  const counts = literal.leaves.flatMap(({ start, end }) => {
    const { fraction = '', exponent = '' } = styleOf(source.slice(start, end)) ?? {};
    return fraction.length > 1 && !exponent ? [fraction.length - 1] : [];
  });
  return counts.length > 0 ? Math.min(...counts) : 1;
}

/** Whether the literal has blanks for the sake of its columns, and the leaf's column ends in line. */
function isAligned({ source, literal: { leaves, perRow } }: Setting, leaf: number): boolean {
  const isPadded = leaves.some(
    ({ start }, i) => leadOf(source, start) > (i % perRow === 0 ? 0 : 1),
  );
  const column = leaves.filter((_, i) => i % perRow === leaf % perRow);
  const ends = column.map((place) => place.end - lineStart(source, place));
  const lines = new Set(column.map((place) => lineStart(source, place)));
  return isPadded && column.length > 1 && lines.size === column.length && new Set(ends).size === 1;
}

/** How many blanks stand right before an offset. */
function leadOf(source: string, start: number): number {
  let at = start;
  while (source[at - 1] === ' ') at--;
  return source[at - 1] === '\n' ? 0 : start - at;
}

function lineStart(source: string, { start }: Span): number {
  return source.lastIndexOf('\n', start - 1) + 1;
}
