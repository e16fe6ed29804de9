import { sameShape } from '../../core';
import type { NdArray, Tape } from '../numpy/ndarray';
import type { PyError } from '../python/signals';
import type { Span } from '../reading';
import type { Records } from '../records';
import type { Snapshot } from '../snapshots';

/** How many Affine computations one place of the code is followed through. */
const MOST_AT_ONE_PLACE = 8;

/** An Affine computation as it was seen being done. */
export interface AffineEvent {
  readonly X: Snapshot;
  readonly W: Snapshot;
  b?: Snapshot;
  dY?: Snapshot;
  /** The arrays themselves, by which later steps are recognized. */
  readonly own: { readonly X: NdArray; readonly W: NdArray; Y: NdArray | undefined; dY?: NdArray };
  readonly spans: { dot?: Span; add?: Span; dX?: Span; dW?: Span; db?: Span };
}

/**
 * Watches what the program makes, operation by operation, and finds the Affine computations among
 * it: a product, the bias added to it, and the products of its backward pass, wherever they are.
 */
export class AffineEvents {
  readonly found: AffineEvent[] = [];

  constructor(private readonly records: Records) {}

  /** An array was made. */
  made(array: NdArray, span: Span): void {
    const { tape } = array;
    if (!tape || tape.span.start !== span.start || tape.span.end !== span.end) return;
    if (tape.op === 'dot') this.dot(array, tape);
    else if (tape.op === 'add') this.add(array, tape);
    else if (tape.op === 'sum') this.sum(array, tape);
  }

  /** An operation failed because shapes clash: that is an Affine computation too, one to be shown. */
  clashed({ operands, span, addend }: PyError): void {
    const [left, right] = operands;
    if (!left || !right || !span) return;
    const product = this.found.find(({ own }) => own.Y === left || own.Y === right);
    if (product && !product.b) {
      product.b = this.records.snapshots.take(product.own.Y === left ? right : left);
      product.spans.add = span;
    } else if (left.ndim >= 1 && right.ndim === 2) {
      const event = this.event(left, right, undefined, span);
      if (addend) event.b = this.records.snapshots.take(addend.array);
      if (addend) event.spans.add = addend.span;
      this.found.push(event);
    }
  }

  private dot(made: NdArray, { operands, span }: Tape): void {
    const [left, right] = operands;
    if (!left || !right || this.isBackward(left, right, span)) return;
    if (right.ndim !== 2 || left.ndim === 0 || !this.hasRoom(left, right, span)) return;
    this.found.push(this.event(left, right, made, span));
  }

  private event(X: NdArray, W: NdArray, Y: NdArray | undefined, dot: Span): AffineEvent {
    const { snapshots } = this.records;
    return { X: snapshots.take(X), W: snapshots.take(W), own: { X, W, Y }, spans: { dot } };
  }

  private hasRoom(X: NdArray, W: NdArray, span: Span): boolean {
    const here = this.found.filter(
      ({ spans }) => spans.dot?.start === span.start && spans.dot.end === span.end,
    );
    const isKnown = here.some(({ own }) => own.W.buffer === W.buffer && own.X.buffer === X.buffer);
    return !isKnown && here.length < MOST_AT_ONE_PLACE;
  }

  /** `X·W + b`: the product's event learns its bias. */
  private add(made: NdArray, { operands, span }: Tape): void {
    for (const [product, bias] of [operands, operands.toReversed()]) {
      const event = product && this.found.findLast(({ own }) => own.Y === product);
      if (!event || !bias || event.b || !isBias(bias, made)) continue;
      event.b = this.records.snapshots.take(bias);
      event.spans.add = span;
      event.own.Y = made;
      return;
    }
  }

  /** Whether a product is one of a backward pass: dY·Wᵀ or Xᵀ·dY. */
  private isBackward(left: NdArray, right: NdArray, span: Span): boolean {
    const weights = transposeOf(right);
    const dX =
      weights &&
      this.findLast(({ own }) => own.W.buffer === weights.buffer && isGradientOf(own.Y, left));
    if (dX) {
      dX.spans.dX ??= span;
      this.upstream(dX, left);
      return true;
    }
    const inputs = transposeOf(left);
    const dW =
      inputs &&
      this.findLast(({ own }) => own.X.buffer === inputs.buffer && isGradientOf(own.Y, right));
    if (dW) {
      dW.spans.dW ??= span;
      this.upstream(dW, right);
    }
    return dW !== undefined;
  }

  private findLast(test: (event: AffineEvent) => boolean): AffineEvent | undefined {
    return this.found.findLast((event) => event.own.X.buffer !== undefined && test(event));
  }

  private upstream(event: AffineEvent, dY: NdArray): void {
    if (event.dY) return;
    event.dY = this.records.snapshots.take(dY);
    event.own.dY = dY;
    const early = this.sums.find(({ of }) => of === dY);
    if (early) event.spans.db ??= early.span;
  }

  /** `np.sum(dY, axis=0)`, which may come before the products. */
  private readonly sums: { readonly of: NdArray; readonly span: Span }[] = [];

  private sum(made: NdArray, { operands, span }: Tape): void {
    const [of] = operands;
    if (!of || made.ndim === 0) return;
    const event = this.found.findLast(
      ({ own }) => own.dY !== undefined && own.dY.buffer === of.buffer && own.dY.buffer,
    );
    if (event) event.spans.db ??= span;
    else if (this.sums.length < 1000) this.sums.push({ of, span });
  }
}

/** A bias has the length of the output's last axis and lends itself to all others. */
function isBias(bias: NdArray, { shape }: NdArray): boolean {
  const last = shape.at(-1);
  const isRow = bias.shape.slice(0, -1).every((length) => length === 1);
  return bias.ndim > 0 && isRow && (bias.shape.at(-1) === last || bias.shape.at(-1) === 1);
}

function transposeOf({ tape, ndim }: NdArray): NdArray | undefined {
  return tape?.op === 'transpose' && ndim <= 2 ? tape.operands[0] : undefined;
}

function isGradientOf(Y: NdArray | undefined, dY: NdArray): boolean {
  return Y !== undefined && sameShape(Y.shape, dY.shape);
}
