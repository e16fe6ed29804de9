import type { Value } from './values';

export class PyList {
  constructor(readonly items: Value[]) {}
}

export class PyTuple {
  constructor(readonly items: readonly Value[]) {}
}

export class PyRange {
  constructor(
    readonly from: bigint,
    readonly to: bigint,
    readonly step: bigint,
  ) {}

  get length(): number {
    return Number(this.count);
  }

  /** Its length, exactly: there may be more numbers than a float can count. */
  get count(): bigint {
    const span = this.step > 0n ? this.to - this.from : this.from - this.to;
    const size = this.step > 0n ? this.step : -this.step;
    return span <= 0n ? 0n : (span + size - 1n) / size;
  }
}

export class PySlice {
  constructor(
    readonly start: Value,
    readonly stop: Value,
    readonly step: Value,
  ) {}
}

/** A list that is used from both ends, and may have a greatest length. */
export class PyDeque extends PyList {
  constructor(
    items: Value[],
    readonly most: number | undefined,
  ) {
    super(items);
    this.trim();
  }

  /** Drops what is too much, from the side that was not added to. */
  trim(from: 'left' | 'right' = 'left'): void {
    const excess = this.most === undefined ? 0 : this.items.length - this.most;
    if (excess > 0) this.items.splice(from === 'left' ? 0 : this.items.length - excess, excess);
  }
}
