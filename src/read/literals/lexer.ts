import type { Dialect } from './dialect';
import { endOfExpression, endOfSkip, type Skip } from './skips';
import { isValue, STARTS, type Token, type TokenKind } from './token';

const WORD = String.raw`[\p{L}_$][\p{L}\p{N}_$]*`;
const WORDS = {
  dots: new RegExp(String.raw`${WORD}(?:\.${WORD})*`, 'uy'),
  paths: new RegExp(String.raw`${WORD}(?:(?:\.|::|->)${WORD})*`, 'uy'),
};
const [BACKTICK, BRACE, CLOSING_BRACE, QUOTE, SLASH] = [96, 123, 125, 39, 47];
const MARKS = /\.\.\.|=>|->|:=|<<-|<-|::|\?:|[=!<>+\-*/]=+/y;

/** Cuts a text into tokens, one at a time, in time linear in its length. */
export class Lexer {
  private at = 0;
  private previous: Token | undefined;
  /** For each open `{`, whether it is of a template's `${`. */
  private readonly braces: boolean[] = [];
  /** Whether the text of a template goes on. */
  private inTemplate = false;
  /** Up to where no regular expression ends. */
  private noExpressionBefore = 0;
  /** How much work it was: characters looked at. */
  steps = 0;

  constructor(
    private readonly text: string,
    private readonly dialect: Dialect,
  ) {}

  /** The next token; at the end of the text, `end` again and again. */
  next(): Token {
    const from = this.at;
    const newline = !this.inTemplate && this.skipBlank();
    const start = this.at;
    const kind = this.take();
    this.steps += this.at - from + 1;
    this.previous = {
      kind,
      start,
      end: this.at,
      text: kind === 'string' ? '' : this.text.slice(start, this.at),
      spaced: start > from,
      newline,
    };
    return this.previous;
  }

  /** Passes what is blank, comments too, and tells whether a new line started. */
  private skipBlank(): boolean {
    const { text, dialect } = this;
    let newline = this.at === 0;
    for (; this.at < text.length; this.at++) {
      const code = text.charCodeAt(this.at);
      if (code === 10) newline = true;
      else if (code !== 32 && code !== 9 && code !== 13 && code !== 0xa0) {
        if (dialect.continuation && text.startsWith(dialect.continuation, this.at)) {
          this.at = endOfSkip(text, this.at, { kind: 'line', open: dialect.continuation });
          continue;
        }
        const comment = this.skipAt(code, false);
        if (!comment) break;
        const end = endOfSkip(text, this.at, comment);
        if (comment.kind === 'block' && text.slice(this.at, end).includes('\n')) newline = true;
        this.at = end - 1;
      }
    }
    return newline;
  }

  private skipAt(code: number, isString: boolean): Skip | undefined {
    const skips = this.dialect.skips[code];
    return skips?.find(
      ({ kind, open }) => (kind === 'string') === isString && this.text.startsWith(open, this.at),
    );
  }

  private take(): TokenKind {
    const { text, at, dialect } = this;
    if (at >= text.length) return 'end';
    const code = text.charCodeAt(at);
    if (this.inTemplate || (code === BACKTICK && dialect.templates)) return this.takeTemplate();
    const start = STARTS[code] ?? 'rest';
    if (start === 'open') return this.takeOpen(code);
    if (start === 'close') return this.takeClose(code);
    if (start === 'number' && this.takeNumber()) return 'number';
    if (this.takeString(code)) return 'string';
    if (start === 'letter' || code > 127) {
      if (this.match(dialect.colons === '::' ? WORDS.dots : WORDS.paths)) return 'word';
    }
    if (start === 'single' || !this.match(MARKS)) this.at++;
    return 'mark';
  }

  /** A number, most of which are plain digits. */
  private takeNumber(): boolean {
    const { text } = this;
    let end = this.at;
    while (isDigit(text.charCodeAt(end))) end++;
    if (end === this.at || /[\w.']/.test(text.charAt(end))) {
      return this.match(this.dialect.numbers.pattern);
    }
    this.at = end;
    return true;
  }

  private takeOpen(code: number): TokenKind {
    this.at++;
    if (code === BRACE) this.braces.push(false);
    return 'open';
  }

  private takeClose(code: number): TokenKind {
    this.at++;
    if (code === CLOSING_BRACE) this.inTemplate = this.braces.pop() ?? false;
    return 'close';
  }

  private takeString(code: number): boolean {
    const { text, at, dialect } = this;
    if (code === QUOTE && dialect.transposes && this.follows && this.previous?.end === at) {
      return false;
    }
    if (dialect.raw && this.matchRaw(dialect.raw)) return true;
    const string = this.skipAt(code, true);
    if (string) this.at = endOfSkip(text, at, string);
    return (
      string !== undefined ||
      (code === SLASH && dialect.templates === true && this.takeExpression())
    );
  }

  /** Whether the token before ends a value. */
  private get follows(): boolean {
    return isValue(this.previous, this.dialect);
  }

  /** A regular expression, which ends on its line. */
  private takeExpression(): boolean {
    const { text } = this;
    const isDivision = this.follows || this.previous?.text === '<';
    if (isDivision || this.at < this.noExpressionBefore) return false;
    const end = endOfExpression(text, this.at);
    this.steps += Math.abs(end) - this.at;
    if (end > 0) this.at = end;
    else this.noExpressionBefore = -end;
    return end > 0;
  }

  private matchRaw({ open, close }: NonNullable<Dialect['raw']>): boolean {
    open.lastIndex = this.at;
    const match = open.exec(this.text);
    if (!match) return false;
    const end = close(match[1]);
    const from = this.at + match[0].length;
    const found = this.text.indexOf(end, from);
    this.at = found < 0 ? this.text.length : found + end.length;
    return true;
  }

  /** A template's text, up to its end or to the code that it holds, which opens like a brace. */
  private takeTemplate(): TokenKind {
    const { text } = this;
    if (!this.inTemplate) this.at++;
    this.inTemplate = false;
    for (; this.at < text.length; this.at++) {
      const char = text[this.at];
      if (char === '\\') this.at++;
      else if (char === '`') {
        this.at++;
        return 'string';
      } else if (char === '$' && text[this.at + 1] === '{') {
        this.at += 2;
        this.braces.push(true);
        return 'open';
      }
    }
    this.at = text.length;
    return 'string';
  }

  private match(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
