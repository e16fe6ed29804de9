import type { Dialect } from './dialect';

/** What a token is: `mark` is any other sign, `end` the end of the text. */
export type TokenKind = 'number' | 'word' | 'string' | 'open' | 'close' | 'mark' | 'end';

/** One token, with what stands before it. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether anything blank parts it from the token before. */
  readonly spaced: boolean;
  /** Whether a new line starts between it and the token before. */
  readonly newline: boolean;
}

/** Whether a value ends with this token, so that a bracket after it indexes or calls. */
export function isValue(token: Token | undefined, dialect: Dialect): boolean {
  if (!token) return false;
  const { kind, text } = token;
  if (kind === 'word') return !dialect.keywords.test(text);
  return kind === 'number' || kind === 'string' || kind === 'close' || text === "'";
}

/** What a sign may start: for each code below 128, a kind of token, or a word or something rarer. */
export const STARTS: readonly (TokenKind | 'letter' | 'single' | 'rest')[] = Array.from(
  { length: 128 },
  (_, code) => {
    const sign = String.fromCharCode(code);
    if ('([{'.includes(sign)) return 'open';
    if (')]}'.includes(sign)) return 'close';
    if (/[\d.]/.test(sign)) return 'number';
    if (/[a-z_$]/i.test(sign)) return 'letter';
    return /[.=<>!?:+*/-]/.test(sign) ? 'rest' : 'single';
  },
);
