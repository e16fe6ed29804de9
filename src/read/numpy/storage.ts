import type { ValueState } from '../../core';

/** Entries, how far they can be trusted, and how many look at them as they are now. */
interface Entries {
  data: Float64Array | undefined;
  state: ValueState;
  keepers: number;
  /** Whether nothing was written yet where memory was only set aside. */
  isUnset: boolean;
  /** When they were made or changed last. */
  changed: number;
}

let changes = 0;

/** How many changes to entries there have been: what changes from now on has a higher {@link Storage.changed}. */
export function changesSoFar(): number {
  return changes;
}

/** What arrays share that are views of one another; no entries where only shapes are known. */
export class Storage {
  private entries: Entries;

  constructor(data: Float64Array | undefined, state: ValueState) {
    this.entries = { data, state, keepers: 0, isUnset: false, changed: ++changes };
  }

  get data(): Float64Array | undefined {
    const { data, isUnset } = this.entries;
    return isUnset ? undefined : data;
  }

  get state(): ValueState {
    const { state, isUnset } = this.entries;
    return isUnset ? weaker(state, 'shape-only') : state;
  }

  /** When the entries were made or changed last. */
  get changed(): number {
    return this.entries.changed;
  }

  /** What the entries are is not known before the first of them is written. */
  unset(): void {
    this.entries.isUnset = true;
  }

  /** A storage of these entries as they are now: they are copied before they change. */
  kept(): Storage {
    const copy = new Storage(undefined, 'unknown');
    copy.entries = this.entries;
    this.entries.keepers++;
    return copy;
  }

  /** Nobody needs what {@link kept} gave any more. */
  release(): void {
    this.entries.keepers--;
  }

  /** To be called before entries change. Gives whether they had to be copied. */
  own(): boolean {
    const { data, keepers } = this.entries;
    if (keepers > 0) this.entries = { ...this.entries, data: data?.slice(), keepers: 0 };
    this.entries.isUnset = false;
    this.entries.changed = ++changes;
    return keepers > 0 && data !== undefined;
  }

  /** Something less known was written among the entries. */
  doubt(state: ValueState): void {
    this.own();
    this.entries.state = weaker(this.entries.state, state);
    if (state === 'shape-only' || state === 'unknown') this.entries.data = undefined;
  }
}

const TRUST: readonly ValueState[] = ['known', 'sampled', 'shape-only', 'unknown'];

/** The less trustworthy of two states. */
export function weaker(a: ValueState, b: ValueState): ValueState {
  return TRUST.indexOf(a) > TRUST.indexOf(b) ? a : b;
}
