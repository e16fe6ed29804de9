/** A Python number literal: a bigint for an integer, a number for a float, undefined for a complex one. */
export function numberOf(text: string): bigint | number | undefined {
  const digits = text.replaceAll('_', '');
  if (/[jJ]$/.test(digits)) return undefined;
  if (/^0(?:[xX][\da-fA-F]+|[oO][0-7]+|[bB][01]+)$/.test(digits)) return BigInt(digits);
  if (/^0[xXoObB]/.test(digits)) return undefined;
  if (/^\d+$/.test(digits)) return BigInt(digits);
  const value = Number(digits);
  return Number.isNaN(value) ? undefined : value;
}

/**
 * A text of the same length in which no float ends in a bare dot, for a grammar that takes the dot of
 * `1. # one` for an attribute's. What a number is must be read from the text itself.
 */
export function withPlainFloats(text: string): string {
  return text.replace(/(?<![\w.])(\d[\d_]*)\.(?![\d.])/g, '$10');
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '\0',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
};

/** The text inside a string literal's quotes, and whether its backslashes stand for themselves. */
export function unquote(literal: string): { prefix: string; inside: string } {
  const [, prefix = '', quotes = ''] = /^([a-zA-Z]*)('''|"""|'|")/.exec(literal) ?? [];
  const from = prefix.length + quotes.length;
  const isClosed = literal.length >= from + quotes.length && literal.endsWith(quotes);
  return {
    prefix: prefix.toLowerCase(),
    inside: literal.slice(from, isClosed ? literal.length - quotes.length : undefined),
  };
}

/** Resolves backslash escapes. */
export function unescape(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([\s\S]))/g,
    (whole, hex?: string, wide?: string, single?: string) => {
      const code = hex ?? wide;
      if (code) return String.fromCharCode(parseInt(code, 16));
      return ESCAPES[single!] ?? whole;
    },
  );
}

/** A string literal's value. */
export function stringOf(literal: string): string {
  const { prefix, inside } = unquote(literal);
  return prefix.includes('r') ? inside : unescape(inside);
}
