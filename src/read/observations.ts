import type { Places } from './modules/places';
import { NdArray } from './numpy/ndarray';
import { isFloat } from './numpy/dtypes';
import type { Observation, Span } from './reading';
import type { Records } from './records';
import { isSamePlace } from './spans';
import type { Value } from './python/values';

interface Seen {
  readonly kind: Observation['kind'];
  readonly span: Span;
  readonly array: NdArray;
  readonly entry: number;
}

/** Operations that can make NaN or ∞ of finite numbers. */
const RISKY = new Set([
  ...['divide', 'floor_divide', 'remainder', 'power', 'reciprocal', 'sqrt', 'square'],
  ...['log', 'log2', 'log10', 'log1p', 'exp', 'exp2', 'expm1', 'sinh', 'cosh'],
  ...['arcsin', 'arccos', 'arccosh', 'arctanh'],
]);

/** Operations whose ∞ often does no harm, as in 1 / (1 + exp(-x)): it counts once a NaN comes of it. */
const OVERFLOWS = new Set(['exp', 'exp2', 'expm1', 'power', 'square', 'sinh', 'cosh']);

/** Watches what the program does silently, without an error, that is seldom meant. */
export class Observations {
  private readonly seen: Seen[] = [];
  private overflow: Seen | undefined;
  private hasNotFinite = false;

  constructor(private readonly places: Places) {}

  /** An array was made, of which the first NaN or ∞ is looked for. */
  made(array: NdArray, span: Span): void {
    const { tape } = array;
    const isResult = tape?.span.start === span.start && tape.span.end === span.end;
    if (!this.hasNotFinite && isResult) this.lookForNotFinite(array, tape.op, tape.operands, span);
  }

  /** A value was written into an array: what of it the array cannot hold is lost. */
  written(array: NdArray, value: Value, span: Span): void {
    if (isFloat(array.dtype) || this.seen.some((other) => isSamePlace(other.span, span))) return;
    const entries =
      typeof value === 'number'
        ? [value]
        : value instanceof NdArray && isFloat(value.dtype)
          ? value.entries()
          : undefined;
    const entry = entries?.find((own) => !Number.isInteger(own));
    if (entry !== undefined && this.places.isOwn(span))
      this.seen.push({ kind: 'truncated', span, array: array.kept(), entry });
  }

  /** What was seen, in the order in which it happened. */
  described(records: Records): Observation[] {
    return this.seen.map(({ kind, span, array, entry }) => {
      const made = records.makerOf(array);
      return {
        kind,
        span: this.places.now(span),
        array: records.describe(array),
        entry,
        ...(made && this.places.isOwn(made) ? { made: this.places.now(made) } : {}),
      };
    });
  }

  private lookForNotFinite(
    array: NdArray,
    op: string,
    operands: readonly NdArray[],
    span: Span,
  ): void {
    if (!RISKY.has(op) && !this.overflow) return;
    const entry = array.entries()?.find((own) => !Number.isFinite(own));
    if (entry === undefined) return;
    if (this.overflow && Number.isNaN(entry)) return this.found(this.overflow);
    if (!operands.every(isFinite) || !RISKY.has(op) || !this.places.isOwn(span)) return;
    const seen: Seen = { kind: 'not-finite', span, array: array.kept(), entry };
    if (OVERFLOWS.has(op) && !Number.isNaN(entry)) this.overflow ??= seen;
    else this.found(seen);
  }

  private found(seen: Seen): void {
    this.hasNotFinite = true;
    this.seen.push(seen);
  }
}

function isFinite(array: NdArray): boolean {
  return array.entries()?.every((entry) => Number.isFinite(entry)) ?? false;
}
