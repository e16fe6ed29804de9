import { Arguments, type Argument } from './arguments';
import type { NumberRead } from './numbers';
import type { Opening } from './opening';
import { hasRoom, type Part } from './parts';
import { Rows } from './rows';
import { Statement } from './statement';
import { Tally } from './tally';

type Entry = 'none' | 'plus' | 'minus' | 'number' | 'range' | 'times' | 'list' | 'opaque' | 'bad';

/** One open bracket: what of its list has been read, and what of the statement it holds. */
export class Frame extends Statement {
  private entry: Entry = 'none';
  /** The entry's number. */
  private value = 0;
  private isFloat = false;
  private child: Part | undefined;
  private entryMark = 0;
  /** Where the entry or the assigned value starts. */
  entryStart: number | undefined;
  /** Whether the last token of the entry ends a value. */
  isComplete = false;

  readonly tally: Tally;
  commas = 0;
  /** Blanks that part entries. */
  spaces = 0;
  /** How often the one entry is repeated; NaN while that is not read. */
  times: number | undefined;
  /** What a call is given. */
  readonly given: Arguments | undefined;

  readonly kind: Opening['kind'];
  /** The word that belongs to it. */
  readonly maker: string | undefined;
  /** Whether it is the first of its entry in the frame around it. */
  isFresh = false;

  constructor(
    readonly opening: Opening,
    readonly bracket: string,
    /** How many literals and entries there were before it. */
    readonly mark: number,
    readonly from: number,
    /** Whether the language writes matrices row by row. */
    hasRows: boolean,
  ) {
    super();
    this.kind = opening.kind;
    this.maker = opening.maker;
    const isMatrix = opening.maker?.endsWith('matrix') && opening.kind === 'list';
    this.tally = new Tally(
      opening.kind === 'list' && (hasRows || isMatrix) ? new Rows() : undefined,
    );
    if (opening.kind === 'call') this.given = new Arguments();
  }

  /** Whether nothing of an entry has been read. */
  get isEmpty(): boolean {
    return this.entry === 'none';
  }

  /** A token of this frame's own: where it is the first of an entry, the entry starts here. */
  touch(start: number, found: number): void {
    if (this.entryStart !== undefined) return;
    this.entryStart = start;
    this.entryMark = found;
  }

  /** Makes way for a list that starts the entry, or that the words before it are the type of. */
  makeWay(start: number, isTyped: boolean): boolean {
    const isFirst = this.entryStart === undefined || this.entryStart >= start;
    const isType = isTyped && (this.entry === 'none' || this.entry === 'opaque');
    if (!isFirst && !isType) return false;
    this.entry = 'none';
    return true;
  }

  /** Starts an entry afresh. */
  reset(): void {
    this.entry = 'none';
    this.child = undefined;
    this.entryStart = undefined;
    this.isComplete = false;
  }

  /** A `+` or `-`. */
  sign(text: string): void {
    if (this.entry === 'none') this.entry = text === '-' ? 'minus' : 'plus';
    else this.spoil();
  }

  /** A number; undefined if it is none that can be read. */
  number(read: NumberRead | undefined, entries: number[]): void {
    const { entry } = this;
    if (entry === 'range' && read) return this.range(read.value, entries);
    if (!read || (entry !== 'none' && entry !== 'plus' && entry !== 'minus')) return this.spoil();
    const { isInteger } = read;
    this.value = entry !== 'minus' ? read.value : isInteger ? 0 - read.value : -read.value;
    if (this.times !== undefined) {
      this.times = this.value;
      this.entry = 'times';
      return;
    }
    this.isFloat = !isInteger;
    if (this.kind === 'list') entries.push(this.value);
    this.entry = 'number';
  }

  /** A colon that makes a range of the number before it, as in R. */
  startRange(entries: number[]): void {
    if (this.entry !== 'number') return this.spoil();
    if (this.kind === 'list') entries.pop();
    this.entry = 'range';
  }

  private range(last: number, entries: number[]): void {
    const { value: first } = this;
    const count = Math.abs(last - first) + 1;
    if (!Number.isSafeInteger(first) || !hasRoom(entries, count)) return this.spoil();
    const from = entries.length;
    for (let i = 0; i < count; i++) entries.push(first + Math.sign(last - first) * i);
    this.entry = 'list';
    const to = entries.length;
    this.child = { shape: [count], from, to, numbers: count, names: 0, isFloat: false };
  }

  /** The entry so far was the name of an argument. */
  startArgument(name: string): void {
    this.given?.name(name);
    this.reset();
  }

  /** A list has been closed in this frame; undefined if it is none that counts. */
  list(part: Part | undefined): void {
    if (this.entry !== 'none') return this.spoil();
    this.child = part;
    this.entry = part ? 'list' : 'bad';
  }

  /** The entry is no number but a name or an expression. */
  spoil(): void {
    if (this.entry !== 'bad') this.entry = 'opaque';
  }

  /** The entry is nothing that an array of numbers may hold. */
  spoilAll(): void {
    this.entry = 'bad';
  }

  /** The entry ends. `found`: how many literals there are by now. */
  endEntry(end: number, found: number): void {
    const { entry, child, tally } = this;
    if (entry === 'none') return;
    const start = this.entryStart ?? end;
    const hidesLiterals = entry !== 'list' && entry !== 'number' && found > this.entryMark;
    if (this.given) this.given.add(this.argument, this.isFloat);
    else if (entry === 'bad' || hidesLiterals) tally.isBad = true;
    else if (entry === 'list' && child) tally.add(child, start, end);
    else if (entry === 'number') tally.addNumber(this.isFloat, start, end);
    else if (entry !== 'times') tally.addName(start, end);
    this.reset();
  }

  private get argument(): Argument {
    const { entry, child, value } = this;
    return entry === 'number' ? value : (entry === 'list' && child) || NaN;
  }
}
