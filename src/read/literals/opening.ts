import type { Dialect } from './dialect';
import { isValue, type Token } from './token';
import { R_BY_NAME, R_FUNCTIONS } from './r';

/** What an open bracket starts: a list, a call that makes an array, or something else. */
export interface Opening {
  readonly kind: 'list' | 'call' | 'other';
  /** Where it starts, with the word that belongs to it. */
  readonly start: number;
  readonly maker?: string;
  /** Whether a type's name before it may mean that it is no list but one thing of that type. */
  readonly isConstructed?: boolean;
}

/** What a bracket starts, after the tokens before it, the nearest first. */
export function openingOf(
  token: Token,
  before: readonly (Token | undefined)[],
  dialect: Dialect,
): Opening {
  const bracket = token.text.at(-1)!;
  const { start } = token;
  if (bracket === '(') return openedCall(token, before[0], dialect);
  if (!dialect.lists.includes(bracket) || token.text.length > 1) return { kind: 'other', start };
  if (bracket === '{') return openedBrace(start, before, dialect);
  const maker = makerOf(token, before, dialect);
  if (maker) return { kind: 'list', start: maker.start, maker: maker.text };
  return { kind: isIndex(token, before[0], dialect) ? 'other' : 'list', start };
}

function openedCall({ start }: Token, name: Token | undefined, dialect: Dialect): Opening {
  if (!dialect.calls || name?.kind !== 'word' || !R_FUNCTIONS.test(name.text)) {
    return { kind: 'other', start };
  }
  const kind = R_BY_NAME.test(name.text) ? 'call' : 'list';
  return { kind, start: name.start, maker: name.text };
}

const CONTAINERS = /(?:^|::)(?:vector|valarray|array|initializer_list|list)$/;

/** In Go a list's braces follow `]` and a type; in C they may follow a type or a name. */
function openedBrace(
  start: number,
  [name, beside]: readonly (Token | undefined)[],
  { typed }: Dialect,
): Opening {
  if (name?.kind !== 'word') return { kind: 'list', start };
  if (typed === 'go') return { kind: beside?.text === ']' ? 'list' : 'other', start };
  const isDeclared = beside?.kind === 'word' || beside?.text === '>' || beside?.text === ']';
  return { kind: 'list', start, isConstructed: !isDeclared && !CONTAINERS.test(name.text) };
}

/** The macro or the type that a list belongs to. */
function makerOf(
  token: Token,
  [first, second]: readonly (Token | undefined)[],
  { makers }: Dialect,
): Token | undefined {
  const [word, mark] = first?.text === '!' ? [second, '!'] : [first, ''];
  if (!makers || token.spaced || word?.kind !== 'word') return undefined;
  return makers.test(word.text + mark) ? word : undefined;
}

function isIndex(token: Token, before: Token | undefined, dialect: Dialect): boolean {
  if (!isValue(before, dialect)) return false;
  const isNear = dialect.spacedIndex && before?.text !== '}' && !token.newline;
  return !token.spaced || isNear;
}
