import type { PyDict } from './containers';
import { PyTuple } from './lists';
import type { Value } from './values';

/** `zip`, `map`, …: read through once. */
export class PyIterator {
  constructor(
    readonly iterator: Iterator<Value>,
    readonly type = 'iterator',
  ) {}
}

/** A generator: it can be handed a value or an exception where it waits, and ends with a value. */
export class PyGenerator extends PyIterator {
  /** What it returned, once it has ended. */
  returned: Value = null;

  constructor(readonly resumed: Iterator<Value, Value, Value>) {
    super(
      {
        next: () => {
          const { done, value } = resumed.next(null);
          if (done) this.returned = value;
          return done ? { done, value: undefined } : { done: false, value };
        },
      },
      'generator',
    );
  }
}

/** The keys, values or items of a dict, as they are when looked at. */
export class PyView {
  constructor(
    readonly dict: PyDict,
    readonly kind: 'keys' | 'values' | 'items',
  ) {}

  get items(): Value[] {
    if (this.kind === 'keys') return this.dict.keys();
    if (this.kind === 'values') return this.dict.values();
    return this.dict.items().map((pair) => new PyTuple(pair));
  }
}
