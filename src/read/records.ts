import type { Moves } from './again/moves';
import { Described } from './described';
import { Places } from './modules/places';
import { weaker, type Identity, type NdArray, type Tape } from './numpy/ndarray';
import type { Binding, ReadArray, Span, TapeEntry } from './reading';

/** What an array was first called, and the expression that made it. */
interface Origin {
  readonly name: string;
  readonly span: Span;
}

interface Recorded {
  readonly span: Span;
  readonly name: string | undefined;
  readonly array: NdArray;
  readonly role: Binding['role'];
}

/** How deep the operands of operands are told. */
const TAPE_DEPTH = 4;

/** A longer text than any: what tells starts from ends in a key. */
const KEY_BASE = 2 ** 26;

const NOWHERE: Span = { start: 0, end: 0 };

const keyOf = ({ start, end }: Span): number => start * KEY_BASE + end;

/** Remembers the value of each expression that was an array: the last one, where it had several. */
export class Records {
  private readonly values = new Map<number, Recorded>();
  private readonly bound = new Map<number, Recorded>();
  private readonly origins = new WeakMap<Identity, Origin>();
  private readonly makers = new WeakMap<Identity, Span>();

  private moved: { moves: Moves; values: ReadonlyMap<number, Recorded> } | undefined;

  /** Where a loop was not read to its end, what changed since it began is but an example of its values. */
  unfinishedSince = Infinity;

  constructor(private readonly places = new Places()) {}

  /** An expression had this value. What stands in another file is not remembered. */
  value(span: Span, array: NdArray, name?: string): void {
    if (this.places.isOwn(span)) this.put(this.values, span, array, name);
  }

  /** A name was given to an array that an expression made. */
  binding(
    name: string,
    span: Span,
    array: NdArray,
    made: Span,
    role: Binding['role'] = 'target',
  ): void {
    this.origin(name, array, made);
    if (this.places.isOwn(span)) this.put(this.bound, span, array, name, role);
    this.value(span, array, name);
  }

  /** A call gave an array. If no operation and no earlier call made it, this one did. */
  made({ tape, identity }: NdArray, { start, end }: Span): void {
    if (!tape && !this.makers.has(identity)) this.makers.set(identity, { start, end });
  }

  /** The expression that made an array, whatever it was called later. */
  makerOf({ tape, identity }: NdArray): Span | undefined {
    return this.makers.get(identity) ?? tape?.span;
  }

  /** An array that was made has its first name, which may be a key of a dict. */
  origin(name: string, { identity }: NdArray, made: Span): void {
    if (this.origins.has(identity)) return;
    this.origins.set(identity, { name, span: this.places.own(made) });
  }

  /** Forgets what an expression's value was: its array is about to change under its name. */
  drop(span: Span): void {
    const key = keyOf(span);
    this.values.get(key)?.array.storage.release();
    this.values.delete(key);
  }

  /** Forgets what was bound there: the name holds no array now. */
  unbind(span: Span): void {
    this.drop(span);
    const key = keyOf(span);
    this.bound.get(key)?.array.storage.release();
    this.bound.delete(key);
  }

  /** Forgets all values within a span: what stands there may have run again since. Gives how many it looked at. */
  forgetWithin({ start, end }: Span): number {
    for (const recorded of [this.values, this.bound]) {
      for (const [key, { span, array }] of recorded) {
        if (span.start < start || end < span.end) continue;
        array.storage.release();
        recorded.delete(key);
      }
    }
    return this.values.size + this.bound.size;
  }

  /** The value of the innermost expression around an offset. */
  at(offset: number): ReadArray | undefined {
    const found = this.innermost(offset);
    return found && this.describe(found.array, found.span, found.name);
  }

  /** The innermost expression around an offset whose value was an array. */
  expressionAt(offset: number): Span | undefined {
    const found = this.innermost(offset);
    return found && this.places.now(found.span);
  }

  private innermost(offset: number): Recorded | undefined {
    const { moves } = this.places;
    let best: Recorded | undefined;
    let least = Infinity;
    for (const recorded of this.values.values()) {
      const { start, end } = moves.place(recorded.span);
      const isAround = start <= offset && offset <= end;
      if (!isAround || end - start >= least) continue;
      best = recorded;
      least = end - start;
    }
    return best;
  }

  /** The value of exactly the expression that stands there. */
  of(span: Span): ReadArray | undefined {
    const recorded = this.places.moves.isNone
      ? this.values.get(keyOf(span))
      : this.movedValues.get(keyOf(span));
    return recorded && this.describe(recorded.array, recorded.span, recorded.name);
  }

  /** The values by where they stand by now. */
  private get movedValues(): ReadonlyMap<number, Recorded> {
    const { moves } = this.places;
    if (this.moved?.moves !== moves) {
      const values = Array.from(this.values.values(), (recorded): [number, Recorded] => [
        keyOf(moves.place(recorded.span)),
        recorded,
      ]);
      this.moved = { moves, values: new Map(values) };
    }
    return this.moved.values;
  }

  /** Every binding, in the order of the code. */
  bindings(): Binding[] {
    return [...this.bound.values()]
      .map(({ name = '', span, array, role }) => ({
        name,
        span: this.places.now(span),
        role,
        isDerived: (array.tape?.operands.length ?? 0) > 0,
        value: this.describe(array, span, name),
      }))
      .sort((a, b) => a.span.start - b.span.start);
  }

  /** An array for the outside, with its name and its place. Its entries are copied when looked at. */
  describe(array: NdArray, span?: Span, name?: string, depth = TAPE_DEPTH): ReadArray {
    const origin = this.origins.get(array.identity);
    const ownName = name ?? origin?.name ?? this.viewName(array);
    const { tape } = array;
    const isPassing = array.storage.changed > this.unfinishedSince;
    const state = isPassing ? weaker(array.state, 'sampled') : array.state;
    const place = this.places.now(origin?.span ?? span ?? tape?.span ?? NOWHERE);
    const told = tape && depth > 0 ? () => this.describeTape(tape, depth - 1) : undefined;
    return Described.of(array, ownName, state, place, told);
  }

  /** Where some expressions stand by now. */
  placesNow<Key extends string>(spans: { readonly [key in Key]?: Span }): { [key in Key]?: Span } {
    const moved: { [key in Key]?: Span } = {};
    for (const key in spans) moved[key] = this.places.now(spans[key]!);
    return moved;
  }

  /** What a view may be called: what it is a view of, with its `.T`. */
  private viewName({ tape }: NdArray): string | undefined {
    if (!tape || (tape.op !== 'transpose' && tape.op !== 'reshape')) return undefined;
    const source = tape.operands[0];
    const name = source && this.origins.get(source.identity)?.name;
    return name && tape.op === 'transpose' ? `${name}.T` : name;
  }

  private describeTape({ op, operands, span }: Tape, depth: number): TapeEntry {
    return {
      op,
      span: this.places.now(span),
      operands: operands.map((operand) => this.describe(operand, undefined, undefined, depth)),
    };
  }

  private put(
    into: Map<number, Recorded>,
    { start, end }: Span,
    array: NdArray,
    name: string | undefined,
    role: Binding['role'] = 'target',
  ): void {
    const key = keyOf({ start, end });
    into.get(key)?.array.storage.release();
    into.set(key, { span: { start, end }, name, array: array.kept(), role });
  }
}
