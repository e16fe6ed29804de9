import { sizeOf } from '../../core';
import type { Dialect } from './dialect';
import type { Frame } from './frame';
import { turned, type Literal } from './literal';
import { endsValue, othersOf } from './names';
import type { Target } from './statement';
import type { Token } from './token';

/** A literal whose value may go on: what it is named if not, and whether it counts without a name. */
interface Awaiting {
  readonly literal: Literal;
  readonly target: Target | undefined;
  readonly isFound: boolean;
  /** How many literals there were before it. */
  readonly mark: number;
}

/** Collects the literals of a text, none within another, and gives them their names. */
export class Collector {
  readonly literals: Literal[] = [];
  private awaiting: Awaiting | undefined;
  /** The literals that are what a call makes an array of, by the call's frame. */
  private readonly made = new Map<Frame, Awaiting | undefined>();

  constructor(
    private readonly text: string,
    private readonly dialect: Dialect,
    private readonly entries: number[],
  ) {}

  /** How many literals there are by now. */
  get count(): number {
    return this.literals.length;
  }

  /** A list has been closed: a literal at once, or when its name turns out to be given all of it. */
  accept(frame: Frame, { span, part: read }: Literal, target: Target | undefined): void {
    const { dialect } = this;
    const { mark, saysFloat, opening } = frame;
    const part = saysFloat ? { ...read, isFloat: true } : read;
    const { shape, numbers } = part;
    if (sizeOf(shape) < 2) return;
    const isRow = shape.length === 1;
    if (isRow && opening.isConstructed) return;
    const literal = { span, part };
    const isFound = numbers > 0 && !(isRow && dialect.prose);
    if (isFound) this.add(literal, mark);
    const mayCount = numbers > 0 || !isRow;
    if (target ? mayCount : isFound && dialect.transposes) {
      this.awaiting = { literal, target, isFound, mark };
    }
  }

  /** A call has been opened that makes an array of what it is given. */
  openCall(frame: Frame, target: Target): void {
    frame.target = target;
    this.made.set(frame, undefined);
  }

  /** A bracket has been closed, or given up: where it is such a call's, the array may be named. */
  closeCall(frame: Frame, closing?: Token): void {
    const made = this.made.get(frame);
    this.made.delete(frame);
    if (!made || !closing) return;
    const { literal, isFound, mark } = made;
    const others = othersOf(this.text.slice(literal.span.end, closing.start));
    if (others === 'nothing') this.awaiting = made;
    if (others !== 'float') return;
    const float = { ...literal, part: { ...literal.part, isFloat: true } };
    if (isFound) this.add(float, mark);
    this.awaiting = { ...made, literal: float };
  }

  /** Decides on the literal before, now that it is known what follows it in its frame. */
  decide(token: Token, frame: Frame): void {
    const { awaiting, dialect } = this;
    if (!awaiting) return;
    this.awaiting = undefined;
    const { literal, target, isFound, mark } = awaiting;
    if (dialect.transposes && token.text === "'" && !token.spaced) {
      const whole = turned(literal, token.end, this.entries);
      if (isFound) this.add(whole, mark);
      this.awaiting = { ...awaiting, literal: whole };
    } else if (this.made.has(frame)) {
      if (token.text === ')' || token.text === ',') this.made.set(frame, awaiting);
    } else if (target && endsValue(token, dialect)) this.add({ ...literal, target }, mark);
  }

  /** A literal takes the place of those within it. */
  private add(literal: Literal, mark: number): void {
    while (this.literals.length > mark) this.literals.pop();
    this.literals.push(literal);
  }
}
