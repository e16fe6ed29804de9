/** A stretch of text whose insides are not code. */
export type Skip =
  /** A comment up to the end of its line. */
  | { readonly kind: 'line'; readonly open: string }
  /** A comment up to where it is closed. */
  | { readonly kind: 'block'; readonly open: string; readonly close: string; readonly nests?: true }
  /** A string; where it may not cross lines, an unclosed one ends with its line. */
  | {
      readonly kind: 'string';
      readonly open: string;
      readonly close: string;
      readonly escape: 'backslash' | 'doubled' | 'none';
      readonly multiline: boolean;
    };

/** A line comment. */
export const line = (open: string): Skip => ({ kind: 'line', open });

/** A block comment. */
export const block = (open: string, close: string): Skip => ({ kind: 'block', open, close });

/** A block comment in which others may stand. */
export const nesting = (open: string, close: string): Skip => ({
  kind: 'block',
  open,
  close,
  nests: true,
});

/** A string between two quotes that ends with its line at the latest. */
export const string = (
  quote: string,
  escape: 'backslash' | 'doubled' | 'none' = 'backslash',
): Skip => ({ kind: 'string', open: quote, close: quote, escape, multiline: false });

/** A string that may run over lines. */
export const longString = (
  open: string,
  close = open,
  escape: 'backslash' | 'doubled' | 'none' = 'backslash',
): Skip => ({ kind: 'string', open, close, escape, multiline: true });

/** Where what is skipped ends, given where it starts. Never before the end of its opening. */
export function endOfSkip(text: string, start: number, skip: Skip): number {
  const from = start + skip.open.length;
  if (skip.kind === 'line') return endOfLine(text, from);
  if (skip.kind === 'string') return endOfString(text, from, skip);
  return skip.nests ? endOfNested(text, from, skip) : endAfter(text, skip.close, from);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function endAfter(text: string, close: string, from: number): number {
  const end = text.indexOf(close, from);
  return end < 0 ? text.length : end + close.length;
}

function endOfNested(
  text: string,
  from: number,
  { open, close }: Extract<Skip, { kind: 'block' }>,
): number {
  let depth = 1;
  for (let i = from; i < text.length; i++) {
    if (text.startsWith(close, i)) {
      i += close.length - 1;
      if (--depth === 0) return i + 1;
    } else if (text.startsWith(open, i)) {
      i += open.length - 1;
      depth++;
    }
  }
  return text.length;
}

function endOfString(
  text: string,
  from: number,
  { close, escape, multiline }: Extract<Skip, { kind: 'string' }>,
): number {
  let i = from;
  for (; i < text.length; i++) {
    if (escape === 'backslash' && text[i] === '\\') i++;
    else if (text[i] === '\n' && !multiline) return i;
    else if (text.startsWith(close, i)) {
      if (escape !== 'doubled' || !text.startsWith(close, i + close.length)) {
        return i + close.length;
      }
      i += 2 * close.length - 1;
    }
  }
  return Math.min(i, text.length);
}

/** Where a regular expression that starts here ends on its line, or minus where the line ends. */
export function endOfExpression(text: string, start: number): number {
  let inClass = false;
  let i = start + 1;
  for (; i < text.length && text[i] !== '\n'; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '[') inClass = true;
    else if (text[i] === ']') inClass = false;
    else if (text[i] === '/' && !inClass) return i + 1;
  }
  return -i;
}
