import { oddRowOf, partOf } from './close';
import { Collector } from './collector';
import { declared } from './declared';
import type { Dialect } from './dialect';
import { readInto, type Place } from './entry';
import { Frame } from './frame';
import { Lexer } from './lexer';
import type { Found, Ragged } from './literal';
import { isMaking } from './names';
import { openingOf } from './opening';
import type { Token } from './token';

const OPENED: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Finds the array literals of a language by its brackets, in time linear in the text's length. */
export function findInBrackets(text: string, dialect: Dialect): Found {
  return new Brackets(text, dialect).scan();
}

class Brackets implements Place {
  private readonly lexer: Lexer;
  private readonly frames = [new Frame({ kind: 'other', start: 0 }, '', 0, 0, false)];
  /** How many of each bracket are open. */
  private readonly open: Record<string, number> = { '(': 0, '[': 0, '{': 0 };
  /** The tokens before. */
  previous: Token | undefined;
  private beforeThat: Token | undefined;
  private readonly ragged: Ragged[] = [];
  readonly entries: number[] = [];
  private readonly collector: Collector;

  constructor(
    readonly text: string,
    readonly dialect: Dialect,
  ) {
    this.lexer = new Lexer(text, dialect);
    this.collector = new Collector(text, dialect, this.entries);
  }

  scan(): Found {
    const { lexer, collector, ragged, entries } = this;
    const { literals } = collector;
    for (let token = lexer.next(); ; token = lexer.next()) {
      collector.decide(token, this.frame);
      if (token.kind === 'end') break;
      if (token.kind === 'close') this.close(token);
      else this.read(token);
      this.beforeThat = this.previous;
      this.previous = token;
    }
    return { literals, ragged, entries, steps: lexer.steps + entries.length };
  }

  get found(): number {
    return this.collector.count;
  }

  private get frame(): Frame {
    return this.frames.at(-1)!;
  }

  private read(token: Token): void {
    const { frame } = this;
    readInto(frame, token, this);
    if (token.kind === 'open') this.push(token, frame);
  }

  private push(token: Token, parent: Frame): void {
    const { dialect, collector, entries } = this;
    const before = [this.previous, this.beforeThat];
    const bracket = token.text.at(-1)!;
    const opening = openingOf(token, before, dialect);
    const frame = new Frame(
      opening,
      bracket,
      collector.count,
      entries.length,
      dialect.rows !== undefined,
    );
    if (opening.kind === 'other') {
      if (bracket === '(' && parent.target && isMaking(parent, before)) {
        collector.openCall(frame, parent.target);
      }
    } else {
      frame.isFresh = parent.makeWay(opening.start, bracket === '{' && dialect.typed !== undefined);
      frame.saysFloat = parent.saysFloat;
      if (opening.maker) frame.sayType(opening.maker);
    }
    this.frames.push(frame);
    this.open[bracket]!++;
  }

  private close(token: Token): void {
    const { frames, open } = this;
    const bracket = OPENED[token.text]!;
    if (open[bracket] === 0) {
      this.frame.tally.isBad = true;
      return;
    }
    for (;;) {
      const frame = frames.pop()!;
      open[frame.bracket]!--;
      if (frame.bracket === bracket) {
        if (frame.kind === 'other') this.closeOther(frame, token);
        else this.closeList(frame, token);
        return;
      }
      this.collector.closeCall(frame);
      this.frame.spoilAll();
    }
  }

  private closeOther(frame: Frame, token: Token): void {
    const parent = this.frame;
    if (frame.bracket === '{') parent.spoilAll();
    else parent.spoil();
    if (frame.bracket === '[') {
      parent.saysFloat ||= frame.saysFloat;
      if (this.dialect.typed)
        parent.addLength(this.text.slice(frame.opening.start + 1, token.start));
    }
    parent.isComplete = true;
    this.collector.closeCall(frame, token);
  }

  private closeList(frame: Frame, token: Token): void {
    const { dialect, entries, ragged, collector } = this;
    const parent = this.frame;
    frame.endEntry(this.previous?.end ?? 0, collector.count);
    const span = { start: frame.opening.start, end: token.end };
    const isDeclared = dialect.declares === true && parent.dims.length > 0;
    const odd = oddRowOf(frame, dialect);
    if (odd && !isDeclared) ragged.push({ span, ...odd });
    const read = partOf(frame, dialect, entries);
    const part = isDeclared ? declared(read, odd, frame, parent.dims) : read;
    if (!part && frame.bracket === '[') parent.saysFloat ||= frame.saysFloat;
    if (part) collector.accept(frame, { span, part }, frame.isFresh ? parent.target : undefined);
    if (frame.isFresh) parent.list(part);
    else parent.spoil();
    parent.isComplete = true;
  }
}
