import type { Axis } from './question';

/** An axis as it was typed: its length, and its letter if it was given by that. */
export interface TypedAxis {
  readonly length: number;
  readonly letter?: string;
}

/** Every way to type a minus sign, a comma or a digit comes down to one. */
function normalized(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2212\u2010-\u2015\u30fc]/g, '-')
    .replace(/\u3001/g, ',')
    .trim();
}

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const FRACTION = new RegExp(String.raw`^(${NUMBER})(?:\s*/\s*(${NUMBER}))?$`, 'i');

/** The number that a text says: as Python writes it, with any minus sign, or as a fraction `1/3`. */
export function readNumber(text: string): number | undefined {
  const [, above, below = '1'] = FRACTION.exec(normalized(text)) ?? [];
  const value = above === undefined ? NaN : Number(above) / Number(below);
  return Number.isFinite(value) ? value : undefined;
}

/**
 * The shape that a text says: `2,2`, `(2, 2)`, `2×2`, `(3,)`, or by the letters of axes of known
 * lengths, `(N, H)`. Undefined for a text that says none.
 */
export function readShape(text: string, axes: readonly Axis[]): TypedAxis[] | undefined {
  const typed = normalized(text);
  const inside = /^[([]?(.*?)[)\]]?$/.exec(typed)![1]!.trim();
  if (inside === '') return typed === '' ? undefined : [];
  const parts = inside.replace(/,$/, '').split(/\s*[,×x*]\s*|\s+/i);
  const shape = parts.map((part) => axisOf(part, axes));
  return shape.every((axis) => axis !== undefined) ? shape : undefined;
}

function axisOf(part: string, axes: readonly Axis[]): TypedAxis | undefined {
  if (/^\d{1,9}$/.test(part)) return { length: Number(part) };
  return axes.find(({ letter }) => letter === part.toUpperCase());
}
