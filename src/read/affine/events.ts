import { sameShape } from '../../core';
import { Places } from '../modules/places';
import type { Identity, NdArray, Storage, Tape } from '../numpy/ndarray';
import type { PyError } from '../python/signals';
import type { Span } from '../reading';

/** How many Affine computations one place of the code is followed through. */
const MOST_AT_ONE_PLACE = 8;

/** How many sums are remembered that may turn out to be those of an upstream gradient. */
const MOST_SUMS = 1000;

/** An Affine computation as it was seen being done: its arrays as they were then. */
export interface AffineEvent {
  readonly X: NdArray;
  readonly W: NdArray;
  b?: NdArray;
  dY?: NdArray;
  /** The output so far, by which an addition and the backward pass are recognized. */
  Y: NdArray | undefined;
  readonly spans: { dot?: Span; add?: Span; dX?: Span; dW?: Span; db?: Span };
}

/**
 * Watches what the program makes, operation by operation, and finds the Affine computations among
 * it: a product, the bias added to it, and the products of its backward pass, wherever they are.
 */
export class AffineEvents {
  private readonly byPlace = new Map<string, AffineEvent[]>();
  private readonly byOutput = new WeakMap<Identity, AffineEvent>();
  private readonly byWeights = new WeakMap<Storage, AffineEvent[]>();
  private readonly byInputs = new WeakMap<Storage, AffineEvent[]>();
  private readonly byUpstream = new WeakMap<Storage, AffineEvent>();
  private readonly weights = new Lineage();
  /** `np.sum(dY, axis=0)`, which may come before the products. */
  private readonly sums = new WeakMap<Storage, Span>();
  private sumCount = 0;

  constructor(private readonly places = new Places()) {}

  /** The computations, in the order in which they were first done. */
  get found(): AffineEvent[] {
    return [...this.byPlace.values()].flat();
  }

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
    const product = this.byOutput.get(left.identity) ?? this.byOutput.get(right.identity);
    if (product && !product.b) {
      product.b = (product.Y?.identity === left.identity ? right : left).kept();
      product.spans.add = this.places.own(span);
    } else if (left.ndim >= 1 && right.ndim === 2) {
      const event = this.event(left, right, undefined, span);
      if (addend) event.b = addend.array.kept();
      if (addend) event.spans.add = this.places.own(addend.span);
    }
  }

  private dot(made: NdArray, { operands, span }: Tape): void {
    const [left, right] = operands;
    if (!left || !right || this.isBackward(left, right, span)) return;
    if (right.ndim === 2 && left.ndim > 0) this.event(left, right, made, span);
  }

  /** The event of a product: a new one, or one that takes the place of an earlier product with these weights. */
  private event(X: NdArray, W: NdArray, Y: NdArray | undefined, dot: Span): AffineEvent {
    const spans = { dot: this.places.own(dot) };
    const event: AffineEvent = { X: X.kept(), W: W.kept(), Y, spans };
    const key = `${dot.start}:${dot.end}`;
    const here = this.byPlace.get(key) ?? [];
    const weights = this.weights.rootOf(W);
    const at = here.findIndex((other) => this.weights.rootOf(other.W) === weights);
    // The first one that was followed back stays; of those that were not, the last.
    if (here[at]?.dY || (at < 0 && here.length >= MOST_AT_ONE_PLACE)) return event;
    if (at < 0) here.push(event);
    else here[at] = event;
    this.byPlace.set(key, here);
    if (Y) this.byOutput.set(Y.identity, event);
    remember(this.byWeights, storageOf(W), event);
    remember(this.byInputs, storageOf(X), event);
    return event;
  }

  /** `X·W + b`: the product's event learns its bias. */
  private add(made: NdArray, { operands, span }: Tape): void {
    for (const [product, bias] of [operands, operands.toReversed()]) {
      const event = product && this.byOutput.get(product.identity);
      if (!event || !bias || event.b || !isBias(bias, made)) continue;
      event.b = bias.kept();
      event.spans.add = this.places.own(span);
      event.Y = made;
      this.byOutput.set(made.identity, event);
      return;
    }
  }

  /** Whether a product is one of a backward pass: dY·Wᵀ, Xᵀ·dY, or dYᵀ·X where W is kept transposed. */
  private isBackward(left: NdArray, right: NdArray, span: Span): boolean {
    const dX = followed(this.byWeights, right, left, ({ W }) => isTransposed(W, right));
    if (dX) {
      dX.spans.dX ??= this.places.own(span);
      this.upstream(dX, left);
      return true;
    }
    const dW = followed(this.byInputs, left, right, ({ X }) => isTransposed(X, left));
    const turned = dW ? undefined : transposeOf(left);
    const found = turned
      ? followed(this.byInputs, right, turned, ({ X }) => isAlike(X, right))
      : dW;
    if (found) {
      found.spans.dW ??= this.places.own(span);
      this.upstream(found, turned ?? right);
    }
    return found !== undefined;
  }

  private upstream(event: AffineEvent, dY: NdArray): void {
    if (event.dY) return;
    const storage = storageOf(dY);
    event.dY = dY.kept();
    this.byUpstream.set(storage, event);
    const early = this.sums.get(storage);
    if (early) event.spans.db ??= early;
  }

  private sum(made: NdArray, { operands, span }: Tape): void {
    const [of] = operands;
    if (!of || made.ndim === 0) return;
    const storage = storageOf(of);
    const event = this.byUpstream.get(storage);
    if (event) event.spans.db ??= this.places.own(span);
    else if (this.sumCount++ < MOST_SUMS) this.sums.set(storage, this.places.own(span));
  }
}

/** Where the program keeps an array's entries, whatever they are by now. */
function storageOf({ identity }: NdArray): Storage {
  return identity.storage;
}

function remember(by: WeakMap<Storage, AffineEvent[]>, storage: Storage, event: AffineEvent): void {
  by.set(storage, [event, ...(by.get(storage) ?? []).slice(0, MOST_AT_ONE_PLACE - 1)]);
}

/** The last computation with this operand, laid out as the test says, whose output a gradient fits. */
function followed(
  by: WeakMap<Storage, AffineEvent[]>,
  operand: NdArray,
  dY: NdArray,
  isLaidOut: (event: AffineEvent) => boolean,
): AffineEvent | undefined {
  return by
    .get(storageOf(operand))
    ?.find(
      (event) =>
        event.Y !== undefined &&
        event.Y.identity !== dY.identity &&
        sameShape(event.Y.shape, dY.shape) &&
        isLaidOut(event),
    );
}

function isTransposed(a: NdArray, b: NdArray): boolean {
  return sameShape(a.shape, b.shape.toReversed()) && sameShape(a.strides, b.strides.toReversed());
}

function isAlike(a: NdArray, b: NdArray): boolean {
  return sameShape(a.shape, b.shape) && sameShape(a.strides, b.strides);
}

/** Which weights are the same ones, updated: `W = W - …` makes a new array, `W -= …` does not. */
class Lineage {
  private readonly roots = new WeakMap<Storage, Storage>();

  rootOf(W: NdArray): Storage {
    const storage = storageOf(W);
    const known = this.roots.get(storage);
    if (known) return known;
    const [before] = /^(add|subtract)$/.test(W.tape?.op ?? '') ? W.tape!.operands : [];
    const isUpdate = before !== undefined && sameShape(before.shape, W.shape);
    const root = (isUpdate && this.roots.get(storageOf(before))) || storage;
    this.roots.set(storage, root);
    return root;
  }
}

/** A bias is a row or, where samples are columns, a column that lends itself to all others. */
function isBias(bias: NdArray, { shape }: NdArray): boolean {
  const isRow = bias.shape.slice(0, -1).every((length) => length === 1);
  const fitsRow = bias.shape.at(-1) === shape.at(-1) || bias.shape.at(-1) === 1;
  const isColumn = bias.ndim === 2 && shape.length === 2 && bias.shape[1] === 1;
  return (bias.ndim > 0 && isRow && fitsRow) || (isColumn && bias.shape[0] === shape[0]);
}

function transposeOf({ tape, ndim }: NdArray): NdArray | undefined {
  return tape?.op === 'transpose' && ndim <= 2 ? tape.operands[0] : undefined;
}
