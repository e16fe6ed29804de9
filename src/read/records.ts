import type { Binding, ReadArray, Span } from './reading';
import type { NdArray, Tape } from './numpy/ndarray';
import { Snapshots, type Snapshot } from './snapshots';

/** What an array was first called, and the expression that made it. */
interface Origin {
  readonly name: string;
  readonly span: Span;
}

interface Recorded {
  readonly span: Span;
  readonly name: string | undefined;
  snapshot: Snapshot;
}

/** How deep the operands of operands are told. */
const TAPE_DEPTH = 4;

/** Remembers the value of each expression that was an array: the last one, where it had several. */
export class Records {
  readonly snapshots = new Snapshots();
  private readonly values = new Map<string, Recorded>();
  private readonly bound = new Map<string, Recorded & { readonly name: string }>();
  private readonly origins = new WeakMap<NdArray, Origin>();

  /** An expression had this value. */
  value(span: Span, array: NdArray, name?: string): void {
    this.put(this.values, span, array, name);
  }

  /** A name was given to an array that an expression made. */
  binding(name: string, span: Span, array: NdArray, made: Span): void {
    if (!this.origins.has(array)) this.origins.set(array, { name, span: made });
    this.put(this.bound as Map<string, Recorded>, span, array, name);
    this.value(span, array, name);
  }

  /** The value of the innermost expression around an offset. */
  at(offset: number): ReadArray | undefined {
    let best: Recorded | undefined;
    for (const recorded of this.values.values()) {
      const { start, end } = recorded.span;
      const isAround = start <= offset && offset <= end;
      if (isAround && (!best || end - start < best.span.end - best.span.start)) best = recorded;
    }
    return best && this.describe(best.snapshot.array, best.span, best.name);
  }

  /** Every binding, in the order of the code. */
  bindings(): Binding[] {
    return [...this.bound.values()]
      .map(({ name, span, snapshot }) => ({
        name,
        span,
        value: this.describe(snapshot.array, span, name),
      }))
      .sort((a, b) => a.span.start - b.span.start);
  }

  /** An array for the outside, with its name and its place. */
  describe(array: NdArray, span?: Span, name?: string, depth = TAPE_DEPTH): ReadArray {
    const origin = this.origins.get(array);
    const ownName = name ?? origin?.name;
    const data = array.entries();
    const tape = array.tape && depth > 0 ? this.describeTape(array.tape, depth - 1) : undefined;
    return {
      ...(ownName ? { name: ownName } : {}),
      state: array.state,
      shape: array.shape,
      dtype: array.dtype,
      ...(data ? { data: new Float64Array(data) } : {}),
      ...(tape ? { tape } : {}),
      span: origin?.span ?? span ?? array.tape?.span ?? { start: 0, end: 0 },
    };
  }

  /** Where an array came from: its own place, or that of the array it is a view of. */
  originOf(array: NdArray): Origin | undefined {
    return this.origins.get(array);
  }

  private describeTape({ op, operands, span }: Tape, depth: number): ReadArray['tape'] {
    return {
      op,
      span,
      operands: operands.map((operand) => this.describe(operand, undefined, undefined, depth)),
    };
  }

  private put(
    into: Map<string, Recorded>,
    span: Span,
    array: NdArray,
    name: string | undefined,
  ): void {
    const key = `${span.start}:${span.end}`;
    const before = into.get(key);
    if (before) this.snapshots.drop(before.snapshot);
    into.set(key, { span, name, snapshot: this.snapshots.take(array) });
  }
}
