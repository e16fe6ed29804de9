import type { Sentence } from '../../core';
import type { NdArray } from '../numpy/ndarray';
import type { Span } from '../reading';
import type { Value } from './values';

/** An exception of the interpreted program. */
export class PyError extends Error {
  /** Whether Python raises it, or a limit of this reader's does. */
  kind: 'python' | 'budget' = 'python';
  /** Where it was raised, once known: the innermost expression or statement. */
  span: Span | undefined;
  /** The call of the text that was read under which it was raised, if that was in another file. */
  calledFrom: Span | undefined;
  /** Makes unknown what failed assignments would have named: to be called unless a handler goes on. */
  readonly forgets: (() => void)[] = [];
  /** The array that was to be added to a product that failed, with the sum’s place. */
  addend: { readonly array: NdArray; readonly span: Span } | undefined;

  constructor(
    readonly type: string,
    readonly sentence: Sentence,
    /** Where shapes clash: the arrays that do not fit. */
    readonly operands: readonly NdArray[] = [],
    /** The object that `raise` raised, for handlers. */
    public value?: Value,
    /** What Python says, where a program is likely to print it. */
    readonly said?: Value,
  ) {
    super(sentence.text);
  }
}

/** A budget is used up: nothing more is read. */
export class Stop extends Error {
  /** Where in the text that is read that was, or the call from there that led to it. */
  at: Span | undefined;

  constructor(readonly sentence: Sentence) {
    super(sentence.text);
  }
}

/** A call in a form that NumPy knows and this reader does not: its result is unknown, and no error. */
export class Unread extends Error {}

/** `return`, on its way out of a function. */
export class Return {
  constructor(readonly value: Value) {}
}

/** `break` and `continue`, on their way to their loop. */
export class LoopJump {
  constructor(readonly kind: 'break' | 'continue') {}
}

/** Whether the function or the loop was left is not known, and so not whether the rest of it ran. */
export class Doubt {
  constructor(readonly leaves: 'return' | 'loop') {}
}

/** The items that something lazy would give are not known any more. */
export class UnknownItems extends Doubt {
  constructor() {
    super('loop');
  }
}
