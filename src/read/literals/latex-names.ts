import type { Target } from './statement';

/** How far before a matrix its name is looked for. */
const REACH = 200;

const FENCE = /\\(?:left|[bB]igg?l?)\s*(?:\\?[([{|.]|\\lbrack)\s*$|[([|]\s*$/;
const EQUALS =
  /(?:&\s*)?(?::?=|\\coloneqq|\\triangleq|\\equiv|≔)\s*(?:&\s*)?(?:\\displaystyle\s*)?$/;
const SUPERSCRIPT = String.raw`(?:\^\s*(?:\{[\w()[\]\s]{1,20}\}|\w))`;
const SUBSCRIPT = String.raw`(?:_\s*(?:\{[\w,\s]{1,20}\}|\w))`;
const LETTERS = String.raw`(?:\\(?:math(?:bf|rm|sf|it|cal|bb)|boldsymbol|bm|vec|text|textbf|operatorname|hat|tilde|bar)\s*(?:\{\s*\w{1,40}\s*\}|\w)|\\[a-zA-Z]{1,20}|[a-zA-Z]{1,20})`;
const NAME = new RegExp(`(${LETTERS})(${SUBSCRIPT}?)(${SUPERSCRIPT}?)(${SUBSCRIPT}?)\\s*$`);
const PARTIAL = String.raw`\\partial\s*`;
const DERIVATIVE = new RegExp(
  String.raw`\\[dt]?frac\s*\{\s*${PARTIAL}(${LETTERS})\s*\}\s*\{\s*${PARTIAL}(${LETTERS})\s*\}\s*$`,
);
const STARTS =
  /(?:^|[$\n,;:.(&]|\\\\|\\q?quad|\\[,;:! ([]|\\begin\{\w+\*?\}(?:\{\w*\})?|\\text\{[^{}]*\}|\b(?:[Ll]et|and|where|with))\s*$/;

/** What a matrix that starts here is set equal to: `W =`, `\mathbf{W} =`, `\frac{\partial L}{\partial Y} =`. */
export function targetBefore(text: string, start: number): Target | undefined {
  const from = Math.max(0, start - REACH);
  const before = text.slice(from, start).replace(FENCE, '');
  const equals = EQUALS.exec(before);
  if (!equals) return undefined;
  const left = before.slice(0, equals.index);
  const match = DERIVATIVE.exec(left) ?? NAME.exec(left);
  if (!match || !STARTS.test(left.slice(0, match.index))) return undefined;
  const span = { start: from + match.index, end: from + left.trimEnd().length };
  return { name: nameOf(match), span };
}

function nameOf([whole, letters, second, ...rest]: readonly string[]): string {
  if (/^\\[dt]?frac/.test(whole!)) return `d${bare(letters!)}_d${bare(second!)}`;
  return bare(letters!) + [second, ...rest].map((script = '') => plain(script)).join('');
}

/** The letters without what sets them in bold or puts a hat on them. */
function bare(letters: string): string {
  return (
    /^\\[a-z]+\s*\{?\s*(\w+)\s*\}?$/i.exec(letters.replace(/^\\([a-zA-Z]+)$/, '$1'))?.[1] ??
    letters.replace(/^\\/, '')
  );
}

/** `_{1}` as `_1`, `^{(1)}` as `1`. */
function plain(script: string): string {
  return script.replace(/[{}()[\]\s^]/g, '');
}

const TAIL = /\s{0,40}(?:\\right\s*(?:\\?[)\]}|.]|\\rbrack)|\\[bB]igg?r?\s*\\?[)\]}|])?/y;
const TRANSPOSED =
  /\s{0,40}\^\s*(?:\{\s*)?(?:\\(?:top|mathsf\s*\{?T|mathrm\s*\{?T|intercal|mathtt\s*\{?T)|T)(?![a-zA-Z])[\s}]{0,10}/y;
const ENDS =
  /[\s~]{0,40}(?:$|[$,.;:&)]|\\[\]),;:.! ]|\\\\|\\q?quad|\\end|\\tag|\\label|\\text|\\qquad|\\notag|\\nonumber|\\in\b)/y;

/** What follows a matrix: whether it is transposed, and whether that is the whole of the expression. */
export function tailOf(
  text: string,
  end: number,
): { end: number; isTransposed: boolean; isWhole: boolean } {
  const closed = after(TAIL, text, end) ?? end;
  const turned = after(TRANSPOSED, text, closed);
  const isWhole = after(ENDS, text, turned ?? closed) !== undefined;
  return { end: turned ?? end, isTransposed: turned !== undefined, isWhole };
}

function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
