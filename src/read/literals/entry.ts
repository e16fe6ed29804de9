import type { Dialect } from './dialect';
import type { Frame } from './frame';
import { isValue, type Token } from './token';

/** Where a token is read: what stands before it, and what has been found so far. */
export interface Place {
  readonly text: string;
  readonly dialect: Dialect;
  readonly previous: Token | undefined;
  readonly entries: number[];
  /** How many literals have been found. */
  readonly found: number;
}

const NOT_NUMBERS =
  /^(?:true|false|null|nil|undefined|None|True|False|TRUE|FALSE|NULL|NA|number|string|boolean|any|unknown|never|object|bool|int|for|function|func|fn|async|await|yield|if|else|lambda|class|new|return)$/;

/** Of these, what may stand before the braces of a list. */
const TYPE_WORDS = /^(?:new|int)$/;

/** Reads a token into the frame it stands in: into its list's entry, and into its statement. */
export function readInto(frame: Frame, token: Token, place: Place): void {
  if (token.newline) readNewline(frame, token, place);
  if (frame.tally.rows && place.dialect.rows) splitAtBlank(frame, token, place);
  if (token.kind === 'mark' && readSeparator(frame, token, place)) return;
  frame.touch(token.start, place.found);
  if (token.kind === 'word') frame.word(token);
  if (frame.kind !== 'other') readEntry(frame, token, place);
  frame.isComplete = isValue(token, place.dialect);
}

/** A new line ends a statement, unless the line before asks for more. */
function readNewline(frame: Frame, { kind }: Token, { dialect, previous }: Place): void {
  if (frame.kind !== 'other' && !frame.tally.isBad) return;
  const isBlock = dialect.lineEnds && previous?.text === ':' && kind === 'word';
  const goesOn = !isBlock && (previous?.kind === 'mark' || previous?.kind === 'open');
  if (goesOn && frame.entryStart === undefined) return;
  if (dialect.lineEnds) frame.endStatement();
  else frame.endItem();
  frame.reset();
}

/** Where blanks part entries and new lines part rows. */
function splitAtBlank(frame: Frame, token: Token, { dialect, previous, found, text }: Place): void {
  if (!frame.isComplete && !frame.isEmpty) return;
  const end = previous?.end ?? token.start;
  if (token.newline && (dialect.rows === 'matlab' || frame.commas === 0)) {
    frame.endEntry(end, found);
    frame.tally.rows!.breakRow();
  } else if (token.spaced && frame.isComplete && startsEntry(token, text)) {
    frame.endEntry(end, found);
    frame.spaces++;
  }
}

/** `[1 -2]` has two entries, `[1 - 2]` and `[1-2]` have one. */
function startsEntry({ kind, text: sign, end }: Token, text: string): boolean {
  if (kind !== 'mark') return true;
  return /^[-+]$/.test(sign) ? !/\s/.test(text[end] ?? ' ') : /^[@~!]$/.test(sign);
}

/** What ends an entry or a statement, or starts a value afresh. */
function readSeparator(frame: Frame, token: Token, place: Place): boolean {
  const { text: sign } = token;
  const { dialect, previous, entries } = place;
  if (sign === ',') endEntry(frame, place);
  else if (sign === ';') endRow(frame, place);
  else if (sign === '&' && dialect.repeats && frame.entryStart === undefined) return true;
  else if (dialect.calls && frame.kind !== 'other' && (sign === ':' || sign === '=')) {
    if (sign === ':') frame.startRange(entries);
    else frame.startArgument(previous?.kind === 'word' ? previous.text : '');
  } else if (frame.assign(token, previous, place.text, dialect)) {
    if (frame.kind === 'list') frame.tally.isBad = true;
    frame.reset();
  } else return false;
  return true;
}

function endEntry(frame: Frame, { previous, found }: Place): void {
  if (frame.kind === 'list' && frame.isEmpty) frame.tally.isBad = true;
  frame.commas++;
  frame.endEntry(previous?.end ?? 0, found);
  frame.endItem();
  frame.reset();
}

function endRow(frame: Frame, { dialect, previous, found }: Place): void {
  const { rows } = frame.tally;
  const isRepeat = dialect.repeats && frame.tally.count === 0 && frame.times === undefined;
  frame.endEntry(previous?.end ?? 0, found);
  if (rows) {
    if (dialect.rows === 'julia' && previous?.text === ';') frame.tally.isBad = true;
    rows.breakRow();
  } else if (isRepeat) frame.times = NaN;
  else frame.tally.isBad = true;
  if (!rows && !isRepeat) frame.endStatement();
  frame.reset();
}

const NEVER = /^(?:\.\.\.|=>|->|\?:|[:@#\\])$/;
const UNPACKING = /^[*.&|]$/;

function readEntry(frame: Frame, { kind, text: sign }: Token, { dialect, entries }: Place): void {
  const { numbers } = dialect;
  if (kind === 'number') frame.number(numbers.read(sign), entries);
  else if (kind === 'string') frame.spoilAll();
  else if (kind === 'word') readWord(frame, sign, dialect, entries);
  else if (kind !== 'mark') return;
  else if (sign === '+' || sign === '-') frame.sign(sign);
  else if (NEVER.test(sign) || (frame.isEmpty && UNPACKING.test(sign))) frame.spoilAll();
  else frame.spoil();
}

function readWord(frame: Frame, word: string, dialect: Dialect, entries: number[]): void {
  const { numbers, typed } = dialect;
  const read = numbers.read(word);
  if (read) frame.number(read, entries);
  else if (frame.kind === 'call' && /^(?:TRUE|FALSE|T|F)$/.test(word)) {
    frame.number({ value: word.startsWith('T') ? 1 : 0, isInteger: true }, entries);
  } else if (NOT_NUMBERS.test(word) && !(typed && TYPE_WORDS.test(word))) frame.spoilAll();
  else frame.spoil();
}
