import type { Span } from '../reading';
import type { Dialect } from './dialect';
import type { Token } from './token';
import { MOST_AXES } from './parts';

/** What an array may be named after: a variable or a key. */
export interface Target {
  readonly name: string;
  readonly span: Span;
}

const FLOATS =
  /(?:^|\W)(?:double|float|float32|float64|f32|f64|Float|Double|Float32|Float64|CGFloat)$/;
const NONE: readonly number[] = [];
const ASSIGNMENTS = /^(?:=|:=|<-|<<-)$/;
const BRANCHING = /^(?:if|elif|else|while|for|try|except|finally|lambda|case)$/;
const DECLARING = /^(?:var|let|const|val|my|local|auto|mut|static)$/;

/** What of the current statement may name or type the value that is assigned in it. */
export class Statement {
  target: Target | undefined;
  private isTyped = false;
  /** A ternary's `?` or a word like `if` has been seen: their colon gives no name. */
  private isBranch = false;
  private words = 0;
  private afterVar: Target | undefined;
  private isAfterVar = false;
  private lastWord: Target | undefined;
  /** The lengths that stand behind the last word; NaN for one that is not given. */
  dims: readonly number[] = NONE;
  /** Whether the type is one of floats. */
  saysFloat = false;

  /** A word of the statement. */
  word(token: Token): void {
    this.words++;
    this.lastWord = targetOf(token, token.text);
    this.dims = NONE;
    if (this.isAfterVar) this.afterVar = this.lastWord;
    this.isAfterVar = DECLARING.test(token.text);
    if (BRANCHING.test(token.text)) this.isBranch = true;
    this.sayType(token.text);
  }

  /** What stands in brackets behind the last word. */
  addLength(inside: string): void {
    if (this.dims.length >= MOST_AXES) return;
    this.dims = [...this.dims, /^\s{0,4}\d{1,9}\s{0,4}$/.test(inside) ? Number(inside) : NaN];
  }

  /** A type's name, if the word is one. */
  sayType(word: string): void {
    if (FLOATS.test(word)) this.saysFloat = true;
  }

  /**
   * A sign, or a colon, that may give the value after it a name. Tells whether it does so, or takes
   * the name away: in both cases a value starts afresh.
   */
  assign(token: Token, previous: Token | undefined, text: string, dialect: Dialect): boolean {
    const sign = token.text;
    if (ASSIGNMENTS.test(sign)) {
      if (!this.isTyped) this.target = this.assigned(previous, dialect);
      return true;
    }
    if (sign === '?') this.isBranch = true;
    if (sign !== dialect.colons && sign !== '?:') return false;
    if (this.isBranch || !previous) this.target = undefined;
    else if (previous.kind === 'string') {
      const { start, end } = previous;
      this.target = targetOf(previous, text.slice(start + 1, end - 1));
    } else this.target = previous.kind === 'word' ? this.lastWord : undefined;
    this.isTyped = this.target !== undefined;
    return true;
  }

  /** The variable before an assignment: with its lengths, only where it is being declared. */
  private assigned(previous: Token | undefined, dialect: Dialect): Target | undefined {
    if (dialect.typed === 'go' && this.afterVar) return this.afterVar;
    if (previous?.kind === 'word') return this.lastWord;
    const isDeclared = dialect.typed === 'c' && this.words >= 2 && this.dims.length > 0;
    return previous?.text === ']' && isDeclared ? this.lastWord : undefined;
  }

  /** Another declaration or key of the same statement starts. */
  endItem(): void {
    this.target = undefined;
    this.isTyped = this.isBranch = false;
    this.dims = NONE;
  }

  /** The statement ends. */
  endStatement(): void {
    this.endItem();
    this.words = 0;
    this.lastWord = this.afterVar = undefined;
    this.isAfterVar = this.saysFloat = false;
  }
}

function targetOf({ start, end }: Token, name: string): Target {
  return { name, span: { start, end } };
}
